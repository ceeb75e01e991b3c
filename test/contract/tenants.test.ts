/**
 * Two organisations on one installation: whoever asks in one of them, whatever operation they call and
 * wherever they put an id of the other, the answer is the one an id of nothing gets. The calls are made from
 * the schema, so an operation added tomorrow is tried tomorrow.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { modules } from '../../src/crm/modules.ts';
import { encodeId } from '../../src/kernel/ids.ts';
import type { ModelSpec } from '../../src/kernel/model.ts';
import { PUBLIC } from '../../src/kernel/operations.ts';
import { encodePosition } from '../../src/kernel/position.ts';
import { PASSWORD, startTestApp, type TestApp } from '../support/app.ts';
import { Calls, type Call, type Filling, type Operation, type Slot } from '../support/calls.ts';
import type { Client } from '../support/client.ts';
import { fill, mutate, type World } from '../support/world.ts';

/** The walk is about who is answered, not about how much. */
const limits = {
  characters: 1_000_000, tokens: 100_000, depth: 30, aliases: 10_000, fields: 100_000, requestPoints: 1e9, bucketPoints: 1e9, pointsPerSecond: 1e6,
};
/** What an id of nothing is told where it is not the usual `NOT_FOUND`. */
const TOLD = new Map([
  ['signIn(input.organizationId)', 'SIGN_IN_FAILED'],
  ['ticketReply(input.conversationId)', 'CONVERSATION_OF_ANOTHER'],
]);
/** For whom there is nothing to do, and nothing is said. */
const IDLE = new Set(['ticketUnfollow(input.userId)']);

/** What was asked and not looked up. */
const overlooked = new Set<string>();

let app: TestApp;
let calls: Calls;
/** Whose data are to stay unseen, and who looks. */
let theirs: World;
let ours: World;
let owner: pg.Client;
before(async () => {
  app = await startTestApp({ limits });
  calls = new Calls(app.app.schema, modules);
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  theirs = await fill(app);
  ours = await fill(app);
});
after(async () => {
  await owner.end();
  await app.stop();
});

const first = (world: World, model: ModelSpec): string => world.ids.get(model.name)![0]!;
const nothing = (model: ModelSpec): string => encodeId(model, randomUUID());
const slotName = ({ name }: Operation, { path }: Slot): string => `${name}(${path.join('.')})`;

const filling = (operation: Operation): Filling => ({
  own: (model) => first(ours, model),
  examples: {
    'SignInInput.email': ours.email, 'SignInInput.password': PASSWORD, 'UserCreateInput.password': 'another long pass phrase',
    'UserCreateInput.email': `${randomUUID()}@example.com`, 'RoleDefineInput.permissions': [], 'TaskCreateInput.dueIn': 'PT1H', 'TaskRescheduleInput.dueIn': 'PT1H',
    'TicketOpenInput.subject': 'Question', 'TicketHoldInput.until': new Date(Date.now() + 86_400_000).toISOString(),
    // The last of them sends mail, and the last campaign names its audience.
    'CampaignPlanInput.channelId': ours.ids.get('Channel')?.at(-1), 'CampaignCustomersAddInput.campaignId': ours.ids.get('Campaign')?.at(-1),
    'serviceLevelAttainment.from': new Date(Date.now() - 86_400_000).toISOString(), 'serviceLevelAttainment.until': new Date(Date.now() + 86_400_000).toISOString(),
  },
  ...(operation.of === null ? {} : { record: ours.ids.get(operation.of)?.[0] ?? '' }),
});

interface Told {
  readonly text: string;
  readonly data: Record<string, unknown> | null;
  readonly codes: readonly string[];
}

/** The answer without what differs from request to request: the id that was asked for, and the points that are left. */
async function told(client: Client, { document, variables }: Call, given: readonly string[]): Promise<Told> {
  const { status, data, errors, extensions } = await client.send(document, variables);
  const { requested, actual } = extensions.cost;
  const answer = JSON.stringify({ status, data, errors, requested, actual });
  const text = given.reduce((left, id) => left.replaceAll(id, '(the id)'), answer);
  assert.ok(!answer.includes(theirs.word), `a word of theirs in ${answer.slice(0, 500)}`);
  assert.ok(!text.includes('"code":"INTERNAL"'), `${document}: ${text.slice(0, 500)}`);
  const strangers = [...theirs.ids.values()].flat().filter((id) => text.includes(id));
  assert.deepEqual(strangers, [], `ids of theirs in ${text.slice(0, 500)}`);
  const payload = Object.values(data ?? {})[0] as { userErrors?: { code: string }[] } | null;
  return { text, data, codes: [...errors.map((error) => error.extensions.code), ...(payload?.userErrors ?? []).map(({ code }) => code)] };
}

