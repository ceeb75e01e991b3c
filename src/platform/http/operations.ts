/**
 * Running what was prepared, the same over HTTP and WebSocket: execute, end the snapshot, give unused
 * points back, give errors their codes, count and log. Nothing here knows how an answer travels.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createSourceEventStream, execute, type ExecutionResult, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { Actor } from '../../kernel/actor.ts';
import type { RequestFacts } from '../../kernel/context.ts';
import { isAway } from '../database/away.ts';
import { Execution, type Host } from '../graphql/execution.ts';
import { answer } from '../planning/answer.ts';
import { Planner } from '../planning/planner.ts';
import { createBudget, principalOf, type CostReport } from './budget.ts';
import { actualCost } from './cost.ts';
import { codeOf } from './error-codes.ts';
import { createFaults } from './faults.ts';
import type { Limits } from './limits.ts';
import type { Log } from './logging.ts';
import type { Metrics } from './metrics.ts';
import { createPrepare, type GraphQLRequest, type Prepared, type Refused } from './prepare.ts';

export interface Answer {
  readonly data?: ExecutionResult['data'];
  /** In the place of `data`: the JSON of it, ready to be sent. */
  readonly json?: string;
  readonly errors?: readonly GraphQLError[];
  readonly extensions: { readonly cost: CostReport };
}

export interface Operations {
  /** Counts and logs what it refuses. `host` where a live connection follows streams in its own way. */
  prepare(request: GraphQLRequest, actor: Actor | null, facts: RequestFacts, host?: Host): Prepared | Refused;
  run(prepared: Prepared): Promise<Answer>;
  /** Starts a subscription: its source of events, or the answer that there is none. */
  open(prepared: Prepared): Promise<AsyncIterable<unknown> | Answer>;
  /** One message of a subscription, on a snapshot and by rights of its own; a database that is away is waited for. */
  deliver(prepared: Prepared, event: unknown, actor: () => Promise<Actor>): Promise<Answer>;
  /** An operation that was prepared but is not run. */
  decline(prepared: Prepared, error: GraphQLError): Refused;
  fault(thrown: unknown, requestId: string): GraphQLError;
}

/** Messages are told their cost but are not charged: they come at the organisation's pace, not at the subscriber's. */
const STARTING_A_STREAM = 1;

const SHORTEST_WAIT = 100;
const LONGEST_WAIT = 2000;

interface Parts {
  readonly host: Host;
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly log: Log;
  readonly metrics: Metrics;
}

export function createOperations({ host, schema, limits, log, metrics }: Parts): Operations {
  const budget = createBudget(limits, host.now);
  const prepare = createPrepare({ schema, limits, budget });
  const faults = createFaults(log);
  const planner = new Planner(schema, host.models);

  const record = (kind: string, name: string | null, errors: readonly GraphQLError[] | undefined, startedAt: number, execution: Execution): void => {
    const codes = errors?.map(codeOf) ?? [];
    const ms = performance.now() - startedAt;
    metrics.operation({ kind, name, outcome: codes[0] ?? 'ok', seconds: ms / 1000 });
    if (codes.includes('RATE_LIMITED')) metrics.rateLimited();
    log.debug({
      operation: name, kind, ms: Math.round(ms * 10) / 10, requestId: execution.request.id,
      ...(codes.length > 0 ? { codes: [...new Set(codes)] } : {}),
      ...(execution.stranger ? {} : { tenant: execution.actor.tenant }),
    }, 'operation');
  };

  const executed = async (prepared: Prepared): Promise<ExecutionResult> => {
    try {
      return await execute(prepared);
    } finally {
      await prepared.contextValue.end();
    }
  };

  /** Compiled to statements where that is possible, else over entities by graphql-js. */
  const answered = async (prepared: Prepared): Promise<{ shown: Pick<Answer, 'data' | 'json'>; errors: readonly GraphQLError[]; points: number }> => {
    const { contextValue: execution, operation } = prepared;
    try {
      const planned = execution.host.planned ? await answer(prepared, planner) : null;
      if (planned) return { ...planned, shown: { json: planned.json ?? 'null' } };
      const { data, errors = [] } = await execute(prepared);
      return { shown: data === undefined ? {} : { data }, errors, points: actualCost(operation.prices, data) };
    } finally {
      void execution.end(); // nobody waits for the end of a snapshot
    }
  };

  return {
    fault: faults.of,
    prepare(request, actor, facts, on = host) {
      const startedAt = performance.now();
      const execution = new Execution(on, actor, facts);
      const prepared = prepare(request, execution);
      if ('errors' in prepared) record('refused', null, prepared.errors, startedAt, execution);
      return prepared;
    },
    async run(prepared) {
      const startedAt = performance.now();
      const { contextValue, operation, charge } = prepared;
      try {
        const { shown, errors: thrown, points } = await answered(prepared);
        const { errors } = faults.in(thrown.length > 0 ? { errors: thrown } : {}, contextValue.request.id);
        record(operation.node.operation, operation.name, errors, startedAt, contextValue);
        return { ...(errors ? { errors } : {}), ...shown, extensions: { cost: charge.settle(points) } };
      } catch (error) {
        const fault = faults.of(error, contextValue.request.id);
        record(operation.node.operation, operation.name, [fault], startedAt, contextValue);
        return { errors: [fault], extensions: { cost: charge.settle(0) } };
      }
    },
    async open(prepared) {
      const startedAt = performance.now();
      const { contextValue: execution, operation, charge } = prepared;
      const source = await createSourceEventStream(prepared);
      await execution.end();
      const cost = charge.settle(STARTING_A_STREAM);
      const refused = Symbol.asyncIterator in source ? null : faults.in(source, execution.request.id);
      record('subscription', operation.name, refused?.errors, startedAt, execution);
      return refused ? { ...refused, extensions: { cost } } : (source as AsyncIterable<unknown>);
    },
    async deliver(prepared, event, actorNow) {
      const { host: on, request } = prepared.contextValue;
      for (let wait = SHORTEST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
        const actor = await actorNow();
        const result = await executed({ ...prepared, rootValue: event, contextValue: new Execution(on, actor, request) });
        if (result.errors?.some(({ originalError }) => isAway(originalError))) {
          await sleep(wait); // told without its record, the change would be lost: the stream never comes back to it
          continue;
        }
        const cost = { requested: prepared.charge.requested, actual: actualCost(prepared.operation.prices, result.data) };
        return { ...faults.in(result, request.id), extensions: { cost: budget.report(principalOf(actor, request.address), cost) } };
      }
    },
    decline(prepared, error) {
      return { errors: [error], cost: prepared.charge.settle(0) };
    },
  };
}
