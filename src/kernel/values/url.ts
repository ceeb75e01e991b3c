/**
 * Web addresses people and other programs are shown. Only http and https: a stored `javascript:` or `data:` address
 * becomes an attack as soon as somebody makes a link of it. Sign-ins inside the address are refused because every
 * reader of the record would learn them.
 */
import { quoted } from './text.ts';
import type { Value } from './value.ts';

const MAX_LENGTH = 2048;

export const url: Value = {
  name: 'URL',
  description: 'An absolute web address, http or https, such as `https://example.com/about`, at most 2,048 characters in its WHATWG normal form.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  code: 'INVALID_URL',

  read(raw) {
    const parsed = URL.parse(raw.trim());
    if (!parsed || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) {
      return { wrong: `${quoted(raw)} is not a web address. Expected is an absolute one that begins with https:// or http://.` };
    }
    if (parsed.username || parsed.password) {
      return { wrong: 'The web address contains a user name or password. Leave out everything before the @.' };
    }
    if (parsed.href.length > MAX_LENGTH) {
      return { wrong: `The web address has ${parsed.href.length} characters; at most ${MAX_LENGTH} are allowed.` };
    }
    return { value: parsed.href };
  },
};
