/**
 * What a class is to the outside: `@model` (table, GraphQL type and behaviour), `@input` (what a
 * mutation or query accepts) or `@result` (a plain object answered with, no table). Inputs are always
 * classes of their own: what you may ask is not what is stored.
 */
import { fieldsOf, type Class, type FieldSpec, type ModelClass } from './fields.ts';

export interface Reach {
  /** The relation, or several, to the user whose own record it is. */
  readonly owner?: string | readonly string[];
  /** The relation to the team it belongs to. */
  readonly team?: string;
  /** The relation, or the link to a record of any model (`@node`), whose target's reach it shares. */
  readonly through?: string;
}

/** An order clients may ask for: one indexed column in one direction, then the id. */
export interface Order {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
  readonly description: string;
}

export interface ModelOptions {
  /** Prefix of its ids: `cus` makes `cus_0192…`. */
  readonly prefix: string;
  /** Permission to read it; null: every member of the organisation may. */
  readonly read: string | null;
  readonly reach?: Reach;
  /** The first is the default. */
  readonly orders?: Readonly<Record<string, Order>>;
  /** Unique constraints by name, as the refusal they mean. */
  readonly unique?: Readonly<Record<string, readonly [code: string, message: string]>>;
  /** The relation to the record whose announcements cover this one's changes. */
  readonly partOf?: string;
  /** Which models' records can be about its records, by a link to any model; where nobody says so of a model, its records are about anything. */
  readonly subjectOf?: readonly (() => ModelClass)[];
  /** Bookkeeping without events: its changes need no announcement and no stream shows them. */
  readonly silent?: boolean;
}

export interface ModelSpec extends Required<Omit<ModelOptions, 'reach' | 'partOf'>> {
  readonly role: 'model';
  readonly type: ModelClass;
  readonly name: string;
  readonly table: string;
  readonly description: string;
  readonly reach: Reach | null;
  readonly partOf: string | null;
  readonly fields: readonly FieldSpec[];
  readonly stored: readonly FieldSpec[];
  field(name: string): FieldSpec;
  target(relation: string): ModelSpec;
  /** The models whose records a link to any model may point at: those that say they have many of these by it. */
  holders(node: string): readonly ModelSpec[];
  /** The models whose records its link to any model may point at; none: any. */
  readonly subjects: readonly ModelSpec[];
  /** The field with the id that a relation, or a link to any model, goes by. */
  link(relation: string): FieldSpec;
}

export interface ShapeSpec {
  readonly role: 'input' | 'result';
  readonly type: Class;
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FieldSpec[];
}

const specs = new WeakMap<Class, ModelSpec | ShapeSpec>();
/** Models with `@hasMany`: who they have many of is known when all are. */
const holding: ModelSpec[] = [];
const subjects: ModelSpec[] = [];

export const snakeCase = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]/g, (c) => `_${c}`).toLowerCase();

const columns = new WeakMap<FieldSpec, string>();

export function columnOf(field: FieldSpec): string {
  let name = columns.get(field);
  if (name === undefined) columns.set(field, name = snakeCase(field.name) + (field.kind === 'belongsTo' ? '_id' : ''));
  return name;
}

export function model(description: string, options: ModelOptions) {
  return (type: ModelClass): void => {
    const fields = fieldsOf(type);
    const byName = new Map(fields.map((field) => [field.name, field]));
    const spec: ModelSpec = {
      orders: {}, unique: {}, silent: false, subjectOf: [],
      ...options,
      reach: options.reach ?? null, partOf: options.partOf ?? null,
      role: 'model', type, name: type.name, table: snakeCase(type.name), description, fields,
      stored: fields.filter(({ kind }) => kind !== 'computed' && kind !== 'node' && kind !== 'hasMany'),
      field(name) {
        const field = byName.get(name);
        if (!field) throw new Error(`${type.name} has no field ${name}`);
        return field;
      },
      target(relation) {
        const target = spec.field(relation).target;
        if (!target) throw new Error(`${type.name}.${relation} is not a relation`);
        return modelOf(target() as ModelClass);
      },
      holders: (node) => holding.filter((holder) => holder.fields.some((field) => field.kind === 'hasMany' && field.target?.() === type && field.needs[0] === node)),
      get subjects() { return subjects.filter(({ subjectOf }) => subjectOf.some((of) => of() === type)); },
      link(relation) {
        const field = spec.field(relation);
        return field.kind === 'node' ? spec.field(field.needs[1] ?? '') : field;
      },
    };
    for (const field of fields.filter(({ kind }) => kind === 'money')) currencyOf(spec, field);
    specs.set(type, spec);
    if (fields.some(({ kind }) => kind === 'hasMany')) holding.push(spec);
    if (spec.subjectOf.length > 0) subjects.push(spec);
  };
}

/** The field that holds the currency of an amount. */
export function currencyOf(model: ModelSpec, { name, currency, list }: FieldSpec): FieldSpec {
  if (list) throw new Error(`${model.name}.${name}: a record holds single amounts`);
  if (currency === null) throw new Error(`${model.name}.${name} does not say which field holds its currency`);
  return model.field(currency);
}

const shape = (role: 'input' | 'result') => (description: string) => (type: Class): void => {
  specs.set(type, { role, type, name: type.name, description, fields: fieldsOf(type) });
};

/** What a query or mutation accepts; never stored as it is. */
export const input = shape('input');
/** A plain object answered with; it has no table. */
export const result = shape('result');

export function specOf(type: Class): ModelSpec | ShapeSpec {
  const spec = specs.get(type);
  if (!spec) throw new Error(`${type.name} lacks @model, @input or @result`);
  return spec;
}

export function modelOf(type: ModelClass): ModelSpec {
  const spec = specOf(type);
  if (spec.role !== 'model') throw new Error(`${type.name} is not a model`);
  return spec;
}

/** The model of an instance, whatever its declared type. */
export function modelOfEntity(entity: object): ModelSpec {
  return modelOf(entity.constructor as ModelClass);
}
