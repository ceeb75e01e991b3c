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
import { StreamRequest } from '../live/change.ts';
import type { TraceReport } from '../graphql/trace.ts';
import { answer } from '../planning/answer.ts';
import { Planner } from '../planning/planner.ts';
import { createBudget, type CostReport } from './budget.ts';
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
  readonly extensions: { readonly cost: CostReport; readonly plan?: TraceReport };
}

/** As it is sent. */
export function textOf({ data, json, errors, extensions }: Partial<Answer>): string {
  const shown = json ?? (data === undefined ? undefined : JSON.stringify(data));
  const members = [
    ...(errors ? [`"errors":${JSON.stringify(errors)}`] : []),
    ...(shown === undefined ? [] : [`"data":${shown}`]),
    ...(extensions ? [`"extensions":${JSON.stringify(extensions)}`] : []),
  ];
  return `{${members.join(',')}}`;
}

/** One message of a subscription. Its cost is told but not charged, so it tells nothing of anybody's points. */
export interface Message {
  readonly data?: ExecutionResult['data'];
  readonly extensions: { readonly cost: Pick<CostReport, 'requested' | 'actual'> };
  readonly errors?: readonly GraphQLError[];
}

export interface Operations {
  /** Counts and logs what it refuses. */
  prepare(request: GraphQLRequest, actor: Actor | null, facts: RequestFacts): Prepared | Refused;
  run(prepared: Prepared): Promise<Answer>;
  /** Begins a subscription: what it asks to follow, or the answer that it cannot. */
  open(prepared: Prepared): Promise<StreamRequest | Answer>;
  /** The messages of these events to whoever sees as this actor, all on one snapshot; a database that is away is waited for. */
  deliver(prepared: Prepared, events: readonly unknown[], actor: Actor): Promise<readonly Message[]>;
  /** An operation that was prepared but is not run. */
  decline(prepared: Prepared, error: GraphQLError): Refused;
  fault(thrown: unknown, requestId: string): GraphQLError;
}

/** Messages are not charged: they come at the organisation's pace, not at the subscriber's. */
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
    if (log.isLevelEnabled('debug')) log.debug({
      operation: name, kind, ms: Math.round(ms * 10) / 10, requestId: execution.request.id,
      ...(codes.length > 0 ? { codes: [...new Set(codes)] } : {}),
      ...(execution.stranger ? {} : { tenant: execution.actor.tenant }),
    }, 'operation');
  };

  /** Side by side, so that their look-ups meet in the same statements. */
  const executedTogether = async (prepared: Prepared, events: readonly unknown[], execution: Execution): Promise<ExecutionResult[]> => {
    try {
      return await Promise.all(events.map((event) => execute({ ...prepared, rootValue: event, contextValue: execution })));
    } finally {
      await execution.end();
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
    prepare(request, actor, facts) {
      const startedAt = performance.now();
      const execution = new Execution(host, actor, facts);
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
        const plan = contextValue.trace?.report;
        return { ...(errors ? { errors } : {}), ...shown, extensions: { cost: charge.settle(points), ...(plan ? { plan } : {}) } };
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
      const request = source instanceof StreamRequest ? source : null;
      const refused = faults.in(request ? {} : (source as ExecutionResult), execution.request.id);
      record('subscription', operation.name, refused.errors, startedAt, execution);
      return request ?? { ...refused, extensions: { cost } };
    },
    async deliver(prepared, events, actor) {
      const { request } = prepared.contextValue;
      const { operation: { prices }, charge: { requested } } = prepared;
      for (let wait = SHORTEST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
        const results = await executedTogether(prepared, events, new Execution(host, actor, request));
        if (results.some(({ errors }) => errors?.some(({ originalError }) => isAway(originalError)))) {
          await sleep(wait); // told without its record, the change would be lost: the stream never comes back to it
          continue;
        }
        return results.map((result) => {
          const { data, errors } = faults.in(result, request.id);
          const extensions = { cost: { requested, actual: actualCost(prices, data) } };
          return { ...(data === undefined ? {} : { data }), extensions, ...(errors ? { errors } : {}) };
        });
      }
    },
    decline(prepared, error) {
      return { errors: [error], cost: prepared.charge.settle(0) };
    },
  };
}
