/**
 * Arguments of a field: left out, null, written in the document or given by variables with and without defaults. What
 * they say is mostly sensible, so that something is found, and sometimes not.
 */
import {
  getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredArgument, isRequiredInputField,
  type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLInputType,
} from 'graphql';
import { fieldsOf, type FieldSpec, type ModelClass } from '../../src/kernel/fields.ts';
import { modelOf, type ModelSpec } from '../../src/kernel/model.ts';
import type { OperationSpec } from '../../src/kernel/operations.ts';
import type { Dice } from './choices.ts';
import { isPaged, ordersOf, type Corpus } from './corpus.ts';
import { literal, nullable, required, Var, type Given } from './given.ts';

/** Whose values are given: of the asker's organisation mostly, of the other one now and then. */
export interface Sources {
  readonly own: Corpus;
  readonly foreign: Corpus;
  readonly models: ReadonlyMap<string, ModelSpec>;
}

/** The variables of an operation, with two sets of values for them. */
export class Variables {
  readonly declared: string[] = [];
  readonly values: Record<string, unknown> = {};
  readonly otherValues: Record<string, unknown> = {};

  /** Undefined is not given at all. */
  add(type: string, fallback: string | null, value: unknown, other: unknown): Var {
    const name = `v${this.declared.length + 1}`;
    this.declared.push(`$${name}: ${type}${fallback === null ? '' : ` = ${fallback}`}`);
    if (value !== undefined) this.values[name] = value;
    if (other !== undefined) this.otherValues[name] = other;
    return new Var(name);
  }
}

/** What is known about where a value goes. */
interface Place {
  readonly field: GraphQLField<unknown, unknown>;
  readonly name: string;
  readonly model: ModelSpec | null;
  readonly spec: FieldSpec | null;
  /** How many records the field is asked of; pages are small where it is many. */
  readonly weight: number;
  readonly orderBy: string | null;
}

const STRANGE_TEXTS = ['', ' ', 'a', 'č', '王', '👩', '\0', '\u{10ffff}', '"', '\\', '</script>', '%', 'x'.repeat(300)];
const STRANGE_IDS = ['', 'x', 'cus_', 'cus_00000000000000000000000000000000', 'CUS_0192F3C4A1B27C0E9D0192F3C4A1B27C', '0192f3c4-a1b2-7c0e-9d01-92f3c4a1b27c', 'zzz_0192f3c4a1b27c0e9d0192f3c4a1b27c'];
const STRANGE_SIZES = [0, -1, 101, 100, 1000, 2147483647];
const STRANGE_CURSORS = ['', 'x', 'W10', Buffer.from('["NAME_ASC",null,"x"]').toString('base64url'), Buffer.from('["CREATED_DESC",1e400,"00000000-0000-0000-0000-000000000000"]').toString('base64url')];
const STRANGE_MOMENTS = ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2026-02-30T00:00:00Z', '2026-01-01T00:00:00.1009999Z', '2026-06-01T12:00:00+05:45', 'x'];
const NUMBERS = [0, 1, 2, 3, -1, 2147483647, -2147483648];
const COMBINING = new Set(['and', 'or', 'not']);

export class Arguments {
  constructor(readonly sources: Sources, readonly variables: Variables, readonly reached: Set<string>) {}

  /** As they are written after the field's name. */
  of(type: string, field: GraphQLField<unknown, unknown>, weight: number, dice: Dice): string {
    const given: string[] = [];
    const specs = specsOf(field);
    const orders = ordersOf(field);
    let orderBy: string | null = orders[0] ?? null;
    const sizes = !isPaged(field) ? [] : dice.chance(25) ? ['last'] : dice.chance(weight > 1 ? 96 : 45) ? ['first'] : dice.chance(3) ? ['first', 'last'] : [];
    // Orders before cursors, which are of an order.
    for (const arg of [...field.args].sort((a, b) => Number(isEnumType(getNamedType(b.type))) - Number(isEnumType(getNamedType(a.type))))) {
      const size = isPaged(field) && (arg.name === 'first' || arg.name === 'last');
      const wanted = isRequiredArgument(arg) || (size ? sizes.includes(arg.name) : dice.chance(22));
      if (!wanted) continue;
      const place: Place = {
        field, name: arg.name, weight, orderBy, spec: specs.find(({ name }) => name === arg.name) ?? null,
        model: this.sources.models.get(getNamedType(arg.type).name.replace(/Filter$/, '')) ?? null,
      };
      const value = this.#given(arg, place, dice);
      if (typeof value === 'string' && orders.includes(value)) orderBy = value;
      this.reached.add(`${type}.${field.name}(${arg.name})`);
      given.push(`${arg.name}: ${literal(arg.type, value)}`);
    }
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  /** Whether a condition is true: told in the document or by a variable. */
  condition(type: GraphQLInputType, dice: Dice): string {
    const value = dice.chance(50);
    if (dice.chance(50)) return String(value);
    return literal(type, dice.chance(50) ? this.variables.add('Boolean!', null, value, !value) : this.variables.add('Boolean', String(value), dice.chance(50) ? !value : undefined, dice.chance(50) ? !value : undefined));
  }

  #given(at: GraphQLArgument | GraphQLInputField, place: Place, dice: Dice): Given {
    const { type } = at;
    if (!isNonNullType(type) && dice.chance(4)) return null;
    if (!dice.chance(25)) return this.#value(type, place, dice, 10);
    const value = this.#value(type, place, dice, 0);
    const other = this.#value(type, place, dice, 0);
    if (isNonNullType(type) && at.defaultValue === undefined) {
      return dice.chance(25)
        ? this.variables.add(nullable(type), literal(type, value), dice.chance(50) ? other : undefined, other)
        : this.variables.add(required(type), null, value, other);
    }
    switch (dice.below(6)) {
      case 0: return this.variables.add(nullable(type), null, value, dice.chance(30) ? undefined : other);
      case 1: return this.variables.add(required(type), null, value, other);
      case 2: return this.variables.add(nullable(type), literal(type, value), undefined, other);
      case 3: return this.variables.add(nullable(type), literal(type, value), other, undefined);
      case 4: return this.variables.add(nullable(type), dice.chance(50) ? literal(type, value) : null, null, other);
      default: return this.variables.add(nullable(type), null, undefined, dice.chance(50) ? null : other);
    }
  }

