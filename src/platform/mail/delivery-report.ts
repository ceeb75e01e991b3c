/**
 * What a mail server says became of a mail (RFC 3464, RFC 6522): for each recipient an action, a status and the words of
 * the server that decided, and the Message-ID of the mail it speaks of, from the copy of its header. Servers that know
 * none of that write prose, in which at least a status code is often found.
 */
import { decodeText } from './charset.ts';
import { readHeaderBlock } from './header-block.ts';
import type { HeaderField } from './header-block.ts';
import { messageIds } from './message-ids.ts';
import type { MimePart } from './mime-tree.ts';
import { storableLine } from './storable-text.ts';

export interface DeliveryReport {
  /** Of the mail that was not delivered. */
  messageId?: string;
  recipients: ReportedRecipient[];
}

export interface ReportedRecipient {
  address: string;
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded`. */
  action: string;
  /** Of RFC 3463. */
  status?: string;
  diagnostic?: string;
}

const MOST_RECIPIENTS = 100;
const LONGEST_DIAGNOSTIC = 500;

export function deliveryReportIn(root: MimePart): DeliveryReport | undefined {
  const parts = everyPart(root);
  const status = parts.find((part) => isType(part, 'message/delivery-status') || isType(part, 'message/global-delivery-status'));
  if (!status) return undefined;
  const original = parts.find((part) => ['text/rfc822-headers', 'message/rfc822', 'message/rfc822-headers', 'message/global', 'message/global-headers'].some((type) => isType(part, type)));
  const [, ...recipients] = groupsOf(bytesOf(status));
  return {
    messageId: original && messageIds(valueOf(readHeaderBlock(bytesOf(original)).fields, 'message-id'))[0],
    recipients: recipients.slice(0, MOST_RECIPIENTS).flatMap(recipientFrom),
  };
}

function recipientFrom(fields: HeaderField[]): ReportedRecipient[] {
  const action = valueOf(fields, 'action')?.trim().toLowerCase();
  if (!action) return [];
  return [{
    address: typed(valueOf(fields, 'original-recipient') ?? valueOf(fields, 'final-recipient')),
    action,
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(valueOf(fields, 'status') ?? '')?.[0],
    diagnostic: typed(valueOf(fields, 'diagnostic-code')) || undefined,
  }];
}

/** Without the type in front, as in `rfc822; anna@example.com` and `smtp; 550 5.1.1 …`. */
const typed = (value: string | undefined): string => storableLine((value ?? '').replace(/^\s*[\w-]+\s*;/, ''), LONGEST_DIAGNOSTIC);

/** Groups of fields between empty lines: of the message first, then of each recipient. */
function groupsOf(bytes: Buffer): HeaderField[][] {
  return decodeText(bytes, undefined).replace(/\r\n?/g, '\n').split(/\n\s*\n/).filter((group) => group.trim() !== '')
    .slice(0, MOST_RECIPIENTS + 1).map((group) => readHeaderBlock(Buffer.from(`${group.trimEnd()}\n\n`)).fields);
}

const everyPart = (part: MimePart): MimePart[] => [part, ...part.childNodes.flatMap(everyPart)];
const isType = (part: MimePart, type: string): boolean => part.contentType.parsed.value.toLowerCase() === type;
const bytesOf = (part: MimePart): Buffer => Buffer.from(part.content ?? new ArrayBuffer(0));
const valueOf = (fields: HeaderField[], name: string): string | undefined => fields.find((field) => field.name === name)?.value;
