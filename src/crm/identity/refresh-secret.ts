/** The opaque refresh token of a session, `rpr_…`: replaced at each use, and only its hash is stored. */
import { createSecret, readSecret } from './checked-secret.ts';

const PREFIX = 'rpr_';

export function createRefreshSecret(): { secret: string; hash: string } {
  return createSecret(PREFIX);
}

export function readRefreshSecret(text: string): { hash: string } | { wrong: string } {
  return readSecret(text, PREFIX, 'a refresh token');
}
