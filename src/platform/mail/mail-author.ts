/**
 * Who wrote a mail. Many mailing lists must not send under their members' addresses (DMARC) and write
 * `From: Anna via the-list <the-list@example.org>`; the person then stands in a field of the list
 * program's choice. A mail without any From has at least a sender or a place for answers.
 */
import { addressesIn } from './mail-addresses.ts';
import type { HeaderField } from './header-block.ts';
import type { MailAddress } from './mail-message.ts';

/** The envelope's sender last: it often is made for one mail only. */
const BEHIND_THE_LIST = ['x-original-from', 'x-original-sender', 'reply-to', 'x-mailfrom'];
const INSTEAD_OF_FROM = ['sender', 'reply-to', 'return-path'];

export function authorsOf(headers: HeaderField[], list: { listId?: string; listPost?: string }): MailAddress[] {
  const from = addressesIn(headers, 'from');
  if (from.every(({ address }) => address === undefined)) {
    const instead = firstUsable(headers, INSTEAD_OF_FROM, () => true);
    return from.length > 0 && instead ? [{ ...instead, name: from[0]?.name || instead.name }] : instead ? [instead] : from;
  }
  const writtenByList = from.length === 1 && isList(from[0]?.address, list);
  if (!writtenByList) return from;
  const person = firstUsable(headers, BEHIND_THE_LIST, (address) => !isList(address, list));
  if (!person) return from;
  return [{ ...person, name: person.name || (from[0]?.name ?? '').replace(/ via .*$/i, '').replace(/^(['"])(.*)\1$/, '$2') }];
}

function firstUsable(headers: HeaderField[], names: string[], fits: (address: string) => boolean): MailAddress | undefined {
  return names.flatMap((name) => addressesIn(headers, name))
    .map(({ name, address = '' }) => ({ name, address: lastingAddress(address) }))
    .find(({ address }) => address !== '' && fits(address));
}

const SIGNED = /^(?:prvs|msprvs1?|btv1)=[^=]+=+(?<address>.+@.+)$/i; // BATV: a signature that changes with every mail
const FOR_ONE_MAIL = /^(?:srs[01][=+-]|bounces?[=+-]|[0-9a-f-]{30,}@)/i;

/** The address people are known by behind one made for the envelope; empty when there is none. */
function lastingAddress(address: string): string {
  const lasting = SIGNED.exec(address)?.groups?.['address'] ?? address;
  return FOR_ONE_MAIL.test(lasting) ? '' : lasting;
}

/** By RFC 2919 a list's id is its address with a dot for the "@". */
function isList(address: string | undefined, { listId, listPost }: { listId?: string; listPost?: string }): boolean {
  const lower = address?.toLowerCase();
  return lower !== undefined && (lower === listPost?.toLowerCase() || lower.replace('@', '.') === listId?.toLowerCase());
}
