/** The statements that a node really sends, and how the database goes about them as the application's role. */
import pg from 'pg';
import { Batch } from '../../src/platform/database/batch.ts';
import type { OpenTransaction } from '../../src/platform/database/pool.ts';
import type { TestApp } from './app.ts';

export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Given to those whose plan the server keeps. */
  readonly name: string | null;
}

/** Filled while the node works. */
export function recordStatements({ app }: TestApp): Sent[] {
  const sent: Sent[] = [];
  const known = new WeakSet<pg.PoolClient>();
  app.host.database.pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (statement: string | pg.QueryConfig<unknown[]> | Batch, ...rest: unknown[]) => {
        if (statement instanceof Batch) sent.push(...statement.statements.map(({ text, values, name = null }) => ({ text, values, name })));
        else sent.push(typeof statement === 'string' ? { text: statement, values: [], name: null } : { text: statement.text, values: statement.values ?? [], name: statement.name ?? null });
        return query(statement, ...rest);
      },
    });
  });
  return sent;
}

/** One step of a plan. */
export interface Step {
  readonly kind: string;
  readonly table: string | null;
  readonly index: string | null;
  /** Rows it met, those that it then left out among them, over all times it was done. */
  readonly met: number;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** The steps it took, planned for these values, or as for any. */
export async function explain(open: OpenTransaction, { text, values }: Pick<Sent, 'text' | 'values'>, planned: 'custom' | 'generic'): Promise<Step[]> {
  await open.run({ text: `set local plan_cache_mode = force_${planned}_plan`, values: [] });
  await open.run({ text: `prepare looked_at as ${text}`, values: [] });
  try {
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
    const [row] = await open.run({ text: `explain (analyze, timing off, summary off, format json) execute looked_at${given}`, values: [] });
    const [explained] = (row?.['QUERY PLAN'] ?? []) as { Plan: PlanNode }[];
    if (!explained) throw new Error('no plan was told');
    return stepsOf(explained.Plan);
  } finally {
    await open.run({ text: 'deallocate looked_at', values: [] });
  }
}

function stepsOf(node: PlanNode): Step[] {
  const each = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const step = { kind: node['Node Type'], table: node['Relation Name'] ?? null, index: node['Index Name'] ?? null, met: Math.round(each * node['Actual Loops']) };
  return [step, ...(node.Plans ?? []).flatMap(stepsOf)];
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (!Array.isArray(value)) return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
  const items = value.map((item) => (item === null ? 'null' : `"${String(item).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`));
  return pg.escapeLiteral(`{${items.join(',')}}`);
}
