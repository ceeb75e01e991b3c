/**
 * What a message of ours is known by outside: its id with a mark that only this installation can make, in letters and
 * digits that survive whatever servers do to the case of an address. It stands in the Message-ID, and in the envelope's
 * sender (variable envelope return paths): what comes back to that address tells which message came back, and nobody
 * can make it up for a message they never got.
 */
import { timingSafeEqual } from 'node:crypto';
import type { Sealing } from '../../http/sealing.ts';

const PURPOSE = 'mail name';
const ID_BYTES = 16;
const MARK_BYTES = 9;
/** 25 bytes in base 32, its digits being 0 to 9 and a to v; in the address mail comes back to, or in a Message-ID. */
const NAMED = /^(?:[^@]*\+b-)?([0-9a-v]{40})@/i;
const RETURN_MARK = '+b-';
const LONGEST_LOCAL_PART = 64;

export interface MessageNames {
  nameOf(tenant: string, id: string): string;
  named(tenant: string, text: string): string | null;
}

export function createMessageNames(sealing: Sealing): MessageNames {
  const markOf = (tenant: string, id: string): Buffer => sealing.mark(PURPOSE, `${tenant} ${id}`).subarray(0, MARK_BYTES);
  return {
    nameOf: (tenant, id) => base32(Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), markOf(tenant, id)])),
    named(tenant, text) {
      const name = NAMED.exec(text)?.[1]?.toLowerCase();
      if (!name) return null;
      const bytes = fromBase32(name);
      const id = bytes.toString('hex', 0, ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
      return timingSafeEqual(bytes.subarray(ID_BYTES), markOf(tenant, id)) ? id : null;
    },
  };
}

/** `support@shop.example` becomes `support+b-<name>@shop.example`. An address too long for that stays as it is. */
export function returnAddress(address: string, name: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at) + RETURN_MARK + name;
  return Buffer.byteLength(local) > LONGEST_LOCAL_PART ? address : local + address.slice(at);
}

const base32 = (bytes: Buffer): string => BigInt(`0x${bytes.toString('hex')}`).toString(32).padStart(bytes.length * 8 / 5, '0');

function fromBase32(text: string): Buffer {
  let bits = 0n;
  for (const letter of text) bits = (bits << 5n) | BigInt(parseInt(letter, 32));
  return Buffer.from(bits.toString(16).padStart(text.length * 5 / 4, '0'), 'hex');
}
