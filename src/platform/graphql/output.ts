/**
 * Object types from the field words: every model, result and choice becomes one GraphQL type, made the
 * first time something answers with it. A field a role may hide is nullable; so is a link to a record
 * the asker may not see.
 */
import {
  GraphQLBoolean, GraphQLEnumType, GraphQLID, GraphQLInt, GraphQLInterfaceType, GraphQLList, GraphQLNonNull,
  GraphQLObjectType, GraphQLString, type GraphQLFieldConfig, type GraphQLFieldConfigMap, type GraphQLOutputType,
} from 'graphql';
import { choicesSpec, isChoices, type Choices } from '../../kernel/choices.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { Class, FieldSpec, ModelClass } from '../../kernel/fields.ts';
import { encodeId } from '../../kernel/ids.ts';
import { modelOf, modelOfEntity, specOf, type ModelSpec, type ShapeSpec } from '../../kernel/model.ts';
import { NODE, type OutputType } from '../../kernel/operations.ts';
import { Money } from '../../kernel/values/money.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import type { Execution } from './execution.ts';
import { connectionType, pageArguments } from './connections.ts';
import { DateScalar, DateTimeScalar, DecimalScalar, valueScalar } from './scalars.ts';

export type Source = Readonly<Record<string, unknown>>;
export type FieldConfig = GraphQLFieldConfig<Source, Execution>;
export type FieldMap = GraphQLFieldConfigMap<Source, Execution>;

export class TypeBook {
  readonly #objects = new Map<Class, GraphQLObjectType>();
  readonly #enums = new Map<Choices, GraphQLEnumType>();
  readonly #models: readonly ModelSpec[];
  readonly #added: (type: Class) => FieldMap;

  readonly node = new GraphQLInterfaceType({
    name: 'Node',
    description: 'Any record with an id of its own.',
    fields: { id: { type: new GraphQLNonNull(GraphQLID), description: 'Unique everywhere, never reused.' } },
    resolveType: (source: object) => modelOfEntity(source).name,
  });

  /** `added` answers the fields that modules contribute to a type. */
  constructor(models: readonly ModelSpec[], added: (type: Class) => FieldMap) {
    this.#models = models;
    this.#added = added;
  }

  object(type: Class): GraphQLObjectType {
    let made = this.#objects.get(type);
    if (!made) {
      const spec = specOf(type);
      made = new GraphQLObjectType<Source, Execution>({
        name: spec.name,
        description: spec.description,
        interfaces: spec.role === 'model' ? [this.node] : [],
        fields: () => ({ ...this.#own(spec), ...this.#inverse(spec), ...this.#added(type) }),
      });
      this.#objects.set(type, made);
    }
    return made;
  }

  enum(choices: Choices): GraphQLEnumType {
    let made = this.#enums.get(choices);
    if (!made) {
      const { name, description, values } = choicesSpec(choices);
      made = new GraphQLEnumType({
        name, description,
        values: Object.fromEntries(Object.entries(values).map(([value, meaning]) => [value, { value, description: meaning }])),
      });
      this.#enums.set(choices, made);
    }
    return made;
  }

  /** An operation's answer. */
  output(type: OutputType, nonNull = true): GraphQLOutputType {
    const named = (inner: GraphQLOutputType): GraphQLOutputType => (nonNull ? new GraphQLNonNull(inner) : inner);
    if (type === NODE) return named(this.node);
    if (type === 'text') return named(GraphQLString);
    if (type === 'number') return named(GraphQLInt);
    if (type === 'flag') return named(GraphQLBoolean);
    if (type === 'moment') return named(DateTimeScalar);
    if (typeof type === 'function') return named(this.object(type));
    if (isChoices(type)) return named(this.enum(type));
    if ('pageOf' in type) return named(connectionType(this, modelOf(type.pageOf)));
    if ('listOf' in type) return named(new GraphQLList(this.output(type.listOf)));
    if ('optional' in type) return this.output(type.optional, false);
    return named(valueScalar(type));
  }

  /** What a field of a model or result answers with, before lists and nulls. */
  plain(field: FieldSpec): GraphQLOutputType {
    switch (field.kind) {
      case 'id': return GraphQLID;
      case 'flag': return GraphQLBoolean;
      case 'number': return GraphQLInt;
      case 'moment': return DateTimeScalar;
      case 'day': return DateScalar;
      case 'decimal': return DecimalScalar;
      case 'money': return this.object(Money);
      case 'text': return field.value ? valueScalar(field.value) : GraphQLString;
      case 'choice': return field.choices ? this.enum(field.choices) : GraphQLString;
      case 'node': return this.node;
      case 'computed': return this.output(field.computed ?? 'text', false);
      default: return field.target ? this.object(field.target()) : GraphQLString;
    }
  }

  #own(spec: ModelSpec | ShapeSpec): FieldMap {
    const open = spec.fields.filter((field) => field.description !== null);
    return Object.fromEntries(open.map((field) => [field.name, field.kind === 'hasMany' ? this.#many(field) : this.#field(spec, field)]));
  }

  #field(spec: ModelSpec | ShapeSpec, field: FieldSpec): FieldConfig {
    const inner = field.list ? new GraphQLList(new GraphQLNonNull(this.plain(field))) : this.plain(field);
    const unseen = field.kind === 'belongsTo' && guarded(modelOf(field.target?.() as ModelClass));
    const nullable = field.optional || field.hideable || unseen;
    return {
      type: nullable ? inner : new GraphQLNonNull(inner),
      description: describe(field, unseen),
      extensions: { from: { field }, ...(field.list ? { atMost: field.most } : {}) },
      resolve: this.#resolver(spec, field),
    };
  }

  #resolver(spec: ModelSpec | ShapeSpec, field: FieldSpec): NonNullable<FieldConfig['resolve']> {
    const read = readerOf(spec, field);
    if (!field.hideable) return read;
    const name = `${spec.name}.${field.name}`;
    return (source, args, execution, info) => (execution.actor.hidden.has(name) ? null : read(source, args, execution, info));
  }

  /** Fields that children lend to this model. */
  #inverse(spec: ModelSpec | ShapeSpec): FieldMap {
    const fields: FieldMap = {};
    for (const child of this.#models) {
      for (const relation of child.stored) {
        if (relation.inverse === null || relation.target?.() !== spec.type) continue;
        fields[relation.inverse.name] = this.#children(child, relation, relation.inverse);
      }
    }
    return fields;
  }

