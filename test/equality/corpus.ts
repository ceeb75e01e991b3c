/** What values of arguments are drawn from: ids, texts, moments, cursors and positions that really are in two organisations. */
import { getNamedType, isEnumType, isLeafType, isObjectType, isRequiredArgument, type GraphQLField, type GraphQLObjectType } from 'graphql';
import pg from 'pg';
import { encodeId } from '../../src/kernel/ids.ts';
import type { ModelSpec } from '../../src/kernel/model.ts';
import { decodePosition, encodePosition } from '../../src/kernel/position.ts';
import type { Tenant, TestApp } from '../support/app.ts';

export interface Corpus {
  readonly tenant: string;
  /** Public ids by model. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** Cursors by the type of the connection and the order: `CustomerConnection NAME_ASC`. */
  readonly cursors: ReadonlyMap<string, readonly string[]>;
  /** Values by the type of a scalar, and those of texts by the name of their field: `DateTime`, `String familyName`. */
  readonly scalars: ReadonlyMap<string, readonly (string | number | boolean)[]>;
  readonly positions: readonly string[];
}

const MOST = 100;
const MOST_READ = 24;

export const isPaged = (field: GraphQLField<unknown, unknown>): boolean => ['first', 'after', 'last', 'before'].every((name) => field.args.some((arg) => arg.name === name));

/** The orders of a list; one without a choice has an order all the same. */
export function ordersOf(field: GraphQLField<unknown, unknown>): string[] {
  const orders = field.args.map((arg) => getNamedType(arg.type)).find(isEnumType);
  return orders ? orders.getValues().map(({ name }) => name) : [];
}

/** `nested`: cursors of lists within records, too. */
export async function corpusOf({ app, database }: TestApp, { id: tenant, administrator }: Tenant, nested: boolean): Promise<Corpus> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const ids = new Map<string, string[]>();
  try {
    for (const model of app.host.models.values()) ids.set(model.name, await idsOf(owner, model, tenant));
  } finally {
    await owner.end();
  }
  const scalars = new Map<string, Set<string | number | boolean>>();
  const cursors = new Map<string, Set<string>>();
  const keep = <T>(into: Map<string, Set<T>>, key: string, value: T): void => void into.set(key, (into.get(key) ?? new Set()).add(value));

  const read = async (type: GraphQLObjectType, ids: readonly string[]): Promise<void> => {
    const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument));
    const lists = nested ? Object.values(type.getFields()).filter(isPaged) : [];
    const asked = [
      ...leaves.map(({ name }) => name),
      ...lists.flatMap((field) => ordersOf(field).map((order) => `${field.name}_${order}: ${field.name}(first: 5, orderBy: ${order}) { edges { cursor } }`)),
    ];
    const { nodes } = await administrator.ask<{ nodes: (Record<string, unknown> | null)[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type.name} { ${asked.join(' ')} } } }`, { ids });
    for (const node of nodes) {
      if (node === null) continue;
      for (const field of leaves) {
        for (const value of [node[field.name]].flat()) {
          const { name } = getNamedType(field.type);
          if (value === null || name === 'ID') continue;
          keep(scalars, name, value as string);
          if (name === 'String') keep(scalars, `String ${field.name}`, value as string);
        }
      }
      for (const field of lists) for (const order of ordersOf(field)) for (const cursor of cursorsIn(node[`${field.name}_${order}`])) keep(cursors, `${getNamedType(field.type).name} ${order}`, cursor);
    }
  };

  for (const [name, list] of ids) {
    const type = app.schema.getType(name);
    if (!isObjectType(type)) continue;
    await read(type, list.slice(0, MOST_READ));
  }
  for (const field of Object.values(app.schema.getQueryType()?.getFields() ?? {}).filter(isPaged)) {
    for (const order of ordersOf(field)) {
      const { list } = await administrator.ask<{ list: unknown }>(`{ list: ${field.name}(first: ${MOST}, orderBy: ${order}) { edges { cursor } } }`);
      for (const cursor of cursorsIn(list)) keep(cursors, `${getNamedType(field.type).name} ${order}`, cursor);
    }
  }
  const lists = <T>(sets: Map<string, Set<T>>): Map<string, T[]> => new Map([...sets].map(([key, set]) => [key, [...set]]));
  return { tenant, ids, cursors: lists(cursors), scalars: lists(scalars), positions: positionsUpTo(tenant, (await administrator.ask<{ position: string }>('{ position }')).position) };
}

const cursorsIn = (connection: unknown): string[] => (connection as { edges: { cursor: string }[] } | null)?.edges.map(({ cursor }) => cursor) ?? [];

async function idsOf(owner: pg.Client, model: ModelSpec, tenant: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(`select id from "${model.table}" where tenant_id = $1 order by id limit ${MOST}`, [tenant]);
  return rows.map(({ id }) => encodeId(model, id));
}

/** Of the start, of all the way, of now and of what is still to come. */
function positionsUpTo(tenant: string, now: string): string[] {
  const head = decodePosition(tenant, now);
  if (head === null || head === 'foreign') throw new Error(`${now} is no position`);
  const steps = [0, 1, 2, Math.floor(head.seq / 2), head.seq - 3, head.seq - 1, head.seq, head.seq + 1];
  return [...steps.map((seq) => encodePosition(tenant, { epoch: head.epoch, seq: Math.max(0, seq) })), encodePosition(tenant, { epoch: head.epoch + 1, seq: 1 })];
}
