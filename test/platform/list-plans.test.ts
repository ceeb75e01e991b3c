/**
 * How the database goes about what lists send: by an index in their order, so that a page costs what it shows and not what
 * there is, first page or deep, of everything or of many parents, whoever asks and whatever they filter by. Looked at are
 * the statements that the product really sends, under row-level security, in a large organisation beside others.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { getNamedType, isEnumType, isObjectType, type GraphQLField } from 'graphql';
import pg from 'pg';
import type { FieldSpec } from '../../src/kernel/fields.ts';
import { encodeId, splitId } from '../../src/kernel/ids.ts';
import { columnOf, type ModelSpec } from '../../src/kernel/model.ts';
import { encodeCursor } from '../../src/kernel/pages.ts';
import { operatorsOf } from '../../src/platform/reading/filter.ts';
import { entityFrom } from '../../src/platform/reading/rows.ts';
import { PASSWORD, startTestApp, type TestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { manyRows } from '../support/many-rows.ts';
import { explain, recordStatements, type Sent, type Step } from '../support/statements.ts';
import { fill, mutate, type World } from '../support/world.ts';

const ROWS = 2_000;
const PARENTS = 20;
const PAGE = 10;
/** Of a value, rows that are few. */
const RARE = 40;

/** What is known to be walked otherwise, and why that may be. */
const KNOWN: readonly [list: RegExp, why: string][] = [
  [/^Query\.sessions /, 'one has few sessions, and those that are over are forgotten'],
  [/^Query\.channels where /, 'an organisation has few channels'],
  [/^Query\.customers where kind /, 'there are two kinds, and neither is rare'],
  [/^Query\.conversations by .* for (TEAM|OWN)$/, 'what is reached through its customer is judged row by row along the order, so who reaches few walks far'],
  [/^User\.customers by .* for TEAM$/, 'of what one person owns that a team has too, it takes the one or the other way by their statistics: at most what the person owns is sorted'],
  [/^Ticket\.notes /, 'a ticket has fewer notes than a page, as the database knows, so it collects and sorts them; a thousand on one are sorted too'],
];

/** A list of the schema; `owner` null: at the root. */
interface List {
  readonly owner: string | null;
  readonly field: GraphQLField<unknown, unknown>;
  readonly model: ModelSpec;
  readonly orders: readonly string[];
}
interface Asker {
  readonly reach: string;
  readonly client: Client;
}

let app: TestApp;
let world: World;
let owner: pg.Client;
let askers: Asker[];
let sent: Sent[];
/** Tables that are large here; others hold a row or two, which any plan may read whole. */
let large: Set<string>;

before(async () => {
  app = await startTestApp({ limits: { requestPoints: 1e6, bucketPoints: 1e12 } });
  sent = recordStatements(app);
  owner = new pg.Client({ connectionString: app.database.superuserUrl });
  await owner.connect();
  world = await fill(app);
  const beside = await fill(app);
  const { administratorId, ids } = world;
  const [own, team] = [await person('OWN'), await person('TEAM')];
  const { team: made } = await mutate<{ team: { id: string } }>(world.administrator, 'teamCreate', 'team { id }', { name: 'Large', memberIds: [team.id] });
  askers = [{ reach: 'ALL', client: world.administrator }, { reach: 'OWN', client: own.client }, { reach: 'TEAM', client: await Client.signIn(app.url, team.email, PASSWORD) }];
  const raw = (...public_: string[]): string[] => public_.map((id) => splitId(id)?.id ?? '');
  await manyRows(app, beside.id, ROWS / 4);
  await manyRows(app, world.id, ROWS, { user: raw(administratorId, own.id), team: raw(ids.get('Team')![0]!, made.id) });
  large = new Set();
  for (const { table } of app.app.host.models.values()) {
    const { rows: [count] } = await owner.query<{ n: number }>(`select count(*)::int as n from "${table}" where tenant_id = $1`, [world.id]);
    if (count!.n > ROWS / 20) large.add(table);
  }
});
after(async () => {
  await owner.end();
  await app.stop();
});

async function person(reach: string): Promise<{ id: string; email: string; client: Client }> {
  const { administrator, word } = world;
  const { viewer } = await administrator.ask<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }');
  const { role } = await mutate<{ role: { id: string } }>(administrator, 'roleDefine', 'role { id }', { name: reach, permissions: viewer.permissions, reach });
  const email = `${reach.toLowerCase()}@${word}.example`;
  const { user } = await mutate<{ user: { id: string } }>(administrator, 'userCreate', 'user { id }', { name: reach, email, password: PASSWORD, roleIds: [role.id] });
  return { id: user.id, email, client: await Client.signIn(app.url, email, PASSWORD) };
}

