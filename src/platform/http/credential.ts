/** The credential in an `Authorization` header, or in the field of that name in `connection_init`. */
import { Unauthenticated } from '../../kernel/refusal.ts';

/** Null when nothing was sent. What it is worth is for whoever issued it to say. */
export function credentialIn(authorization: unknown): string | null {
  if (authorization === undefined || authorization === null || authorization === '') return null;
  const credential = typeof authorization === 'string' ? /^Bearer +(\S+)\s*$/i.exec(authorization)?.[1] : undefined;
  if (!credential) throw new Unauthenticated('The Authorization is not of the form `Bearer …`, with an access token or an API key behind it.');
  return credential;
}
