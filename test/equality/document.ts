/** A tree of choices read against the schema: a valid document, mostly within the limits, with its variables. */
import {
  doTypesOverlap, getNamedType, getNullableType, GraphQLSkipDirective, isAbstractType, isCompositeType, isInterfaceType, isListType, isObjectType,
  SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef, type GraphQLCompositeType, type GraphQLField, type GraphQLInputType, type GraphQLSchema,
} from 'graphql';
import { DEFAULT_PAGE_SIZE } from '../../src/kernel/pages.ts';
import { Arguments, Variables, type Sources } from './arguments.ts';
import { Dice, type Branch, type Choices } from './choices.ts';
import { isPaged } from './corpus.ts';
import { printed, Scope, sizeOf, type FieldSelection, type Fragment, type Selection } from './selections.ts';

export interface Case {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** For asking it once more, otherwise. */
  readonly otherVariables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  /** Fields, arguments and fields of inputs that are asked for: `Customer.name`, `Query.customers(first)`. */
  readonly reached: ReadonlySet<string>;
}

/** By default within the limits of the product. `weight`: how many records lists in lists may come to. */
const MOST = { depth: 12, aliases: 28, directives: 18, fields: 110, weight: 500 };
/** A page of which nothing is said yet: most will be small. */
const PLANNED = 3;
const NO_FIELDS: readonly GraphQLField<unknown, unknown>[] = [];

type Kind = 'query' | 'payload';

export function documentFrom(schema: GraphQLSchema, sources: Sources, { dice: numbers, branches }: Omit<Choices, 'asker'>): Case {
  const dice = new Dice(numbers);
  const maker = new Maker(schema, sources, 'query', dice.chance(3));
  const query = schema.getQueryType();
  if (!query) throw new Error('no queries');
  const selections = maker.selections(query, branches, new Scope(), 0, 1);
  const name = dice.chance(40) ? 'Asked' : null;
  const others = name !== null && dice.chance(20) ? ['query Other { __typename }', ...(dice.chance(50) ? ['query Third { position }'] : [])] : [];
  const plain = name === null && maker.variables.declared.length === 0 && dice.chance(30);
  const head = plain ? '' : `query${name ? ` ${name}` : ''}${maker.declared} `;
  return {
    document: [`${head}${printed(selections)}`, ...maker.fragments, ...others].join('\n'), variables: maker.variables.values, otherVariables: maker.variables.otherValues, reached: maker.reached,
    operationName: others.length > 0 ? (dice.chance(10) ? null : dice.one(['Asked', 'Asked', 'Asked', 'Other', others.length > 1 ? 'Third' : 'Nobody'])) : dice.chance(50) ? name : null,
  };
}

export interface Part {
  /** With its braces. */
  readonly selection: string;
  /** With parentheses, unless there are none. */
  readonly declared: string;
  readonly fragments: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly reached: ReadonlySet<string>;
}

/** What to select of one type, for documents whose operation is given. */
export function selectionFrom(schema: GraphQLSchema, sources: Sources, type: GraphQLCompositeType, { branches }: Pick<Choices, 'branches'>): Part {
  const maker = new Maker(schema, sources, 'payload', false);
  const selection = printed(maker.selections(type, branches, new Scope(), 1, 1));
  return { selection, declared: maker.variables.declared.join(', '), fragments: maker.fragments.join('\n'), variables: maker.variables.values, reached: maker.reached };
}

class Maker {
  readonly reached = new Set<string>();
  readonly variables = new Variables();
  readonly #fragments: Fragment[] = [];
  readonly #arguments: Arguments;
  #left = { ...MOST };
  #names = 0;

  constructor(readonly schema: GraphQLSchema, sources: Sources, readonly kind: Kind, immoderate: boolean) {
    this.#arguments = new Arguments(sources, this.variables, this.reached);
    if (immoderate) this.#left = { depth: 20, aliases: 60, directives: 40, fields: 300, weight: 20_000 };
  }

  get declared(): string {
    const { declared } = this.variables;
    return declared.length > 0 ? `(${declared.join(', ')})` : '';
  }

