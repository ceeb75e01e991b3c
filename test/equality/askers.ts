/**
 * Who asks, in two organisations: administrators, people of every reach with fields hidden from them and permissions
 * taken from them, partners' keys of few scopes, somebody without any right, a stranger, and one who is not let in.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { ReachLevel } from '../../src/kernel/actor.ts';
import { PASSWORD, type TestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { mutate, type World } from '../support/world.ts';

export interface Asker {
  readonly name: string;
  readonly credential: string | null;
  /** 0 or 1. */
  readonly of: number;
  /** Null: nothing, or nobody. */
  readonly reach: ReachLevel | null;
  /** Public id, of those who were made to ask. */
  readonly user?: string;
}

const REACHES = ['OWN', 'TEAM', 'ALL'] as const;

/** `people`: how many of each reach. The same seed gives them the same rights. */
export async function askersOf(app: TestApp, worlds: readonly [World, World], seed: number, people: number): Promise<Asker[]> {
  const { permissions, hideable } = app.app.host.ports.catalogue;
  const [world, other] = worlds;
  const most = fc.subarray([...permissions.keys()], { minLength: Math.ceil(permissions.size / 2) });
  const rights = fc.record({ permissions: fc.oneof(fc.constant([...permissions.keys()]), most), hiddenFields: fc.subarray([...hideable], { minLength: Math.ceil(hideable.size / 3) }) });
  const drawn = fc.sample(rights, { seed, numRuns: REACHES.length * people });
  const scopes = fc.sample(fc.subarray([...permissions.keys()].filter((name) => name.endsWith(':read'))), { seed, numRuns: 4 });

  const askers: Asker[] = [
    { name: 'administrator', credential: world.administrator.credential, of: 0, reach: 'ALL' },
    { name: 'administrator of the other organisation', credential: other.administrator.credential, of: 1, reach: 'ALL' },
    { name: 'nobody in particular', credential: world.nobody.credential, of: 0, reach: null },
    { name: 'stranger', credential: null, of: 0, reach: null },
    { name: 'one who is not let in', credential: 'rpk_live_nobody', of: 0, reach: null },
  ];
  const colleagues: { id: string; client: Client }[] = [];
  for (const [n, { permissions: held, hiddenFields }] of drawn.entries()) colleagues.push(await colleague(app, world, { reach: REACHES[n % REACHES.length], permissions: held, hiddenFields }));
  const [teamId] = world.ids.get('Team') ?? [];
  await made(world, 'teamUpdate', '__typename', { teamId, memberIds: colleagues.map(({ id }) => id) });
  for (const [n, { permissions: held, hiddenFields }] of drawn.entries()) {
    const reach = REACHES[n % REACHES.length]!;
    const { id: user, client } = colleagues[n]!;
    const lacks = [...permissions.keys()].filter((name) => !held.includes(name));
    askers.push({ name: `one who reaches ${reach}, without ${lacks.join(' ') || 'nothing'}, ${hiddenFields.join(' ') || 'nothing'} hidden`, credential: client.credential, of: 0, reach, user });
    if (reach !== 'ALL' || !held.includes('apiKey:create')) continue;
    askers.push({ name: `a key of theirs, ${hiddenFields.join(' ') || 'nothing'} hidden`, credential: await key(client, held), of: 0, reach });
  }
  for (const scope of [[], ...scopes]) askers.push({ name: `a key for ${scope.join(' ') || 'nothing'}`, credential: await key(world.administrator, scope), of: 0, reach: null });
  // A key's first use is noted beside the request, and would show.
  for (const { credential } of askers) await new Client(app.url, credential).send('{ __typename }');
  return askers;
}

async function made<T>({ administrator }: World, mutation: string, selection: string, input: object): Promise<T> {
  const payload = await mutate<T>(administrator, mutation, selection, input);
  assert.deepEqual(payload.userErrors, []);
  return payload;
}

async function colleague(app: TestApp, world: World, terms: object): Promise<{ id: string; client: Client }> {
  const name = randomBytes(4).toString('hex');
  const { role } = await made<{ role: { id: string } }>(world, 'roleDefine', 'role { id }', { name: `Role ${name}`, ...terms });
  const email = `${name}@${world.word}.example`;
  const { user } = await made<{ user: { id: string } }>(world, 'userCreate', 'user { id }', { name: `Colleague ${name}`, email, password: PASSWORD, roleIds: [role.id] });
  return { id: user.id, client: await Client.signIn(app.url, email, PASSWORD) };
}

async function key(client: Client, permissions: readonly string[]): Promise<string> {
  const { secret, userErrors } = await mutate<{ secret: string }>(client, 'apiKeyCreate', 'secret', { name: 'Partner', permissions });
  assert.deepEqual(userErrors, []);
  return secret;
}
