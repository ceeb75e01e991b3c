/** The pure rules of tickets: whose turn it is, what clocks ought to do, which service level holds, how saved replies are filled in. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chooseServiceLevel, judge, type LevelConditions, type TicketFacts } from '../../src/crm/tickets/choose-service-level.ts';
import { clockWishes, type TicketCourse } from '../../src/crm/tickets/clock-wishes.ts';
import { checkVariables, fillIn, textFor, variableNames, type ReplyValues } from '../../src/crm/tickets/fill-in.ts';
import { CategoryTree } from '../../src/crm/tickets/ticket-category.ts';
import { INVERSE } from '../../src/crm/tickets/ticket-link.ts';
import { turnOf, type Said } from '../../src/crm/tickets/turn-of.ts';

describe('a turn', () => {
  const said = (facts: Partial<Said>): Said => ({ kind: 'MESSAGE', direction: 'INBOUND', automatic: false, callOutcome: null, agent: null, ...facts });
  const agent = { id: 'lena' };

  it('is ours when a customer writes or misses us, theirs when a person of us answers or talks to them', () => {
    assert.equal(turnOf(said({})), 'OURS');
    assert.equal(turnOf(said({ kind: 'FORM' })), 'OURS');
    assert.equal(turnOf(said({ kind: 'CALL', callOutcome: 'VOICEMAIL' })), 'OURS');
    assert.equal(turnOf(said({ direction: 'OUTBOUND', agent })), 'THEIRS');
    assert.equal(turnOf(said({ kind: 'CALL', direction: 'OUTBOUND', callOutcome: 'ANSWERED', agent })), 'THEIRS');
    assert.equal(turnOf(said({ kind: 'CALL', callOutcome: 'ANSWERED', agent })), 'THEIRS');
  });

  it('is nobody\'s by what a machine writes, what nobody hears and what colleagues say', () => {
    assert.equal(turnOf(said({ automatic: true })), null);
    assert.equal(turnOf(said({ automatic: true, direction: 'OUTBOUND', agent })), null);
    assert.equal(turnOf(said({ direction: 'OUTBOUND' })), null);
    assert.equal(turnOf(said({ kind: 'CALL', direction: 'OUTBOUND', callOutcome: 'NO_ANSWER', agent })), null);
    assert.equal(turnOf(said({ kind: 'NOTE', direction: 'INTERNAL', agent })), null);
  });
});

describe('wishes for clocks', () => {
  const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 30, hour));
  const course = (facts: Partial<TicketCourse> = {}): TicketCourse => ({
    status: 'OPEN', askedAt: at(8), unansweredAt: at(8), firstRepliedAt: null, lastRepliedAt: null, resolvedAt: null, holdReason: null, mergedInto: null, ...facts,
  });
  const states = (facts: Partial<TicketCourse>): string[] => Object.values(clockWishes(course(facts))).map(({ state }) => state);

  it('follow whose turn it is', () => {
    const replied = { firstRepliedAt: at(9), lastRepliedAt: at(9), unansweredAt: null };
    assert.deepEqual(states({}), ['RUNNING', 'NONE', 'RUNNING']);
    assert.deepEqual(states({ ...replied, status: 'WAITING' }), ['MET', 'MET', 'PAUSED']);
    assert.deepEqual(states({ ...replied, unansweredAt: at(10) }), ['MET', 'RUNNING', 'RUNNING']);
    assert.deepEqual(states({ status: 'ON_HOLD', holdReason: 'Courier' }), ['PAUSED', 'NONE', 'PAUSED']);
    assert.deepEqual(states({ ...replied, status: 'RESOLVED', resolvedAt: at(11) }), ['MET', 'NONE', 'MET']);
    assert.deepEqual(states({ status: 'RESOLVED', resolvedAt: at(11), unansweredAt: null }), ['NONE', 'NONE', 'MET']);
    assert.deepEqual(states({ status: 'CLOSED', mergedInto: { id: 'x' } }), ['NONE', 'NONE', 'NONE']);
  });

  it('begin the next answer when the customer wrote, and the others when they asked', () => {
    const { FIRST_RESPONSE, NEXT_RESPONSE, RESOLUTION } = clockWishes(course({ firstRepliedAt: at(9), lastRepliedAt: at(9), unansweredAt: at(10) }));
    assert.deepEqual([FIRST_RESPONSE, NEXT_RESPONSE, RESOLUTION], [{ state: 'MET', at: at(9) }, { state: 'RUNNING', since: at(10) }, { state: 'RUNNING', since: at(8) }]);
  });
});

describe('the service level that holds', () => {
  type Level = LevelConditions & { id: string; position: number; active: boolean };
  const level = (id: string, position: number, more: Partial<Level> = {}): Level =>
    ({ id, position, active: true, kinds: [], priorities: [], category: null, team: null, customerTag: null, customerStage: null, ...more });
  const facts = (more: Partial<TicketFacts> = {}): TicketFacts => ({ kind: 'QUESTION', priority: 'NORMAL', categories: [], team: null, customerTags: [], customerStage: null, ...more });

  it('is the first by position of which every condition is satisfied', () => {
    const gold = level('gold', 10, { customerTag: 'VIP', priorities: ['HIGH', 'URGENT'] });
    const levels = [level('all', 30), gold, level('off', 1, { active: false }), level('coffee', 20, { category: { id: 'coffee' }, team: { id: 'support' } })];
    const chosen = (more: Partial<TicketFacts>) => chooseServiceLevel(levels, facts(more));
    assert.deepEqual([chosen({})?.level.id, chosen({})?.satisfied], ['all', []]);
    assert.deepEqual([chosen({ customerTags: ['vip'], priority: 'HIGH' })?.level.id, chosen({ customerTags: ['vip'], priority: 'HIGH' })?.satisfied], ['gold', ['PRIORITY', 'CUSTOMER_TAG']]);
    assert.equal(chosen({ customerTags: ['vip'] })?.level.id, 'all');
    assert.equal(chosen({ categories: ['beans', 'coffee'], team: 'support' })?.level.id, 'coffee');
    assert.deepEqual([judge(gold, facts({ customerTags: ['vip'] })).failed, judge(gold, facts({ priority: 'HIGH' })).failed], ['PRIORITY', 'CUSTOMER_TAG']);
    assert.equal(chooseServiceLevel([gold], facts()), null);
  });

  it('does not depend on the order in which levels are found', () => {
    const some = fc.record({
      id: fc.uuid(), position: fc.nat({ max: 3 }), active: fc.boolean(), kinds: fc.subarray(['QUESTION', 'COMPLAINT'] as const), priorities: fc.subarray(['NORMAL', 'HIGH'] as const),
      category: fc.constantFrom(null, { id: 'a' }), team: fc.constantFrom(null, { id: 't' }), customerTag: fc.constantFrom(null, 'vip'), customerStage: fc.constantFrom(null, 'CLIENT' as const),
    });
    fc.assert(fc.property(fc.uniqueArray(some, { selector: ({ id }) => id, maxLength: 8 }), fc.nat(), (levels, seed) => {
      const turned = levels.toSorted((a, b) => ((a.id.charCodeAt(seed % 36) - b.id.charCodeAt(seed % 36)) || (a.id < b.id ? 1 : -1)));
      const ticket = facts({ customerTags: ['vip'], customerStage: 'CLIENT', team: 't', categories: ['a'] });
      assert.equal(chooseServiceLevel(turned as Level[], ticket)?.level.id, chooseServiceLevel(levels as Level[], ticket)?.level.id);
    }));
  });
});

describe('a saved reply', () => {
  const values: ReplyValues = {
    customer: { name: 'Łucja {{ agent.name }}', greetingName: null }, ticket: { reference: '#7', subject: '$& $1' }, agent: { name: 'Lena' }, organization: { name: 'Kolibřík' },
  };

  it('is filled in once: what values say is never read again', () => {
    assert.equal(fillIn('{{customer.name}}: {{ ticket.subject }} {{  agent.name  }}', values), 'Łucja {{ agent.name }}: $& $1 Lena');
    assert.throws(() => fillIn('{{ customer.greetingName }}', values), /customer\.greetingName/);
  });

  it('takes every variable there is, and nothing else', () => {
    for (const name of variableNames) checkVariables(`a {{ ${name} }} b`);
    fc.assert(fc.property(fc.string(), (inner) => {
      if (variableNames.includes(inner.trim())) return;
      assert.throws(() => checkVariables(`{{${inner}}}`));
    }));
  });

  it('is in the language of the customer, of their region first, else of another region, else the first there is', () => {
    const texts = ['en', 'de', 'de-AT', 'zh-Hans'].map((language) => ({ language }));
    const chosen = (language: string | null): string | undefined => textFor(texts, language)?.language;
    assert.deepEqual([chosen('de-AT'), chosen('de-CH'), chosen('zh-Hans-CN'), chosen('zh'), chosen('pl'), chosen(null)], ['de-AT', 'de', 'zh-Hans', 'zh-Hans', 'en', 'en']);
  });
});

describe('links and categories', () => {
  it('turn back to themselves when seen from the other side twice', () => {
    for (const [type, inverse] of Object.entries(INVERSE)) assert.equal(INVERSE[inverse], type);
  });

  it('know what is above and how much below', () => {
    const tree = new CategoryTree([{ id: 'a', parent: null }, { id: 'b', parent: { id: 'a' } }, { id: 'c', parent: { id: 'b' } }, { id: 'd', parent: null }]);
    assert.deepEqual([tree.upFrom('c'), tree.depthBelow('a'), tree.depthBelow('c'), tree.depthBelow('d')], [['c', 'b', 'a'], 2, 0, 0]);
  });
});