function lists(): List[] {
  const { schema, host } = app.app;
  const found = Object.values(schema.getTypeMap()).filter(isObjectType).flatMap((type) => Object.values(type.getFields()).flatMap((field): List[] => {
    const orders = field.args.map((arg) => getNamedType(arg.type)).find(isEnumType);
    const model = host.models.get(getNamedType(field.type).name.replace(/Connection$/, ''));
    if (!orders || !model) return [];
    if (type !== schema.getQueryType() && !host.models.has(type.name)) return []; // no record: what it asks is a list of the root with a condition
    return [{ owner: type === schema.getQueryType() ? null : type.name, field, model, orders: orders.getValues().map(({ name }) => name) }];
  }));
  assert.ok(found.length > 15, `${found.length} lists`);
  return found;
}

const nameOf = ({ owner, field }: List): string => `${owner ?? 'Query'}.${field.name}`;

/** A cursor in the midst of the list, of the first parent's children where it is of parents. */
async function midst({ model, owner: of }: List, order: string): Promise<string> {
  const spec = model.orders[order]!;
  const column = `"${columnOf(model.field(spec.field))}"`;
  const link = model.stored.find((field) => field.kind === 'belongsTo' && field.inverse && of !== null && model.target(field.name).name === of);
  const columns = model.stored.map((field) => `"${columnOf(field)}" as "${field.name}"`).join(', ');
  const where = link ? ` and "${columnOf(link)}" = (select "${columnOf(link)}" from "${model.table}" where tenant_id = $1 group by 1 order by count(*) desc limit 1)` : '';
  const { rows } = await owner.query<Record<string, unknown>>(
    `select ${columns} from "${model.table}" where tenant_id = $1${where} order by ${column} ${spec.direction}, id ${spec.direction}
     offset (select count(*) / 2 from "${model.table}" where tenant_id = $1${where}) limit 1`, [world.id]);
  assert.ok(rows[0], `${model.name} has no rows`);
  return encodeCursor(order, spec, entityFrom(model, rows[0]));
}

/** Parents of very many and of few. */
async function parentsOf(of: string): Promise<string[]> {
  const model = app.app.host.models.get(of)!;
  const { rows } = await owner.query<{ id: string }>(`select id from "${model.table}" where tenant_id = $1 order by id limit ${PARENTS}`, [world.id]);
  return rows.map(({ id }) => encodeId(model, id));
}

/** What was sent to answer. */
async function statementsOf({ client }: Asker, list: List, args: Readonly<Record<string, string>>): Promise<Sent[]> {
  const given = Object.entries(args).map(([name, value]) => `${name}: ${value}`).join(', ');
  const asked = `list: ${list.field.name}(${given}) { edges { cursor node { id } } pageInfo { hasNextPage } }`;
  const ids = list.owner === null ? [] : await parentsOf(list.owner);
  sent.length = 0;
  await client.ask(list.owner === null ? `{ ${asked} }` : `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${list.owner} { ${asked} } } }`, list.owner === null ? undefined : { ids });
  const kept = sent.filter(({ text }) => /^\s*(select|with)\b/i.test(text) && [...large].some((table) => text.includes(`"${table}"`)));
  assert.ok(kept.length > 0, `${nameOf(list)} sent nothing that could be looked at`);
  return kept;
}

interface Bounds {
  /** Rows that any step may meet. */
  readonly met: number;
  /** Rows that may be sorted: a page, or what a rare value finds. */
  readonly sorted: number;
}

async function wrongIn(statements: readonly Sent[], of: string, bounds: Bounds): Promise<string[]> {
  const wrong: string[] = [];
  const open = await app.app.host.database.begin('read', world.id);
  try {
    for (const statement of statements) for (const planned of statement.name === null ? ['custom'] as const : ['custom', 'generic'] as const) {
      const steps = await explain(open, statement, planned);
      const faults = steps.flatMap((step, i) => faultOf(step, steps[i + 1], bounds) ?? []);
      if (faults.length > 0 && !KNOWN.some(([list]) => list.test(of))) wrong.push(`${of} (${planned} plan): ${faults.join('; ')}\n    ${statement.text}`);
    }
  } finally {
    await open.end('rollback');
  }
  return wrong;
}

function faultOf({ kind, table, index, met }: Step, input: Step | undefined, bounds: Bounds): string | null {
  if (kind === 'Seq Scan' && table !== null && large.has(table)) return `reads all of ${table}`;
  if (/^(Index|Bitmap)/.test(kind) && met > bounds.met) return `meets ${met} rows by ${index ?? table}`;
  if (kind === 'Sort' && input && input.met > bounds.sorted) return `sorts ${input.met} rows`;
  return null;
}

