/**
 * Calls of every operation the schema has, made from its types alone: a value for every required argument,
 * every field selected, and a list of the slots where an id goes, each with the model it is an id of. An
 * operation that cannot be called so fails whoever asks, until an example is given for what is missing.
 */
import {
  getNamedType, getNullableType, isEnumType, isInputObjectType, isInterfaceType, isLeafType, isListType, isNonNullType, isObjectType, isRequiredArgument,
  isRequiredInputField, type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema,
} from 'graphql';
import { fieldsOf, type Class, type FieldSpec, type ModelClass } from '../../src/kernel/fields.ts';
import { modelOf, type ModelSpec } from '../../src/kernel/model.ts';
import type { Module } from '../../src/kernel/module.ts';
import { MEMBER, operationsOf, type Permission } from '../../src/kernel/operations.ts';

export interface Operation {
  readonly kind: 'query' | 'mutation' | 'subscription' | 'field';
  /** `customerCreate`; of a field with its type: `User.customers`. */
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly permission: Permission;
  readonly input: Class | null;
  /** The type that has the field. */
  readonly of: string | null;
}

/** A place in the arguments where a value goes. */
export interface Slot {
  readonly path: readonly string[];
  /** The name of its type. */
  readonly type: string;
  readonly list: boolean;
  /** Of an id: of which models it may be. */
  readonly targets: readonly ModelSpec[];
}

export interface Call {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

export interface Filling {
  /** The id a required argument gets that is not the slot in question. */
  readonly own: (model: ModelSpec) => string;
  /** Values that types do not tell, by `Input.field`. */
  readonly examples?: Readonly<Record<string, unknown>>;
  readonly slot?: Slot;
  readonly value?: unknown;
  /** The record whose field is asked for. */
  readonly record?: string;
  /** Select as little as possible. */
  readonly bare?: boolean;
}

const withoutSlot = ({ slot: _, value: __, ...filling }: Filling): Filling => filling;

/** What every caller must say so, for something to be found. */
const EXAMPLES: Readonly<Record<string, unknown>> = { 'holidays.region': 'CZ', 'holidays.year': 2026 };

/** A value for an argument that is no id, where its type or its place tells one. */
export const exampleOf = (field: string, arg: GraphQLArgument): unknown => EXAMPLES[`${field}.${arg.name}`] ?? BY_SCALAR[getNamedType(arg.type).name];

/** An id of a record of whatever model. */
const ofAny = (spec: FieldSpec, model: ModelSpec | null): boolean => spec.kind === 'id' && spec.target === null && model === null;

const COMBINING = new Set(['and', 'or', 'not']);

const BY_SCALAR: Readonly<Record<string, unknown>> = {
  String: 'x', Int: 1, Boolean: true, DateTime: '2026-01-02T03:04:05.000Z', Date: '2026-01-02', EmailAddress: 'x@example.com',
  Locale: 'cs', TimeZone: 'Europe/Prague', CountryCode: 'CZ', Currency: 'EUR', Decimal: '1', URL: 'https://example.com', Duration: 'PT1H', LocalTime: '09:00',
};

export class Calls {
  readonly #schema: GraphQLSchema;
  readonly #models: readonly ModelSpec[];
  readonly operations: readonly Operation[];

