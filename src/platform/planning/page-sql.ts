/** A page as JSON in SQL: its rows once, and over them one aggregate for each part that was asked for. */
import type { FieldSpec } from '../../kernel/fields.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import type { Predicate } from '../../kernel/predicates.ts';
import { condition } from '../database/condition.ts';
import { column, tableOf } from '../database/statement.ts';
import { orderBy, scopeOf, within, type Scope } from '../reading/scope.ts';
import { listOf, literal, object, quote, sql, textOf, type Json } from './json-text.ts';
import type { EdgePart, PagePart, PagePlan, RecordPlan } from './plan.ts';
import { points, pointsText, sum, summed } from './points.ts';
import { walksSql, waysOf } from './walks.ts';
import type { WriteRecord, Writer, Written } from './writer.ts';

export interface PageQuestion {
  readonly args: PageArgs;
  readonly where: Predicate;
  /** The condition that ties a row to the record around the page. */
  readonly parent: ((alias: string) => string) | null;
}

/** A select of `j`, the JSON, and `p`, its points: always one row. */
export function pageSql(plan: PagePlan, { args, where, parent }: PageQuestion, writer: Writer, recordSql: WriteRecord): string {
  const { values } = writer;
  const apart = scopeOf(plan.model, args, where, writer.hides);
  const scope = { ...apart, filter: { all: [plan.reach, apart.filter] } };
  const { window } = scope;
  const c = writer.alias();
  const tied = (alias: string): string => (parent ? `${parent(alias)} and ` : '');

  const looksOn = plan.parts.some(({ kind }) => kind === 'pageInfo');
  const shown = looksOn ? ` filter (where ${c}.n <= ${window.size})` : '';
  const inOrder = orderBy(scope, c, true);
  const parts = plan.parts.map((part): Written => {
    switch (part.kind) {
      case 'constant': return { json: literal(part.json), joins: '', points: points(0) };
      case 'totalCount': {
        const a = writer.alias();
        const all = `${tied(a)}${condition(plan.model, scope.filter, a, values)}`;
        return { json: sql(`(select count(*)::text from ${tableOf(plan.model)} ${a} where ${all})`), joins: '', points: points(0) };
      }
      case 'pageInfo': return { json: pageInfoJson(part, scope, c), joins: '', points: points(part.price.each) };
      case 'nodes': {
        const { json, joins, points: below } = recordSql(part.record, c, writer);
        return { json: listOf(json, inOrder, shown), joins, points: summed(sum([points(part.price.each), below]), shown) };
      }
      case 'edges': {
        const { json, joins, points: below } = edgeSql(part.parts, scope, c, (record) => recordSql(record, c, writer));
        return { json: listOf(json, inOrder, shown), joins, points: summed(sum([points(part.price.each), below]), shown) };
      }
    }
  });
  const json = textOf(object(plan.parts.map(({ key }, i) => [key, parts[i]?.json ?? []])));
  const cost = pointsText(sum(parts.map(({ points: more }, i) => sum([points(plan.parts[i]?.price.once ?? 0), more]))));
  const select = `select ${json} as j, (${cost})::int as p`;
  if (!plan.parts.some(({ kind }) => kind === 'nodes' || kind === 'edges' || kind === 'pageInfo')) return select;

  const walk = orderBy(scope, c);
  const counted = looksOn ? `, row_number() over (${walk}) as n` : '';
  const most = `limit ${window.size + (looksOn ? 1 : 0)}`;
  const from = parent ? null : waysOf(plan.reach);
  const met = from && walksSql(plan.model, from, c, writer, (table, where) => `select ${c}.* from ${table} where ${where} and ${within(apart, c, values)} ${walk} ${most}`);
  const source = met ? `(${met}) ${c}` : `${tableOf(plan.model)} ${c} where ${tied(c)}${within(scope, c, values)}`;
  const rows = `select ${c}.*${counted} from ${source} ${walk} ${most}`;
  // One row also where all that is asked of the rows is known without them.
  return `${select} from (${rows}) ${c}${parts.map(({ joins }) => joins).join('')} having true`;
}

function edgeSql(edge: readonly EdgePart[], scope: Scope, c: string, written: (record: RecordPlan) => Written): Written {
  const parts = edge.map((part): Written => {
    if (part.kind === 'constant') return { json: literal(part.json), joins: '', points: points(0) };
    if (part.kind === 'cursor') return { json: sql(`'"' || ${cursor(scope, c)} || '"'`), joins: '', points: points(0) };
    const { json, joins, points: below } = written(part.record);
    return { json, joins, points: sum([points(part.price.once + part.price.each), below]) };
  });
  return {
    json: object(edge.map(({ key }, i) => [key, parts[i]?.json ?? []])),
    joins: parts.map(({ joins }) => joins).join(''),
    points: sum(parts.map(({ points: more }) => more)),
  };
}

function pageInfoJson({ parts }: Extract<PagePart, { kind: 'pageInfo' }>, scope: Scope, c: string): Json {
  const { window } = scope;
  const more = sql(`(case when count(*) > ${window.size} then 'true' else 'false' end)`);
  const at = (place: string): Json =>
    sql(`coalesce('"' || (array_agg(${cursor(scope, c)} order by ${c}.n))[${place}] || '"', 'null')`);
  const last = `least(count(*), ${window.size})`;
  return object(parts.map(({ key, field }) => {
    switch (field) {
      case 'hasNextPage': return [key, window.backwards ? literal(String(window.before !== null)) : more];
      case 'hasPreviousPage': return [key, window.backwards ? more : literal(String(window.after !== null))];
      case 'startCursor': return [key, at(window.backwards ? last : '1')];
      case 'endCursor': return [key, at(window.backwards ? '1' : last)];
      default: return [key, literal('"PageInfo"')];
    }
  }));
}

/** What `encodeCursor` makes of a row. */
function cursor({ orderName, sort }: Scope, c: string): string {
  const key = `'[${quote(JSON.stringify(orderName)).slice(1, -1)},' || ${keyJson(sort, column(c, sort))} || ',"' || ${c}.id || '"]'`;
  return `translate(encode(convert_to(${key}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}

function keyJson(sort: FieldSpec, of: string): string {
  switch (sort.kind) {
    case 'moment': return `(extract(epoch from ${of}) * 1000)::bigint::text`;
    case 'number': return `${of}::text`;
    default: return `to_json(${of})::text`;
  }
}
