/** The scalars of the schema: moments, days, positions, and every kind of text that has its own meaning. */
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isDay, isMoment } from '../../kernel/values/moment.ts';
import type { Value } from '../../kernel/values/value.ts';

const textOf = (node: ValueNode): string => {
  if (node.kind !== Kind.STRING) throw new GraphQLError('Expected text in quotes.', { nodes: node });
  return node.value;
};

/** Its day must be in the calendar: `Date` takes 30 February for 2 March. */
function readMoment(value: unknown): Date {
  const [, day] = typeof value === 'string' ? /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.exec(value) ?? [] : [];
  const date = isDay(day) ? new Date(String(value)) : new Date(Number.NaN);
  if (!isMoment(date.getTime())) {
    throw new GraphQLError('A moment is written like 2026-11-22T09:30:00Z, on a day of the calendar, with its offset from UTC, and lies in the years 1 to 9999.');
  }
  return date;
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment to the millisecond, written by RFC 3339 in UTC: `2026-11-22T09:30:00.000Z`. Any offset is accepted.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => new Date(value as Date | string).toISOString(),
  parseValue: readMoment,
  parseLiteral: (node) => readMoment(textOf(node)),
});

function readDay(value: unknown): string {
  if (!isDay(value)) throw new GraphQLError('A day is written like 2026-11-22, and lies in the years 1 to 9999.');
  return value;
}

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day without a time zone: `2026-11-22`.',
  serialize: String,
  parseValue: readDay,
  parseLiteral: (node) => readDay(textOf(node)),
});

const readText = (value: unknown): string => {
  if (typeof value !== 'string') throw new GraphQLError('Expected text.');
  return value;
};

/** As text it may be anything: what is wrong with it is a user error with a path. A number is taken where it has one exact text. */
function readDecimalText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && /^-?\d+(\.\d+)?$/.test(String(value)) && String(value).replace(/\D/g, '').length <= 15) return String(value);
  throw new GraphQLError('A decimal number is written as text: "1234.50". Numbers of JSON are taken up to 15 digits, since readers of JSON keep no more.');
}

export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number as text, with a point and without exponent: `"1234.5"`. Never a float. As input, numbers of up to 15 digits are taken too.',
  serialize: String,
  parseValue: readDecimalText,
  parseLiteral(node) {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return node.value;
    throw new GraphQLError('Expected a decimal number, best as text: "1234.50".', { nodes: node });
  },
});

export const PositionScalar = new GraphQLScalarType<string, string>({
  name: 'Position',
  description: "A place in the organisation's event stream. Opaque; keep it and give it back as `after`. Within an epoch, comparing two as text compares them in time.",
  serialize: String,
  parseValue: readText,
  parseLiteral: textOf,
});

const scalars = new WeakMap<Value, GraphQLScalarType>();

/** As an input it takes any text: what is wrong with it is a user error with a path, told by the mutation. */
export function valueScalar(value: Value): GraphQLScalarType {
  let scalar = scalars.get(value);
  if (!scalar) {
    scalar = new GraphQLScalarType({
      name: value.name, description: value.description, specifiedByURL: value.specifiedByURL ?? null,
      serialize: String, parseValue: readText, parseLiteral: textOf,
    });
    scalars.set(value, scalar);
  }
  return scalar;
}
