/**
 * Running what was prepared, the same over HTTP and WebSocket: execute, end the snapshot, give unused
 * points back, give errors their codes, count and log. Nothing here knows how an answer travels.
 */
import { createSourceEventStream, execute, type ExecutionResult, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { Actor } from '../../kernel/actor.ts';
import type { RequestFacts } from '../../kernel/context.ts';
import { Execution, type Host } from '../graphql/execution.ts';
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
  readonly errors?: readonly GraphQLError[];
  readonly extensions: { readonly cost: CostReport };
}

export interface Operations {
  /** Counts and logs what it refuses. `host` where a live connection follows streams in its own way. */
  prepare(request: GraphQLRequest, actor: Actor | null, facts: RequestFacts, host?: Host): Prepared | Refused;
  run(prepared: Prepared): Promise<Answer>;
  /** Starts a subscription: its source of events, or the answer that there is none. */
  open(prepared: Prepared): Promise<AsyncIterable<unknown> | Answer>;
  /** One message of a subscription, on a snapshot and by rights of its own. */
  deliver(prepared: Prepared, event: unknown, actor: Actor): Promise<Answer>;
  /** An operation that was prepared but is not run. */
  decline(prepared: Prepared, error: GraphQLError): Refused;
  fault(thrown: unknown, requestId: string): GraphQLError;
}

/** Messages are told their cost but are not charged: they come at the organisation's pace, not at the subscriber's. */
const STARTING_A_STREAM = 1;

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
    const execution = prepared.contextValue;
    try {
      return faults.in(await execute(prepared), execution.request.id);
    } finally {
      await execution.end();
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
      let used = 0;
      try {
        const result = await executed(prepared);
        used = actualCost(operation.prices, result.data);
        record(operation.node.operation, operation.name, result.errors, startedAt, contextValue);
        return { ...result, extensions: { cost: charge.settle(used) } };
      } catch (error) {
        const fault = faults.of(error, contextValue.request.id);
        record(operation.node.operation, operation.name, [fault], startedAt, contextValue);
        return { errors: [fault], extensions: { cost: charge.settle(used) } };
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
    async deliver(prepared, event, actor) {
      const execution = new Execution(prepared.contextValue.host, actor, prepared.contextValue.request);
      const result = await executed({ ...prepared, rootValue: event, contextValue: execution });
      const cost = { requested: prepared.charge.requested, actual: actualCost(prepared.operation.prices, result.data) };
      return { ...result, extensions: { cost: budget.report(principalOf(actor, execution.request.address), cost) } };
    },
    decline(prepared, error) {
      return { errors: [error], cost: prepared.charge.settle(0) };
    },
  };
}
