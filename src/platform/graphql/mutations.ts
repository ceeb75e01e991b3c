/**
 * What every mutation shares: input checked as a whole, one transaction, the idempotency key, refusals
 * as user errors, and a payload that is read after the commit by the read path, for a repeat as for
 * the first time.
 */
import { createHash } from 'node:crypto';
import {
  getNullableType, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString,
  type GraphQLFieldConfigMap, type GraphQLInputFieldConfigMap, type GraphQLResolveInfo,
} from 'graphql';
import type { Transaction } from '../../kernel/context.ts';
import { Entity } from '../../kernel/entity.ts';
import { fieldsOf, type Class, type FieldSpec, type ModelClass } from '../../kernel/fields.ts';
import { modelOf, specOf } from '../../kernel/model.ts';
import type { OperationSpec } from '../../kernel/operations.ts';
import { encodePosition, type Position } from '../../kernel/position.ts';
import { Refusal, type UserError } from '../../kernel/refusal.ts';
import { attempt, meaningOf } from '../database/attempt.ts';
import { KEPT, positionFrom } from '../database/event-log.ts';
import type { OpenTransaction } from '../database/pool.ts';
import { OpenWork } from '../database/transaction.ts';
import type { Execution } from './execution.ts';
import { inputType } from './inputs.ts';
import type { FieldConfig, FieldMap, Source, TypeBook } from './output.ts';
import { permit } from './permit.ts';
import { readInput, type RawInput } from './read-input.ts';
import { PositionScalar } from './scalars.ts';

const userErrorType = new GraphQLObjectType<UserError>({
  name: 'UserError',
  description: 'Something the asker can mend. Nothing was done.',
  fields: {
    code: { type: new GraphQLNonNull(GraphQLString), description: 'Which error, from the catalogue; stable.' },
    message: { type: new GraphQLNonNull(GraphQLString), description: 'What is wrong and what would be right, for people.' },
    field: {
      type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
      description: 'Where in the input: names, and numbers of list items counted from 0; at most a few. Null when it concerns the whole.',
    },
  },
});

const idempotencyKey: GraphQLInputFieldConfigMap = {
  idempotencyKey: {
    type: GraphQLString,
    description: 'Your own name for this attempt, 1 to 255 characters. Within 72 hours a repeat with the same key does nothing and gets the first answer. Null: every call acts.',
  },
};

export class IdempotencyKeyReused extends Error {
  constructor() {
    super('This idempotencyKey was used for another operation or input. Take a new key for a new intention.');
  }
}

export function mutationField(book: TypeBook, spec: OperationSpec, invoke: (input: object, work: Transaction) => Promise<object>): FieldConfig {
  const input = spec.input;
  if (!input) throw new Error(`${spec.name} lacks an input`);
  return {
    type: payloadType(book, spec),
    description: spec.description,
    args: {
      input: {
        type: new GraphQLNonNull(inputType(book, input, spec.idempotent ? idempotencyKey : {})),
        description: 'What to do.',
      },
    },
    resolve: async (_, args, execution) => {
      permit(execution, spec.permission);
      await execution.refresh();
      return run(spec, input, args['input'] as RawInput, execution, invoke);
    },
  };
}

interface Payload {
  readonly source: Source;
  readonly userErrors: readonly UserError[];
  readonly position: string | null;
}

type PayloadFields = GraphQLFieldConfigMap<Payload, Execution>;

async function run(
  spec: OperationSpec, type: Class, raw: RawInput, execution: Execution,
  invoke: (input: object, work: Transaction) => Promise<object>,
): Promise<Payload> {
  const refused = (userErrors: readonly UserError[], source: Source = {}): Payload => ({ source, userErrors, position: null });
  const key = (raw['idempotencyKey'] as string | null | undefined) ?? null;
  if (key !== null && (key.length < 1 || key.length > 255)) {
    return refused([{ code: 'INVALID_IDEMPOTENCY_KEY', message: 'An idempotency key has 1 to 255 characters.', field: ['idempotencyKey'] }]);
  }
  const { input, errors } = readInput(type, raw);
  if (errors.length > 0) return refused(errors);
  try {
    return await attempt(() => once(spec, execution, key, digestOf(spec, raw), (work) => invoke(input, work)));
  } catch (error) {
    const meaning = meaningOf(error, execution.host.modelClasses);
    if (!(meaning instanceof Refusal)) throw meaning;
    return refused(meaning.errors, meaning.current ? stale(spec, meaning.current) : {});
  }
}

