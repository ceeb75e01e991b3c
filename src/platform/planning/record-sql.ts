/** A record as JSON in SQL, with all that is asked below it. */
import { ANY, type Predicate } from '../../kernel/predicates.ts';
import { condition } from '../database/condition.ts';
import { column, tableOf } from '../database/statement.ts';
import { orderOfChildren } from '../reading/scope.ts';
import { amountJson, columnJson, rowJson } from './column-json.ts';
import { listOf, literal, object, quote, sql, textOf, type Json } from './json-text.ts';
import { pageSql } from './page-sql.ts';
import { needsCode, type NodePlan, type RecordPart, type RecordPlan } from './plan.ts';
import { points, pointsText, sum, summed, when } from './points.ts';
import type { Writer, Written } from './writer.ts';

/** The record in the table known as `t`. */
export function recordSql({ model, parts }: RecordPlan, t: string, writer: Writer): Written {
  const written = parts.map((part) => partSql(part, { model, parts }, t, writer));
  return {
    json: object(parts.map(({ key }, i) => [key, written[i]?.json ?? []])),
    joins: written.map(({ joins }) => joins).join(''),
    points: sum(written.map(({ points: more }, i) => sum([points(parts[i]?.price.once ?? 0), more]))),
  };
}

function partSql(part: RecordPart, { model }: RecordPlan, t: string, writer: Writer): Written {
  switch (part.kind) {
    case 'constant': return alone(literal(part.json));
    case 'column': return alone(columnJson(model, part.field, t));
    case 'money': return alone(moneyJson(part, t));
    case 'code': return alone(rowJson(part.needs, t));
    case 'link': return linkSql(part, t, writer);
    case 'node': return nodeSql(part, (name) => column(t, model.field(name)), writer);
    case 'child': return lateral(childSql(part, t, writer), part.price.each, writer);
    case 'children': return lateral(childrenSql(part, t, writer), null, writer);
    case 'page': {
      const args = writer.argumentsOf(part.asked);
      return lateral(pageSql(part.page, { args, where: ANY, parent: (child) => `${column(child, part.by)} = ${t}.id` }, writer, recordSql), null, writer);
    }
  }
}

function moneyJson({ field, currency, parts }: Extract<RecordPart, { kind: 'money' }>, t: string): Json {
  const [minor, code] = [column(t, field), column(t, currency)];
  const json = object(parts.map(({ key, of }) => [key, of === 'amount' ? amountJson(minor, code) : of === 'currency' ? sql(`to_json(${code})::text`) : literal('"Money"')]));
  return field.optional ? sql(`case when ${minor} is null then 'null' else ${textOf(json)} end`) : json;
}

const alone = (json: Json): Written => ({ json, joins: '', points: points(0) });

/**
 * Joined by its id alone and dressed above the join: in a lateral the JSON would be built for every row the join scans, and
 * reach among the conditions of the join tempts the planner to begin with all that somebody reaches.
 */
function linkSql({ field, record, reach, price }: Extract<RecordPart, { kind: 'link' }>, t: string, writer: Writer): Written {
  const a = writer.alias();
  const seen = reach === ANY ? `${a}.id is not null` : condition(record.model, reach, a, writer.values);
  const { json, joins, points: below } = recordSql(record, a, writer);
  const each = sum([points(price.each), below]);
  const written = { joins: ` left join ${tableOf(record.model)} ${a} on ${a}.id = ${column(t, field)}${joins}` };
  if (!field.optional && reach === ANY) return { ...written, json, points: each };
  return { ...written, json: sql(`case when ${seen} then ${textOf(json)} else 'null' end`), points: when(seen, each) };
}

const restricted = ({ model }: RecordPlan, reach: Predicate, alias: string, { values }: Writer): string =>
  (reach === ANY ? '' : ` and ${condition(model, reach, alias, values)}`);

/** A select of columns `j` and `p` whose one row stands beside the record; `each` where there may be none. */
function lateral(select: string, each: number | null, writer: Writer): Written {
  const a = writer.alias();
  const joins = ` left join lateral (${select}) ${a} on true`;
  if (each === null) return { joins, json: sql(`${a}.j`), points: points(0, `${a}.p`) };
  return { joins, json: sql(`coalesce(${a}.j, 'null')`), points: points(0, `coalesce(${a}.p + ${each}, 0)`) };
}

type Children = Extract<RecordPart, { kind: 'child' | 'children' }>;

function childSql({ by, record, reach, as }: Children, t: string, writer: Writer): string {
  const c = writer.alias();
  const where = `${column(c, by)} = ${t}.id${restricted(record, reach, c, writer)}${restricted(record, as.where ?? ANY, c, writer)}`;
  const { json, joins, points: below } = recordSql(record, c, writer);
  return `select ${textOf(json)} as j, ${pointsText(below)} as p from ${tableOf(record.model)} ${c}${joins} where ${where} ${orderOfChildren(record.model, as, c)} limit 1`;
}

function childrenSql({ by, record, reach, as, price }: Children, t: string, writer: Writer): string {
  const c = writer.alias();
  const where = `${column(c, by)} = ${t}.id${restricted(record, reach, c, writer)}${restricted(record, as.where ?? ANY, c, writer)}`;
  const inOrder = orderOfChildren(record.model, as, c);
  const rows = `select * from ${tableOf(record.model)} ${c} where ${where} ${inOrder} limit ${as.max ?? 1}`;
  const { json, joins, points: below } = recordSql(record, c, writer);
  const each = summed(sum([points(price.each), below]));
  return `select ${textOf(listOf(json, inOrder))} as j, ${pointsText(each)} as p from (${rows}) ${c}${joins}`;
}

function nodeSql({ field, nodes, price }: Extract<RecordPart, { kind: 'node' }>, of: (name: string) => string, writer: Writer): Written {
  const [model = '', id = ''] = field.needs.map(of);
  return lateral(anySql(nodes, model, id, writer), price.each, writer);
}

/**
 * The record of the model and id that two expressions tell; no row when there is none. Where code goes on
 * with it, it is told with its model.
 */
export function anySql(nodes: NodePlan, model: string, id: string, writer: Writer): string {
  const named = nodes.some(({ record }) => needsCode(record));
  const selects = nodes.map(({ record, reach }) => {
    const a = writer.alias();
    const { json, joins, points: below } = recordSql(record, a, writer);
    const where = `${model} = ${quote(record.model.name)} and ${a}.id = ${id}${restricted(record, reach, a, writer)}`;
    const told = named ? object([['model', literal(`"${record.model.name}"`)], ['record', json]]) : json;
    return `select ${textOf(told)} as j, ${pointsText(below)} as p from ${tableOf(record.model)} ${a}${joins} where ${where}`;
  });
  return selects.length > 0 ? selects.join(' union all ') : `select null::text as j, 0 as p where false`;
}
