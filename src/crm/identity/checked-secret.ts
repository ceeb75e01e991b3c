/**
 * Secrets that programs carry: a prefix that says what it is (and lets scanners find one that leaked), 30 random
 * characters of base 62 (178 bits), and a CRC-32 over both, so that a typing error or a cut copy is told at once and
 * without the database. We keep only the SHA-256: a slow hash protects guessable passwords, and nobody guesses one of
 * 2^178.
 */
import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_LENGTH = 30;
const CHECKSUM_LENGTH = 6;
const LENGTH = RANDOM_LENGTH + CHECKSUM_LENGTH;

/** `start`: random characters it takes over from another. */
export function createSecret(prefix: string, start = ''): { secret: string; hash: string } {
  const random = Array.from({ length: RANDOM_LENGTH - start.length }, () => BASE_62[randomInt(BASE_62.length)]).join('');
  const body = prefix + start + random;
  const secret = body + checksum(body);
  return { secret, hash: hashOf(secret) };
}

/** `noun` names the secret in the answer, with its article. The text itself is never repeated: it may be nearly right. */
export function readSecret(text: string, prefix: string, noun: string): { hash: string } | { wrong: string } {
  if (!text.startsWith(prefix)) return { wrong: `This is not ${noun}: it must begin with ${prefix}.` };
  const length = text.length - prefix.length;
  if (length !== LENGTH) {
    return { wrong: `This is not ${noun}: after ${prefix} it has ${length} characters, not ${LENGTH}. Was it copied whole?` };
  }
  if (text.slice(-CHECKSUM_LENGTH) !== checksum(text.slice(0, -CHECKSUM_LENGTH))) {
    return { wrong: `This is not ${noun}: its checksum does not match, so at least one character is wrong.` };
  }
  return { hash: hashOf(text) };
}

function checksum(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let place = 0; place < CHECKSUM_LENGTH; place++) {
    digits = BASE_62[rest % BASE_62.length] + digits;
    rest = Math.floor(rest / BASE_62.length);
  }
  return digits;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
