/** Filters find what they say: any that can be put together, against the same said in plain JavaScript over all rows. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import fc from 'fast-check';
import { createCustomer } from '../../src/crm/customers/create-customer.ts';
import type { Customer } from '../../src/crm/customers/customer.ts';
import { splitId } from '../../src/kernel/ids.ts';
import { asSystem } from '../../src/platform/graphql/as-system.ts';
import { publicId, startTestApp, type Tenant, type TestApp } from '../support/app.ts';

const KINDS = ['PERSON', 'ORGANIZATION'] as const;
const STAGES = ['CONTACT', 'PROSPECT', 'CLIENT', 'FORMER'] as const;
const LANGUAGES = [null, 'cs', 'cs-CZ', 'cy', 'pl', 'zh-Hans'];
const MOMENTS = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z', '2026-03-05T06:07:08.900Z'];

let app: TestApp;
let tenant: Tenant;

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly stage: string;
  readonly language: string | null;
  readonly owner: string | null;
  readonly archivedAt: string | null;
}
let rows: Row[];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

before(async () => {
  app = await startTestApp({ limits: { bucketPoints: 1e9 } });
  tenant = await app.tenant();
  const customers = await asSystem(app.app.host, tenant.id, 'test', async (transaction) => {
    const made: Customer[] = [];
    for (let n = 0; n < 240; n += 1) {
      const kind = pick(KINDS, n);
      const customer = await createCustomer({
        kind, ...(kind === 'PERSON' ? { givenName: 'Anna' } : { organizationName: 'Anna' }),
        stage: pick(STAGES, n >> 1), language: pick(LANGUAGES, n >> 3), ownerId: n % 3 ? null : splitId(tenant.administratorId)!.id,
      }, transaction);
      if (n % 5 === 0) customer.archive(new Date(pick(MOMENTS, n / 5)));
      made.push(customer);
    }
    return made;
  });
  rows = customers.map((customer): Row => ({
    id: publicId(customer), kind: customer.kind, stage: customer.stage, language: customer.language,
    owner: customer.owner ? tenant.administratorId : null, archivedAt: customer.archivedAt?.toISOString() ?? null,
  }));
});
after(() => app.stop());

type Filter = { readonly [name: string]: unknown };
type Field = 'kind' | 'stage' | 'language' | 'owner' | 'archivedAt';

const equality = (values: readonly (string | null)[]) => fc.oneof(
  fc.constantFrom(...values).map((eq) => ({ eq })),
  fc.subarray(values.filter((value) => value !== null)).map((all) => ({ in: all })),
);
const moments = fc.oneof(
  fc.constantFrom(null, ...MOMENTS).map((eq) => ({ eq })),
  fc.tuple(fc.constantFrom('lt', 'lte', 'gt', 'gte'), fc.constantFrom(...MOMENTS)).map(([operator, value]) => ({ [operator]: value })),
);
const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record<Filter>({
      kind: equality(KINDS), stage: equality(STAGES), archivedAt: moments,
      language: fc.oneof(equality(LANGUAGES), fc.constantFrom('c', 'cs', 'cs-', 'z', 'x').map((startsWith) => ({ startsWith }))),
      owner: fc.boolean().map((mine) => ({ eq: mine ? 'me' : null })),
    }, { requiredKeys: [] }),
    fc.array(tie('tree'), { maxLength: 3 }).map((and) => ({ and })),
    fc.array(tie('tree'), { maxLength: 3 }).map((or) => ({ or })),
    tie('tree').map((not) => ({ not })),
  ),
}));

/** As a reader of the schema's descriptions would say it. */
function satisfies(row: Row, filter: Filter): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (name === 'and') return (condition as Filter[]).every((part) => satisfies(row, part));
    if (name === 'or') return (condition as Filter[]).some((part) => satisfies(row, part));
    if (name === 'not') return !satisfies(row, condition as Filter);
    const value = row[name as Field];
    return Object.entries(condition as Filter).every(([operator, operand]) => holds(value, operator, operand));
  });
}

function holds(value: string | null, operator: string, operand: unknown): boolean {
  if (operator === 'eq') return value === operand;
  if (value === null) return false;
  switch (operator) {
    case 'in': return (operand as string[]).includes(value);
    case 'startsWith': return value.startsWith(String(operand));
    case 'lt': return value < String(operand);
    case 'lte': return value <= String(operand);
    case 'gt': return value > String(operand);
    default: return value >= String(operand);
  }
}

const speaksOfArchived = (filter: Filter): boolean => JSON.stringify(filter).includes('"archivedAt"');

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function found(filter: Filter): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { customers }: { customers: Page } = await tenant.administrator.ask(
      'query ($filter: CustomerFilter, $after: String) { customers(first: 100, after: $after, filter: $filter) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
      { filter, after });
    ids.push(...customers.nodes.map(({ id }) => id));
    after = customers.pageInfo.endCursor;
    if (customers.pageInfo.hasNextPage) continue;
    assert.equal(customers.totalCount, ids.length);
    return ids.sort();
  }
}

it('a filter finds those, and only those, of whom it is true', async () => {
  await fc.assert(fc.asyncProperty(tree, async (drawn) => {
    const filter = JSON.parse(JSON.stringify(drawn).replaceAll('"me"', JSON.stringify(tenant.administratorId))) as Filter;
    const expected = rows.filter((row) => satisfies(row, filter) && (speaksOfArchived(filter) || row.archivedAt === null));
    assert.deepEqual(await found(filter), expected.map(({ id }) => id).sort());
  }), { numRuns: 60 });
});
