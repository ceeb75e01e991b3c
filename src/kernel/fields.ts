/**
 * The field words. One decorator on a property says what it is to the database, to GraphQL and to the
 * read plan at once; what it records is data (`FieldSpec`), which the platform expands. A field with a
 * description is public; one without is stored only. The words are typed: `@text` on a number, or a
 * missing `optional` on a nullable property, does not compile.
 */
import type { Choice, Choices } from './choices.ts';
import type { Entity } from './entity.ts';
import type { Predicate } from './predicates.ts';
import type { Money } from './values/money.ts';
import type { Value } from './values/value.ts';

export type Class<T = object> = abstract new (...args: never[]) => T;
export type ModelClass<T extends Entity = Entity> = Class<T>;

/** A link to another record. An entity is one, so links are set by assigning the entity itself. */
export interface Ref<T extends Entity = Entity> {
  readonly id: string;
  readonly to?: T;
}

export type FieldKind = 'id' | 'text' | 'flag' | 'number' | 'choice' | 'moment' | 'day' | 'decimal' | 'money' | 'belongsTo' | 'node' | 'hasMany' | 'object' | 'filter' | 'computed';

/** The field a relation lends to its target: a connection, a plain list when bounded by `max`, the record itself when that is 1. */
export interface Inverse {
  readonly name: string;
  readonly description: string;
  readonly max?: number;
  /** By which field a bounded list is sorted, and then by id; when not given, by id alone. */
  readonly sortedBy?: string;
  /** Which of those are in a bounded list; all when not given. */
  readonly where?: Predicate;
}

export interface FieldOptions {
  /** May be null; the description says what null means. */
  optional?: boolean;
  /** A role may hide it: it then reads null and cannot be filtered or ordered by. */
  hideable?: boolean;
  /** Clients may filter by it; its index is in the migration. */
  filter?: boolean;
  /** Clients never see it change: bookkeeping that is no news. */
  quiet?: boolean;
}
interface TextOptions extends FieldOptions {
  /** Longest length in characters (default 200). */
  max?: number;
  multiline?: boolean;
  value?: Value;
  /** In inputs: taken to the letter, as a password must be. */
  verbatim?: boolean;
  /** In results: shown once, and null when a keyed mutation is repeated. */
  secret?: boolean;
}
interface ListOptions { list: true; /** Most items (default 50). */ most?: number }
interface NumberOptions extends FieldOptions { min?: number; max?: number }
interface DecimalOptions extends NumberOptions { /** Most decimals. */ decimals: number }
interface MoneyOptions extends FieldOptions {
  /** The least that is taken, in whole units of whatever currency. */
  min?: number;
  /** Of a model's field, always: which field of the record holds the currency, of all its amounts that name it. */
  currency?: string;
}
interface RelationOptions extends FieldOptions { inverse?: Inverse }
interface ObjectOptions extends FieldOptions { list?: boolean; most?: number }
interface ComputedOptions extends FieldOptions { needs: readonly string[]; list?: boolean }

/** What a computed field answers with: a kind of plain value. */
export type ComputedType = 'text' | 'number' | 'flag' | 'moment' | Value | Choices;

export interface FieldSpec {
  readonly name: string;
  readonly kind: FieldKind;
  readonly description: string | null;
  readonly optional: boolean;
  readonly hideable: boolean;
  readonly filter: boolean;
  readonly quiet: boolean;
  readonly list: boolean;
  readonly most: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly decimals: number;
  readonly currency: string | null;
  readonly multiline: boolean;
  readonly verbatim: boolean;
  readonly secret: boolean;
  readonly value: Value | null;
  readonly choices: Choices | null;
  readonly target: (() => Class) | null;
  readonly inverse: Inverse | null;
  readonly needs: readonly string[];
  readonly computed: ComputedType | null;
}

const declared = new WeakMap<object, FieldSpec[]>();

