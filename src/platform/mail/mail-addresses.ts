/**
 * Address lists of a header. postal-mime reads the grammar (groups, comments, quoted names, encoded
 * words); what it takes for an address is checked here, because archives hold much that is none:
 * Exchange directory names, "undisclosed-recipients", addresses disguised as "anna at example.com".
 */
import { addressParser } from 'postal-mime';
import type { HeaderField } from './header-block.ts';
import type { MailAddress } from './mail-message.ts';
import { storableLine } from './storable-text.ts';

const MOST = 1000;
const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 254;
/** As public archives of mailing lists write addresses. */
const DISGUISED = /(?<![\w.+-])([\w.+-]{1,64}) (?:at|\(at\)|\[at\]) ([\w-]{1,63}(?:\.[\w-]{1,63})+)/gi;
/** `<@relay.example:anna@example.com>`, from before the net routed mail itself. */
const SOURCE_ROUTE = /^@[^:]+:/;
const ADDRESS = /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>(),;:"\\]+$/;

/** All fields of this name together; each address once. */
export function addressesIn(headers: HeaderField[], name: string): MailAddress[] {
  const found = new Map<string, MailAddress>();
  for (const header of headers) {
    if (header.name !== name) continue;
    for (const address of parseAddresses(header.value)) {
      const key = address.address ?? `"${address.name}`;
      if (found.size < MOST && !found.has(key)) found.set(key, address);
    }
  }
  return [...found.values()];
}

export function parseAddresses(value: string): MailAddress[] {
  const undisguised = value.includes('@') ? value : value.replace(DISGUISED, '$1@$2');
  return addressParser(undisguised, { flatten: true }).flatMap((entry) => {
    const raw = (entry.address ?? '').trim();
    const address = normalisedAddress(raw) ?? normalisedAddress(entry.name);
    const written = storableLine(entry.name, LONGEST_NAME).replace(/^(['"])(.*)\1$/, '$2').trim();
    const name = written || (address ? '' : storableLine(raw, LONGEST_NAME));
    if (address) return [{ name: normalisedAddress(name) === address ? '' : name, address }];
    return name ? [{ name }] : [];
  });
}

/** Undefined when the text is no address. */
export function normalisedAddress(text: string): string | undefined {
  const bare = text.slice(0, 2 * LONGEST_ADDRESS).trim().replace(/^mailto:/i, '').replace(/^['"<\s]+|['">\s.]+$/g, '');
  const plain = bare.replace(SOURCE_ROUTE, '');
  if (plain.length > LONGEST_ADDRESS || !ADDRESS.test(plain) || !plain.isWellFormed()) return undefined;
  const at = plain.lastIndexOf('@');
  return storableLine(plain.slice(0, at + 1) + plain.slice(at + 1).toLowerCase(), LONGEST_ADDRESS);
}
