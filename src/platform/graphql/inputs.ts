/** Input types and arguments from the field words of `@input` classes. */
import {
  GraphQLBoolean, GraphQLID, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLString,
  type GraphQLFieldConfigArgumentMap, type GraphQLInputFieldConfigMap, type GraphQLInputType,
} from 'graphql';
import { fieldsOf, type Class, type FieldSpec, type ModelClass } from '../../kernel/fields.ts';
import { modelOf, specOf } from '../../kernel/model.ts';
import { MoneyInput } from '../../kernel/values/money.ts';
import { filterType } from './connections.ts';
import { onceEach } from './once-each.ts';
import type { TypeBook } from './output.ts';
import { DateScalar, DateTimeScalar, DecimalScalar, valueScalar } from './scalars.ts';

const inputs = onceEach<Class, GraphQLInputObjectType>();

/** `extra`: fields every input of its kind has, such as the idempotency key. */
export function inputType(book: TypeBook, type: Class, extra: GraphQLInputFieldConfigMap = {}): GraphQLInputObjectType {
  const { name, description } = specOf(type);
  return inputs(book, type, () => new GraphQLInputObjectType({ name, description, fields: () => ({ ...inputFields(book, type), ...extra }) }));
}

export function inputFields(book: TypeBook, type: Class): GraphQLInputFieldConfigMap & GraphQLFieldConfigArgumentMap {
  return Object.fromEntries(fieldsOf(type).map((field) => {
    const inner = field.list ? new GraphQLList(new GraphQLNonNull(plain(book, field))) : plain(book, field);
    return [field.name, {
      type: field.optional ? inner : new GraphQLNonNull(inner),
      description: field.list ? `${field.description} At most ${field.most}.` : field.description,
    }];
  }));
}

function plain(book: TypeBook, field: FieldSpec): GraphQLInputType {
  switch (field.kind) {
    case 'id': return GraphQLID;
    case 'flag': return GraphQLBoolean;
    case 'number': return GraphQLInt;
    case 'moment': return DateTimeScalar;
    case 'day': return DateScalar;
    case 'decimal': return DecimalScalar;
    case 'money': return inputType(book, MoneyInput);
    case 'choice': return field.choices ? book.enum(field.choices) : GraphQLString;
    case 'text': return field.value ? valueScalar(field.value) : GraphQLString;
    case 'object': return field.target ? inputType(book, field.target()) : GraphQLString;
    case 'filter': return filterType(book, modelOf(field.target?.() as ModelClass));
    default: throw new Error(`${field.name}: @${field.kind} cannot be part of an input`);
  }
}
