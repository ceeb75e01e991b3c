/** Opportunities through the API: opened, moved, decided and taken up again; who may do it, and what happens when two do it at once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { colleague, done, payload, refused, team } from '../support/doing.ts';
import type { OpportunityFactsFragment, OpportunityOpenInput, StageInput } from '../support/graphql/graphql.ts';
import { CreateCustomer, UpdateCustomer } from './customers.documents.ts';
import { EventsSince } from './interactions.documents.ts';
import { CompleteTask, CreateTask } from './tasks.documents.ts';
import {
  AddContact, ArchivePipeline, ArchiveStage, CreatePipeline, ListOpportunities, LoseOpportunity, MoveOpportunity, OpenOpportunity, OpportunitiesOfCustomer, ReadOpportunity,
  RemoveContact, ReopenOpportunity, TasksOfOpportunities, UpdateContact, UpdateOpportunity, WinOpportunity,
} from './opportunities.documents.ts';

let app: TestApp;
let tenant: Tenant;
let ada: Client;
let stranger: Client;
before(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
  ada = tenant.administrator;
  stranger = (await app.tenant()).administrator;
});
after(() => app.stop());

let made = 0;
interface Way { readonly pipelineId: string; readonly stageIds: readonly string[] }
async function pipeline(stages: readonly StageInput[] = [{ name: 'First', probability: 10 }, { name: 'Second', probability: 50 }, { name: 'Third', probability: 90 }]): Promise<Way> {
  const { pipeline: one } = await done(ada, CreatePipeline, { name: `Pipeline ${made += 1}`, stages: [...stages] });
  return { pipelineId: one?.id ?? '', stageIds: one?.stages?.map(({ id }) => id) ?? [] };
}

async function customer(client = ada, more: object = {}): Promise<string> {
  return (await done(client, CreateCustomer, { kind: 'PERSON', givenName: 'Anna', ...more })).customer?.id ?? '';
}

async function open(input: Partial<OpportunityOpenInput>, client = ada): Promise<OpportunityFactsFragment> {
  const { opportunity } = await done(client, OpenOpportunity, { title: 'Beans', customerId: input.customerId ?? await customer(client), ...input });
  assert.ok(opportunity);
  return opportunity;
}

const read = async (id: string, client = ada): Promise<OpportunityFactsFragment | null | undefined> => (await client.ask(ReadOpportunity, { id })).opportunity;
const EUR = (amount: string) => ({ amount, currency: 'EUR' });

describe('opportunityOpen', () => {
  it('begins in the first stage of a pipeline, with its probability, in the base currency', async () => {
    const { pipelineId, stageIds } = await pipeline();
    const opened = await open({ pipelineId, source: 'trade fair', nextStep: 'Send samples', expectedCloseOn: '2027-01-31' });
    assert.deepEqual([opened.status, opened.stage?.id, opened.pipeline?.id, opened.probability, opened.currency, opened.amount, opened.weightedAmount], ['OPEN', stageIds[0], pipelineId, 10, 'EUR', null, null]);
    assert.deepEqual([opened.source, opened.nextStep, opened.expectedCloseOn, opened.version], ['trade fair', 'Send samples', '2027-01-31', 1]);
    assert.deepEqual(opened.stageHistory?.nodes.map(({ stage, leftAt, duration, movedBy }) => [stage?.name, leftAt, duration, movedBy?.id]), [['First', null, null, tenant.administratorId]]);
  });

  it('weighs its amount by the probability, rounded half up to the smallest unit', async () => {
    const { pipelineId, stageIds } = await pipeline();
    const weighed = async (amount: string, currency: string, probability?: number) => {
      const { weightedAmount } = await open({ pipelineId, stageId: stageIds[1]!, amount: { amount, currency }, ...(probability === undefined ? {} : { probability }) });
      return `${weightedAmount?.amount} ${weightedAmount?.currency}`;
    };
    assert.deepEqual([await weighed('0.01', 'EUR'), await weighed('15', 'JPY'), await weighed('1.001', 'KWD'), await weighed('0.0001', 'CLF', 49), await weighed('200', 'CZK', 33)],
      ['0.01 EUR', '8 JPY', '0.501 KWD', '0.0000 CLF', '66.00 CZK']);
  });

  it('keeps amounts beyond what a float can', async () => {
    const { pipelineId } = await pipeline();
    const { amount } = await open({ pipelineId, amount: { amount: '9007199254740.93', currency: 'EUR' } });
    assert.deepEqual(amount, { amount: '9007199254740.93', currency: 'EUR' });
  });

  it('refuses amounts that are none, with their paths', async () => {
    const { pipelineId } = await pipeline();
    const attempt = async (amount: object) => refused(ada, OpenOpportunity, { title: 'x', customerId: await customer(), pipelineId, amount: amount as never });
    assert.deepEqual(await attempt({ amount: '1.005', currency: 'EUR' }), [['TOO_MANY_DECIMALS', 'amount.amount']]);
    assert.deepEqual(await attempt({ amount: '1.5', currency: 'JPY' }), [['TOO_MANY_DECIMALS', 'amount.amount']]);
    assert.deepEqual(await attempt({ amount: 'ten', currency: 'EUR' }), [['INVALID_DECIMAL', 'amount.amount']]);
    assert.deepEqual(await attempt({ amount: '-1', currency: 'EUR' }), [['TOO_SMALL', 'amount.amount']]);
    assert.deepEqual(await attempt({ amount: '1', currency: 'EURO' }), [['INVALID_CURRENCY', 'amount.currency']]);
    assert.equal(await ada.failure(OpenOpportunity, { input: { title: 'x', customerId: await customer(), pipelineId, amount: { amount: 0.1 + 0.2, currency: 'EUR' } as never } }), 'BAD_USER_INPUT');
  });

  it('asks which pipeline when there are several, and takes none that is put away', async () => {
    const [one] = [await pipeline(), await pipeline()];
    assert.deepEqual(await refused(ada, OpenOpportunity, { title: 'x', customerId: await customer() }), [['PIPELINE_NOT_SAID', 'pipelineId']]);
    await done(ada, ArchivePipeline, { pipelineId: one.pipelineId });
    assert.deepEqual(await refused(ada, OpenOpportunity, { title: 'x', customerId: await customer(), pipelineId: one.pipelineId }), [['PIPELINE_NOT_IN_USE', 'pipelineId']]);
    assert.deepEqual(await refused(ada, OpenOpportunity, { title: 'x', customerId: await customer(), stageId: one.stageIds[0]! }), [['PIPELINE_NOT_IN_USE', 'stageId']]);
    const two = await pipeline();
    assert.deepEqual(await refused(ada, OpenOpportunity, { title: 'x', customerId: await customer(), pipelineId: two.pipelineId, stageId: one.stageIds[0]! }).then(([first]) => first), ['PIPELINE_NOT_IN_USE', 'stageId']);
  });

  it('is on the timeline and among the opportunities of its customer', async () => {
    const customerId = await customer();
    const { id } = await open({ customerId, pipelineId: (await pipeline()).pipelineId });
    const { customer: shown } = await ada.ask(OpportunitiesOfCustomer, { id: customerId });
    assert.deepEqual(shown?.opportunities?.nodes, [{ id }]);
    assert.deepEqual(shown?.timeline?.nodes, [{ type: 'Opportunity', subject: { id } }]);
  });

  it('goes to who looks after the customer, and to a seller who would lose sight of it', async () => {
    const { pipelineId } = await pipeline();
    const seller = await colleague(ada, 'SELLER');
    const sales = await team(ada, [seller.id]);
    const cared = await customer(ada, { ownerId: seller.id, teamId: sales });
    const byAda = await open({ customerId: cared, pipelineId });
    assert.deepEqual([byAda.owner?.id, byAda.team?.id], [seller.id, sales]);
    const bySeller = await open({ customerId: cared, pipelineId, ownerId: null }, seller.client);
    assert.equal(bySeller.owner?.id, seller.id);
    assert.equal((await read(bySeller.id, seller.client))?.id, bySeller.id);
  });
});

describe('opportunityUpdate', () => {
  it('changes what is given, and tells it', async () => {
    const { id, version } = await open({ pipelineId: (await pipeline()).pipelineId, amount: EUR('100') });
    const { opportunity, position } = await done(ada, UpdateOpportunity, { opportunityId: id, title: 'More beans', amount: EUR('250.50'), probability: 40, nextStep: 'Call' });
    assert.deepEqual([opportunity?.title, opportunity?.amount, opportunity?.weightedAmount, opportunity?.amountSource, opportunity?.version], ['More beans', EUR('250.50'), EUR('100.20'), 'ENTERED', version + 1]);
    assert.notEqual(position, null);
    const same = await done(ada, UpdateOpportunity, { opportunityId: id, title: 'More beans', amount: EUR('250.5') });
    assert.deepEqual([same.opportunity?.version, same.position], [version + 1, null]);
  });

  it('takes another currency while there are no lines', async () => {
    const { id } = await open({ pipelineId: (await pipeline()).pipelineId, amount: EUR('100') });
    const { opportunity } = await done(ada, UpdateOpportunity, { opportunityId: id, amount: { amount: '2500', currency: 'JPY' } });
    assert.deepEqual([opportunity?.currency, opportunity?.amount], ['JPY', { amount: '2500', currency: 'JPY' }]);
    const cleared = await done(ada, UpdateOpportunity, { opportunityId: id, amount: null });
    assert.deepEqual([cleared.opportunity?.amount, cleared.opportunity?.weightedAmount, cleared.opportunity?.currency], [null, null, 'JPY']);
  });

  it('is told of a stale version, with the opportunity as it stands', async () => {
    const { id } = await open({ pipelineId: (await pipeline()).pipelineId });
    await done(ada, UpdateOpportunity, { opportunityId: id, title: 'Mine' });
    const { userErrors, opportunity } = await payload(ada, UpdateOpportunity, { opportunityId: id, title: 'Late', expectedVersion: 1 });
    assert.deepEqual([userErrors.map(({ code }) => code), opportunity?.title, opportunity?.version], [['STALE'], 'Mine', 2]);
  });
});

describe('opportunityMoveStage', () => {
  it('takes the probability of the stage, and keeps how long it stood in each', async () => {
    const { pipelineId, stageIds } = await pipeline();
    const { id } = await open({ pipelineId, amount: EUR('100'), probability: 77 });
    const { opportunity } = await done(ada, MoveOpportunity, { opportunityId: id, stageId: stageIds[1]! });
    assert.deepEqual([opportunity?.stage?.id, opportunity?.probability, opportunity?.weightedAmount], [stageIds[1], 50, EUR('50.00')]);
    const [first, second] = opportunity?.stageHistory?.nodes ?? [];
    assert.deepEqual([first?.stage?.name, second?.stage?.name, second?.leftAt], ['First', 'Second', null]);
    assert.equal(first?.leftAt, second?.enteredAt);
    assert.match(first?.duration ?? '', /^PT\d+S$/);
    assert.equal(second?.enteredAt, opportunity?.stageEnteredAt);
    const again = await done(ada, MoveOpportunity, { opportunityId: id, stageId: stageIds[1]! });
    assert.deepEqual([again.position, again.opportunity?.stageHistory?.nodes.length], [null, 2]);
  });

  it('asks for all that the stage requires, at once', async () => {
    const { pipelineId, stageIds } = await pipeline([{ name: 'First', probability: 10 }, { name: 'Offer', probability: 60, requires: ['AMOUNT', 'EXPECTED_CLOSE', 'NEXT_STEP', 'SOURCE', 'OWNER', 'DECISION_MAKER', 'CONTACTS', 'LINES'] }]);
    const { id } = await open({ pipelineId, amount: EUR('10') });
    const [, offer = ''] = stageIds;
    assert.deepEqual(await refused(ada, MoveOpportunity, { opportunityId: id, stageId: offer }),
      ['EXPECTED_CLOSE', 'NEXT_STEP', 'SOURCE', 'OWNER', 'DECISION_MAKER', 'CONTACTS', 'LINES'].map((requirement) => ['STAGE_REQUIRES', `stageId.${requirement}`]));
    assert.equal((await read(id))?.stage?.name, 'First');
  });

  it('lets nothing be taken away that the stage requires, and asks for nothing it came to require since', async () => {
    const { pipelineId, stageIds } = await pipeline([{ name: 'First', probability: 10 }, { name: 'Offer', probability: 60, requires: ['AMOUNT', 'DECISION_MAKER'] }]);
    const { id } = await open({ pipelineId, amount: EUR('10') });
    const { opportunityContact } = await done(ada, AddContact, { opportunityId: id, customerId: await customer(), role: 'DECISION_MAKER' });
    await done(ada, MoveOpportunity, { opportunityId: id, stageId: stageIds[1]! });
    assert.deepEqual(await refused(ada, UpdateOpportunity, { opportunityId: id, amount: null }), [['STAGE_REQUIRES', null]]);
    assert.deepEqual(await refused(ada, UpdateContact, { opportunityContactId: opportunityContact?.id ?? '', role: 'USER' }), [['STAGE_REQUIRES', null]]);
    assert.deepEqual(await refused(ada, RemoveContact, { opportunityContactId: opportunityContact?.id ?? '' }), [['STAGE_REQUIRES', null]]);
    await done(ada, UpdateOpportunity, { opportunityId: id, nextStep: null, amount: EUR('20') });
  });

  it('goes to a stage in use only, also of another pipeline', async () => {
    const [one, other] = [await pipeline(), await pipeline()];
    const { id } = await open({ pipelineId: one.pipelineId });
    await done(ada, ArchiveStage, { stageId: one.stageIds[2]! });
    assert.deepEqual(await refused(ada, MoveOpportunity, { opportunityId: id, stageId: one.stageIds[2]! }), [['STAGE_NOT_IN_USE', 'stageId']]);
    assert.deepEqual(await refused(ada, MoveOpportunity, { opportunityId: id, stageId: 'stg_00000000000000000000000000000000' }), [['STAGE_NOT_FOUND', 'stageId']]);
    const { opportunity } = await done(ada, MoveOpportunity, { opportunityId: id, stageId: other.stageIds[1]! });
    assert.deepEqual([opportunity?.pipeline?.id, opportunity?.stage?.id], [other.pipelineId, other.stageIds[1]]);
  });

  it('of two sellers who move a card at once refuses one, who sees where it went; nothing is lost', async () => {
    const { pipelineId, stageIds } = await pipeline();
    const [, second = '', third = ''] = stageIds;
    for (let round = 0; round < 10; round += 1) {
      const { id, version } = await open({ pipelineId });
      const answers = await Promise.all([second, third].map((stageId) => payload(ada, MoveOpportunity, { opportunityId: id, stageId, expectedVersion: version })));
      const [winner] = answers.filter(({ userErrors }) => userErrors.length === 0);
      const [loser] = answers.filter(({ userErrors }) => userErrors.length > 0);
      assert.ok(winner && loser, 'one of each');
      assert.deepEqual(loser.userErrors.map(({ code }) => code), ['STALE']);
      assert.equal(loser.opportunity?.stage?.id, winner.opportunity?.stage?.id);
      const after = await read(id);
      assert.deepEqual([after?.stage?.id, after?.version, after?.stageHistory?.nodes.length], [winner.opportunity?.stage?.id, version + 1, 2]);
    }
  });

  it('of many who move one without looking does all, one after the other, in one unbroken history', async () => {
    const { pipelineId, stageIds } = await pipeline();
    const { id } = await open({ pipelineId });
    await Promise.all(Array.from({ length: 12 }, (_, i) => done(ada, MoveOpportunity, { opportunityId: id, stageId: stageIds[i % 3]! })));
    const after = await read(id);
    const visits = after?.stageHistory?.nodes ?? [];
    assert.deepEqual(visits.map(({ leftAt }) => leftAt).slice(0, -1), visits.map(({ enteredAt }) => enteredAt).slice(1));
    assert.deepEqual(visits.filter(({ leftAt }) => leftAt === null).map(({ stage }) => stage?.name), [after?.stage?.name]);
  });
});

describe('a decision', () => {
  it('wins it, ends its history, and makes a client of the customer', async () => {
    const customerId = await customer(ada, { stage: 'PROSPECT' });
    const { id } = await open({ customerId, pipelineId: (await pipeline()).pipelineId, amount: EUR('80') });
    const { opportunity } = await done(ada, WinOpportunity, { opportunityId: id, reason: 'Taste', competitor: 'Rival' });
    assert.deepEqual([opportunity?.status, opportunity?.probability, opportunity?.weightedAmount, opportunity?.reason, opportunity?.competitor, opportunity?.lostAt], ['WON', 100, EUR('80.00'), 'Taste', 'Rival', null]);
    assert.ok(opportunity?.wonAt);
    assert.deepEqual(opportunity?.stageHistory?.nodes.map(({ leftAt }) => leftAt), [opportunity?.wonAt]);
    assert.equal(opportunity?.customer?.stage, 'CLIENT');
  });

  it('loses it with a reason, and leaves the customer as they are', async () => {
    const { id } = await open({ pipelineId: (await pipeline()).pipelineId, amount: EUR('80') });
    const { opportunity } = await done(ada, LoseOpportunity, { opportunityId: id, reason: 'Price', competitor: 'Rival' });
    assert.deepEqual([opportunity?.status, opportunity?.probability, opportunity?.weightedAmount, opportunity?.reason, opportunity?.customer?.stage], ['LOST', 0, EUR('0.00'), 'Price', 'CONTACT']);
    assert.deepEqual(await refused(ada, LoseOpportunity, { opportunityId: id, reason: ' ' }), [['REQUIRED', 'reason']]);
  });

  it('is made once, and undone by reopening', async () => {
    const { pipelineId, stageIds } = await pipeline();
    const { id } = await open({ pipelineId, amount: EUR('80') });
    assert.deepEqual(await refused(ada, ReopenOpportunity, { opportunityId: id }), [['OPPORTUNITY_NOT_DECIDED', null]]);
    await done(ada, WinOpportunity, { opportunityId: id });
    assert.deepEqual(await refused(ada, WinOpportunity, { opportunityId: id }), [['OPPORTUNITY_ALREADY_WON', null]]);
    assert.deepEqual(await refused(ada, LoseOpportunity, { opportunityId: id, reason: 'x' }), [['OPPORTUNITY_DECIDED', null]]);
    assert.deepEqual(await refused(ada, MoveOpportunity, { opportunityId: id, stageId: stageIds[1]! }), [['OPPORTUNITY_DECIDED', null]]);
    assert.deepEqual(await refused(ada, UpdateOpportunity, { opportunityId: id, amount: EUR('1') }), [['OPPORTUNITY_DECIDED', null]]);
    await done(ada, UpdateOpportunity, { opportunityId: id, title: 'Beans, won' });
    const { opportunity } = await done(ada, ReopenOpportunity, { opportunityId: id, stageId: stageIds[1]! });
    assert.deepEqual([opportunity?.status, opportunity?.wonAt, opportunity?.reason, opportunity?.probability, opportunity?.stageHistory?.nodes.length], ['OPEN', null, null, 50, 2]);
    await done(ada, LoseOpportunity, { opportunityId: id, reason: 'Late' });
    assert.deepEqual(await refused(ada, LoseOpportunity, { opportunityId: id, reason: 'Late' }), [['OPPORTUNITY_ALREADY_LOST', null]]);
  });

  it('of two at once is one', async () => {
    const { id } = await open({ pipelineId: (await pipeline()).pipelineId });
    const answers = await Promise.all([payload(ada, WinOpportunity, { opportunityId: id }), payload(ada, LoseOpportunity, { opportunityId: id, reason: 'x' })]);
    assert.deepEqual(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)), ['OPPORTUNITY_DECIDED']);
    assert.equal((await read(id))?.stageHistory?.nodes.length, 1);
  });
});

describe('contacts', () => {
  it('are people with a role, each once, on whose timeline the deal is', async () => {
    const { id } = await open({ pipelineId: (await pipeline()).pipelineId });
    const person = await customer();
    const { opportunityContact } = await done(ada, AddContact, { opportunityId: id, customerId: person, role: 'CHAMPION' });
    assert.deepEqual(opportunityContact?.opportunity?.contacts?.map(({ role, customer: who }) => [role, who?.id]), [['CHAMPION', person]]);
    const { customer: shown } = await ada.ask(OpportunitiesOfCustomer, { id: person });
    assert.deepEqual([shown?.dealRoles?.nodes, shown?.timeline?.nodes.map(({ subject }) => subject?.id)], [[{ role: 'CHAMPION', opportunity: { id } }], [id]]);
    assert.deepEqual(await refused(ada, AddContact, { opportunityId: id, customerId: person, role: 'BUYER' }), [['ALREADY_A_CONTACT', 'customerId']]);
    const company = await customer(ada, { kind: 'ORGANIZATION', givenName: undefined, organizationName: 'Mill Ltd' });
    assert.deepEqual(await refused(ada, AddContact, { opportunityId: id, customerId: company, role: 'BUYER' }), [['CONTACT_NOT_A_PERSON', 'customerId']]);
    assert.deepEqual(await refused(ada, AddContact, { opportunityId: id, customerId: 'cus_00000000000000000000000000000000', role: 'BUYER' }), [['CONTACT_NOT_FOUND', 'customerId']]);
    assert.equal((await done(ada, UpdateContact, { opportunityContactId: opportunityContact?.id ?? '', role: 'BLOCKER' })).opportunityContact?.role, 'BLOCKER');
    assert.deepEqual((await done(ada, RemoveContact, { opportunityContactId: opportunityContact?.id ?? '' })).opportunity?.contacts, []);
  });
});

describe('tasks', () => {
  it('are about it, and the open one due first is what is next', async () => {
    const { pipelineId } = await pipeline();
    const [one, other] = [await open({ pipelineId }), await open({ pipelineId })];
    const task = async (title: string, dueAt: string | null) => (await done(ada, CreateTask, { title, dueAt, subjectId: one.id })).task?.id ?? '';
    await task('Some day', null);
    const call = await task('Call', '2099-01-02T00:00:00Z');
    await task('Visit', '2099-01-03T00:00:00Z');
    const read = async () => (await ada.ask(TasksOfOpportunities, { ids: [one.id, other.id] })).nodes.map((node) => node as { nextTask: unknown; tasks: unknown });
    const next = (title: string) => ({ title, assignee: { id: tenant.administratorId }, customer: { id: one.customer?.id } });
    assert.deepEqual(await read(), [{ nextTask: next('Call'), tasks: [{ title: 'Call' }, { title: 'Visit' }, { title: 'Some day' }] }, { nextTask: null, tasks: [] }]);
    await done(ada, CompleteTask, { taskId: call });
    assert.deepEqual((await read())[0]?.nextTask, next('Visit'));
  });
});

describe('lists', () => {
  it('are filtered by amount within a currency, by day and status, and ordered by the expected day', async () => {
    const other = await app.tenant();
    const boss = other.administrator;
    const { pipeline: way } = await done(boss, CreatePipeline, { name: 'Own', stages: [{ name: 'One', probability: 10 }] });
    const customerId = await customer(boss);
    const deal = (title: string, more: object) => open({ customerId, title, pipelineId: way?.id ?? '', ...more }, boss);
    await deal('small', { amount: EUR('99.99'), expectedCloseOn: '2027-03-01' });
    await deal('large', { amount: EUR('100'), expectedCloseOn: '2027-01-01' });
    await deal('yen', { amount: { amount: '50000', currency: 'JPY' } });
    const titles = async (filter: object | null, orderBy: 'EXPECTED_CLOSE_ASC' | 'CREATED_DESC' = 'EXPECTED_CLOSE_ASC') =>
      (await boss.ask(ListOpportunities, { filter: filter as never, orderBy })).opportunities.nodes.map(({ title }) => title);
    assert.deepEqual(await titles(null), ['large', 'small', 'yen']);
    assert.deepEqual(await titles({ amount: { currency: 'EUR', gte: '100.00' } }), ['large']);
    assert.deepEqual(await titles({ amount: { currency: 'EUR', lt: '100' } }), ['small']);
    assert.deepEqual(await titles({ amount: { currency: 'JPY', eq: '50000' } }), ['yen']);
    assert.deepEqual(await titles({ amount: { currency: 'USD' } }), []);
    assert.deepEqual(await titles({ expectedCloseOn: { lte: '2027-01-31' }, status: { eq: 'OPEN' } }), ['large']);
    assert.equal(await boss.failure(ListOpportunities, { filter: { amount: { currency: 'JPY', gte: '1.5' } } }), 'BAD_USER_INPUT');
    assert.equal(await boss.failure(ListOpportunities, { filter: { amount: { currency: 'YEN', gte: '1' } } }), 'BAD_USER_INPUT');
  });
});

describe('reach', () => {
  it('shows a seller their own, a team what is theirs, and others nothing', async () => {
    const { pipelineId } = await pipeline();
    const [seller, other] = [await colleague(ada, 'SELLER'), await colleague(ada, 'SELLER')];
    const { id } = await open({ pipelineId, ownerId: seller.id });
    assert.equal((await read(id, seller.client))?.id, id);
    assert.equal(await read(id, other.client), null);
    assert.equal(await read(id, stranger), null);
    assert.equal(await other.client.failure(WinOpportunity, { input: { opportunityId: id } }), 'NOT_FOUND');
    await done(seller.client, WinOpportunity, { opportunityId: id });
  });

  it('hands one over, who then may not see it any more', async () => {
    const { pipelineId } = await pipeline();
    const [seller, other] = [await colleague(ada, 'SELLER'), await colleague(ada, 'SELLER')];
    const { id } = await open({ pipelineId, ownerId: seller.id });
    const { opportunity } = await done(seller.client, UpdateOpportunity, { opportunityId: id, ownerId: other.id });
    assert.equal(opportunity, null);
    assert.equal((await read(id, other.client))?.owner?.id, other.id);
  });

  it('wins also where the customer is out of reach', async () => {
    const seller = await colleague(ada, 'SELLER');
    const customerId = await customer(ada);
    const { id } = await open({ customerId, pipelineId: (await pipeline()).pipelineId, ownerId: seller.id });
    assert.equal((await done(seller.client, WinOpportunity, { opportunityId: id })).opportunity?.status, 'WON');
  });
});

describe('events', () => {
  it('tell each step once, by its name', async () => {
    const { pipelineId, stageIds } = await pipeline();
    const customerId = await customer();
    const { events: { position } } = await ada.ask(EventsSince, {});
    const { id } = await open({ pipelineId, customerId, ownerId: null });
    await done(ada, UpdateOpportunity, { opportunityId: id, ownerId: tenant.administratorId });
    await done(ada, MoveOpportunity, { opportunityId: id, stageId: stageIds[1]! });
    await done(ada, LoseOpportunity, { opportunityId: id, reason: 'x' });
    await done(ada, ReopenOpportunity, { opportunityId: id });
    await done(ada, WinOpportunity, { opportunityId: id });
    const { events } = await ada.ask(EventsSince, { after: position });
    assert.deepEqual(events.changes.map(({ type }) => type), [
      'opportunity.opened', 'opportunity.updated', 'opportunity.assigned', 'opportunity.stageMoved', 'opportunity.lost', 'opportunity.reopened', 'opportunity.won', 'customer.updated',
    ]);
    await done(ada, UpdateCustomer, { customerId, stage: 'FORMER' });
  });
});
