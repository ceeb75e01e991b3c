/**
 * What every mutation shares: input checked as a whole, one transaction, the idempotency key, refusals
 * as user errors, and a payload that is read by the read path, for a repeat as for the first time.
 */
import { hash } from 'node:crypto';
import { GraphQLNonNull, GraphQLString, type GraphQLInputFieldConfigMap } from 'graphql';
import type { Actor } from '../../kernel/actor.ts';
import type { Transaction } from '../../kernel/context.ts';
import { fieldsOf, type Class } from '../../kernel/fields.ts';
import { PUBLIC, type OperationSpec } from '../../kernel/operations.ts';
import { encodePosition, type Position } from '../../kernel/position.ts';
import { Refusal, type UserError } from '../../kernel/refusal.ts';
import { attempt, meaningOf } from '../database/attempt.ts';
import { KEPT, positionFrom, type Keyed } from '../database/event-log.ts';
import type { OpenTransaction } from '../database/pool.ts';
import { OpenWork } from '../database/transaction.ts';
import type { Execution } from './execution.ts';
import { inputType } from './inputs.ts';
import type { FieldConfig, Source, TypeBook } from './output.ts';
import { outcomeOf, payloadType, stale, type Payload } from './payloads.ts';
import { permit } from './permit.ts';
import { readInput, type RawInput } from './read-input.ts';

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
    description: `${spec.description} Null when it failed with an error.`,
    args: {
      input: {
        type: new GraphQLNonNull(inputType(book, input, spec.idempotent ? idempotencyKey : {})),
        description: 'What to do.',
      },
    },
    resolve: async (_, args, execution) => {
      permit(execution, spec.permission);
      await execution.refresh();
      const payload = await run(spec, input, args['input'] as RawInput, execution, invoke);
      await execution.refresh(); // what an earlier field still read meanwhile saw the world before
      return payload;
    },
  };
}

async function run(
  spec: OperationSpec, type: Class, raw: RawInput, execution: Execution,
  invoke: (input: object, work: Transaction) => Promise<object>,
): Promise<Payload> {
  const refused = (userErrors: readonly UserError[], source: Source = {}): Payload => ({ source, userErrors, position: null });
  const key = (raw['idempotencyKey'] as string | null | undefined) ?? null;
  if (key !== null && !/^[^\0]{1,255}$/.test(key)) {
    return refused([{ code: 'INVALID_IDEMPOTENCY_KEY', message: 'An idempotency key has 1 to 255 characters, none of them U+0000.', field: ['idempotencyKey'] }]);
  }
  const { input, errors } = readInput(type, raw);
  if (errors.length > 0) return refused(errors);
  const keyed = key === null || execution.stranger ? null : { principal: principalOf(execution.actor), key, digest: digestOf(spec, raw) };
  try {
    return await attempt(() => once(spec, execution, keyed, async (work) => invoke(input, work)));
  } catch (error) {
    // A concurrent twin may have done it already, and that is why we could not: then its answer is ours.
    const kept = keyed && await earlier(execution, keyed);
    if (kept) return kept;
    const meaning = meaningOf(error, execution.host.modelClasses);
    if (!(meaning instanceof Refusal)) throw meaning;
    return refused(meaning.errors, meaning.current ? stale(spec, meaning.current) : {});
  }
}

/** What a repeat is known by, and what it must be a repeat of. */
type Named = Omit<Keyed, 'outcome'>;

const principalOf = ({ kind, id }: Actor): string => `${kind}:${id}`;

async function earlier(execution: Execution, named: Named): Promise<Payload | null> {
  const open = await execution.host.database.begin('read', execution.actor.tenant);
  try {
    return await replay(open, named, execution);
  } finally {
    await open.end('rollback');
  }
}

async function once(
  spec: OperationSpec, execution: Execution, keyed: Named | null, invoke: (work: OpenWork) => Promise<object>,
): Promise<Payload> {
  const { host, request } = execution;
  // Who comes in begins as nobody, also when they were somebody else until now.
  const actor = execution.stranger || spec.permission === PUBLIC ? null : execution.actor;
  const open = await host.database.begin('write', actor?.tenant ?? null);
  // Travels with the resolver's first question, whose answer waits for it, as does all that takes effect.
  const repeated = keyed ? replay(open, keyed, execution) : Promise.resolve(null);
  const work = new OpenWork(open, actor, request, host, repeated.then(unlessKept));
  try {
    const answer = await invoke(work);
    const shown = outcomeOf(spec, answer, false);
    const position = await work.commit(keyed && { ...keyed, outcome: outcomeOf(spec, answer, true) },
      (run) => { if (actor !== null) execution.ahead?.read(payload(shown, null, execution), run); });
    if (actor === null && work.entered) execution.become(work.actor);
    return payload(shown, position, execution);
  } catch (error) {
    execution.ahead?.forget();
    const kept = await repeated;
    if (kept) return kept;
    if (error instanceof Refusal && error.keeps) await work.commit(null);
    throw error;
  } finally {
    await open.end('rollback');
  }
}

function unlessKept(kept: Payload | null): void {
  if (kept) throw new Error('It was done before, and its answer is kept.');
}

async function replay(open: OpenTransaction, { principal, key, digest }: Named, execution: Execution): Promise<Payload | null> {
  const [row] = await open.run(KEPT(principal, key));
  if (!row) return null;
  if (row['digest'] !== digest) throw new IdempotencyKeyReused();
  return payload(row['outcome'] as Source, positionFrom(row), execution);
}

const payload = (source: Source, position: Position | null, execution: Execution): Payload =>
  ({ source, userErrors: [], position: position && encodePosition(execution.actor.tenant, position) });

/** Passwords are left out: a fast hash of one is as good as the password. */
function digestOf(spec: OperationSpec, raw: RawInput): string {
  const secrets = fieldsOf(spec.input ?? Object).filter((field) => field.verbatim).map((field) => field.name);
  const input = Object.fromEntries(Object.entries(raw).filter(([name]) => name !== 'idempotencyKey' && !secrets.includes(name)));
  return hash('sha256', spec.name + canonical(input), 'hex');
}

/** As JSON, whatever order its fields came in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join()}}`;
}
