/**
 * Sorts the leaves of a MIME tree into the body and the attachments. The body is kept in sections, one
 * per text part (of several alternatives one section), so that text and HTML tell the same story: what
 * exists in one form only, such as a mailing list's footer, is converted for the other.
 */
import type { DeliveryReport } from './delivery-report.ts';
import { charsetOf } from './charset.ts';
import { htmlToText, sanitiseHtml, textToHtml } from '../../kernel/values/readable-html.ts';
import type { MimePart } from './mime-tree.ts';
import { storableText } from './storable-text.ts';

export interface MailContent {
  text: string;
  html?: string;
  attachmentParts: MimePart[];
  truncated: boolean;
  report?: DeliveryReport;
}

interface Section {
  text?: string;
  html?: string;
}

const MAX_TEXT = 1_000_000;
const MAX_HTML = 2_000_000;

export function contentOf(root: MimePart): MailContent {
  const sections: Section[] = [];
  const attachmentParts: MimePart[] = [];
  collect(root, sections, attachmentParts);

  const text = sections.map((section) => section.text ?? htmlToText(section.html ?? '')).join('\n\n').trim();
  const hasHtml = sections.some(({ html }) => html !== undefined);
  const html = sections.map((section) => section.html ?? textToHtml(section.text ?? '')).join('\n');
  return {
    text: storableText(text, MAX_TEXT),
    html: hasHtml ? storableText(html, MAX_HTML) : undefined,
    attachmentParts,
    truncated: text.length > MAX_TEXT || (hasHtml && html.length > MAX_HTML),
  };
}

function collect(part: MimePart, sections: Section[], attachmentParts: MimePart[]): void {
  if (part.contentType.multipart === 'alternative' && part.childNodes.length > 0) {
    collectAlternative(part, sections, attachmentParts);
  } else if (part.childNodes.length > 0) {
    for (const child of part.childNodes) collect(child, sections, attachmentParts);
  } else if (part.content && part.content.byteLength > 0) {
    const section = isText(part, sections.length > 0) ? sectionOf(part) : undefined;
    if (section) sections.push(section);
    else attachmentParts.push(part);
  }
}

/** Alternatives say the same thing in several forms: the first text and the last HTML make one section. */
function collectAlternative(part: MimePart, sections: Section[], attachmentParts: MimePart[]): void {
  const forms: Section[] = [];
  for (const child of part.childNodes) collect(child, forms, attachmentParts);
  const text = forms.find((form) => form.text?.trim())?.text;
  const html = forms.findLast((form) => form.html)?.html;
  if (text !== undefined || html !== undefined) sections.push({ text, html });
}

/**
 * A text part with a file name is a file, unless it is the only thing the mail has to say. A multipart
 * of which no part was found (its boundary is missing or wrong) is read as the text it was sent as.
 */
function isText(part: MimePart, hasBody: boolean): boolean {
  const { value: type, params } = part.contentType.parsed;
  const disposition = part.contentDisposition.parsed;
  if (part.contentType.multipart) return true;
  if (!/^(?:text\/(?:plain|html|x-amp-html|enriched)|text)?$/.test(type) || disposition.value === 'attachment') return false;
  return !hasBody || !(disposition.params.filename ?? params.name);
}

function sectionOf(part: MimePart): Section {
  const { value: type, params } = part.contentType.parsed;
  params.charset = charsetOf(new Uint8Array(part.content ?? new ArrayBuffer(0)), params.charset);
  const text = storableText(part.getTextContent(), MAX_HTML * 2);
  const isHtml = /^text\/(?:html|x-amp-html)$/.test(type) || (!type && /^\s*(?:<!doctype html|<html)/i.test(text));
  return isHtml ? { html: sanitiseHtml(text) } : { text: text.trimEnd() };
}
