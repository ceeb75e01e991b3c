/**
 * What mutations answer with and what streams tell is read by the same path as queries, so it is held to the plain path
 * likewise: every mutation is done once and then repeated under its key on both nodes, with random payloads; and every
 * stream is told from its beginning by both.
 */
import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import fc from 'fast-check';
import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { modules } from '../../src/crm/modules.ts';
import { Calls, type Operation } from '../support/calls.ts';
import { Client } from '../support/client.ts';
import { mutate } from '../support/world.ts';
import { answerOf, difference, type Request } from './answers.ts';
import type { Asker } from './askers.ts';
import { choices } from './choices.ts';
import { selectionFrom, type Part } from './document.ts';
import { TwoNodes } from './two-nodes.ts';
import { messagesOf } from './live-answers.ts';

/** Of each mutation, and of each stream; the administrator, who sees most, is asked twice as often. */
const PAYLOADS = 1;
const STREAMS = 2;
const seed = Number(process.env['RAPPORT_SEED'] ?? randomInt(2 ** 31));
const again = `RAPPORT_SEED=${seed}`;

let nodes: TwoNodes;
let calls: Calls;
/** The administrator, and those whose reach, permissions and fields are less. */
let people: Asker[];

before(async () => {
  nodes = await TwoNodes.start({ seed, people: 1 });
  calls = new Calls(nodes.app.app.schema, modules);
  people = nodes.askers.filter(({ name }) => name === 'administrator' || name.startsWith('one who reaches')).slice(0, 3);
  // Rights are remembered; what is done here must not change them on one node alone.
  for (const { credential } of people) for (const url of [nodes.app.url, nodes.plainUrl]) await answerOf(url, credential, { document: '{ __typename }', variables: {} }, '*/*');
}, { timeout: 300_000 });
after(() => nodes.stop());

/** The newest that the domain made: the oldest are those on whom everything else hangs. */
const newest = (model: string): string => nodes.worlds[0].ids.get(model)?.at(-1) ?? '';

function drawn(type: GraphQLObjectType, asker: Asker, count: number): Part[] {
  return fc.sample(choices, { seed, numRuns: asker === people[0] ? 2 * count : count }).map((one) => selectionFrom(nodes.app.app.schema, nodes.sourcesOf(asker), type, one));
}

const answered = ({ field }: Operation): GraphQLObjectType => {
  const type = getNamedType(field.type);
  assert.ok(isObjectType(type));
  return type;
};

