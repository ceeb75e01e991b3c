/**
 * HTML from strangers, as mails and partners bring it: reduced to what a reader needs and cannot harm, and
 * turned into readable text. Nothing in the result loads from the net: pictures remain only as `cid:`
 * references to the message's own attachments; of remote ones the alternative text remains. Scripts, styles,
 * forms and classes go.
 */
import sanitizeHtml from 'sanitize-html';

/** More is cut before it is looked at: a newsletter has a tenth of it. */
const MAX_HTML = 2_000_000;
const MAX_OPEN_TAGS = 20_000;
/** All but those that are empty or end by themselves where the next begins. */
const NESTING_TAGS = /<(\/?)(?!(?:br|hr|img|wbr|col|meta|link|input|p|li|tr|td|th|dd|dt)\b)[a-z]/gi;

const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol dl dt dd blockquote pre table caption thead tbody tfoot tr hr li'.split(' '),
);
/** Blocks with an empty line around them. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table'.split(' '));

const RULES: sanitizeHtml.IOptions = {
  allowedTags: [...BLOCKS, ...'br a b strong i em u s del ins sub sup small code tt span td th img'.split(' ')],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'width', 'height'],
    td: ['colspan', 'rowspan', 'align', 'valign'],
    th: ['colspan', 'rowspan', 'align', 'valign'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['cid'] },
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'template', 'svg', 'math'],
  nestingLimit: 200,
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'noopener noreferrer nofollow' } }),
    img: (tagName, attribs): sanitizeHtml.Tag =>
      /^\s*cid:/i.test(attribs.src ?? '') ? { tagName, attribs } : { tagName: 'span', attribs: {}, text: attribs.alt ?? '' },
  },
};

export function sanitiseHtml(html: string): string {
  return sanitizeHtml(withoutExcessiveNesting(html.slice(0, MAX_HTML)), RULES).trim();
}

/** The parser's time grows with the square of the depth; what is never closed counts as depth. */
function withoutExcessiveNesting(html: string): string {
  let open = 0;
  for (const tag of html.matchAll(NESTING_TAGS)) {
    open = Math.max(0, open + (tag[1] ? -1 : 1));
    if (open > MAX_OPEN_TAGS) return html.slice(0, tag.index);
  }
  return html;
}

/** Of sanitised HTML only: there every tag is well-formed and every ">" in an attribute is escaped. */
export function htmlToText(sanitised: string): string {
  const lines: string[] = [];
  // pieces, not one growing string: looking at its end would copy it each time
  let line: string[] = [];
  let preformatted = 0;
  let link: { href: string; shown: string } | undefined;
  const endLine = (): void => {
    lines.push(line.join('').trimEnd());
    line = [];
  };
  const write = (text: string): void => {
    const afterBlank = line.at(-1)?.endsWith(' ') ?? true;
    const piece = afterBlank ? text.trimStart() : text;
    if (piece !== '') line.push(piece);
    if (link) link.shown += text;
  };

  for (const [, closing, tag = '', attributes = '', words] of sanitised.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g)) {
    if (words !== undefined) {
      const plain = decodeEntities(words);
      if (preformatted > 0) line.push(plain);
      else write(plain.replace(/[\s\u00a0]+/g, ' '));
    } else if (tag === 'br') {
      endLine();
    } else if (tag === 'img') {
      write(attribute(attributes, 'alt'));
    } else if (tag === 'td' || tag === 'th') {
      if (closing) write(' ');
    } else if (tag === 'a') {
      if (link && isWorthShowing(link)) write(` (${link.href})`);
      link = closing ? undefined : { href: attribute(attributes, 'href'), shown: '' };
    } else if (BLOCKS.has(tag)) {
      if (line.some((piece) => piece.trim() !== '')) endLine();
      if (PARAGRAPHS.has(tag) && lines.length > 0 && lines.at(-1) !== '') lines.push('');
      if (tag === 'pre') preformatted += closing ? -1 : 1;
      if (tag === 'li' && !closing) line = ['- '];
      if (tag === 'hr') lines.push('---');
    }
  }
  endLine();
  return lines.join('\n').replace(/\n{3,}/g, '\n\n').trim();
}

export function textToHtml(text: string): string {
  return `<div>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br />\n')}</div>`;
}

function attribute(attributes: string, name: string): string {
  return decodeEntities(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

/** An address shown as its own text need not be repeated. */
function isWorthShowing({ href, shown }: { href: string; shown: string }): boolean {
  const bare = (address: string): string => address.trim().replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '').toLowerCase();
  return /^https?:/i.test(href) && bare(href) !== bare(shown) && href.length <= 500;
}

/** The only entities sanitize-html writes. */
function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
