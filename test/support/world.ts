/**
 * An organisation with at least one record of every model, made as its people and partners would make them.
 * Every text in it carries the organisation's own word, so that whatever leaks from it is recognised.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { importMail } from '../../src/crm/interactions/import-mail.ts';
import { ownSide } from '../../src/crm/interactions/own-side.ts';
import { encodeId } from '../../src/kernel/ids.ts';
import type { ModelSpec } from '../../src/kernel/model.ts';
import { asSystem } from '../../src/platform/graphql/as-system.ts';
import { PASSWORD, type Tenant, type TestApp } from './app.ts';
import { Client } from './client.ts';
import { fillCampaigns } from './world-campaigns.ts';
import { fillMail } from './world-mail.ts';
import { fillClocks } from './world-clocks.ts';
import { fillJobs } from './world-jobs.ts';
import { fillOpportunities } from './world-opportunities.ts';
import { fillTickets } from './world-tickets.ts';

export interface World extends Tenant {
  /** Stands in every text of the organisation and in no other's. */
  readonly word: string;
  /** An API key that holds every permission. */
  readonly key: Client;
  /** A colleague with no role but one that permits nothing. */
  readonly nobody: Client;
  readonly nobodyEmail: string;
  /** Secrets that were told once, and must be kept nowhere. */
  readonly secrets: readonly string[];
  /** Public ids by the name of the model, the oldest first. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

export async function fill(app: TestApp): Promise<World> {
  const tenant = await app.tenant();
  const { administrator } = tenant;
  const word = `kanarek${randomBytes(5).toString('hex')}`;
  const email = (name: string): string => `${name}@${word}.example`;

  const make: Make = async <T>(name: string, selection: string, input: object): Promise<T> => {
    const payload = await mutate<T>(administrator, name, selection, input);
    assert.deepEqual(payload.userErrors, [], name);
    return payload;
  };
  const { viewer } = await administrator.ask<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }');

  await make('organizationUpdate', 'organization { id }', { name: `House of ${word}`, mailDomains: [`own-${word}.example`] });
  const { role } = await make<Made<'role'>>('roleDefine', 'role { id }', { name: `Guests of ${word}`, description: word, permissions: [], reach: 'OWN' });
  const { user } = await make<Made<'user'>>('userCreate', 'user { id }', { name: `Nemo ${word}`, email: email('nemo'), password: PASSWORD, roleIds: [role.id] });
  const { team } = await make<Made<'team'>>('teamCreate', 'team { id }', { name: `Team ${word}`, memberIds: [user.id] });
  const { secret } = await make<{ secret: string }>('apiKeyCreate', 'secret apiKey { id }', { name: `Key ${word}`, permissions: viewer.permissions });

  const customer = async (given: string, more: object): Promise<string> => (await make<Made<'customer'>>('customerCreate', 'customer { id }', {
    kind: 'PERSON', givenName: given, familyName: word, addressAs: `${given} ${word}`, ownerId: tenant.administratorId, teamId: team.id, tags: [`tag ${word}`],
    contactPoints: [{ kind: 'EMAIL', value: email(given), label: word }, { kind: 'HANDLE', value: `telegram:${given}_${word}` }], ...more,
  })).customer.id;
  const [anna, bruno] = [await customer('anna', { language: 'cs', timeZone: 'Europe/Prague' }), await customer('bruno', { ownerId: user.id, teamId: null })];
  await make('externalIdSet', 'customer { id }', { customerId: anna, system: 'erp', value: `erp ${word}` });
  await make('customerRelate', 'relationship { id }', { customerId: anna, type: 'EMPLOYEE_OF', toCustomerId: bruno, role: `Head of ${word}` });

  const { channel } = await make<Made<'channel'>>('channelCreate', 'channel { id }', { kind: 'CHAT', name: `Chat ${word}`, address: email('chat') });
  const { conversation } = await make<Made<'conversation'>>('conversationStart', 'conversation { id }', { customerId: anna, channelId: channel.id, subject: `About ${word}` });
  await make('interactionLog', 'interaction { id }', {
    customerId: anna, kind: 'CALL', direction: 'INBOUND', channelId: channel.id, conversationId: conversation.id, subject: `Call ${word}`, text: `Said ${word}`,
    call: { fromNumber: '+420601123456', outcome: 'ANSWERED' }, disposition: word, agentId: user.id,
    participants: [{ role: 'ATTENDEE', name: `Somebody ${word}`, address: email('somebody'), customerId: bruno, userId: user.id }],
  });
  await make('messageReceive', 'interaction { id }', {
    channelId: channel.id, externalId: `m ${word}`, externalConversationId: `c ${word}`, from: { kind: 'EMAIL', value: email('carla'), name: `Carla ${word}` },
    subject: `Question ${word}`, html: `<p>Hello ${word}</p>`,
  });
  await asSystem(app.app.host, tenant.id, 'import', (transaction) => importMail([{
    messageId: `<1@${word}.example>`, references: [], subject: `Letter ${word}`, cc: [], bcc: [], replyTo: [], date: new Date(), autoSubmitted: false,
    from: [{ name: `Dora ${word}`, address: email('dora') }], to: [{ name: 'Us', address: `us@own-${word}.example` }], text: `Dear ${word}`, contentHash: word,
    attachments: [{ fileName: `${word}.pdf`, contentType: 'application/pdf', size: 3, inline: false, hash: 'a'.repeat(64) }],
  }], { isOwn: ownSide({ addresses: [], domains: [`own-${word}.example`] }), openSince: new Date(0) }, transaction));
  await fillJobs(app, tenant.id, word);
  await fillClocks(make, { word, customer: anna, user: user.id, team: team.id, administrator: tenant.administratorId });

  await fillMail(app, administrator, word, anna);
  await fillOpportunities({ make, word, customer: anna, contact: bruno, owner: user.id, team: team.id });
  await fillTickets(make, { word, customer: anna, conversation: conversation.id, user: user.id, team: team.id });
  await fillCampaigns(app, tenant.id, { make, word, customer: anna });

  const nobody = await Client.signIn(app.url, email('nemo'), PASSWORD);
  return {
    ...tenant, word, nobody, nobodyEmail: email('nemo'), key: new Client(app.url, secret), ids: await idsOf(app, tenant.id),
    secrets: [secret, PASSWORD, nobody.credential ?? '', administrator.credential ?? ''],
  };
}

export type Made<N extends string> = { readonly [K in N]: { readonly id: string } };

/** Runs a mutation that must succeed, and answers what was selected of its payload. */
export type Make = <T>(name: string, selection: string, input: object) => Promise<T>;

/** The payload of a mutation by its name. */
export async function mutate<T>(
  client: Client, name: string, selection: string, input: object,
): Promise<T & { userErrors: { code: string; message: string }[] }> {
  const document = `mutation ($input: ${inputOf(name)}!) { it: ${name}(input: $input) { ${selection} userErrors { code message field } } }`;
  const { it } = await client.ask<{ it: T & { userErrors: { code: string; message: string }[] } }>(document, { input });
  return it;
}

const inputOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;

/** Of every model, bookkeeping included, as the owner of the database sees them. */
async function idsOf({ app, database }: TestApp, tenant: string): Promise<World['ids']> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const ids = new Map<string, string[]>();
    for (const model of app.host.models.values()) {
      ids.set(model.name, await idsIn(owner, model, tenant));
    }
    return ids;
  } finally {
    await owner.end();
  }
}

async function idsIn(owner: pg.Client, model: ModelSpec, tenant: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(`select id from "${model.table}" where tenant_id = $1 order by id limit 20`, [tenant]);
  assert.ok(rows.length > 0, `this organisation needs a ${model.name}: make one in fill()`);
  return rows.map(({ id }) => encodeId(model, id));
}
