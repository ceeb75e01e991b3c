/**
 * Passwords at rest: argon2id in the PHC string format, so that every hash names the parameters it was made with and
 * they can be raised without touching old ones. The parameters are OWASP's for argon2id: 19 MiB and two passes cost
 * us some 30 ms a sign-in and an attacker memory for every guess. Hashing runs in Node's thread pool, not on the
 * event loop.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

const deriveKey = promisify(argon2);

type Cost = Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism'>;

const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{22,86})\$([A-Za-z0-9+/]{43,86})$/;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, KEY_BYTES, COST);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(key)}`;
}

export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, key] = PHC.exec(hash) ?? [];
  if (!salt || !key) throw new Error('The stored password hash is not an argon2id hash in PHC format; the account needs a new password.');
  const expected = Buffer.from(key, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), expected.length, cost), expected);
}

/** Takes the time of a verification and says no: for unknown users, or the answer's delay would tell which addresses exist. */
export async function verifyNothing(password: string): Promise<false> {
  await derive(password, NO_SALT, KEY_BYTES, COST);
  return false;
}

const NO_SALT = Buffer.alloc(SALT_BYTES);

/** NFKC, since the same password comes composed from one keyboard and decomposed or full-width from another. */
function derive(password: string, nonce: Buffer, tagLength: number, cost: Cost): Promise<Buffer> {
  return deriveKey('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
