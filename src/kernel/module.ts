/** A capability of the product, as data: what it stores, answers, announces and permits. `app.ts` hands the list of them to the platform, which knows none by name. */
import type { Transaction } from './context.ts';
import type { EventCatalogue } from './events.ts';
import type { ModelClass } from './fields.ts';
import { modelOf } from './model.ts';
import type { PublicPage } from './public-page.ts';
import type { RefusalCatalogue } from './refusal.ts';
import type { JobKind, Reaction, Timer } from './work.ts';

/** The roles every organisation has. The administrator holds every permission without being listed. */
export type BuiltInRole = 'supervisor' | 'agent' | 'seller' | 'marketer' | 'readOnly';

export interface PermissionGrant {
  readonly description: string;
  readonly roles: readonly BuiltInRole[];
}

/** What all modules together permit, may hide and do by themselves: what roles and API keys are made of, and jobs run by. */
export interface Catalogue {
  readonly permissions: ReadonlyMap<string, PermissionGrant>;
  /** Fields a role may hide, as `Customer.email`. */
  readonly hideable: ReadonlySet<string>;
  readonly reactions: ReadonlyMap<string, Reaction>;
  readonly jobs: ReadonlyMap<string, JobKind>;
}

/** Makes what every organisation has from its beginning, in the transaction that makes the organisation. */
export type Beginnings = (transaction: Transaction) => Promise<void>;

export interface Module {
  readonly name: string;
  readonly description: string;
  /** In an order in which each links only to those before it, or to itself. */
  readonly models: readonly ModelClass[];
  readonly resolvers: readonly object[];
  readonly beginnings?: Beginnings;
  readonly permissions: Readonly<Record<string, PermissionGrant>>;
  readonly events: EventCatalogue;
  readonly refusals: RefusalCatalogue;
  /** What it does when others, or it itself, announce something. */
  readonly reactions?: readonly Reaction[];
  readonly timers?: readonly Timer[];
  readonly jobs?: readonly JobKind[];
  /** What people see who are no users, by a link. */
  readonly pages?: readonly PublicPage[];
}

/** `common`: permissions of no module. */
export function catalogueOf(modules: readonly Module[], common: Readonly<Record<string, PermissionGrant>> = {}): Catalogue {
  const models = modules.flatMap((module) => module.models.map(modelOf));
  return {
    permissions: new Map([common, ...modules.map((module) => module.permissions)].flatMap((permissions) => Object.entries(permissions))),
    hideable: new Set(models.flatMap(({ name, fields }) => fields.filter((field) => field.hideable).map((field) => `${name}.${field.name}`))),
    reactions: byName(modules.flatMap((module) => module.reactions ?? [])),
    jobs: byName(modules.flatMap((module) => module.jobs ?? [])),
  };
}

const byName = <T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> => new Map(all.map((one) => [one.name, one]));
