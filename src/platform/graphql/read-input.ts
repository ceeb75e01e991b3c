/**
 * From what a client sent to what an operation receives: texts cleaned, values in their normal form,
 * ids of records decoded. Everything wrong is told at once, each with its path, so nobody mends a form
 * one field at a time.
 */
import { fieldsOf, type Class, type FieldSpec, type ModelClass } from '../../kernel/fields.ts';
import { decodeId } from '../../kernel/ids.ts';
import { modelOf } from '../../kernel/model.ts';
import { WrongPage, type FilterInput } from '../../kernel/pages.ts';
import { ANY, type Predicate } from '../../kernel/predicates.ts';
import type { UserError } from '../../kernel/refusal.ts';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import { readDecimal } from '../../kernel/values/decimal.ts';
import { readMoney, type Money } from '../../kernel/values/money.ts';
import { cleanText } from '../../kernel/values/text.ts';
import { predicateFrom } from '../reading/filter.ts';

export type RawInput = Readonly<Record<string, unknown>>;

export function readInput(type: Class, raw: RawInput): { input: object; errors: readonly UserError[] } {
  const errors: UserError[] = [];
  const input = readObject(type, raw, [], errors);
  return { input, errors };
}

function readObject(type: Class, raw: RawInput, path: readonly string[], errors: UserError[]): object {
  const input = Object.create(type.prototype as object) as Record<string, unknown>;
  for (const field of fieldsOf(type)) {
    const value = raw[field.name];
    if (value === undefined) continue;
    input[field.name] = value === null ? null : readField(field, value, [...path, field.name], errors);
  }
  return input;
}

function readField(field: FieldSpec, value: unknown, path: readonly string[], errors: UserError[]): unknown {
  if (!field.list) return readOne(field, value, path, errors);
  const items = value as readonly unknown[];
  if (items.length > field.most) {
    errors.push({ code: 'TOO_MANY', message: `At most ${field.most} are taken at once; ${items.length} were given.`, field: path });
    return [];
  }
  return items.map((item, i) => readOne(field, item, [...path, String(i)], errors));
}

/** Together, since the currency decides how many decimals there may be. */
function readAmount({ min }: FieldSpec, raw: RawInput, path: readonly string[], errors: UserError[]): Money | null {
  const currency = currencyCode.read(String(raw['currency']));
  if ('wrong' in currency) {
    errors.push({ code: currencyCode.code, message: currency.wrong, field: [...path, 'currency'] });
    return null;
  }
  const read = readMoney(String(raw['amount']), currency.value, min);
  if ('money' in read) return read.money;
  errors.push({ code: read.code, message: read.wrong, field: [...path, 'amount'] });
  return null;
}

function readFilter(field: FieldSpec, raw: FilterInput, path: readonly string[], errors: UserError[]): Predicate {
  try {
    return predicateFrom(modelOf(field.target?.() as ModelClass), raw);
  } catch (error) {
    if (!(error instanceof WrongPage)) throw error;
    errors.push({ code: 'INVALID_FILTER', message: error.message, field: path });
    return ANY;
  }
}

function readOne(field: FieldSpec, value: unknown, path: readonly string[], errors: UserError[]): unknown {
  const wrong = (code: string, message: string): void => { errors.push({ code, message, field: path }); };
  switch (field.kind) {
    case 'id':
      return field.target ? decodeId(modelOf(field.target() as ModelClass), String(value)) : String(value);
    case 'object':
      return field.target ? readObject(field.target(), value as RawInput, path, errors) : value;
    case 'decimal': {
      const read = readDecimal(String(value), field);
      if ('value' in read) return read.value;
      wrong(read.code, read.wrong);
      return '0';
    }
    case 'filter':
      return readFilter(field, value as FilterInput, path, errors);
    case 'money':
      return readAmount(field, value as RawInput, path, errors);
    case 'number': {
      const n = value as number;
      if (field.min !== null && n < field.min) wrong('TOO_SMALL', `The least is ${field.min}; ${n} was given.`);
      if (field.max !== null && n > field.max) wrong('TOO_LARGE', `The most is ${field.max}; ${n} was given.`);
      return n;
    }
    case 'text': {
      if (field.verbatim) {
        const long = String(value).length > (field.max ?? 200);
        if (long) wrong('INVALID_TEXT', `At most ${field.max ?? 200} characters are allowed.`);
        return long ? '' : String(value);
      }
      const text = cleanText(String(value), { max: field.max ?? 200, multiline: field.multiline });
      if ('wrong' in text) {
        wrong('INVALID_TEXT', text.wrong);
        return '';
      }
      if (text.value === '' && field.optional && !field.list) return null;
      if (text.value === '') wrong('REQUIRED', 'This must not be empty.');
      if (field.value === null || text.value === '') return text.value;
      const read = field.value.read(text.value);
      if ('wrong' in read) {
        wrong(field.value.code, read.wrong);
        return '';
      }
      return read.value;
    }
    default:
      return value;
  }
}