  /** Those that point here by a link to any model: ids are unique everywhere, so the id alone tells. */
  #many({ target, needs: [node = ''], inverse }: FieldSpec): FieldConfig {
    const child = modelOf(target?.() as ModelClass);
    if (inverse === null) throw new Error(`${child.name} is had by nothing`);
    return this.#children(child, child.link(node), inverse);
  }

  #children(child: ModelSpec, relation: FieldSpec, inverse: NonNullable<FieldSpec['inverse']>): FieldConfig {
    const { max } = inverse;
    if (max === 1) return this.#child(child, relation, inverse);
    const unseen = child.read === null ? '' : ` Null without the permission \`${child.read}\`.`;
    const description = inverse.description + (max ? ` At most ${max}.` : '') + unseen;
    const type = max ? new GraphQLList(new GraphQLNonNull(this.object(child.type))) : connectionType(this, child);
    return {
      description,
      type: child.read === null ? new GraphQLNonNull(type) : type,
      extensions: { from: { children: child, by: relation, as: inverse }, ...(max ? { atMost: max } : {}) },
      args: max ? {} : pageArguments(this, child),
      resolve: (source, args, { reader }) =>
        max
          ? reader.childList(child, relation, String(source['id']), inverse)
          : reader.childPage(child, relation, String(source['id']), args as PageArgs),
    };
  }

  #child(child: ModelSpec, relation: FieldSpec, inverse: NonNullable<FieldSpec['inverse']>): FieldConfig {
    return {
      description: inverse.description, type: this.object(child.type), extensions: { from: { children: child, by: relation, as: inverse } },
      resolve: async (source, _, { reader }) => (await reader.childList(child, relation, String(source['id']), inverse))?.[0] ?? null,
    };
  }
}

/** Whether some members of the organisation may not see records of this model. */
const guarded = (model: ModelSpec): boolean => model.reach !== null || model.read !== null;

function describe(field: FieldSpec, unseen: boolean): string {
  const notes = [
    field.list ? `At most ${field.most}.` : null,
    unseen ? 'Null too when you may not see it.' : null,
    field.hideable ? 'Null too when your role hides it.' : null,
  ].filter((note) => note !== null);
  return [field.description, ...notes].join(' ');
}

function readerOf(spec: ModelSpec | ShapeSpec, field: FieldSpec): NonNullable<FieldConfig['resolve']> {
  if (field.kind === 'id') {
    const of = spec.role === 'model' ? spec : field.target && modelOf(field.target() as ModelClass);
    if (of) return (source) => encodeId(of, String(source[field.name]));
  }
  if (field.kind === 'belongsTo') {
    const target = modelOf(field.target?.() as ModelClass);
    return (source, _, execution) => {
      const link = source[field.name] as Entity | null | undefined;
      return link ? execution.reader.find(target.type, link.id) : null;
    };
  }
  if (field.kind === 'node') {
    const [model = '', id = ''] = field.needs;
    return (source, _, execution) => execution.node(String(source[model]), String(source[id]));
  }
  return (source) => source[field.name];
}
