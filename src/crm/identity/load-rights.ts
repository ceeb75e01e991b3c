/**
 * Rights as they are stored at this moment, by the definer functions that may look before a tenant is
 * known. Null: the user is deactivated, the session over, the key revoked or expired.
 */
import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { Catalogue } from '../../kernel/module.ts';
import { rightsOf, type RoleTerms } from './rights.ts';

export type Ask = Context['ask'];

interface UserRights {
  readonly teams: string[];
  readonly roles: RoleTerms[];
}

interface KeyRights {
  readonly id: string;
  readonly tenant: string;
  readonly permissions: string[];
  readonly hidden_fields: string[];
  readonly expires_at: Date | null;
  readonly last_used_at: Date | null;
}

export interface UserIdentity {
  readonly tenant: string;
  readonly id: string;
  readonly session: string;
  readonly expiresAt: Date | null;
}

/** `fresh`: the session is only being made. */
export async function loadUser(ask: Ask, catalogue: Catalogue, who: UserIdentity, at: Date, fresh = false): Promise<Actor | null> {
  const [found] = await ask<UserRights>('user_rights', who.tenant, who.id, fresh ? null : who.session, at);
  return found ? { kind: 'USER', ...who, ...rightsOf(found.roles, catalogue), teams: found.teams } : null;
}

export async function loadApiKey(ask: Ask, catalogue: Catalogue, hash: string, at: Date): Promise<{ actor: Actor; lastUsedAt: Date | null } | null> {
  const [found] = await ask<KeyRights>('api_key_rights', hash, at);
  if (!found) return null;
  const { id, tenant, expires_at: expiresAt, last_used_at: lastUsedAt } = found;
  const terms = { builtIn: null, reach: 'ALL' as const, permissions: found.permissions, hiddenFields: found.hidden_fields };
  return { lastUsedAt, actor: { kind: 'API_KEY', id, tenant, session: null, expiresAt, teams: [], ...rightsOf([terms], catalogue) } };
}
