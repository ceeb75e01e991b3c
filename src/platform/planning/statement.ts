/** The one statement that answers a planned field: `j`, its JSON, and `p`, its points; no row means null. */
import type { Actor } from '../../kernel/actor.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import type { Predicate } from '../../kernel/predicates.ts';
import type { Question } from '../../kernel/reading.ts';
import { condition } from '../database/condition.ts';
import { literalOf, tableOf, type Sql } from '../database/statement.ts';
import { predicateFrom } from '../reading/filter.ts';
import { NotPlannable } from './compile.ts';
import { listOf, sql, textOf } from './json-text.ts';
import { pageSql } from './page-sql.ts';
import type { Plan } from './plan.ts';
import { points, pointsText, sum } from './points.ts';
import { anySql, recordSql } from './record-sql.ts';
import type { Planned, Wanted } from './planner.ts';
import { Writer } from './writer.ts';

/**
 * In characters. A longer one joins a hundred tables and more: the database takes longer to find a way through
 * them, each time anew, than the plain path takes to answer, and points count what is shown.
 */
const LONGEST = 40_000;

/** One question, or a list of them; null in it stands for nothing. */
export type Questions = Question | readonly (Question | null)[];

export function wantedBy(questions: Questions): Wanted {
  if (!('model' in questions)) return { kind: 'nodes' };
  return { kind: 'id' in questions ? 'record' : 'page', model: questions.model };
}

/** Throws `NotPlannable`. */
export function statementOf(planned: Planned, questions: Questions, asker: Actor, variables: Readonly<Record<string, unknown>>): Sql {
  const { plan, ready } = planned;
  if (ready && 'id' in questions && !ready.askedBy.some((field) => asker.hidden.has(field))) {
    return { text: ready.text, values: [questions.id, ...ready.values.of(asker).slice(1)] };
  }
  const writer = new Writer(asker, variables);
  const text = textFor(plan, questions, writer);
  if (text.length > LONGEST) throw new NotPlannable('its statement would be too long');
  // All that changes from record to record is its id, the first value.
  if ('id' in questions && writer.lasting) planned.ready = { text, values: writer.values, askedBy: [...writer.askedBy] };
  return { text, values: writer.values.of(asker) };
}

/**
 * Whether one plan of the database serves all values. A list that is chosen by what somebody reaches, or by a filter, may hold a
 * handful or half of all rows, and the walk that is right for the one is ruinous for the other.
 */
export function isSteady(plan: Plan, questions: Questions): boolean {
  if (plan.kind !== 'page' || !('args' in questions)) return true;
  const { model, reach } = plan.page;
  return ![reach, questions.where, predicateFrom(model, questions.args.filter ?? null)].some((where) => chooses(model, where));
}

/** By a value that may be any; what stands in the text of the statement, and whether a column is null, is the same question each time. */
function chooses(model: ModelSpec, where: Predicate): boolean {
  const among = (part: Predicate): boolean => chooses(model, part);
  if ('all' in where) return where.all.some(among);
  if ('any' in where) return where.any.some(among);
  if ('not' in where) return among(where.not);
  if (!('field' in where)) return true;
  return where.value !== null && ![where.value].flat().every((value) => literalOf(model.field(where.field), value) !== null);
}

function textFor(plan: Plan, questions: Questions, writer: Writer): string {
  const { values } = writer;
  switch (plan.kind) {
    case 'page': {
      if (!('args' in questions)) throw new Error('a page answers a question for a page');
      return pageSql(plan.page, { args: questions.args, where: questions.where, parent: null }, writer, recordSql);
    }
    case 'record': {
      if (!('id' in questions)) throw new Error('a record answers a question for a record');
      const { record, reach } = plan;
      const t = writer.alias();
      const where = `${t}.id = ${values.add(questions.id, 'uuid')} and ${condition(record.model, reach, t, values)}`;
      const { json, joins, points: below } = recordSql(record, t, writer);
      return `select ${textOf(json)} as j, ${pointsText(sum([points(plan.price.each), below]))} as p from ${tableOf(record.model)} ${t}${joins} where ${where}`;
    }
    case 'nodes': {
      const each = Array.isArray(questions) ? (questions as readonly (Question | null)[]) : [];
      const models = each.map((question) => question?.model.name ?? null);
      const ids = each.map((question) => (question && 'id' in question ? question.id : null));
      const u = writer.alias();
      const a = writer.alias();
      const list = `unnest(${values.add(models, 'text[]')}, ${values.add(ids, 'uuid[]')}) with ordinality ${u}(model, id, n)`;
      const any = anySql(plan.nodes, `${u}.model`, `${u}.id`, writer);
      const json = listOf(sql(`coalesce(${a}.j, 'null')`), `order by ${u}.n`);
      return `select ${textOf(json)} as j, coalesce(sum(${a}.p + ${plan.price.each}), 0)::int as p from ${list} left join lateral (${any}) ${a} on true`;
    }
  }
}