async function once(
  spec: OperationSpec, execution: Execution, key: string | null, digest: string, invoke: (work: OpenWork) => Promise<object>,
): Promise<Payload> {
  const { database, ports, now, committed } = execution.host;
  const actor = execution.stranger ? null : execution.actor;
  const open = await database.begin('write', actor?.tenant ?? null);
  try {
    const principal = actor ? `${actor.kind}:${actor.id}` : null;
    if (key !== null && principal !== null) {
      const kept = await replay(open, principal, key, digest, execution);
      if (kept) return kept;
    }
    const work = new OpenWork(open, actor, execution.request, { ports, now });
    const answer = await invoke(work);
    const outcome = outcomeOf(spec, answer, false);
    const { position, kept } = await work.close(
      key !== null && principal !== null ? { principal, key, digest, outcome: outcomeOf(spec, answer, true) } : null);
    if (!kept && key !== null && principal !== null) {
      // A concurrent twin committed first: what we did is undone, its answer is ours.
      await open.end('rollback');
      return await once(spec, execution, key, digest, invoke);
    }
    await open.end('commit');
    if (actor === null && work.entered) execution.become(work.actor);
    if (position) committed(work.actor.tenant, position);
    return payload(outcome, position, execution);
  } finally {
    await open.end('rollback');
  }
}

async function replay(open: OpenTransaction, principal: string, key: string, digest: string, execution: Execution): Promise<Payload | null> {
  const [row] = await open.run(KEPT(principal, key));
  if (!row) return null;
  if (row['digest'] !== digest) throw new IdempotencyKeyReused();
  return payload(row['outcome'] as Source, positionFrom(row), execution);
}

const payload = (source: Source, position: Position | null, execution: Execution): Payload =>
  ({ source, userErrors: [], position: position && encodePosition(execution.actor.tenant, position) });

function digestOf(spec: OperationSpec, raw: RawInput): string {
  const { idempotencyKey: _, ...input } = raw;
  return createHash('sha256').update(spec.name).update(canonical(input)).digest('hex');
}

const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) =>
  typeof part === 'object' && part !== null && !Array.isArray(part) && !(part instanceof Date)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part);

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const isModel = (type: Class): type is ModelClass => specOf(type).role === 'model';

/** What is remembered of an answer: ids of records, plain values, no secret when it is to be stored. */
function outcomeOf(spec: OperationSpec, answer: object, stored: boolean): Source {
  const type = spec.type as Class;
  if (isModel(type)) return { [camel(type.name)]: { id: (answer as Entity).id } };
  const values = answer as Source;
  return Object.fromEntries(fieldsOf(type).map((field) => [field.name, remembered(field, values[field.name] ?? null, stored)]));
}

function remembered(field: FieldSpec, value: unknown, stored: boolean): unknown {
  if (field.secret && stored) return null;
  if (field.kind === 'belongsTo' && value !== null) return { id: (value as Entity).id };
  if (field.kind === 'moment' && stored && value !== null) return (value as Date).toISOString();
  return value;
}

/** The record as it stands, shown in the payload field of its type. */
function stale(spec: OperationSpec, current: Entity): Source {
  const type = spec.type as Class;
  if (isModel(type)) return current instanceof type ? { [camel(type.name)]: { id: current.id } } : {};
  const field = fieldsOf(type).find(({ kind, target }) => kind === 'belongsTo' && target && current instanceof target());
  return field ? { [field.name]: { id: current.id } } : {};
}

function payloadType(book: TypeBook, spec: OperationSpec): GraphQLObjectType {
  const type = spec.type as Class;
  return new GraphQLObjectType<Payload, Execution>({
    name: `${spec.name.charAt(0).toUpperCase()}${spec.name.slice(1)}Payload`,
    description: `The answer of ${spec.name}.`,
    fields: () => ({
      ...(isModel(type) ? modelField(book, type) : resultFields(book, type)),
      userErrors: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(userErrorType))),
        description: 'What to mend, all of it at once, at most some dozens; empty when it was done.',
      },
      position: {
        type: PositionScalar,
        description: 'The place in the event stream at which this write is visible. Null when nothing was announced.',
      },
    }),
  });
}

function modelField(book: TypeBook, type: ModelClass): PayloadFields {
  const { name } = modelOf(type);
  const field = camel(name);
  return {
    [field]: {
      type: book.object(type), description: 'The record as it is now. Null when refused, or when you may not see it.',
      resolve: ({ source }, _, { reader }) => {
        const link = source[field] as { id: string } | undefined;
        return link ? reader.load(modelOf(type), link.id) : null;
      },
    },
  };
}

function resultFields(book: TypeBook, type: Class): PayloadFields {
  const fields = book.object(type).toConfig().fields as FieldMap;
  return Object.fromEntries(Object.entries(fields).map(([name, { resolve, description, args, type: answered }]) => [name, {
    description, args,
    type: getNullableType(answered),
    resolve: ({ source }: Payload, args: Source, execution: Execution, info: GraphQLResolveInfo) => resolve?.(source, args, execution, info),
  }]));
}
