/** The secret of a partner's API key, `rpk_live_…`: shown once when made, afterwards known by its first characters only. */
import { createSecret, readSecret } from './checked-secret.ts';

const PREFIX = 'rpk_live_';
const SHOWN = 4;

/** `prefix` is for lists, so that an owner recognises the key; it leaves 154 bits unknown. */
export function createApiKeySecret(): { secret: string; prefix: string; hash: string } {
  const { secret, hash } = createSecret(PREFIX);
  return { secret, prefix: secret.slice(0, PREFIX.length + SHOWN), hash };
}

export function readApiKeySecret(text: string): { hash: string } | { wrong: string } {
  return readSecret(text, PREFIX, 'an API key');
}
