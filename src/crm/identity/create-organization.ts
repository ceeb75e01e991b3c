/**
 * How an organisation begins: with its built-in roles, a first administrator, and what later modules give it. Its transaction is opened
 * by Rapport itself (`systemActor`) in a tenant whose fresh id nobody has yet; the organisation takes that id.
 */
import type { Transaction } from '../../kernel/context.ts';
import { BuiltInRole } from './built-in-role.ts';
import { newPasswordHash } from './new-password.ts';
import { Organization, type OrganizationSettings } from './organization.ts';
import { Role, RoleGrant } from './role.ts';
import { User } from './user.ts';

export interface Founding extends OrganizationSettings {
  readonly administrator: { readonly name: string; readonly email: string; readonly password: string };
}

export interface Founded {
  readonly organization: Organization;
  readonly administrator: User;
  readonly roles: Readonly<Record<BuiltInRole, Role>>;
}

export async function createOrganization({ administrator: first, ...settings }: Founding, transaction: Transaction): Promise<Founded> {
  const { add, actor, ports } = transaction;
  const { name, email, password } = first;
  const organization = add(Organization.create(actor.tenant, settings));
  const roles = Object.fromEntries(Object.values(BuiltInRole).map((kind) => [kind, add(Role.builtIn(kind))])) as Record<BuiltInRole, Role>;
  const administrator = add(User.create({ name, email, passwordHash: await newPasswordHash(password, email, 'password') }));
  add(RoleGrant.create(administrator, roles.ADMINISTRATOR));
  for (const begin of ports.beginnings) await begin(transaction);
  return { organization, administrator, roles };
}
