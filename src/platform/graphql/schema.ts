/** The one schema, from the ordered list of modules. */
import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema, validateSchema } from 'graphql';
import type { Class, ModelClass } from '../../kernel/fields.ts';
import type { Context, Transaction } from '../../kernel/context.ts';
import { modelOf, type ModelSpec } from '../../kernel/model.ts';
import type { Module } from '../../kernel/module.ts';
import { operationsOf, type OperationSpec, type OutputType, type StreamFilter } from '../../kernel/operations.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { ChangeTypes } from './changes.ts';
import { pageArguments } from './connections.ts';
import type { Execution } from './execution.ts';
import { inputFields } from './inputs.ts';
import { mutationField } from './mutations.ts';
import { TypeBook, type FieldConfig, type FieldMap } from './output.ts';
import { permit } from './permit.ts';
import { readInput } from './read-input.ts';
import { afterArgument, spineQueries, spineSubscriptions } from './spine.ts';

interface Bound {
  readonly spec: OperationSpec;
  readonly call: (...args: never[]) => unknown;
}

export function buildSchema(modules: readonly Module[]): { schema: GraphQLSchema; models: ReadonlyMap<string, ModelSpec> } {
  const models = modules.flatMap((module) => module.models.map(modelOf));
  const byName = new Map(models.map((model) => [model.name, model]));
  const bound = modules.flatMap((module) => module.resolvers.flatMap(bind));
  const of = (kind: OperationSpec['kind']): Bound[] => bound.filter(({ spec }) => spec.kind === kind);

  const added = (type: Class): FieldMap => named(of('field').filter(({ spec }) => spec.parent?.() === type), (operation) => readField(book, operation));
  const book = new TypeBook(models, added);
  const changes = new ChangeTypes(book);
  const eventTypes = modules.flatMap((module) => Object.keys(module.events));

  const schema = new GraphQLSchema({
    description: 'Rapport: customers, interactions on every channel and all that follows from them, in one graph.',
    query: new GraphQLObjectType({
      name: 'Query',
      description: 'What can be read. All fields of one operation see one snapshot.',
      fields: () => ({ ...spineQueries(book, changes, byName, eventTypes), ...named(of('query'), (operation) => readField(book, operation)) }),
    }),
    mutation: new GraphQLObjectType({
      name: 'Mutation',
      description: 'What can be done. Each field is one transaction, in the order written.',
      fields: () => named(of('mutation'), ({ spec, call }) =>
        mutationField(book, spec, call as (input: object, work: Transaction) => Promise<object>)),
    }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      description: 'What can be followed live, over WebSocket (graphql-transport-ws).',
      fields: () => ({ ...spineSubscriptions(changes, eventTypes), ...named(of('subscription'), (operation) => streamField(book, changes, operation)) }),
    }),
    types: models.filter((model) => !model.silent).map((model) => book.object(model.type)),
  });
  const [problem] = validateSchema(schema);
  if (problem) throw problem;
  return { schema, models: byName };
}

function bind(resolver: object): Bound[] {
  return operationsOf(resolver).map((spec) => {
    const method = resolver[spec.name as keyof typeof resolver] as (...args: never[]) => unknown;
    return { spec, call: method.bind(resolver) };
  });
}

const named = (operations: Bound[], make: (operation: Bound) => FieldConfig): FieldMap =>
  Object.fromEntries(operations.map((operation) => [operation.spec.name, make(operation)]));

/** A query, or a field added to a type: the latter's method gets its parent first. */
function readField(book: TypeBook, { spec, call }: Bound): FieldConfig {
  const page = pageModel(spec.type);
  const args = {
    ...(page ? pageArguments(book, page) : {}),
    ...(spec.input ? inputFields(book, spec.input) : {}),
  };
  const invoke = call as (...args: unknown[]) => unknown;
  return {
    type: book.output(spec.type),
    description: spec.description,
    extensions: { from: { operation: spec }, ...boundOf(spec.type) },
    args,
    resolve: (source, raw, execution) => {
      permit(execution, spec.permission);
      const read = { ...raw, ...argumentsOf(spec, raw) };
      return spec.kind === 'field' ? invoke(source, read, execution) : invoke(read, execution);
    },
  };
}

function streamField(book: TypeBook, changes: ChangeTypes, { spec, call }: Bound): FieldConfig {
  const method = call as unknown as (args: object, context: Context) => StreamFilter;
  return {
    type: new GraphQLNonNull(changes.of(modelOf(spec.type as ModelClass))),
    description: spec.description,
    args: { ...(spec.input ? inputFields(book, spec.input) : {}), after: afterArgument },
    subscribe: (_, raw, execution: Execution) => {
      permit(execution, spec.permission);
      const after = (raw['after'] as string | null | undefined) ?? null;
      return execution.follow(method(argumentsOf(spec, raw), execution), after);
    },
    resolve: (change) => change,
  };
}

function argumentsOf(spec: OperationSpec, raw: Readonly<Record<string, unknown>>): object {
  if (!spec.input) return {};
  const { input, errors } = readInput(spec.input, raw);
  if (errors.length > 0) throw Refusal.of(errors);
  return input;
}

/** What the price of a list goes by. */
function boundOf(type: OutputType): { atMost?: number } {
  if (typeof type !== 'object') return {};
  if ('optional' in type) return boundOf(type.optional as OutputType);
  return 'listOf' in type ? { atMost: type.most as number } : {};
}

function pageModel(type: OutputType): ModelSpec | null {
  return typeof type === 'object' && 'pageOf' in type ? modelOf(type.pageOf as ModelClass) : null;
}
