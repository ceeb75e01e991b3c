/**
 * From what a client sent to what can be executed, or the errors that say why not: the one door through
 * which HTTP and WebSocket alike come in. The operation is chosen, its variables are read, its cost is
 * drawn from the asker's points.
 */
import { getVariableValues, type ExecutionArgs, type GraphQLError, type GraphQLSchema } from 'graphql';
import { may } from '../../kernel/actor.ts';
import { Denied } from '../../kernel/refusal.ts';
import type { Execution } from '../graphql/execution.ts';
import { PLAN_READ, Trace } from '../graphql/trace.ts';
import { principalOf, type Budget, type Charge, type CostReport } from './budget.ts';
import { requestedCost } from './cost.ts';
import { createDocuments, type Operation } from './documents.ts';
import { codedError } from './error-codes.ts';
import type { Limits } from './limits.ts';

export interface GraphQLRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
  /** `plan: true` asks how the request is answered. */
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface Prepared extends ExecutionArgs {
  readonly contextValue: Execution;
  readonly operation: Operation;
  /** The variables as the operation declares them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly charge: Charge;
}

export interface Refused {
  readonly errors: readonly GraphQLError[];
  readonly cost: CostReport;
}

export type Prepare = (request: GraphQLRequest, execution: Execution) => Prepared | Refused;

export function createPrepare({ schema, limits, budget }: { schema: GraphQLSchema; limits: Limits; budget: Budget }): Prepare {
  const documents = createDocuments(schema, limits);

  return ({ query, variables, operationName, extensions }, execution) => {
    const principal = principalOf(execution.stranger ? null : execution.actor, execution.request.address);
    const refuse = (...errors: GraphQLError[]): Refused =>
      ({ errors, cost: budget.report(principal, { requested: 0, actual: 0 }) });

    const understood = documents(query);
    if ('errors' in understood) return refuse(...understood.errors);

    const operation = choose(understood.operations, operationName ?? null);
    if ('message' in operation) return refuse(operation);

    const given = variables ?? {};
    const excess = tooLarge(given, limits);
    if (excess) return refuse(excess);
    const { coerced, errors } = getVariableValues(schema, operation.node.variableDefinitions ?? [], given, { maxErrors: 10 });
    if (errors) return refuse(...errors.map((error) => codedError('BAD_USER_INPUT', error.message, { nodes: error.nodes })));

    const points = requestedCost(operation.prices, coerced);
    if (points > limits.requestPoints) {
      return refuse(codedError('COST_EXCEEDED',
        `This request costs ${points} points; at most ${limits.requestPoints} are allowed. Ask for smaller pages (\`first\`), or nest fewer lists.`,
        { extensions: { requested: points } }));
    }
    if (extensions?.['plan'] === true) {
      if (execution.stranger || !may(execution.actor, PLAN_READ)) {
        return refuse(codedError('FORBIDDEN', new Denied(PLAN_READ).message, { extensions: { permission: PLAN_READ } }));
      }
      execution.trace = new Trace();
    }
    const charge = budget.draw(principal, points);
    if (!charge) {
      const resetAt = budget.affordableAt(principal, points).toISOString();
      return refuse(codedError('RATE_LIMITED', `This request costs ${points} points and you have fewer left. Try again at ${resetAt}.`,
        { extensions: { requested: points, resetAt } }));
    }
    return {
      schema, document: understood.document, variableValues: given, operationName: operation.name,
      contextValue: execution, operation, variables: coerced, charge,
    };
  };
}

function choose(operations: readonly Operation[], name: string | null): Operation | GraphQLError {
  const names = operations.map((operation) => operation.name ?? '(without a name)').join(', ');
  if (name === null && operations.length > 1) {
    return codedError('GRAPHQL_VALIDATION_FAILED', `The document has several operations; say by \`operationName\` which one to run: ${names}.`);
  }
  const chosen = name === null ? operations[0] : operations.find((operation) => operation.name === name);
  if (chosen) return chosen;
  const what = operations.length === 0 ? 'The document has no operation, only fragments.' : `The document has no operation named ${JSON.stringify(name)}; it has: ${names}.`;
  return codedError('GRAPHQL_VALIDATION_FAILED', what);
}

/** Counted without recursion: what is nested too deep for us is too deep for the coercion that follows. */
function tooLarge(variables: object, limits: Limits): GraphQLError | null {
  let values = 0;
  let level: object[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.variableDepth) {
      return codedError('BAD_USER_INPUT', `The variables are nested more than ${limits.variableDepth} levels deep.`);
    }
    const inner: object[] = [];
    for (const container of level) {
      for (const value of Object.values(container) as unknown[]) {
        values += 1;
        if (typeof value === 'object' && value !== null) inner.push(value);
      }
      if (values > limits.variableValues) {
        return codedError('BAD_USER_INPUT', `The variables hold more than ${limits.variableValues} values. Send them in several requests.`);
      }
    }
    level = inner;
  }
  return null;
}