/** The same call with an id of theirs, and with one of nothing. */
async function compare(client: Client, operation: Operation, slot: Slot, theirId: string, noId: string): Promise<Told> {
  const values = filling(operation);
  const [seen, missing] = [theirId, noId].map((value) => ({ value, call: calls.call(operation, { ...values, slot, value }) }));
  const answer = await told(client, seen!.call, [theirId]);
  const control = await told(client, missing!.call, [noId]);
  assert.equal(answer.text, control.text, `${slotName(operation, slot)} tells an id of theirs from one of nothing`);
  return control;
}

/** What was compared is that there is no such record, and not an error on the way. */
function lookedUp(operation: Operation, slot: Slot, { codes, text }: Told, client: Client): void {
  const name = slotName(operation, slot);
  const wanted = (code: string): boolean => (TOLD.has(name) ? code === TOLD.get(name) : code.endsWith('NOT_FOUND'));
  const onlyPeople = client === ours.key && codes.includes('PEOPLE_ONLY');
  if (!codes.some(wanted) && !onlyPeople && !IDLE.has(name)) overlooked.add(`${name} was not looked up but answered ${text.slice(0, 400)}: give an example`);
}

/** Bookkeeping is not to be had by anybody; and who asks for events after nothing gets none. */
const shows = (operation: Operation, slot: Slot, target: ModelSpec | null): boolean =>
  slotName(operation, slot) !== 'events(filter.about)' && (target === null || app.app.schema.getType(target.name) !== undefined);

/** With ids of our own the answer is another. */
async function reaches(operation: Operation, slot: Slot, target: ModelSpec | null, control: Told): Promise<void> {
  const values = filling(operation);
  const records = ours.ids.get(operation.of ?? '') ?? ['']; // what has no id is reached by a query
  for (const record of records) for (const value of target ? ours.ids.get(target.name)! : [await position(ours)]) {
    const { text } = await told(ours.administrator, calls.call(operation, { ...values, record, slot, value }), [value]);
    if (text !== control.text) return;
  }
  assert.fail(`${slotName(operation, slot)} makes no difference to the answer: it cannot be called so, give an example`);
}

const tables = async (): Promise<string[]> => (await owner.query<{ name: string }>(`
  select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)).rows.map(({ name }) => name);

async function fingerprint(tenant: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const table of await tables()) {
    const { rows: [row] } = await owner.query<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from "${table}" t where tenant_id = $1`, [tenant]);
    hashes[table] = row!.hash;
  }
  return hashes;
}

