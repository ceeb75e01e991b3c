/** Pipelines through the API: stages that change while opportunities stand in them, the board and its totals, and following it live. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { print } from 'graphql';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { colleague, done, refused, team } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import type { OpportunityOpenInput, PipelineFactsFragment, StageInput } from '../support/graphql/graphql.ts';
import { CreateCustomer, CurrentPosition, ReadCustomer } from './customers.documents.ts';
import {
  ArchivePipeline, ArchiveStage, CreatePipeline, CreateStage, FollowPipeline, LoseOpportunity, MoveOpportunity, OpenOpportunity, ReadBoard, ReadOpportunity, ReadPipeline, ReorderPipeline,
  RestorePipeline, RestoreStage, SetRate, UpdatePipeline, UpdateStage, WinOpportunity,
} from './opportunities.documents.ts';

let app: TestApp;
let tenant: Tenant;
let ada: Client;
before(async () => {
  app = await startTestApp({ works: true });
  tenant = await app.tenant();
  ada = tenant.administrator;
});
after(() => app.stop());

let made = 0;
const THREE: readonly StageInput[] = [{ name: 'First', probability: 10 }, { name: 'Second', probability: 50, stalledAfter: 'PT7H' }, { name: 'Third', probability: 90 }];
async function pipeline(stages = THREE, by = ada): Promise<PipelineFactsFragment> {
  const { pipeline: one } = await done(by, CreatePipeline, { name: `Pipeline ${made += 1}`, stages: [...stages] });
  assert.ok(one);
  return one;
}
const stageOf = ({ stages }: PipelineFactsFragment, name: string): string => stages?.find((stage) => stage.name === name)?.id ?? '';
const order = (one: PipelineFactsFragment | null | undefined): string => (one?.stages ?? []).map(({ name, position, archivedAt }) => `${position} ${name}${archivedAt ? ' (away)' : ''}`).join(', ');
const read = async (id: string): Promise<PipelineFactsFragment | null | undefined> => (await ada.ask(ReadPipeline, { id })).pipeline;

async function open(input: Partial<OpportunityOpenInput>, by = ada): Promise<string> {
  const customerId = input.customerId ?? (await done(by, CreateCustomer, { kind: 'PERSON', givenName: 'Anna' })).customer?.id ?? '';
  return (await done(by, OpenOpportunity, { title: 'Beans', ...input, customerId })).opportunity?.id ?? '';
}

describe('a pipeline', () => {
  it('has its stages in the order given', async () => {
    const one = await pipeline();
    assert.equal(order(one), '1 First, 2 Second, 3 Third');
    assert.deepEqual(one.stages?.map(({ probability, requires, stalledAfter }) => [probability, requires, stalledAfter]), [[10, [], null], [50, [], 'PT7H'], [90, [], null]]);
  });

  it('is refused without stages, with a name twice, with a probability there is not', async () => {
    const one = await pipeline();
    assert.deepEqual(await refused(ada, CreatePipeline, { name: 'Empty', stages: [] }), [['PIPELINE_WITHOUT_STAGES', 'stages']]);
    assert.deepEqual(await refused(ada, CreatePipeline, { name: one.name, stages: [{ name: 'x', probability: 1 }] }).then(([first]) => first?.[0]), 'PIPELINE_NAME_TAKEN');
    assert.deepEqual(await refused(ada, CreatePipeline, { name: 'Twice', stages: [{ name: 'x', probability: 1 }, { name: 'x', probability: 2 }] }), [['STAGE_NAME_TAKEN', 'stages.1.name']]);
    assert.deepEqual(await refused(ada, CreatePipeline, { name: 'Sure', stages: [{ name: 'x', probability: 101 }] }), [['TOO_LARGE', 'stages.0.probability']]);
  });

  it('is renamed, put away when nothing is open in it, and taken back', async () => {
    const { id, stages } = await pipeline();
    assert.equal((await done(ada, UpdatePipeline, { pipelineId: id, name: 'Wholesale' })).pipeline?.name, 'Wholesale');
    const opportunityId = await open({ pipelineId: id });
    assert.deepEqual(await refused(ada, ArchivePipeline, { pipelineId: id }), [['PIPELINE_IN_USE', null]]);
    await done(ada, LoseOpportunity, { opportunityId, reason: 'x' });
    assert.ok((await done(ada, ArchivePipeline, { pipelineId: id })).pipeline?.archivedAt);
    assert.deepEqual(await refused(ada, ArchivePipeline, { pipelineId: id }), [['PIPELINE_ALREADY_ARCHIVED', null]]);
    const other = await open({ pipelineId: (await pipeline()).id });
    assert.deepEqual(await refused(ada, MoveOpportunity, { opportunityId: other, stageId: stages?.[0]?.id ?? '' }), [['PIPELINE_NOT_IN_USE', 'stageId']]);
    await done(ada, RestorePipeline, { pipelineId: id });
    assert.deepEqual(await refused(ada, RestorePipeline, { pipelineId: id }), [['PIPELINE_NOT_ARCHIVED', null]]);
  });
});

describe('stages', () => {
  it('are added before others, reordered and put away, last, while opportunities stay where they stand', async () => {
    const one = await pipeline();
    const opportunityId = await open({ pipelineId: one.id, stageId: stageOf(one, 'Second') });
    const { stage } = await done(ada, CreateStage, { pipelineId: one.id, name: 'Offer', probability: 60, before: stageOf(one, 'Third') });
    assert.equal(order(stage?.pipeline), '1 First, 2 Second, 3 Offer, 4 Third');
    const [first, second, offer, third] = stage?.pipeline?.stages?.map(({ id }) => id) ?? [];
    const turned = await done(ada, ReorderPipeline, { pipelineId: one.id, stageIds: [third!, offer!, second!, first!] });
    assert.equal(order(turned.pipeline), '1 Third, 2 Offer, 3 Second, 4 First');
    assert.equal(order((await done(ada, ArchiveStage, { stageId: offer! })).stage?.pipeline), '1 Third, 2 Second, 3 First, 4 Offer (away)');
    assert.equal((await ada.ask(ReadOpportunity, { id: opportunityId })).opportunity?.stage?.id, second);
    assert.deepEqual(await refused(ada, ReorderPipeline, { pipelineId: one.id, stageIds: [first!, second!] }), [['STAGES_INCOMPLETE', 'stageIds']]);
    assert.deepEqual(await refused(ada, ReorderPipeline, { pipelineId: one.id, stageIds: [first!, second!, first!] }), [['STAGES_INCOMPLETE', 'stageIds']]);
    assert.deepEqual(await refused(ada, ReorderPipeline, { pipelineId: one.id, stageIds: [first!, second!, offer!] }), [['STAGE_NOT_FOUND', 'stageIds']]);
    assert.equal(order((await done(ada, RestoreStage, { stageId: offer! })).stage?.pipeline), '1 Third, 2 Second, 3 First, 4 Offer');
  });

  it('are not put away while something open stands in them, nor all of them', async () => {
    const one = await pipeline([{ name: 'First', probability: 1 }, { name: 'Second', probability: 2 }]);
    const opportunityId = await open({ pipelineId: one.id });
    assert.deepEqual(await refused(ada, ArchiveStage, { stageId: stageOf(one, 'First') }), [['STAGE_IN_USE', null]]);
    await done(ada, MoveOpportunity, { opportunityId, stageId: stageOf(one, 'Second') });
    await done(ada, ArchiveStage, { stageId: stageOf(one, 'First') });
    await done(ada, LoseOpportunity, { opportunityId, reason: 'x' });
    assert.deepEqual(await refused(ada, ArchiveStage, { stageId: stageOf(one, 'Second') }), [['PIPELINE_WITHOUT_STAGES', null]]);
    assert.deepEqual(await refused(ada, ArchiveStage, { stageId: stageOf(one, 'First') }), [['STAGE_ALREADY_ARCHIVED', null]]);
    assert.deepEqual(await refused(ada, RestoreStage, { stageId: stageOf(one, 'Second') }), [['STAGE_NOT_ARCHIVED', null]]);
  });

  it('have names once among those in use', async () => {
    const one = await pipeline();
    await done(ada, ArchiveStage, { stageId: stageOf(one, 'First') });
    await done(ada, CreateStage, { pipelineId: one.id, name: 'First', probability: 5 });
    assert.deepEqual(await refused(ada, RestoreStage, { stageId: stageOf(one, 'First') }), [['STAGE_NAME_TAKEN', 'name']]);
    assert.deepEqual(await refused(ada, UpdateStage, { stageId: stageOf(one, 'Second'), name: 'Third' }), [['STAGE_NAME_TAKEN', 'name']]);
    assert.deepEqual(await refused(ada, CreateStage, { pipelineId: one.id, name: 'x', probability: 5, before: stageOf(await pipeline(), 'First') }), [['STAGE_NOT_FOUND', 'before']]);
  });

  it('change for those which enter from then on', async () => {
    const one = await pipeline();
    const before = await open({ pipelineId: one.id, amount: { amount: '100', currency: 'EUR' } });
    await done(ada, UpdateStage, { stageId: stageOf(one, 'First'), probability: 20, requires: ['AMOUNT', 'AMOUNT'] });
    assert.deepEqual((await read(one.id))?.stages?.[0]?.requires, ['AMOUNT']);
    assert.equal((await ada.ask(ReadOpportunity, { id: before })).opportunity?.probability, 10);
    assert.equal((await ada.ask(ReadOpportunity, { id: await open({ pipelineId: one.id, amount: { amount: '1', currency: 'EUR' } }) })).opportunity?.probability, 20);
  });

  it('are changed by several at once without losing one', async () => {
    const one = await pipeline();
    await Promise.all(Array.from({ length: 8 }, (_, i) => done(ada, CreateStage, { pipelineId: one.id, name: `New ${i}`, probability: 5 })));
    const stages = (await read(one.id))?.stages ?? [];
    assert.deepEqual(stages.map(({ position }) => position), Array.from({ length: 11 }, (_, i) => i + 1));
  });
});

describe('the board', () => {
  const amount = (value: string, currency: string) => ({ amount: value, currency });

  it('counts and sums each stage in each currency, and in the base currency by rates that it names', async () => {
    const other = await app.tenant();
    const boss = other.administrator;
    const one = await pipeline(THREE, boss);
    const [first, second] = [stageOf(one, 'First'), stageOf(one, 'Second')];
    for (const [stageId, value] of [[first, amount('100', 'EUR')], [first, amount('50.01', 'EUR')], [first, amount('2500', 'CZK')], [second, amount('18102', 'JPY')]] as const) {
      await open({ pipelineId: one.id, stageId, amount: value }, boss);
    }
    await open({ pipelineId: one.id, stageId: first, title: 'No amount' }, boss);
    await done(boss, WinOpportunity, { opportunityId: await open({ pipelineId: one.id, stageId: first, amount: amount('9999', 'EUR') }, boss) });

    const unrated = (await boss.ask(ReadBoard, { pipelineId: one.id })).pipelineBoard;
    assert.deepEqual(unrated?.columns.map(({ worth }) => [worth.total, worth.unrated]), [[null, ['CZK']], [null, ['JPY']], [amount('0.00', 'EUR'), []]]);
    assert.deepEqual([unrated?.worth.unrated, unrated?.rates], [['CZK', 'JPY'], []]);

    await done(boss, SetRate, { baseCurrency: 'EUR', quoteCurrency: 'CZK', rate: '25', validOn: '2026-01-05', source: 'ECB' });
    await done(boss, SetRate, { baseCurrency: 'EUR', quoteCurrency: 'JPY', rate: '181.02', validOn: '2026-01-06', source: 'ECB' });
    const board = (await boss.ask(ReadBoard, { pipelineId: one.id })).pipelineBoard;
    assert.deepEqual([board?.pipeline?.id, board?.baseCurrency, board?.columns.map(({ stage, count }) => [stage?.name, count])], [one.id, 'EUR', [['First', 4], ['Second', 1], ['Third', 0]]]);
    const [one_, two] = board?.columns ?? [];
    assert.deepEqual(one_?.worth, { sums: [amount('2500.00', 'CZK'), amount('150.01', 'EUR')], total: amount('250.01', 'EUR'), unrated: [] });
    assert.deepEqual(one_?.weighted, { sums: [amount('250.00', 'CZK'), amount('15.00', 'EUR')], total: amount('25.00', 'EUR'), unrated: [] });
    assert.deepEqual(two?.worth, { sums: [amount('18102', 'JPY')], total: amount('100.00', 'EUR'), unrated: [] });
    assert.deepEqual(board?.worth.total, amount('350.01', 'EUR'));
    assert.deepEqual(board?.rates, [{ currency: 'CZK', rate: '0.04', validOn: '2026-01-05', source: 'ECB' }, { currency: 'JPY', rate: '0.0055242515', validOn: '2026-01-06', source: 'ECB' }]);
    assert.deepEqual([one_?.opportunities?.totalCount, two?.opportunities?.nodes.map(({ title, customer }) => [title, customer?.name])], [4, [['Beans', 'Anna']]]);
  });

  it('is told by the rates of an earlier day when asked', async () => {
    const boss = (await app.tenant()).administrator;
    const one = await pipeline(THREE, boss);
    await open({ pipelineId: one.id, amount: amount('1000', 'CZK') }, boss);
    for (const [rate, validOn] of [['20', '2026-01-01'], ['25', '2026-02-01'], ['40', '2026-03-01']] as const) {
      await done(boss, SetRate, { baseCurrency: 'EUR', quoteCurrency: 'CZK', rate, validOn, source: 'ECB' });
    }
    const total = async (ratesOn: string | null) => {
      const { pipelineBoard } = await boss.ask(ReadBoard, { pipelineId: one.id, ratesOn });
      return [pipelineBoard?.worth.total?.amount ?? null, pipelineBoard?.rates[0]?.validOn ?? null];
    };
    assert.deepEqual([await total(null), await total('2026-02-28'), await total('2026-01-01'), await total('2025-12-31')], [['25.00', '2026-03-01'], ['40.00', '2026-02-01'], ['50.00', '2026-01-01'], [null, null]]);
  });

  it('marks what stands in its stage for longer than the stage allows, as the stage says now', async () => {
    const one = await pipeline();
    const second = stageOf(one, 'Second');
    const opportunityId = await open({ pipelineId: one.id, stageId: second, title: 'Old' });
    await app.letTimePass(6 * 3_600_000);
    await open({ pipelineId: one.id, stageId: second, title: 'New' });
    const stalled = async () => {
      const column = (await ada.ask(ReadBoard, { pipelineId: one.id, first: 10 })).pipelineBoard?.columns[1];
      return [column?.stalledCount, column?.opportunities?.nodes.filter((card) => card.stalled).map(({ title }) => title)];
    };
    assert.deepEqual(await stalled(), [0, []]);
    await app.letTimePass(3_600_000);
    assert.deepEqual(await stalled(), [1, ['Old']]);
    await done(ada, UpdateStage, { stageId: second, stalledAfter: null });
    assert.deepEqual(await stalled(), [0, []]);
    await done(ada, UpdateStage, { stageId: second, stalledAfter: 'PT30M' });
    assert.deepEqual(await stalled(), [2, ['New', 'Old']]);
    await done(ada, MoveOpportunity, { opportunityId, stageId: stageOf(one, 'Third') });
    assert.deepEqual(await stalled(), [1, ['New']]);
  });

  it('shows a page of cards of each column, of one owner or team, and to a seller their own', async () => {
    const one = await pipeline();
    const [seller, other] = [await colleague(ada, 'SELLER'), await colleague(ada, 'SELLER')];
    const sales = await team(ada, [seller.id]);
    for (let i = 0; i < 3; i += 1) await open({ pipelineId: one.id, ownerId: seller.id, amount: amount('10', 'EUR') });
    await open({ pipelineId: one.id, ownerId: other.id, teamId: sales, amount: amount('1', 'EUR') });
    const first = async (by: Client, more: object = {}) => {
      const column = (await by.ask(ReadBoard, { pipelineId: one.id, first: 2, ...more })).pipelineBoard?.columns[0];
      return [column?.count, column?.worth.sums[0]?.amount ?? null, column?.opportunities?.nodes.length, column?.opportunities?.pageInfo.hasNextPage];
    };
    assert.deepEqual(await first(ada), [4, '31.00', 2, true]);
    assert.deepEqual(await first(ada, { ownerId: seller.id }), [3, '30.00', 2, true]);
    assert.deepEqual(await first(ada, { teamId: sales }), [1, '1.00', 1, false]);
    assert.deepEqual(await first(seller.client), [3, '30.00', 2, true]);
    assert.deepEqual(await first(other.client), [1, '1.00', 1, false]);
    assert.deepEqual(await first(other.client, { ownerId: seller.id }), [0, null, 0, false]);
  });

  it('shows a stage that was put away only while something stands in it, and is null of no pipeline', async () => {
    const one = await pipeline();
    const seller = await colleague(ada, 'SELLER');
    const supervisor = await colleague(ada, 'SUPERVISOR');
    await open({ pipelineId: one.id, stageId: stageOf(one, 'Second'), ownerId: seller.id });
    await done(supervisor.client, ArchiveStage, { stageId: stageOf(one, 'Third') });
    const names = async () => (await ada.ask(ReadBoard, { pipelineId: one.id })).pipelineBoard?.columns.map(({ stage }) => stage?.name);
    assert.deepEqual(await names(), ['First', 'Second']);
    assert.equal((await ada.ask(ReadBoard, { pipelineId: 'ppl_00000000000000000000000000000000' })).pipelineBoard, null);
    assert.equal((await (await app.tenant()).administrator.ask(ReadBoard, { pipelineId: one.id })).pipelineBoard, null);
  });
});

describe('following a pipeline', () => {
  it('tells what happens in it, and of what comes from or goes to another', async () => {
    const [one, other] = [await pipeline(), await pipeline()];
    const elsewhere = await open({ pipelineId: other.id });
    const { position } = await ada.ask(CurrentPosition);
    const opportunityId = await open({ pipelineId: one.id });
    await done(ada, MoveOpportunity, { opportunityId, stageId: stageOf(one, 'Second') });
    await done(ada, UpdateStage, { stageId: stageOf(one, 'First'), name: 'Start' });
    await done(ada, MoveOpportunity, { opportunityId: elsewhere, stageId: stageOf(one, 'First') });
    await done(ada, MoveOpportunity, { opportunityId, stageId: stageOf(other, 'First') });
    await done(ada, MoveOpportunity, { opportunityId, stageId: stageOf(other, 'Second') });
    const socket = ada.socket();
    const seen: [string, string | undefined, string | undefined][] = [];
    try {
      interface Change { type: string; subject: { id: string } | null; node: { id: string } | null }
      for await (const { data } of socket.iterate<{ pipelineChanged: Change }>({ query: print(FollowPipeline), variables: { id: one.id, after: position } })) {
        const change = data?.pipelineChanged;
        if (change && !change.type.startsWith('stream.')) seen.push([change.type, change.subject?.id, change.node?.id]);
        if (seen.length === 5) break;
      }
    } finally {
      await socket.dispose();
    }
    assert.deepEqual(seen, [
      ['opportunity.opened', opportunityId, one.id], ['opportunity.stageMoved', opportunityId, one.id], ['pipeline.stageUpdated', one.id, one.id],
      ['opportunity.stageMoved', elsewhere, one.id], ['opportunity.stageMoved', opportunityId, one.id],
    ]);
  });
});

describe('winning out of reach of the customer', () => {
  it('makes a client of them all the same, a moment later', async () => {
    const seller = await colleague(ada, 'SELLER');
    const customerId = (await done(ada, CreateCustomer, { kind: 'PERSON', givenName: 'Anna', stage: 'PROSPECT' })).customer?.id ?? '';
    const opportunityId = await open({ customerId, pipelineId: (await pipeline()).id, ownerId: seller.id });
    await done(seller.client, WinOpportunity, { opportunityId });
    await eventually(async () => (await ada.ask(ReadCustomer, { id: customerId })).customer?.stage === 'CLIENT', 'the customer to be a client');
  });
});