  /** `inner`: how often, in percent, a part of it is a variable. */
  #value(type: GraphQLInputType, place: Place, dice: Dice, inner: number): Given {
    if (isNonNullType(type)) return this.#value(type.ofType, place, dice, inner);
    if (isListType(type)) {
      if (dice.chance(5)) return this.#value(type.ofType, place, dice, inner);
      const most = getNamedType(type).name === 'ID' ? 8 : 3;
      return Array.from({ length: dice.chance(1) ? 101 : dice.below(most) + (dice.chance(10) ? 0 : 1) }, () => this.#value(type.ofType, place, dice, inner));
    }
    if (isEnumType(type)) return dice.one(type.getValues()).name;
    if (!isInputObjectType(type)) return this.#scalar(type.name, place, dice);

    const filters = place.model !== null && type.name === `${place.model.name}Filter`;
    const fields = Object.values(type.getFields());
    const simple = fields.filter(({ name }) => !(filters && COMBINING.has(name)));
    const chosen = new Set(fields.filter(isRequiredInputField));
    for (let n = dice.below(2) + 1; n > 0; n -= 1) chosen.add(dice.one(filters && dice.chance(30) ? fields : simple));
    return Object.fromEntries([...chosen].map((field) => {
      this.reached.add(`${type.name}.${field.name}`);
      const spec = filters && place.model && !COMBINING.has(field.name) ? place.model.field(field.name) : place.spec;
      const within: Place = { ...place, name: field.name, spec };
      return [field.name, dice.chance(inner) ? this.#given(field, within, dice) : this.#value(field.type, within, dice, inner)];
    }));
  }

  #scalar(type: string, place: Place, dice: Dice): Given {
    const { field, name, spec, weight, orderBy } = place;
    const from = dice.chance(12) ? this.sources.foreign : this.sources.own;
    const known = (key: string): readonly (string | number | boolean)[] => from.scalars.get(key) ?? [];
    if (isPaged(field) && (name === 'first' || name === 'last')) {
      if (dice.chance(5)) return dice.one(STRANGE_SIZES);
      return 1 + dice.below(weight > 20 ? 2 : weight > 1 ? 4 : dice.chance(20) ? 100 : 20);
    }
    if (isPaged(field) && (name === 'after' || name === 'before')) {
      if (dice.chance(6)) return dice.one(STRANGE_CURSORS);
      const connection = getNamedType(field.type).name;
      const keys = [...from.cursors.keys()];
      const cursors = from.cursors.get(dice.chance(10) ? dice.one(keys) : `${connection} ${orderBy}`) ?? [];
      return cursors.length > 0 ? dice.one(cursors) : 'x';
    }
    switch (type) {
      case 'Int': return dice.one(NUMBERS);
      case 'Float': return dice.one([0, -1.5, 1e300]);
      case 'Boolean': return dice.chance(50);
      case 'Position': return dice.chance(5) ? 'x' : dice.one(from.positions);
      case 'ID': return this.#id(from, place, dice);
      case 'DateTime': if (dice.chance(10)) return dice.one(STRANGE_MOMENTS); break;
      default: if (dice.chance(6)) return dice.one(STRANGE_TEXTS);
    }
    const pools = [known(`String ${spec?.name ?? name}`), known(type), known('String')].filter((pool) => pool.length > 0);
    const pool = pools[0];
    if (!pool) return dice.one(STRANGE_TEXTS);
    const value = dice.one(dice.chance(80) ? pool : dice.one(pools));
    if (type !== 'String' || typeof value !== 'string') return value;
    // Beginnings of texts, by character.
    return dice.chance(60) ? value : [...value].slice(0, 1 + dice.below(4)).join('');
  }

  #id(from: Corpus, { spec, model: of }: Place, dice: Dice): string {
    if (dice.chance(5)) return dice.one(STRANGE_IDS);
    const target = spec?.target ? modelOf(spec.target() as ModelClass).name : spec?.kind === 'id' && of ? of.name : null;
    const models = [...from.ids.keys()].filter((name) => from.ids.get(name)?.length);
    const model = target === null || dice.chance(8) ? dice.one(models) : target;
    return dice.one(from.ids.get(model) ?? ['x']);
  }
}

/** What the field's arguments are to the product, where they say so. */
function specsOf(field: GraphQLField<unknown, unknown>): readonly FieldSpec[] {
  const { operation } = (field.extensions['from'] ?? {}) as { operation?: OperationSpec };
  return operation?.input ? fieldsOf(operation.input) : [];
}