describe('an id of another organisation', () => {
  it('is answered like an id of nothing, wherever it is put and whoever puts it, and changes nothing', { timeout: 300_000 }, async () => {
    const before = await fingerprint(theirs.id);
    const tried = new Set<string>();
    for (const operation of calls.operations.filter(({ kind }) => kind !== 'subscription')) {
      for (const slot of calls.idSlots(operation)) {
        // A filter that is kept looks nothing up: whatever it names, it is asked behind the fence.
        if (operation.kind === 'mutation' && slot.path.includes('filter')) continue;
        const askers = operation.permission === PUBLIC ? [app.stranger] : [ours.administrator, ours.key, ours.nobody];
        for (const target of slot.type === 'Position' ? [null] : slot.targets) for (const client of askers) {
          const [theirId, noId] = target ? [first(theirs, target), nothing(target)] : await positions();
          const control = await compare(client, operation, slot, theirId, noId);
          if (client === ours.nobody) continue; // who is not let in looks nothing up
          if (operation.kind === 'mutation') lookedUp(operation, slot, control, client);
          else if (client === ours.administrator && shows(operation, slot, target)) await reaches(operation, slot, target, control);
        }
        tried.add(slotName(operation, slot));
      }
    }
    for (const name of ['node(id)', 'customerUpdate(input.customerId)', 'interactionLog(input.participants.customerId)', 'User.customers(filter.owner.eq)']) assert.ok(tried.has(name), name);
    assert.deepEqual([...overlooked], []);
    assert.deepEqual(await fingerprint(theirs.id), before);
  });

  it('is in no answer to a question without ids', async () => {
    for (const operation of calls.operations.filter(({ kind }) => kind === 'query' || kind === 'field')) {
      if (calls.call(operation, filling(operation)).variables['id']) continue; // tried above
      for (const client of [ours.administrator, ours.key, ours.nobody]) {
        const { codes } = await told(client, calls.call(operation, filling(operation)), []);
        assert.ok(client === ours.nobody || codes.length === 0, `${operation.name}: ${codes.join()}`);
      }
    }
  });

  it('follows nothing', { timeout: 60_000 }, async () => {
    const socket = ours.administrator.socket();
    const messages = new Map<string, { type: string; text: string }[]>();
    const follow = (name: string, operation: Operation, slot?: Slot, value?: unknown): Promise<void> => new Promise((started, failed) => {
      const { document: query, variables } = calls.call(operation, { ...filling(operation), ...(slot ? { slot, value } : {}) });
      const list: { type: string; text: string }[] = [];
      messages.set(name, list);
      socket.subscribe({ query, variables }, {
        next: ({ data, errors }) => {
          list.push({ type: errors ? String(errors[0]?.extensions?.['code']) : (Object.values(data ?? {})[0] as { type: string }).type, text: JSON.stringify({ data, errors }) });
          started();
        },
        error: (error) => {
          list.push({ type: 'error', text: JSON.stringify(error) });
          started();
        },
        complete: () => failed(new Error(`${name} ended`)),
      });
    });
    const streams = calls.operations.filter(({ kind }) => kind === 'subscription');
    for (const operation of streams) for (const slot of calls.idSlots(operation)) {
      if (slot.type === 'Position') {
        const [theirPosition, noPosition] = await positions();
        await follow(`${operation.name} after theirs`, operation, slot, theirPosition);
        await follow(`${operation.name} after nothing`, operation, slot, noPosition);
        const [answer, control] = [`${operation.name} after theirs`, `${operation.name} after nothing`].map((name) => messages.get(name)!.map(({ text }) => text).join());
        assert.match(control!, /RESYNC_REQUIRED/);
        assert.equal(answer!.replaceAll(theirPosition!, ''), control!.replaceAll(noPosition!, ''));
      } else {
        const of = (world: World): unknown => (slot.list ? [...world.ids.values()].flat().slice(0, 100) : first(world, slot.targets[0]!));
        await follow(`${slotName(operation, slot)} of theirs`, operation, slot, of(theirs));
        await follow(`${slotName(operation, slot)} of ours`, operation, slot, of(ours));
      }
    }
    await follow('changes', streams.find(({ name }) => name === 'changes')!);
    for (const world of [theirs, ours]) await touch(world);
    await settled(() => [...messages].filter(([name]) => name.endsWith('of ours')).every(([, list]) => list.length > 1) && messages.get('changes')!.length > 2);
    await socket.dispose();
    for (const [name, list] of messages) {
      if (name.endsWith('of theirs')) assert.deepEqual(list.map(({ type }) => type), ['stream.started'], name);
      const text = list.map((message) => message.text).join();
      assert.ok(!text.includes(theirs.word) && ![...theirs.ids.values()].flat().some((id) => text.includes(id)), name);
    }
  });
});

/** A change of every record that a stream can be about. */
async function touch({ administrator, ids }: World): Promise<void> {
  const [customerId, conversationId, pipelineId, opportunityId, taskId] = ['Customer', 'Conversation', 'Pipeline', 'Opportunity', 'Task'].map((name) => ids.get(name)![0]);
  assert.deepEqual((await mutate(administrator, 'pipelineUpdate', '__typename', { pipelineId, name: 'Pipe' })).userErrors, []);
  assert.deepEqual((await mutate(administrator, 'opportunityUpdate', '__typename', { opportunityId, title: 'Deal' })).userErrors, []);
  assert.deepEqual((await mutate(administrator, 'jobCancel', '__typename', { jobId: ids.get('Job')![0] })).userErrors, []);
  assert.deepEqual((await mutate(administrator, 'ticketUpdate', '__typename', { ticketId: ids.get('Ticket')![0], subject: 'Question' })).userErrors, []);
  assert.deepEqual((await mutate(administrator, 'campaignUpdate', '__typename', { campaignId: ids.get('Campaign')![0], name: 'News' })).userErrors, []);
  assert.deepEqual((await mutate(administrator, 'taskUpdate', '__typename', { taskId, priority: 'URGENT' })).userErrors, []);
  assert.deepEqual((await mutate(administrator, 'customerUpdate', '__typename', { customerId, addressAs: 'Anna' })).userErrors, []);
  assert.deepEqual((await mutate(administrator, 'conversationClose', '__typename', { conversationId })).userErrors, []);
}

async function position({ administrator }: World): Promise<string> {
  return (await administrator.ask<{ position: string }>('{ position }')).position;
}

const positions = async (): Promise<[string, string]> => [await position(theirs), encodePosition(randomUUID(), { epoch: 1, seq: 1 })];

async function settled(reached: () => boolean): Promise<void> {
  for (const until = Date.now() + 20_000; !reached();) {
    assert.ok(Date.now() < until, 'nothing came');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