describe('a page', { timeout: 300_000 }, () => {
  for (const reach of ['ALL', 'TEAM', 'OWN']) {
    it(`of every list in every order is walked by an index, first and deep, for who reaches ${reach}`, async () => {
      const asker = askers.find((one) => one.reach === reach)!;
      const wrong: string[] = [];
      for (const list of lists()) for (const order of list.orders) {
        const cursor = JSON.stringify(await midst(list, order));
        const shown = (PAGE + 1) * (list.owner === null ? 1 : PARENTS);
        // Of ten rows one is theirs, or one is their team's.
        // Own records and those of two teams are three walks, whose rows are merged.
        const bounds = { met: (reach === 'ALL' ? 2 : 20) * shown, sorted: (reach === 'TEAM' ? 4 : 2) * shown };
        const pages: Record<string, Record<string, string>> = {
          first: { first: `${PAGE}` }, deep: { first: `${PAGE}`, after: cursor }, ...(reach === 'ALL' ? { last: { last: `${PAGE}` } } : {}),
        };
        for (const [what, args] of Object.entries(pages)) {
          const statements = await statementsOf(asker, list, { orderBy: order, ...args });
          wrong.push(...await wrongIn(statements, `${nameOf(list)} by ${order}, ${what} page for ${reach}`, bounds));
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
});

describe('a filter', { timeout: 300_000 }, () => {
  it('finds what is rare by an index, by every operator', async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const list of lists().filter(({ owner: of }) => of === null)) {
      for (const field of list.model.fields.filter(({ filter }) => filter)) for (const [operator, value] of await rare(list.model, field)) {
        tried += 1;
        const statements = await statementsOf(askers[0]!, list, { filter: `{ ${field.name}: { ${operator}: ${value} } }` });
        wrong.push(...await wrongIn(statements, `${nameOf(list)} where ${field.name} ${operator} ${value}`, { met: RARE * 2, sorted: RARE * 2 }));
      }
    }
    assert.ok(tried > 10, `${tried} filters were tried`);
    assert.deepEqual(wrong, []);
  });
});

describe('a look-up', () => {
  it('finds customers by an index, whatever they are looked up by', async () => {
    const { rows: [one] } = await owner.query<{ named: string; tag: string; system: string; value: string; email: string }>(`
      select (select name_key from customer where tenant_id = $1 order by id limit 1) as named, (select key from customer_tag where tenant_id = $1 order by id limit 1) as tag,
        e.system, e.value, (select value from contact_point where tenant_id = $1 and kind = 'EMAIL' and value !~ ' ' order by id limit 1) as email
      from external_id e where tenant_id = $1 and system !~ ' ' limit 1`, [world.id]);
    const { named, tag, system, value, email } = one!;
    const customers = lists().find((list) => nameOf(list) === 'Query.customers')!;
    const wrong: string[] = [];
    for (const [name, sought] of [['named', JSON.stringify(named)], ['tagged', JSON.stringify([tag])], ['reachedAt', `{ kind: EMAIL, value: ${JSON.stringify(email)} }`],
      ['externalId', `{ system: ${JSON.stringify(system)}, value: ${JSON.stringify(value)} }`]] as const) {
      for (const asker of askers) {
        const statements = await statementsOf(asker, customers, { [name]: sought });
        wrong.push(...await wrongIn(statements, `Query.customers by ${name} ${sought}, reach ${asker.reach}`, { met: RARE, sorted: RARE }));
      }
    }
    assert.deepEqual(wrong, []);
  });
});

/** What is sought by each operator, as it is written in a document, so that few rows or none are found. */
async function rare(model: ModelSpec, field: FieldSpec): Promise<[operator: string, value: string][]> {
  const column = `"${columnOf(field)}"`;
  if (field.kind === 'money') return operatorsOf(field).map((is) => [`currency: "EUR", ${is}`, is.startsWith('l') ? '"-1"' : '"987654321"']);
  const { rows } = await owner.query<{ value: unknown; n: number }>(
    `select ${column} as value, count(*)::int as n from "${model.table}" where tenant_id = $1 group by 1 order by 2, 1`, [world.id]);
  const few = rows.filter(({ n, value }) => n <= RARE && value !== null).map(({ value }) => value);
  const values = field.choices ? Object.keys(field.choices).filter((name) => few.includes(name) || rows.every(({ value }) => value !== name)) : few;
  const written = values.slice(0, 2).map((value) => literal(model, field, value));
  const [one, other = one] = written;
  if (one === undefined || other === undefined) return [];
  const operators = operatorsOf(field);
  return operators.flatMap((is): [string, string][] => {
    if (is === 'in') return [[is, `[${one}, ${other}]`]];
    if (is === 'eq' || is === 'startsWith') return [[is, one]];
    const [first, last] = [rows.find(({ value }) => value !== null)?.value, rows.findLast(({ value }) => value !== null)?.value].sort().map((value) => literal(model, field, value));
    return first && last ? [[is, is.startsWith('l') ? first : last]] : [];
  });
}

function literal(model: ModelSpec, field: FieldSpec, value: unknown): string {
  if (field.kind === 'choice') return String(value);
  if (field.kind === 'belongsTo') return JSON.stringify(encodeId(model.target(field.name), String(value)));
  return JSON.stringify(value);
}
