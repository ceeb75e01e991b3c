/**
 * Rights as they are stored at this moment, by the definer functions that may look before a tenant is
 * known. Null: the user is deactivated, the session over, the key revoked or expired.
 */
import DataLoader from 'dataloader';
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
  readonly hash: string;
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
  return found ? userActor(who, found, catalogue) : null;
}

export interface Rights {
  ofUser(who: UserIdentity): Promise<Actor | null>;
  ofApiKey(hash: string): Promise<{ readonly actor: Actor; readonly lastUsedAt: Date | null } | null>;
}

/** All that are asked for in one turn are looked up by one statement. */
export function createRights(ask: Ask, catalogue: Catalogue, now: () => Date): Rights {
  const terms = { cache: false, maxBatchSize: 1000 };
  const users = new DataLoader(async (all: readonly UserIdentity[]) => {
    const found = await ask<UserRights & { place: string }>(
      'rights_of_users', all.map(({ tenant }) => tenant), all.map(({ id }) => id), all.map(({ session }) => session), now());
    const rights = new Map(found.map((row) => [Number(row.place), row]));
    return all.map((_, i) => rights.get(i + 1) ?? null);
  }, terms);
  const keys = new DataLoader(async (hashes: readonly string[]) => {
    const found = new Map((await ask<KeyRights>('rights_of_api_keys', [...new Set(hashes)], now())).map((row) => [row.hash, row]));
    return hashes.map((hash) => found.get(hash) ?? null);
  }, terms);

  return {
    async ofUser(who) {
      const found = await users.load(who);
      return found && userActor(who, found, catalogue);
    },
    async ofApiKey(hash) {
      const found = await keys.load(hash);
      return found && { actor: keyActor(found, catalogue), lastUsedAt: found.last_used_at };
    },
  };
}

const userActor = (who: UserIdentity, { roles, teams }: UserRights, catalogue: Catalogue): Actor =>
  ({ kind: 'USER', ...who, ...rightsOf(roles, catalogue), teams });

function keyActor({ id, tenant, permissions, hidden_fields: hiddenFields, expires_at: expiresAt }: KeyRights, catalogue: Catalogue): Actor {
  const terms = { builtIn: null, reach: 'ALL' as const, permissions, hiddenFields };
  return { kind: 'API_KEY', id, tenant, session: null, expiresAt, teams: [], ...rightsOf([terms], catalogue) };
}
