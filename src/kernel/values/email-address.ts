/**
 * E-mail addresses: `local-part@domain` of RFC 5321, with the letters of any language (RFC 6531). The domain is
 * stored in lower case and in its ASCII form, since DNS does not tell the difference; the local part is kept as it
 * was written, since its owner's server might. Quoted local parts and address literals (`user@[192.0.2.1]`) are not
 * accepted: in practice they are typing errors or attacks.
 */
import { domainToASCII } from 'node:url';
import { quoted } from './text.ts';
import type { Value } from './value.ts';

const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const WRITTEN_DOMAIN = /^[\p{L}\p{M}\p{N}.。-]+$/u;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/;
const MAX_LOCAL_PART = 64;
const MAX_ADDRESS = 254;

export const emailAddress: Value = {
  name: 'EmailAddress',
  description:
    'An e-mail address such as `anna.schmidt@example.com` (RFC 5321, international letters as in RFC 6531), at most ' +
    '254 bytes. The domain is answered in lower case and in its ASCII form (`xn--…`); the part before the @ stays as ' +
    'written, but two addresses that differ only in case are the same address.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc6531',
  code: 'INVALID_EMAIL_ADDRESS',

  read(raw) {
    const text = raw.trim().normalize('NFC');
    const at = text.lastIndexOf('@');
    if (at < 0) return { wrong: `${quoted(raw)} is not an e-mail address: it has no @. Expected is a form like name@example.com.` };

    const local = text.slice(0, at);
    const written = text.slice(at + 1);
    if (!LOCAL_PART.test(local)) {
      return {
        wrong: `${quoted(raw)} is not an e-mail address: before the @ there must be letters, digits, signs such as + _ - and single dots between them, without spaces or quotation marks.`,
      };
    }
    const domain = WRITTEN_DOMAIN.test(written) ? domainToASCII(written) : '';
    if (!DOMAIN.test(domain)) {
      return { wrong: `${quoted(raw)} is not an e-mail address: after the @ there must be a domain such as example.com.` };
    }
    if (bytes(local) > MAX_LOCAL_PART) {
      return { wrong: `The part before the @ has ${bytes(local)} bytes; at most ${MAX_LOCAL_PART} are allowed.` };
    }
    const value = `${local}@${domain}`;
    if (bytes(value) > MAX_ADDRESS) {
      return { wrong: `The e-mail address has ${bytes(value)} bytes; at most ${MAX_ADDRESS} are allowed.` };
    }
    return { value };
  },
};

/**
 * The form by which uniqueness is judged. RFC 5321 lets a server tell `Anna@` from `anna@`, but none that matters
 * does, and people type both. Dots and +tags are left alone: what they mean differs from provider to provider, and
 * two people taken for one is worse than one taken for two.
 */
export function emailKey(address: string): string {
  return address.toLowerCase().normalize('NFC');
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
