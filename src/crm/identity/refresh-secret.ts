/**
 * The opaque refresh token of a session, `rpr_…`: replaced at each use, and only hashes are stored. All
 * tokens of a session share their first half, the family: so any earlier one is recognised as used
 * before, however long ago, although none of them is remembered.
 */
import { createHash } from 'node:crypto';
import { createSecret, readSecret } from './checked-secret.ts';

const PREFIX = 'rpr_';
const FAMILY = 15; // characters, 89 bits: not to be guessed, and neither are the other 89

/** `after`: the token it replaces. */
export function createRefreshSecret(after?: string): { secret: string; family: string; hash: string } {
  const { secret, hash } = createSecret(PREFIX, after?.slice(PREFIX.length, PREFIX.length + FAMILY));
  return { secret, hash, family: familyOf(secret) };
}

export function readRefreshSecret(text: string): { family: string; hash: string } | { wrong: string } {
  const reading = readSecret(text, PREFIX, 'a refresh token');
  return 'wrong' in reading ? reading : { ...reading, family: familyOf(text) };
}

function familyOf(secret: string): string {
  return createHash('sha256').update(secret.slice(0, PREFIX.length + FAMILY)).digest('hex');
}
