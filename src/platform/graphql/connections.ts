/** Connections by the Relay specification, with the arguments, filters and orders of their model. */
import {
  GraphQLBoolean, GraphQLEnumType, GraphQLID, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull,
  GraphQLObjectType, GraphQLString, type GraphQLFieldConfigArgumentMap, type GraphQLInputFieldConfigMap, type GraphQLInputType,
} from 'graphql';
import type { FieldSpec } from '../../kernel/fields.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE, type Page } from '../../kernel/pages.ts';
import { operatorsOf } from '../reading/filter.ts';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import { onceEach } from './once-each.ts';
import type { TypeBook } from './output.ts';
import { DecimalScalar, valueScalar } from './scalars.ts';

export const pageInfoType = new GraphQLObjectType({
  name: 'PageInfo',
  description: 'Where a page lies in its list.',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean), description: 'Whether more follow: ask again with `after: endCursor`.' },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean), description: 'Whether some come before: ask again with `before: startCursor`.' },
    startCursor: { type: GraphQLString, description: 'Cursor of the first item. Null when the page is empty.' },
    endCursor: { type: GraphQLString, description: 'Cursor of the last item. Null when the page is empty.' },
  },
});

const connections = onceEach<ModelSpec, GraphQLObjectType>();
const filters = onceEach<ModelSpec, GraphQLInputObjectType>();
const orders = onceEach<ModelSpec, GraphQLEnumType>();
const operators = onceEach<string, GraphQLInputObjectType>();

export function connectionType(book: TypeBook, model: ModelSpec): GraphQLObjectType {
  return connections(book, model, () => {
    const node = new GraphQLNonNull(book.object(model.type));
    const extensions = { from: { pageOf: model } };
    const edge = new GraphQLObjectType({
      name: `${model.name}Edge`,
      description: `An item of a ${model.name}Connection with its cursor.`,
      fields: {
        cursor: { type: new GraphQLNonNull(GraphQLString), description: 'Its place in the list, for `after` and `before`.', extensions },
        node: { type: node, description: 'The item.', extensions },
      },
    });
    return new GraphQLObjectType({
      name: `${model.name}Connection`,
      description: `A page of a list of ${model.name}.`,
      fields: {
        edges: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(edge))), description: 'The items with their cursors, at most as many as were asked for.', extensions },
        nodes: { type: new GraphQLNonNull(new GraphQLList(node)), description: 'The items alone, at most as many as were asked for.', extensions },
        pageInfo: { type: new GraphQLNonNull(pageInfoType), description: 'Where this page lies in the list.', extensions },
        totalCount: {
          type: new GraphQLNonNull(GraphQLInt),
          description: 'How many items the whole list has. Counted only when asked for.', extensions,
          resolve: (page: Page<unknown>) => page.totalCount(),
        },
      },
    });
  });
}

export function pageArguments(book: TypeBook, model: ModelSpec): GraphQLFieldConfigArgumentMap {
  const [first] = Object.keys(model.orders);
  const filtered = model.fields.some((field) => field.filter);
  return {
    first: { type: GraphQLInt, description: `How many from the start, 1 to ${LARGEST_PAGE_SIZE}; ${DEFAULT_PAGE_SIZE} when neither \`first\` nor \`last\` is given.` },
    after: { type: GraphQLString, description: 'Only items behind this cursor.' },
    last: { type: GraphQLInt, description: `How many from the end, 1 to ${LARGEST_PAGE_SIZE}; not together with \`first\`.` },
    before: { type: GraphQLString, description: 'Only items ahead of this cursor.' },
    ...(filtered ? { filter: { type: filterType(book, model), description: 'Only items that satisfy this.' } } : {}),
    orderBy: { type: orderType(book, model), description: `The order of the list; ${first} when not given.` },
  };
}

function orderType(book: TypeBook, model: ModelSpec): GraphQLEnumType {
  return orders(book, model, () => new GraphQLEnumType({
    name: `${model.name}Order`,
    description: `Orders of a list of ${model.name}. May grow.`,
    values: Object.fromEntries(Object.entries(model.orders).map(([name, order]) => [name, { value: name, description: order.description }])),
  }));
}

export function filterType(book: TypeBook, model: ModelSpec): GraphQLInputObjectType {
  return filters(book, model, (): GraphQLInputObjectType => new GraphQLInputObjectType({
    name: `${model.name}Filter`,
    description: `Conditions on a ${model.name}; all that are given must hold.`,
    fields: (): GraphQLInputFieldConfigMap => {
      const filter = filterType(book, model);
      const list = new GraphQLList(new GraphQLNonNull(filter));
      return {
        and: { type: list, description: 'All of these hold.' },
        or: { type: list, description: 'At least one of these holds.' },
        not: { type: filter, description: 'This does not hold.' },
        ...Object.fromEntries(model.fields.filter((field) => field.filter).map((field) =>
          [field.name, { type: operatorType(book, field), description: `By: ${field.description ?? ''}` }])),
      };
    },
  }));
}

const meanings = {
  eq: 'Equal; null asks for records without a value.', in: 'One of these, at most 100.', lt: 'Before, or less than.',
  lte: 'Up to and including.', gt: 'After, or more than.', gte: 'From, including.', startsWith: 'Begins with these characters, exactly as written.',
};

const amounts = { eq: 'Just as much.', lt: 'Less than this.', lte: 'At most this.', gt: 'More than this.', gte: 'At least this.' };

const moneyCondition = (book: TypeBook): GraphQLInputObjectType => operators(book, 'MoneyCondition', () => new GraphQLInputObjectType({
  name: 'MoneyCondition',
  description: 'A condition on an amount of one currency; amounts of others do not satisfy it.',
  fields: {
    currency: { type: new GraphQLNonNull(valueScalar(currencyCode)), description: 'In which currency.' },
    ...Object.fromEntries(Object.entries(amounts).map(([operator, description]) => [operator, { type: DecimalScalar, description }])),
  },
}));

function operatorType(book: TypeBook, field: FieldSpec): GraphQLInputObjectType {
  if (field.kind === 'money') return moneyCondition(book);
  const isId = field.kind === 'id' || field.kind === 'belongsTo';
  const value = (isId ? GraphQLID : book.plain(field)) as GraphQLInputType & { name: string };
  const name = `${field.list ? `${value.name}List` : value.name}Condition`;
  return operators(book, name, () => new GraphQLInputObjectType({
    name,
    description: field.list ? `A condition on a list of ${value.name}.` : `A condition on a ${value.name}.`,
    fields: Object.fromEntries(operatorsOf(field).map((operator) => [operator, {
      type: operator === 'in' ? new GraphQLList(new GraphQLNonNull(value)) : value,
      description: field.list && operator === 'eq' ? 'Has this among its items.' : meanings[operator],
    }])),
  }));
}
