/**
 * A public page as HTML: one card of text with at most one button, for any screen, light or dark, without scripts and
 * without anything that loads. Every word of it is escaped.
 */
import { createHash } from 'node:crypto';
import type { PageContent } from '../../kernel/public-page.ts';

const STYLE = `
:root { color-scheme: light dark; --back: #f3f4f1; --card: #fff; --ink: #1d2420; --soft: #5b645e; --line: #dfe3dd; --act: #1f5f46; --on-act: #fff; }
@media (prefers-color-scheme: dark) { :root { --back: #141816; --card: #1e2421; --ink: #eef2ee; --soft: #a9b4ac; --line: #333c36; --act: #8fd6b4; --on-act: #10231a; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; min-height: 100svh; display: grid; place-items: center; padding: 1.25rem; background: var(--back); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans SC", sans-serif; }
main { width: 100%; max-width: 32rem; padding: clamp(1.5rem, 6vw, 2.75rem); background: var(--card); border: 1px solid var(--line); border-radius: 1rem; }
h1 { margin: 0 0 .75rem; font-size: clamp(1.375rem, 5vw, 1.75rem); line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
p { margin: 0 0 .75rem; overflow-wrap: anywhere; }
p + p { color: var(--soft); }
form { margin: 1.5rem 0 0; }
button { width: 100%; min-height: 3rem; padding: .75rem 1.25rem; border: 0; border-radius: .625rem; background: var(--act); color: var(--on-act); font: inherit; font-weight: 600; cursor: pointer; }
button:hover { filter: brightness(1.08); }
button:focus-visible { outline: 3px solid var(--act); outline-offset: 3px; }
`;

/** What such a page may do: be styled, and send its form to where it came from. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export function pageHtml({ language, title, paragraphs, button }: PageContent): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')}
${button === null ? '' : `<form method="post"><button type="submit">${escaped(button)}</button></form>`}
</main>
</body>
</html>
`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