  constructor(schema: GraphQLSchema, modules: readonly Module[]) {
    this.#schema = schema;
    this.#models = modules.flatMap((module) => module.models.map(modelOf));
    const specs = new Map(modules.flatMap((module) => module.resolvers.flatMap(operationsOf)).map((spec) => [`${spec.parent?.().name ?? ''}.${spec.name}`, spec]));
    const roots = ([['query', schema.getQueryType()], ['mutation', schema.getMutationType()], ['subscription', schema.getSubscriptionType()]] as const)
      .flatMap(([kind, type]) => Object.values(type?.getFields() ?? {}).map((field): Operation => {
        const spec = specs.get(`.${field.name}`);
        return { kind, name: field.name, field, permission: spec?.permission ?? MEMBER, input: spec?.input ?? null, of: null };
      }));
    const rootTypes = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
    const fields = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !rootTypes.has(type) && !type.name.startsWith('__'))
      .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []).filter((field) => field.args.length > 0).map((field): Operation => {
        const spec = specs.get(`${type.name}.${field.name}`);
        return { kind: 'field', name: `${type.name}.${field.name}`, field, permission: spec?.permission ?? MEMBER, input: spec?.input ?? null, of: type.name };
      }));
    this.operations = [...roots, ...fields];
  }

  /** Where ids go, and positions, which are ids of places in the stream. */
  idSlots(operation: Operation): Slot[] {
    return this.slots(operation).filter(({ type }) => type === 'ID' || type === 'Position');
  }

  /** All arguments and the fields of inputs, but not how conditions combine; pages are not asked for ids. */
  slots({ field, input, kind, name }: Operation): Slot[] {
    const page = this.#pageModel(field.type);
    const known = (fields: readonly FieldSpec[]) => (one: string): FieldSpec | undefined => fields.find((spec) => spec.name === one);
    const find = (type: GraphQLInputType, path: readonly string[], spec: FieldSpec | undefined, model: ModelSpec | null): Slot[] => {
      const named = getNamedType(type);
      if (!isInputObjectType(named)) {
        const targets = named.name !== 'ID' ? [] : spec && !ofAny(spec, model) ? [this.#targetOf(spec, model, `${name}(${path.join('.')})`)] : this.#models;
        return [{ path, type: named.name, list: isListType(getNullableType(type)), targets }];
      }
      const filtered = spec?.kind === 'filter' ? modelOf(spec.target?.() as ModelClass) : page;
      const filters = filtered !== null && named.name === `${filtered.name}Filter`;
      const inner = filters ? known(filtered.fields) : spec?.kind === 'object' && spec.target ? known(fieldsOf(spec.target())) : () => spec;
      return Object.values(named.getFields()).filter((one) => !(filters && COMBINING.has(one.name)))
        .flatMap((one) => find(one.type, [...path, one.name], inner(one.name), filters ? filtered : model));
    };
    const specs = known(input ? fieldsOf(input) : []);
    return field.args.flatMap((arg) => {
      const type = getNamedType(arg.type);
      if (kind !== 'mutation' || !isInputObjectType(type)) return find(arg.type, [arg.name], specs(arg.name), null);
      return Object.values(type.getFields()).flatMap((one) => find(one.type, [arg.name, one.name], specs(one.name), null));
    });
  }

  call(operation: Operation, filling: Filling): Call {
    const { field, kind, name, of } = operation;
    const specs = operation.input ? fieldsOf(operation.input) : [];
    const variables: Record<string, unknown> = {};
    for (const arg of field.args) {
      const wanted = isRequiredArgument(arg) || filling.slot?.path[0] === arg.name;
      if (wanted) variables[arg.name] = this.#value(arg.type, [arg.name], kind === 'mutation' ? specs : specs.filter((spec) => spec.name === arg.name), filling, `${name}.${arg.name}`);
    }
    const given = field.args.filter((arg) => arg.name in variables);
    const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`);
    const asked = `${field.name}${given.length > 0 ? `(${given.map((arg) => `${arg.name}: $${arg.name}`).join(', ')})` : ''} ${this.selection(field.type, filling.bare ? 0 : 2)}`;
    if (of === null) return { document: `${kind} ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${asked} }`, variables };
    const type = this.#schema.getType(of);
    if (isObjectType(type) && type.getInterfaces().length === 0) return this.#below(type, asked, { declared, variables }, filling);
    if (!filling.record) throw new Error(`${name} is asked of a record, and none was given.`);
    return {
      document: `query (${['$record: ID!', ...declared].join(', ')}) { node(id: $record) { ... on ${of} { ${asked} } } }`,
      variables: { record: filling.record, ...variables },
    };
  }

  /** What has no id of its own is reached by the query that answers with it, somewhere below. */
  #below(type: GraphQLObjectType, asked: string, given: { declared: readonly string[]; variables: Record<string, unknown> }, filling: Filling): Call {
    const leads = (from: GraphQLOutputType, path: readonly string[]): readonly string[] | null => {
      const named = getNamedType(from);
      if (named === type) return path;
      if (!isObjectType(named) || named.getInterfaces().length > 0 || path.length > 4) return null;
      return Object.values(named.getFields()).map((field) => leads(field.type, [...path, field.name])).find((found) => found !== null) ?? null;
    };
    for (const root of this.operations.filter(({ kind }) => kind === 'query')) {
      const path = leads(root.field.type, []);
      if (path === null) continue;
      const args = root.field.args.filter(isRequiredArgument);
      const variables = Object.fromEntries(args.map((arg) => [`root_${arg.name}`, this.#value(arg.type, [arg.name], root.input ? fieldsOf(root.input) : [], withoutSlot(filling), `${root.name}.${arg.name}`)]));
      const declared = [...args.map((arg) => `$root_${arg.name}: ${String(arg.type)}`), ...given.declared];
      const call = `${root.field.name}${args.length > 0 ? `(${args.map((arg) => `${arg.name}: $root_${arg.name}`).join(', ')})` : ''}`;
      const inner = path.reduceRight((selection, name) => `${name} { ${selection} }`, asked);
      return { document: `query ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${call} { ${inner} } }`, variables: { ...variables, ...given.variables } };
    }
    throw new Error(`nothing answers with a ${type.name}`);
  }

  /** All that can be asked without arguments, records as deep as said. */
  selection(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isLeafType(named)) return '';
    if (depth === 0) return '{ __typename }';
    if (isInterfaceType(named)) {
      const types = this.#schema.getPossibleTypes(named);
      // Fields of one name differ in type from model to model, so each gets a name of its own.
      return `{ __typename id ${types.map((one) => `... on ${one.name} { ${this.#fields(one.getFields(), 0, `${one.name}_`)} }`).join(' ')} }`;
    }
    if (!isObjectType(named)) return '';
    const record = named.getInterfaces().length > 0;
    return `{ __typename ${this.#fields(named.getFields(), record ? depth - 1 : depth, '')} }`;
  }

  #fields(fields: Record<string, GraphQLField<unknown, unknown>>, depth: number, alias: string): string {
    return Object.values(fields).filter((field) => field.name !== 'edges' && !field.args.some(isRequiredArgument))
      .filter((field) => isLeafType(getNamedType(field.type)) || depth > 0)
      .map((field) => `${alias ? `${alias}${field.name}: ` : ''}${field.name} ${this.selection(field.type, depth)}`).join(' ');
  }

  #value(type: GraphQLInputType, path: readonly string[], specs: readonly FieldSpec[], filling: Filling, at: string): unknown {
    const { slot, examples = {} } = filling;
    if (slot && slot.path.join('.') === path.join('.')) return slot.list && !Array.isArray(filling.value) ? [filling.value] : filling.value;
    if (at in examples) return examples[at];
    if (at in EXAMPLES) return EXAMPLES[at];
    if (isNonNullType(type)) return this.#value(type.ofType, path, specs, filling, at);
    if (isListType(type)) return [this.#value(type.ofType, path, specs, filling, at)];
    const spec = specs.find(({ name }) => name === path.at(-1));
    const named = getNamedType(type);
    if (isEnumType(named)) return named.getValues()[0]?.name;
    if (isInputObjectType(named)) {
      const inner = spec?.kind === 'object' && spec.target ? fieldsOf(spec.target()) : specs;
      const onTheWay = (name: string): boolean => slot !== undefined && [...path, name].every((part, i) => slot.path[i] === part);
      return Object.fromEntries(Object.values(named.getFields())
        .filter((field) => isRequiredInputField(field) || onTheWay(field.name) || `${named.name}.${field.name}` in examples)
        .map((field) => [field.name, this.#value(field.type, [...path, field.name], inner, filling, `${named.name}.${field.name}`)]));
    }
    if (named.name === 'ID') return spec && !ofAny(spec, null) ? filling.own(this.#targetOf(spec, null, at)) : [...this.#models].slice(0, 1).map(filling.own)[0];
    if (named.name in BY_SCALAR) return BY_SCALAR[named.name];
    throw new Error(`${at} cannot be called: there is no example of a ${named.name}.`);
  }

  #targetOf(spec: FieldSpec, model: ModelSpec | null, at: string): ModelSpec {
    if (spec.target) return modelOf(spec.target() as ModelClass);
    if (model) return model;
    throw new Error(`${at} takes an id of nothing in particular: name its model where it is declared.`);
  }

  #pageModel(type: GraphQLOutputType): ModelSpec | null {
    const { name } = getNamedType(type);
    return name.endsWith('Connection') ? this.#models.find((model) => `${model.name}Connection` === name) ?? null : null;
  }
}
