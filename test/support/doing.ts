/** Mutations by typed documents: those that must be done, those that must be refused, and the people who do them. */
import assert from 'node:assert/strict';
import { AddColleague, MakeTeam, RolesOfTenant } from '../crm/customers.documents.ts';
import { PASSWORD } from './app.ts';
import { Client, type Document } from './client.ts';
import type { BuiltInRole } from './graphql/graphql.ts';

type InputOf<V> = V extends { input: infer I } ? I : never;
type Payload<R> = NonNullable<R[keyof R]>;
interface Told { readonly userErrors: readonly { readonly code: string; readonly message: string; readonly field?: readonly string[] | null }[]; readonly position?: string | null }

export async function payload<R, V>(client: Client, document: Document<R, V>, input: InputOf<V>): Promise<Payload<R> & Told> {
  const data = await client.ask(document, { input } as V);
  return Object.values(data as object)[0] as Payload<R> & Told;
}

export async function done<R, V>(client: Client, document: Document<R, V>, input: InputOf<V>): Promise<Payload<R> & Told> {
  const answer = await payload(client, document, input);
  assert.deepEqual(answer.userErrors, []);
  return answer;
}

/** The refusals, each as code and path. */
export async function refused<R, V>(client: Client, document: Document<R, V>, input: InputOf<V>): Promise<[string, string | null][]> {
  const { userErrors, position } = await payload(client, document, input);
  assert.equal(position, null);
  return userErrors.map(({ code, field }) => [code, field?.join('.') ?? null]);
}

export interface Colleague {
  readonly id: string;
  readonly client: Client;
}

let colleagues = 0;
export async function colleague(administrator: Client, role: BuiltInRole): Promise<Colleague> {
  const { roles } = await administrator.ask(RolesOfTenant);
  const email = `colleague-${colleagues += 1}@example.com`;
  const roleId = roles.nodes.find(({ builtIn }) => builtIn === role)?.id ?? '';
  const { user } = await done(administrator, AddColleague, { name: `Colleague ${colleagues}`, email, password: PASSWORD, roleIds: [roleId] });
  return { id: user?.id ?? '', client: await Client.signIn(administrator.url, email, PASSWORD) };
}

export async function team(administrator: Client, memberIds: string[]): Promise<string> {
  return (await done(administrator, MakeTeam, { name: `Team ${colleagues += 1}`, memberIds })).team?.id ?? '';
}
