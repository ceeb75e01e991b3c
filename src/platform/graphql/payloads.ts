/**
 * What a mutation answers with: the records it touched, read anew by the read path; what to mend; and
 * the position of the write. An outcome is what is remembered of it: ids and plain values, no secrets.
 */
import {
  getNullableType, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString, type GraphQLFieldConfigMap, type GraphQLResolveInfo,
} from 'graphql';
import type { Entity } from '../../kernel/entity.ts';
import { fieldsOf, type Class, type FieldSpec, type ModelClass } from '../../kernel/fields.ts';
import { modelOf, specOf } from '../../kernel/model.ts';
import type { OperationSpec } from '../../kernel/operations.ts';
import type { UserError } from '../../kernel/refusal.ts';
import type { Execution } from './execution.ts';
import type { FieldMap, Source, TypeBook } from './output.ts';
import { PositionScalar } from './scalars.ts';

export interface Payload {
  readonly source: Source;
  readonly userErrors: readonly UserError[];
  readonly position: string | null;
}

type PayloadFields = GraphQLFieldConfigMap<Payload, Execution>;

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

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const isModel = (type: Class): type is ModelClass => specOf(type).role === 'model';

/** What is remembered of an answer: ids of records, plain values, no secret when it is to be stored. */
export function outcomeOf(spec: OperationSpec, answer: object, stored: boolean): Source {
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
export function stale(spec: OperationSpec, current: Entity): Source {
  const type = spec.type as Class;
  if (isModel(type)) return current instanceof type ? { [camel(type.name)]: { id: current.id } } : {};
  const field = fieldsOf(type).find(({ kind, target }) => kind === 'belongsTo' && target && current instanceof target());
  return field ? { [field.name]: { id: current.id } } : {};
}

export function payloadType(book: TypeBook, spec: OperationSpec): GraphQLObjectType {
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
        return link ? reader.find(type, link.id) : null;
      },
    },
  };
}

function resultFields(book: TypeBook, type: Class): PayloadFields {
  const fields = book.object(type).toConfig().fields as FieldMap;
  return Object.fromEntries(Object.entries(fields).map(([name, { resolve, description, args, extensions, type: answered }]) => [name, {
    description, args, extensions,
    type: getNullableType(answered),
    resolve: ({ source }: Payload, args: Source, execution: Execution, info: GraphQLResolveInfo) => resolve?.(source, args, execution, info),
  }]));
}
