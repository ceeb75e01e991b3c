/**
 * Answers a query or mutation. Each root field's resolver is called, and what it asks to read is answered by
 * one statement that makes the JSON; what it worked out in code is completed by graphql-js. A payload is an
 * object like the root: its records are read by one statement each, which travels with the commit where it can.
 */
import {
  getNamedType, GraphQLError, isLeafType, isNonNullType, isObjectType, locatedError, OperationTypeNode,
  type FieldNode, type GraphQLField, type GraphQLObjectType, type GraphQLOutputType,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { Reading, type Question } from '../../kernel/reading.ts';
import type { Sql } from '../database/statement.ts';
import type { Ahead, Execution } from '../graphql/execution.ts';
import { actualCost, type PriceList } from '../http/cost.ts';
import type { Prepared } from '../http/prepare.ts';
import type { Run } from '../reading/children.ts';
import type { Row } from '../reading/rows.ts';
import { NotPlannable, priceOf } from './compile.ts';
import { complete, type Resolved } from './complete.ts';
import { Irregular, leaf } from './leaf.ts';
import { Mending } from './mend.ts';
import { codeIn, type Plan } from './plan.ts';
import type { Planner } from './planner.ts';
import { resolveField } from './resolve-field.ts';
import { isSteady, statementOf, wantedBy, type Questions } from './statement.ts';

/** `json` is null when something that may not be null failed. */
export interface Answered {
  readonly json: string | null;
  readonly points: number;
  readonly errors: readonly GraphQLError[];
}

type Nodes = readonly FieldNode[];
type Selected = ReadonlyMap<string, Nodes>;
type Field = GraphQLField<unknown, unknown>;

/** Null: it asks for something that only graphql-js knows, such as the schema itself, or what is wrong with it. */
export async function answer(prepared: Prepared, planner: Planner): Promise<Answered | null> {
  const { schema, operation, contextValue } = prepared;
  const type = schema.getRootType(operation.node.operation);
  if (!type) return null;
  const selected = selectedIn(type, prepared);
  if (selected === null) return null;
  const introspects = [...selected.values()].some(([node]) => node?.name.value === '__schema' || node?.name.value === '__type');
  if (introspects) return null;
  const root = new ObjectAnswer(prepared, planner, contextValue, type, operation.prices, [], selected);
  return operation.node.operation === OperationTypeNode.MUTATION ? root.mutations() : root.of(undefined);
}

/** Null: a switch (`@skip`, `@include`) was given null. */
function selectedIn(type: GraphQLObjectType, { schema, operation, variables }: Prepared): Selected | null {
  try {
    return collectFields(schema, operation.fragments, variables, type, operation.node.selectionSet);
  } catch {
    return null;
  }
}

const NULL: Answered = { json: 'null', points: 0, errors: [] };

class ObjectAnswer implements Ahead {
  /** Code may yet read. */
  #goesOn = false;
  /** What was read before it was asked for, by the statement that it answers. */
  readonly #ahead = new Map<string, Promise<readonly Row[]>>();

  constructor(
    readonly prepared: Prepared, readonly planner: Planner, readonly execution: Execution,
    readonly type: GraphQLObjectType, readonly prices: PriceList, readonly path: readonly string[], readonly selected: Selected,
  ) {}

  /** An object whose fields are resolved in code, all at once. */
  async of(source: unknown): Promise<Answered> {
    const { selected } = this;
    const inCode = new Map<string, Resolved>();
    const read = new Map<string, Promise<Answered>>();
    for (const [key, nodes] of selected) {
      if (nodes[0]?.name.value === '__typename') {
        read.set(key, Promise.resolve({ ...NULL, json: JSON.stringify(this.type.name) }));
        continue;
      }
      const field = this.#field(nodes);
      const value = settled(() => resolveField(this.prepared, this.type, { key, field, nodes }, source, this.execution));
      const answered = value.failed ? null : this.#there(key, field, value.value) ?? this.#read(key, field, nodes, value.value);
      if (answered) read.set(key, answered);
      else inCode.set(key, { nodes, value: () => value.failed ? raise(value.error) : value.value });
      if (!answered && !value.failed && !isThere(field.type, value.value)) this.#goesOn = true;
    }
    // The end of the snapshot travels with the last that is asked of it.
    if (!this.#goesOn) void this.execution.refresh();
    const [answers, rest] = await Promise.all([
      Promise.all([...read].map(async ([key, reading]) => [key, await reading.catch((error: unknown) => this.#plainly(key, source, error))] as const)),
      this.#complete(inCode),
    ]);
    return this.#together(new Map([...answers, ...rest]));
  }

  /** One after another, each seeing what those before it did. */
  async mutations(): Promise<Answered> {
    const answers = new Map<string, Answered>();
    for (const [key, nodes] of this.selected) answers.set(key, await this.#mutation(key, nodes));
    return this.#together(answers);
  }

  async #mutation(key: string, nodes: Nodes): Promise<Answered> {
    if (nodes[0]?.name.value === '__typename') return { ...NULL, json: JSON.stringify(this.type.name) };
    const { schema, operation, variables } = this.prepared;
    const field = this.#field(nodes);
    const { price, below } = priceOf(this.prices, key);
    const payloadType = field.type as GraphQLObjectType;
    const selected: Selected = collectSubfields(schema, operation.fragments, variables, payloadType, nodes);
    const inner = new ObjectAnswer(this.prepared, this.planner, this.execution, payloadType, below, [...this.path, key], selected);
    try {
      this.execution.ahead = inner;
      const payload = await resolveField(this.prepared, this.type, { key, field, nodes }, undefined, this.execution);
      const { json, points, errors } = await inner.of(payload);
      return { json: json ?? 'null', points: price.once + price.each + points, errors };
    } catch (error) {
      return { json: 'null', points: price.once, errors: [locatedError(error, nodes, [...this.path, key])] };
    } finally {
      this.execution.ahead = null;
    }
  }

  /** What is a statement alone. The rest is read as ever, when the payload is there. */
  read(payload: object, run: Run): void {
    this.forget();
    for (const [key, nodes] of this.selected) {
      if (nodes[0]?.name.value === '__typename') continue;
      const field = this.#field(nodes);
      const value = settled(() => resolveField(this.prepared, this.type, { key, field, nodes }, payload, this.execution));
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

  /** Null: more than a plain value. */
  #there(key: string, field: Field, value: unknown): Promise<Answered> | null {
    if (!isThere(field.type, value)) return null;
    try {
      return Promise.resolve({ json: JSON.stringify(leaf(field.type, value)), points: this.prices.get(key)?.once ?? 0, errors: [] });
    } catch {
      return null;
    }
  }

  /** Null: this is no reading, or none that can be planned. */
  #read(key: string, field: Field, nodes: Nodes, value: unknown): Promise<Answered> | null {
    const questions = questionsOf(value);
    if (questions === null) {
      if (!isThere(field.type, value)) this.execution.trace?.fellBack(key, 'its resolver reads for itself');
      return null;
    }
    const asked = this.#planned(key, nodes, questions);
    if (asked instanceof Error) {
      // What is wrong with it is told, with its path, where it is read plainly.
      this.execution.trace?.fellBack(key, asked instanceof NotPlannable ? asked.message : 'its arguments cannot be taken');
      return null;
    }
    const code = codeIn(asked.plan);
    if (code.length > 0) this.#goesOn = true;
    for (const part of code) this.execution.trace?.fellBack(`${key}.${part}`, 'answered in code, from fields of its record');
    return this.#run(key, field, asked.plan, asked.statement);
  }

  #planned(key: string, nodes: Nodes, questions: Questions): { plan: Plan; statement: Sql } | Error {
    const { operation, variables } = this.prepared;
    const { actor } = this.execution;
    try {
      const planned = this.planner.plan({ operation, variables, path: [...this.path, key], nodes }, wantedBy(questions), actor);
      const statement = statementOf(planned, questions, actor, variables);
      const name = isSteady(planned.plan, questions) ? this.planner.named(statement.text) : {};
      return { plan: planned.plan, statement: { ...statement, ...name } };
    } catch (error) {
      return error as Error;
    }
  }

  async #run(key: string, field: Field, plan: Plan, statement: Sql): Promise<Answered> {
    const { price, below } = priceOf(this.prices, key);
    const ahead = this.#ahead.size > 0 ? this.#ahead.get(keyOf(statement)) : undefined;
    const [row] = await (ahead ?? this.execution.run(statement, key));
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

  /** What came out irregularly is resolved again and read plainly; other failures are the field's error. */
  async #plainly(key: string, source: unknown, error: unknown): Promise<Answered> {
    const nodes = this.selected.get(key) ?? [];
    const field = this.#field(nodes);
    const value = error instanceof Irregular
      ? () => resolveField(this.prepared, this.type, { key, field, nodes }, source, this.execution)
      : () => raise(error);
    if (error instanceof Irregular) this.execution.trace?.fellBack(key, error.message);
    return (await this.#complete(new Map([[key, { nodes, value }]]))).get(key) ?? NULL;
  }

  async #complete(fields: ReadonlyMap<string, Resolved>): Promise<Map<string, Answered>> {
    if (fields.size === 0) return new Map();
    const { data, errors = [] } = await complete(this.prepared, this.type, fields, this.execution);
    const placed = this.path.length === 0 ? errors : errors.map((error) => under(this.path, error));
    return new Map([...fields.keys()].map((key, i): [string, Answered] => {
      const price = this.prices.get(key);
      return [key, {
        json: data ? JSON.stringify(data[key]) : null,
        points: data && price ? actualCost(new Map([[key, price]]), data) : 0,
        errors: i === 0 ? placed : [],
      }];
    }));
  }

  #together(answers: ReadonlyMap<string, Answered>): Answered {
    const parts = [...this.selected.keys()].map((key) => [key, answers.get(key) ?? NULL] as const);
    const errors = parts.flatMap(([, part]) => part.errors);
    if (parts.some(([, { json }]) => json === null)) return { json: null, points: 0, errors };
    return {
      json: `{${parts.map(([key, { json }]) => `"${key}":${json}`).join(',')}}`,
      points: parts.reduce((sum, [, { points }]) => sum + points, 0), errors,
    };
  }

  #field(nodes: Nodes): Field {
    const field = this.type.getFields()[nodes[0]?.name.value ?? ''];
    if (!field) throw new Error('a valid document asks for fields there are');
    return field;
  }
}

/** Whether nothing more is resolved of a value. */
function isThere(type: GraphQLOutputType, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  const named = getNamedType(type);
  const held = isLeafType(named) || isObjectType(named) && Object.values(named.getFields()).every((field) => !field.resolve && isLeafType(getNamedType(field.type)));
  return held && !(typeof value === 'object' && 'then' in value);
}

function questionsOf(value: unknown): Questions | null {
  if (value instanceof Reading) return value.question;
  if (!Array.isArray(value) || !value.every((item) => item === null || item instanceof Reading)) return null;
  return value.map((item: Reading<unknown> | null): Question | null => item?.question ?? null);
}

/** The same statement with the same values. */
const keyOf = ({ text, values }: Sql): string => JSON.stringify([text, values]);

type Settled = { readonly failed: false; readonly value: unknown } | { readonly failed: true; readonly error: unknown };

function settled(work: () => unknown): Settled {
  try {
    const value = work();
    if (value instanceof Promise) value.catch(() => {}); // told when it is completed
    return { failed: false, value };
  } catch (error) {
    return { failed: true, error };
  }
}

function raise(error: unknown): never {
  throw error;
}

const under = (path: readonly string[], error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes, source: error.source, positions: error.positions, path: [...path, ...(error.path ?? [])],
    originalError: error.originalError, extensions: error.extensions,
  });