  get fragments(): string[] {
    return this.#fragments.map(({ name, on, selections }) => `fragment ${name} on ${on.name} ${printed(selections)}`);
  }

  /** Never empty. */
  selections(type: GraphQLCompositeType, branches: readonly Branch[], scope: Scope, depth: number, weight: number): Selection[] {
    const made = branches.flatMap((branch) => this.#selection(type, branch, new Dice(branch.dice), scope, depth, weight) ?? []);
    return made.length > 0 ? made : [this.#typename(type, scope)];
  }

  #selection(type: GraphQLCompositeType, branch: Branch, dice: Dice, scope: Scope, depth: number, weight: number): Selection | null {
    const { branches } = branch;
    if (this.#left.fields <= 0) return null;
    if (branches.length === 0) return dice.chance(15) ? this.#again(type, scope, [], dice, depth, weight) : this.#leaf(type, dice, scope);
    if (isAbstractType(type) ? !dice.chance(10) : dice.chance(12)) {
      const on = this.#condition(type, dice);
      const directives = this.#directives(dice);
      return { kind: 'inline', on: on === type && dice.chance(50) ? null : on.name, directives, selections: this.selections(on, branches, scope, depth, weight) };
    }
    if (dice.chance(8)) return this.#spreadNew(type, branches, dice, scope, depth, weight);
    if (dice.chance(10)) {
      const spread = this.#spreadKnown(type, dice, scope, depth);
      if (spread) return spread;
    }
    if (dice.chance(10)) return this.#again(type, scope, branches, dice, depth, weight);
    return this.#composite(type, branches, dice, scope, depth, weight);
  }

  #condition(type: GraphQLCompositeType, dice: Dice): GraphQLCompositeType {
    const overlapping = Object.values(this.schema.getTypeMap()).filter(isCompositeType)
      .filter((one) => !one.name.startsWith('__') && doTypesOverlap(this.schema, one, type));
    return isAbstractType(type) || dice.chance(40) ? dice.one(overlapping.length > 0 ? overlapping : [type]) : type;
  }

  #spreadNew(type: GraphQLCompositeType, branches: readonly Branch[], dice: Dice, scope: Scope, depth: number, weight: number): Selection {
    const on = this.#condition(type, dice);
    const directives = this.#directives(dice);
    // Numbered before what is in it; what is in it cannot spread it.
    const name = `F${this.#names += 1}`;
    const fragment: Fragment = { name, on, selections: this.selections(on, branches, scope, depth, weight) };
    this.#fragments.push(fragment);
    return { kind: 'spread', fragment, directives };
  }

  #spreadKnown(type: GraphQLCompositeType, dice: Dice, scope: Scope, depth: number): Selection | null {
    const fitting = this.#fragments.filter(({ on }) => doTypesOverlap(this.schema, on, type));
    if (fitting.length === 0) return null;
    const fragment = dice.one(fitting);
    const size = sizeOf(fragment.selections);
    const left = this.#left;
    if (depth + size.depth > left.depth || size.aliases > left.aliases || size.directives > left.directives || size.fields > left.fields) return null;
    if (!scope.joined(fragment.selections)) return null;
    this.#left = { ...left, aliases: left.aliases - size.aliases, directives: left.directives - size.directives, fields: left.fields - size.fields };
    return { kind: 'spread', fragment, directives: this.#directives(dice) };
  }

  /** A field that is there already once more, with other fields below it. */
  #again(type: GraphQLCompositeType, scope: Scope, branches: readonly Branch[], dice: Dice, depth: number, weight: number): Selection | null {
    const known = scope.fields.filter(({ of, field }) => of === type && isCompositeType(getNamedType(field.type)) === branches.length > 0);
    if (known.length === 0) return null;
    const like = dice.one(known);
    if (like.key !== like.field.name && this.#left.aliases <= 0) return null;
    return this.#placed({ ...like, directives: this.#directives(dice) }, branches, scope, depth, weight);
  }