/** The fields of a class in the order declared, inherited ones first. */
export function fieldsOf(type: Class): FieldSpec[] {
  const chain: FieldSpec[][] = [];
  for (let p = type.prototype as object | null; p !== null; p = Object.getPrototypeOf(p) as object | null) {
    chain.unshift(declared.get(p) ?? []);
  }
  return chain.flat();
}

type Declares<V> = <K extends string>(target: { [P in K]?: V }, name: K) => void;
type DeclaresNullable<V> = <K extends string, T extends { [P in K]?: V | null }>(
  target: T, name: null extends T[K] ? K : never,
) => void;

function word(kind: FieldKind, description: string | undefined, options: Partial<Omit<FieldSpec, 'name' | 'kind' | 'description'>>) {
  return (target: object, name: string): void => {
    const fields = declared.get(target) ?? [];
    declared.set(target, fields);
    fields.push({
      optional: false, hideable: false, filter: false, quiet: false, list: false, most: 50, min: null, max: null,
      decimals: 0, currency: null, multiline: false, verbatim: false, secret: false, value: null, choices: null, target: null, inverse: null, needs: [], computed: null,
      ...options, name, kind, description: description ?? null,
    });
  };
}

/** A record's own id, or in an input the id of a record of the named model; null: of any, to be read by `record`. */
export function id(target: (() => ModelClass) | null, description: string, options: FieldOptions & ListOptions & { optional: true }): DeclaresNullable<string[]>;
export function id(target: (() => ModelClass) | null, description: string, options: FieldOptions & ListOptions): Declares<string[]>;
export function id(target: (() => ModelClass) | null, description: string | undefined, options: FieldOptions & { optional: true }): DeclaresNullable<string>;
export function id(target: (() => ModelClass) | null, description?: string, options?: FieldOptions): Declares<string>;
export function id(target: (() => ModelClass) | null, description?: string, options: FieldOptions = {}) {
  return word('id', description, { ...options, target });
}

/** Text of a bounded length; with `value` a kind of text that has its own meaning and normal form. */
export function text(description: string | undefined, options: TextOptions & ListOptions & { optional: true }): DeclaresNullable<string[]>;
export function text(description: string | undefined, options: TextOptions & ListOptions): Declares<string[]>;
export function text(description: string | undefined, options: TextOptions & { optional: true }): DeclaresNullable<string>;
export function text(description?: string, options?: TextOptions): Declares<string>;
export function text(description?: string, options: TextOptions = {}) {
  return word('text', description, { max: 200, ...options });
}

export function flag(description: string | undefined, options: FieldOptions & { optional: true }): DeclaresNullable<boolean>;
export function flag(description?: string, options?: FieldOptions): Declares<boolean>;
export function flag(description?: string, options: FieldOptions = {}) {
  return word('flag', description, options);
}

/** A whole number that fits 32 bits; its description names the unit. */
export function number(description: string | undefined, options: NumberOptions & { optional: true }): DeclaresNullable<number>;
export function number(description?: string, options?: NumberOptions): Declares<number>;
export function number(description?: string, options: NumberOptions = {}) {
  return word('number', description, options);
}

/** In inputs of changes: by it a client changes only what it has seen. */
export function expectedVersion() {
  return number('Only at this version; another is refused as STALE. Null: whatever it is.', { optional: true });
}

export function choice<C extends Choices>(choices: C, description: string | undefined, options: FieldOptions & ListOptions & { optional: true }): DeclaresNullable<Choice<C>[]>;
export function choice<C extends Choices>(choices: C, description: string | undefined, options: FieldOptions & ListOptions): Declares<Choice<C>[]>;
export function choice<C extends Choices>(choices: C, description: string | undefined, options: FieldOptions & { optional: true }): DeclaresNullable<Choice<C>>;
export function choice<C extends Choices>(choices: C, description?: string, options?: FieldOptions): Declares<Choice<C>>;
export function choice(choices: Choices, description?: string, options: FieldOptions = {}) {
  return word('choice', description, { ...options, choices });
}

