/** What domain code may ask of the world outside its module and the database; the platform provides it. */
import type { Beginnings, Catalogue } from './module.ts';

export interface Ports {
  readonly catalogue: Catalogue;
  /** Of all modules, in their order. */
  readonly beginnings: readonly Beginnings[];
  readonly tokens: TokenIssuer;
  readonly links: LinkSigner;
  readonly files: FileStore;
}

export interface TokenIssuer {
  /** A short-lived access token for a session of a user, by their public ids: others may read it. */
  issue(claims: { user: string; tenant: string; session: string }): Promise<{ token: string; expiresAt: Date }>;
  readonly refreshLifetimeMs: number;
}

export interface LinkSigner {
  /** A link to a stored file that anybody may follow for a short while. */
  file(file: { tenant: string; hash: string; fileName: string; contentType: string }): string;
}

export interface FileStore {
  /** Keeps content under the organisation and its own hash, which it answers. */
  put(tenant: string, content: Uint8Array): Promise<{ hash: string; size: number }>;
}
