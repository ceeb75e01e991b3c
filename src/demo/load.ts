/**
 * Loads the demo organisation through the same mutations that everybody uses, so what it shows is what
 * the API does. It goes only into an installation that has not begun.
 */
import { randomUUIDv7 } from 'node:crypto';
import { graphql } from 'graphql';
import pg from 'pg';
import type { App } from '../app.ts';
import { createOrganization } from '../crm/identity/create-organization.ts';
import { systemActor } from '../kernel/actor.ts';
import { splitId } from '../kernel/ids.ts';
import { asSystem } from '../platform/graphql/as-system.ts';
import { Execution } from '../platform/graphql/execution.ts';
import { addCampaigns } from './campaigns.ts';
import { loadOpportunities, type RunAt } from './load-opportunities.ts';
import { addTasks } from './tasks.ts';
import { colleagues, employments, organization, PASSWORD, stories, type Colleague, type Contact, type Story } from './shop.ts';
import { serve } from './tickets.ts';

export async function loadDemo(app: App): Promise<void> {
  const tenant = randomUUIDv7();
  const [first, ...others] = colleagues;
  const { administrator } = await asSystem(app.host, tenant, 'demo', (transaction) =>
    createOrganization({ ...organization, administrator: { ...first, password: PASSWORD } }, transaction));
  const run = mutations(app, tenant, administrator.id);
  const roles = await roleIds(run);
  const users = await addColleagues(run, others, roles);
  const channels = {
    MESSAGE: await run.id('channelCreate', { kind: 'EMAIL', name: 'Support mail', address: 'hello@kolibrik.example' }),
    CALL: await run.id('channelCreate', { kind: 'PHONE', name: 'Support line', address: '+420224999000' }),
  };
  const customers = new Map<string, string>();
  for (const story of stories) customers.set(addressOf(story.customer), await tell(run, story, users, channels));
  for (const { person, at, title } of employments) {
    const id = await run.id('customerCreate', person);
    customers.set(addressOf(person), id);
    await run.id('customerRelate', { customerId: id, toCustomerId: customers.get(at), type: 'EMPLOYEE_OF', role: title }, 'relationship');
  }
  const runAt: RunAt = (hoursAgo, by, name, input, shows) => mutations(app, tenant, splitId(by)?.id ?? administrator.id, hoursAgo).id(name, input, shows);
  await loadOpportunities(runAt, run.ask, { customers, users, administrator: administrator.id });
  await addTasks(run, { users, customers });
  await serve(run, users, customers);
  await addCampaigns(app, tenant, run, runAt, users);
}

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly role: Colleague['role'];
}

/** Those of everybody in the demo, the administrator first; none without the demo. */
export async function demoSignIns(ownerUrl: string): Promise<SignIn[]> {
  const owner = await connected(ownerUrl);
  try {
    const { rowCount } = await owner.query(`select 1 from "user" where email_key = $1 and status = 'ACTIVE'`, [colleagues[0].email]);
    return rowCount === 0 ? [] : colleagues.map(({ email, role }) => ({ email, password: PASSWORD, role }));
  } finally {
    await owner.end();
  }
}

export function signInLines(signIns: readonly SignIn[]): string[] {
  const width = Math.max(...signIns.map(({ email }) => email.length));
  return signIns.map(({ email, password, role }) => `${email.padEnd(width)}  ${password}  ${role.toLowerCase()}`);
}

export type Run = ReturnType<typeof mutations>;

/** Mutations and queries as somebody who may do everything, so many hours before now, each expected to succeed. */
function mutations(app: App, tenant: string, user: string, hoursAgo = 0) {
  const host = { ...app.host, now: () => new Date(app.host.now().getTime() - hoursAgo * 3_600_000) };
  const actor = { ...systemActor(tenant), kind: 'USER' as const, id: user };
  const ask = async (source: string, variableValues: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const execution = new Execution(host, actor, { id: 'demo', address: '' });
    try {
      const { data, errors } = await graphql({ schema: app.schema, source, variableValues, contextValue: execution });
      if (errors?.[0]) throw errors[0];
      return data as Record<string, unknown>;
    } finally {
      await execution.end();
    }
  };
  return {
    ask,
    /** Runs a mutation and answers the id of what it made. */
    async id(name: string, input: object, made = name.replace(/[A-Z].*/, '')): Promise<string> {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const data = await ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${made} { id } userErrors { message } } }`, { input });
      const payload = data[name] as Record<string, { id: string } | null> & { userErrors: { message: string }[] };
      const id = payload[made]?.id;
      if (!id) throw new Error(`${name}: ${payload.userErrors.map(({ message }) => message).join(' ')}`);
      return id;
    },
  };
}

async function roleIds(run: Run): Promise<Map<string, string>> {
  const data = await run.ask('{ roles(first: 100) { nodes { id builtIn } } }', {});
  const { nodes } = data['roles'] as { nodes: { id: string; builtIn: string }[] };
  return new Map(nodes.map(({ id, builtIn }) => [builtIn, id]));
}

async function addColleagues(run: Run, others: readonly Colleague[], roles: Map<string, string>): Promise<Map<string, string>> {
  const users = new Map<string, string>();
  const teams = new Map<string, string[]>();
  for (const { name, email, role, locale, team } of others) {
    const id = await run.id('userCreate', { name, email, locale, password: PASSWORD, roleIds: [roles.get(role)] });
    users.set(email, id);
    if (team) teams.set(team, [...(teams.get(team) ?? []), id]);
  }
  for (const [name, memberIds] of teams) await run.id('teamCreate', { name, memberIds });
  return users;
}

const addressOf = (customer: Story['customer']): string => (customer['contactPoints'] as { value: string }[])[0]?.value ?? '';

/** A customer and everything that happened with them. */
async function tell(run: Run, story: Story, users: Map<string, string>, channels: Record<string, string>): Promise<string> {
  const { customer, owner, tags, contacts } = story;
  const customerId = await run.id('customerCreate', { ...customer, tags, ownerId: owner ? users.get(owner) : undefined });
  let conversationId: string | undefined;
  for (const contact of contacts) {
    if (contact.kind === 'MESSAGE') {
      conversationId ??= await run.id('conversationStart', { customerId, channelId: channels['MESSAGE'], subject: contact.subject });
    }
    await run.id('interactionLog', { ...logged(contact), customerId, conversationId: contact.kind === 'MESSAGE' ? conversationId : undefined,
      channelId: contact.kind === 'CALL' ? channels['CALL'] : undefined });
  }
  return customerId;
}

function logged({ hoursAgo, minutes, ...contact }: Contact): object {
  const startedAt = new Date(Date.now() - hoursAgo * 3_600_000);
  return {
    ...contact,
    startedAt: startedAt.toISOString(),
    endedAt: minutes ? new Date(startedAt.getTime() + minutes * 60_000).toISOString() : undefined,
  };
}

/** Whether there is any organisation, the demo's or another. */
export async function hasBegun(ownerUrl: string): Promise<boolean> {
  const owner = await connected(ownerUrl);
  try {
    return ((await owner.query('select 1 from organization limit 1')).rowCount ?? 0) > 0;
  } finally {
    await owner.end();
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