/** An instant, to the millisecond. */
export function moment(description: string | undefined, options: FieldOptions & { optional: true }): DeclaresNullable<Date>;
export function moment(description?: string, options?: FieldOptions): Declares<Date>;
export function moment(description?: string, options: FieldOptions = {}) {
  return word('moment', description, options);
}

/** A calendar day without a time zone, `YYYY-MM-DD`. */
export function day(description: string | undefined, options: FieldOptions & { optional: true }): DeclaresNullable<string>;
export function day(description?: string, options?: FieldOptions): Declares<string>;
export function day(description?: string, options: FieldOptions = {}) {
  return word('day', description, options);
}

/** An exact decimal number, as its text: quantities, percents, rates. Not for filters, since comparing it is not leakproof. */
export function decimal(description: string | undefined, options: DecimalOptions & { optional: true }): DeclaresNullable<string>;
export function decimal(description: string | undefined, options: DecimalOptions): Declares<string>;
export function decimal(description: string | undefined, options: DecimalOptions) {
  return word('decimal', description, options);
}

/** An exact amount. A record keeps the smallest units, and the currency once for all its amounts in it. */
export function money(description: string, options: MoneyOptions & ListOptions): Declares<Money[]>;
export function money(description: string | undefined, options: MoneyOptions & { optional: true }): DeclaresNullable<Money>;
export function money(description?: string, options?: MoneyOptions): Declares<Money>;
export function money(description?: string, options: MoneyOptions = {}) {
  return word('money', description, options);
}

/** A link to one record, and by `inverse` the field through which that record shows its many. */
export function belongsTo<T extends Entity>(target: () => ModelClass<T>, description: string | undefined, options: RelationOptions & { optional: true }): DeclaresNullable<Ref<T>>;
export function belongsTo<T extends Entity>(target: () => ModelClass<T>, description?: string, options?: RelationOptions): Declares<Ref<T>>;
export function belongsTo(target: () => ModelClass, description?: string, options: RelationOptions = {}) {
  return word('belongsTo', description, { ...options, target });
}

/** A record of any model, by the fields that hold the model's name and its id; never stored itself. */
export function node(description: string, { model, id }: { model: string; id: string }): (target: object, name: string) => void {
  return word('node', description, { optional: true, needs: [model, id] });
}

/** The records of a model whose `@node` is this one: a page of them, a plain list when bounded by `max`, the record itself when that is 1. */
export function hasMany(target: () => ModelClass, node: string, description: string, bounds: Pick<Inverse, 'max' | 'sortedBy' | 'where'> = {}): (of: object, name: string) => void {
  return (of, name) => word('hasMany', description, { target, needs: [node], inverse: { name, description, ...bounds } })(of, name);
}

/** In inputs and results: a nested object, or a bounded list of them. */
export function object<T extends object>(target: () => Class<T>, description: string, options: ObjectOptions & { list: true; optional: true }): DeclaresNullable<T[]>;
export function object<T extends object>(target: () => Class<T>, description: string, options: ObjectOptions & { list: true }): Declares<T[]>;
export function object<T extends object>(target: () => Class<T>, description: string, options: ObjectOptions & { optional: true }): DeclaresNullable<T>;
export function object<T extends object>(target: () => Class<T>, description: string, options?: ObjectOptions): Declares<T>;
export function object(target: () => Class, description: string, options: ObjectOptions = {}) {
  return word('object', description, { ...options, target });
}

/** In inputs: conditions on the records of a model, as its lists take them; read as the predicate they mean. */
export function filter(target: () => ModelClass, description: string, options: FieldOptions & { optional: true }): DeclaresNullable<Predicate> {
  return word('filter', description, { ...options, target });
}

/** A pure getter over the fields it names in `needs`; never stored. */
export function computed(computed: ComputedType, description: string, options: ComputedOptions): (target: object, name: string) => void {
  return word('computed', description, { ...options, computed });
}