  #leaf(type: GraphQLCompositeType, dice: Dice, scope: Scope): Selection | null {
    // Of the root there is hardly anything plain to ask.
    const fields = fieldsOf(type).filter((field) => type === this.schema.getQueryType() || !isCompositeType(getNamedType(field.type)));
    const pool = dice.chance(10) || fields.length === 0 ? [TypeNameMetaFieldDef] : fields;
    return this.#field(type, dice.one(pool), [], dice, scope, 0, 1);
  }

  #composite(type: GraphQLCompositeType, branches: readonly Branch[], dice: Dice, scope: Scope, depth: number, weight: number): Selection | null {
    const fields = fieldsOf(type).filter((field) => isCompositeType(getNamedType(field.type)) && (weight * sizeOfList(field, '') <= this.#left.weight || dice.chance(1)));
    if (fields.length === 0 || depth + 2 > this.#left.depth) return this.#leaf(type, dice, scope);
    const root = type === this.schema.getQueryType();
    const introspects = root && dice.chance(3) ? [SchemaMetaFieldDef, TypeMetaFieldDef] : NO_FIELDS;
    return this.#field(type, dice.one(introspects.length > 0 ? introspects : fields), branches, dice, scope, depth, weight);
  }

  #field(of: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, branches: readonly Branch[], dice: Dice, scope: Scope, depth: number, weight: number): Selection | null {
    const args = field.args.length > 0 ? this.#arguments.of(of.name, field, weight, dice) : '';
    const made = { kind: 'field' as const, of, field, args, directives: this.#directives(dice), selections: [] };
    const names = dice.chance(12) ? [this.#alias(of, dice), field.name] : [field.name, `a${this.#names + 1}`];
    for (const key of names) {
      if (key !== field.name && this.#left.aliases <= 0) continue;
      if (!scope.takes({ ...made, key })) continue;
      if (key === `a${this.#names + 1}`) this.#names += 1;
      this.reached.add(`${of.name}.${field.name}`);
      return this.#placed({ ...made, key }, branches, scope, depth, weight);
    }
    return null;
  }

  /** Names of its neighbours are the most confusing. */
  #alias(of: GraphQLCompositeType, dice: Dice): string {
    return dice.one([`x${dice.below(3)}`, ...fieldsOf(of).map(({ name }) => name)]);
  }

  #placed(made: FieldSelection, branches: readonly Branch[], scope: Scope, depth: number, weight: number): Selection {
    this.#left.fields -= 1;
    if (made.key !== made.field.name) this.#left.aliases -= 1;
    const below = scope.place(made);
    const answered = getNamedType(made.field.type);
    if (!isCompositeType(answered)) return made;
    return { ...made, selections: this.selections(answered, branches, below, depth + 1, weight * sizeOfList(made.field, made.args)) };
  }

  #typename(of: GraphQLCompositeType, scope: Scope): Selection {
    const field = TypeNameMetaFieldDef;
    const made: FieldSelection = { kind: 'field', of, field, key: field.name, args: '', directives: '', selections: [] };
    if (scope.takes(made)) {
      scope.place(made);
      return made;
    }
    return { ...made, key: `t${this.#names += 1}` };
  }

  #directives(dice: Dice): string {
    let text = '';
    for (const name of ['skip', 'include']) {
      if (this.#left.directives <= 0 || !dice.chance(5)) continue;
      this.#left.directives -= 1;
      text += ` @${name}(if: ${this.#arguments.condition(GraphQLSkipDirective.args[0]?.type as GraphQLInputType, dice)})`;
    }
    return text;
  }
}

/** About how many there will be. A list's bound stands at the list, not at its pages. */
function sizeOfList(field: GraphQLField<unknown, unknown>, args: string): number {
  if (isPaged(field)) return Number(/(?:first|last): (\d+)/.exec(args)?.[1] ?? (args === '' ? PLANNED : DEFAULT_PAGE_SIZE));
  return isListType(getNullableType(field.type)) && field.extensions['atMost'] !== undefined ? DEFAULT_PAGE_SIZE : 1;
}

function fieldsOf(type: GraphQLCompositeType): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}
