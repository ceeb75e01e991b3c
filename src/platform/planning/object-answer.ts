/**
 * Answers an object whose fields are resolved in code: the root of a query, or a payload. What a resolver asks to
 * read is answered by one statement that makes the JSON; what it worked out is completed by graphql-js. What a
 * payload asks may be read ahead, by the transaction that makes it so.
 */
import { isNonNullType, type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { Sql } from '../database/statement.ts';
import type { Ahead, Execution } from '../graphql/execution.ts';
import { actualCost, type PriceList } from '../http/cost.ts';
import type { Prepared } from '../http/prepare.ts';
import type { Run } from '../reading/children.ts';
import type { Row } from '../reading/rows.ts';
import { listed, NULL, together, under, type Answered, type Selected } from './answered.ts';
import { NotPlannable, priceOf } from './compile.ts';
import { complete, type Resolved } from './complete.ts';
import { Irregular, leaf } from './leaf.ts';
import { Mending } from './mend.ts';
import { codeIn, type Plan } from './plan.ts';
import { plannedBelow } from './planned-below.ts';
import type { Planner } from './planner.ts';
import { fieldOf, resolveField } from './resolve-field.ts';
import { isThere, questionsOf, raise, settled } from './resolved-value.ts';
import { isSteady, statementOf, wantedBy, type Questions } from './statement.ts';

type Nodes = readonly FieldNode[];
type Field = GraphQLField<unknown, unknown>;

/** What is asked of an object, where in the answer. */
interface AskedObject {
  readonly type: GraphQLObjectType;
  readonly selected: Selected;
  readonly prices: PriceList;
  readonly path: readonly string[];
  /** Where it stands in the answer, if elsewhere than its path says: in a list, or below another object that is answered so. */
  readonly within?: readonly (string | number)[];
  /** What the objects of one list have read already, by its statement: many may point at the same record. */
  readonly shared?: Map<string, Promise<readonly Row[]>>;
}

export class ObjectAnswer implements Ahead {
  /** Code may yet read. */
  #goesOn = false;
  /** What was read before it was asked for, by the statement that it answers. */
  readonly #ahead = new Map<string, Promise<readonly Row[]>>();

  constructor(readonly prepared: Prepared, readonly planner: Planner, readonly execution: Execution, readonly asked: AskedObject) {}

  /** An object whose fields are resolved in code, all at once. */
  async of(source: unknown): Promise<Answered> {
    const { selected } = this.asked;
    const inCode = new Map<string, Resolved>();
    const read = new Map<string, Promise<Answered>>();
    for (const [key, nodes] of selected) {
      if (nodes[0]?.name.value === '__typename') {
        read.set(key, Promise.resolve({ ...NULL, json: JSON.stringify(this.asked.type.name) }));
        continue;
      }
      const field = fieldOf(this.asked.type, nodes);
      const value = settled(() => resolveField(this.prepared, this.asked.type, { key, field, nodes }, source, this.execution));
      const answered = value.failed ? null : this.#there(key, field, value.value) ?? this.#read(key, field, nodes, value.value) ?? this.#below(key, field, nodes, value.value);
      if (answered) read.set(key, answered);
      else inCode.set(key, { nodes, value: () => value.failed ? raise(value.error) : value.value });
      if (!answered && !value.failed && !isThere(field.type, value.value)) this.#goesOn = true;
    }
    // The end of the snapshot travels with the last that is asked of it.
    if (!this.#goesOn && !this.asked.within) void this.execution.refresh();
    const [answers, rest] = await Promise.all([
      Promise.all([...read].map(async ([key, reading]) => [key, await reading.catch((error: unknown) => this.#plainly(key, source, error))] as const)),
      this.#complete(inCode),
    ]);
    return together(selected, new Map([...answers, ...rest]));
  }

  /** What is a statement alone. The rest is read as ever, when the payload is there. */
  read(payload: object, run: Run): void {
    this.forget();
    for (const [key, nodes] of this.asked.selected) {
      if (nodes[0]?.name.value === '__typename') continue;
      const field = fieldOf(this.asked.type, nodes);
      const value = settled(() => resolveField(this.prepared, this.asked.type, { key, field, nodes }, payload, this.execution));
      const questions = value.failed ? null : questionsOf(value.value);
      const asked = questions && this.#planned(key, nodes, questions);
      if (!asked || asked instanceof Error || codeIn(asked.plan).length > 0) continue;
      const rows = this.execution.timed(key, asked.statement, run);
      rows.catch(() => {}); // told by COMMIT
      this.#ahead.set(keyOf(asked.statement), rows);
    }
  }

  forget(): void {
    this.#ahead.clear();
  }

  /** In reports; below a root field by the whole path. */
  #nameOf(key: string): string {
    return this.asked.within ? [...this.asked.path, key].join('.') : key;
  }

  /** Null: more than a plain value. */
  #there(key: string, field: Field, value: unknown): Promise<Answered> | null {
    if (!isThere(field.type, value)) return null;
    try {
      return Promise.resolve({ json: JSON.stringify(leaf(field.type, value)), points: this.asked.prices.get(key)?.once ?? 0, errors: [] });
    } catch {
      return null;
    }
  }

  /** Null: this is no reading, or none that can be planned. */
  #read(key: string, field: Field, nodes: Nodes, value: unknown): Promise<Answered> | null {
    const questions = questionsOf(value);
    if (questions === null) {
      if (!isThere(field.type, value)) this.execution.trace?.fellBack(this.#nameOf(key), 'its resolver reads for itself');
      return null;
    }
    const asked = this.#planned(key, nodes, questions);
    if (asked instanceof Error) {
      // What is wrong with it is told, with its path, where it is read plainly.
      this.execution.trace?.fellBack(this.#nameOf(key), asked instanceof NotPlannable ? asked.message : 'its arguments cannot be taken');
      return null;
    }
    const code = codeIn(asked.plan);
    if (code.length > 0) this.#goesOn = true;
    for (const part of code) this.execution.trace?.fellBack(`${this.#nameOf(key)}.${part}`, 'answered in code, from fields of its record');
    return this.#run(key, field, asked.plan, asked.statement);
  }

  /** Null: nothing below it can be planned. */
  #below(key: string, field: Field, nodes: Nodes, value: unknown): Promise<Answered> | null {
    const type = plannedBelow(field.type);
    if (type === null) return null;
    this.#goesOn = true;
    const { price, below: prices } = priceOf(this.asked.prices, key);
    const { schema, operation, variables } = this.prepared;
    const selected: Selected = collectSubfields(schema, operation.fragments, variables, type, nodes);
    const here = [...this.asked.within ?? this.asked.path, key];
    const shared = this.asked.shared ?? new Map<string, Promise<readonly Row[]>>();
    const one = async (source: unknown, within: readonly (string | number)[]): Promise<Answered> => {
      if (source === null || source === undefined) throw new Irregular('null among them');
      const answered = await new ObjectAnswer(this.prepared, this.planner, this.execution, { type, selected, prices, path: [...this.asked.path, key], within, shared }).of(source);
      return answered.json === null ? answered : { ...answered, points: answered.points + price.each };
    };
    const all = async (): Promise<Answered> => {
      const found = await value;
      const nothing = found === null || found === undefined;
      if (nothing && isNonNullType(field.type)) throw new Irregular('null where none may be');
      const answered = nothing ? NULL : Array.isArray(found) ? listed(field.type, await Promise.all(found.map(async (item, i) => one(item, [...here, i])))) : await one(found, here);
      // What may not be null and failed makes all null up to what may.
      const json = answered.json ?? (isNonNullType(field.type) ? null : 'null');
      return { ...answered, json, points: answered.points + price.once };
    };
    return all();
  }

  #planned(key: string, nodes: Nodes, questions: Questions): { plan: Plan; statement: Sql } | Error {
    const { operation, variables } = this.prepared;
    const { actor } = this.execution;
    try {
      const planned = this.planner.plan({ operation, variables, path: [...this.asked.path, key], nodes }, wantedBy(questions), actor);
      const statement = statementOf(planned, questions, actor, variables);
      const name = isSteady(planned.plan, questions) ? this.planner.named(statement.text) : {};
      return { plan: planned.plan, statement: { ...statement, ...name } };
    } catch (error) {
      return error as Error;
    }
  }

  async #run(key: string, field: Field, plan: Plan, statement: Sql): Promise<Answered> {
    const { price, below } = priceOf(this.asked.prices, key);
    const [row] = await this.#rowsOf(key, statement);
    if (!row) {
      if (isNonNullType(field.type)) throw new Irregular('null where none may be');
      return { ...NULL, points: price.once };
    }
    const json = String(row['j']);
    if (codeIn(plan).length === 0) return { json, points: price.once + Number(row['p']), errors: [] };
    const mended = await new Mending(this.prepared, this.execution).of(plan, JSON.parse(json));
    const points = actualCost(new Map([[key, { ...price, fields: below, size: () => 1 }]]), { [key]: mended });
    return { json: JSON.stringify(mended), points, errors: [] };
  }

  #rowsOf(key: string, statement: Sql): Promise<readonly Row[]> {
    const { shared } = this.asked;
    const run = (): Promise<readonly Row[]> => this.execution.run(statement, this.#nameOf(key));
    if (!shared && this.#ahead.size === 0) return run();
    const of = keyOf(statement);
    const rows = this.#ahead.get(of) ?? shared?.get(of) ?? run();
    shared?.set(of, rows);
    return rows;
  }

  /** What came out irregularly is resolved again and read plainly; other failures are the field's error. */
  async #plainly(key: string, source: unknown, error: unknown): Promise<Answered> {
    const nodes = this.asked.selected.get(key) ?? [];
    const field = fieldOf(this.asked.type, nodes);
    const value = error instanceof Irregular
      ? () => resolveField(this.prepared, this.asked.type, { key, field, nodes }, source, this.execution)
      : () => raise(error);
    if (error instanceof Irregular) this.execution.trace?.fellBack(this.#nameOf(key), error.message);
    return (await this.#complete(new Map([[key, { nodes, value }]]))).get(key) ?? NULL;
  }

  async #complete(fields: ReadonlyMap<string, Resolved>): Promise<Map<string, Answered>> {
    if (fields.size === 0) return new Map();
    const { data, errors = [] } = await complete(this.prepared, this.asked.type, fields, this.execution);
    const place = this.asked.within ?? this.asked.path;
    const placed = place.length === 0 ? errors : errors.map((error) => under(place, error));
    return new Map([...fields.keys()].map((key, i): [string, Answered] => {
      const price = this.asked.prices.get(key);
      return [key, {
        json: data ? JSON.stringify(data[key]) : null,
        points: data && price ? actualCost(new Map([[key, price]]), data) : 0,
        errors: i === 0 ? placed : [],
      }];
    }));
  }
}

/** The same statement with the same values. */
const keyOf = ({ text, values }: Sql): string => JSON.stringify([text, values]);