/** The operation with its own variables and those of what is selected. */
function documentOf({ kind, field }: Operation, own: Readonly<Record<string, unknown>>, part: Part, before = ''): Request {
  const declared = field.args.filter(({ name }) => name in own).map(({ name, type }) => `$${name}: ${String(type)}`);
  const given = field.args.filter(({ name }) => name in own).map(({ name }) => `${name}: $${name}`);
  const all = [...declared, ...(part.declared ? [part.declared] : [])].join(', ');
  return {
    document: `${kind}${all ? `(${all})` : ''} { ${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${part.selection.replace('{', `{ ${before}`)} }\n${part.fragments}`,
    variables: { ...own, ...part.variables },
  };
}

it(`every mutation is answered alike (${again})`, { timeout: 300_000 }, async (t) => {
  const outcomes = new Map<string, number>();
  for (const asker of people) {
    for (const operation of calls.operations.filter(({ kind, field }) => kind === 'mutation' && 'idempotencyKey' in inputFields(field))) {
      const { variables } = calls.call(operation, {
        bare: true, own: (model) => newest(model.name),
        examples: { 'UserCreateInput.password': 'another long pass phrase', 'UserCreateInput.email': `${randomUUID()}@example.com`, 'RoleDefineInput.permissions': [], 'RoleDefineInput.name': randomUUID() },
      });
      const own = { input: { ...variables['input'] as object, idempotencyKey: operation.name } };
      const first = await answerOf(nodes.app.url, asker.credential, { document: documentOf(operation, own, NOTHING).document, variables: own }, '*/*');
      const outcome = first.codes[0] ?? (/"userErrors":\[\{"code":"(\w+)"/.exec(first.text)?.[1] ?? 'done');
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome === 'INTERNAL') continue; // what was written past the domain may be more than it can bear
      for (const part of drawn(answered(operation), asker, PAYLOADS)) await compare(asker, documentOf(operation, own, part));
    }
  }
  t.diagnostic([...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', '));
  assert.ok((outcomes.get('done') ?? 0) >= calls.operations.filter(({ kind }) => kind === 'mutation').length / 2, 'too few mutations were done to show anything');
});

const NOTHING: Part = { selection: '{ userErrors { code } }', declared: '', fragments: '', variables: {}, reached: new Set() };

const inputFields = (field: Operation['field']): object => {
  const type = field.args[0] && getNamedType(field.args[0].type);
  return type && 'getFields' in type ? type.getFields() : {};
};

async function compare(asker: Asker, request: Request): Promise<void> {
  // One after the other: the same mutation twice at once is another question.
  const plain = await answerOf(nodes.plainUrl, asker.credential, request, 'application/graphql-response+json');
  const planned = await answerOf(nodes.app.url, asker.credential, request, 'application/graphql-response+json');
  const wrong = difference(plain, planned);
  if (wrong !== null) assert.fail(`${again}, asked by ${asker.name}:\n${request.document}\nvariables ${JSON.stringify(request.variables)}\n${wrong}`);
}

it(`every stream tells the same (${again})`, { timeout: 300_000 }, async (t) => {
  let messages = 0;
  const [{ administrator, nobody }] = nodes.worlds;
  // Nobody is told what they did themselves, so a partner names the administrator.
  const { viewer } = await administrator.ask<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }');
  const { secret } = await mutate<{ secret: string }>(administrator, 'apiKeyCreate', 'secret', { name: 'Partner', permissions: viewer.permissions });
  const partner = new Client(nodes.app.url, secret);
  // The session of nobody may have ended among the mutations, and one node remembers it for seconds longer than the other.
  const without = ['rpk_live_nobody', nobody.credential];
  for (const operation of calls.operations.filter(({ kind }) => kind === 'subscription')) {
    const { variables } = calls.call(operation, { bare: true, own: (model) => nodes.corpora[0].ids.get(model.name)?.[0] ?? '' });
    const own = { ...variables, after: nodes.corpora[0].positions[0] };
    const { position } = await mutate<{ position: string }>(operation.name === 'notificationReceived' ? partner : administrator, ...lastWords(operation));
    // All at once, as those who ask and see alike are told by one.
    const followers = nodes.askers.filter((asker) => asker.of === 0 && !without.includes(asker.credential) && (operation.name === 'changes' || asker.reach === 'ALL'))
      .filter(({ name }) => operation.name !== 'notificationReceived' || name === 'administrator'); // each is told another thing last
    for (const part of drawn(answered(operation), people[0]!, STREAMS)) {
      const request = documentOf(operation, own, part, 'told: position ');
      await Promise.all([...followers, ...followers].map(async ({ name, credential }) => {
        const [plain, planned] = await Promise.all([nodes.plainUrl, nodes.app.url].map((url) => messagesOf(url, credential, request, `"told":"${position}"`)));
        assert.deepEqual(planned, plain, `${again}, followed by ${name}:\n${request.document}\nvariables ${JSON.stringify(request.variables)}`);
        messages += plain!.length;
      }));
    }
  }
  t.diagnostic(`${messages} messages`);
});

function lastWords({ name }: Operation): [mutation: string, selection: string, input: object] {
  const id = (model: string): string => nodes.corpora[0].ids.get(model)?.[0] ?? '';
  switch (name) {
    case 'changes': return ['teamUpdate', 'position', { teamId: id('Team'), name: `Last ${randomUUID()}` }];
    case 'customerChanged': return ['customerUpdate', 'position', { customerId: id('Customer'), addressAs: randomUUID() }];
    case 'conversationChanged': return ['conversationClose', 'position', { conversationId: id('Conversation') }];
    case 'taskChanged': return ['taskUpdate', 'position', { taskId: id('Task'), title: `Last ${randomUUID()}` }];
    case 'jobProgressed': return ['jobCancel', 'position', { jobId: id('Job') }];
    case 'pipelineChanged': return ['pipelineUpdate', 'position', { pipelineId: id('Pipeline'), name: randomUUID() }];
    case 'opportunityChanged': return ['opportunityUpdate', 'position', { opportunityId: id('Opportunity'), source: randomUUID() }];
    case 'ticketChanged': return ['ticketUpdate', 'position', { ticketId: id('Ticket'), subject: `Last ${randomUUID()}` }];
    case 'campaignChanged': return ['campaignUpdate', 'position', { campaignId: id('Campaign'), name: `Last ${randomUUID()}` }];
    case 'notificationReceived': return ['ticketNote', 'position', { ticketId: id('Ticket'), text: 'Last', mentionIds: [nodes.worlds[0].administratorId] }];
    default: throw new Error(`what does ${name} tell of last?`);
  }
}
