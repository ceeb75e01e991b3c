/** What was asked for over many cases, and whether there was anything to answer. */
import { getNamedType, isInterfaceType, isObjectType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import type { Compared } from './two-nodes.ts';

/** Types that questions can lead to, records that only stand behind an interface among them. */
export function reachableTypes(schema: GraphQLSchema): Set<GraphQLNamedType> {
  const reached = new Set<GraphQLNamedType>();
  const visit = (type: GraphQLNamedType | null | undefined): void => {
    if (!type || reached.has(type) || !(isObjectType(type) || isInterfaceType(type))) return;
    reached.add(type);
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
    if (isInterfaceType(type)) schema.getPossibleTypes(type).forEach(visit);
  };
  visit(schema.getQueryType());
  return reached;
}

export class Coverage {
  readonly #reached = new Map<string, number>();
  readonly #all: string[];
  readonly #arguments: string[];
  readonly #codes = new Map<string, number>();
  cases = 0;

  constructor(schema: GraphQLSchema) {
    const fields = [...reachableTypes(schema)].flatMap((type) => (isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, args: field.args })) : []));
    this.#all = fields.map(({ name }) => name);
    this.#arguments = fields.flatMap(({ name, args }) => args.map((arg) => `${name}(${arg.name})`));
  }

  count({ asked, plain }: Pick<Compared, 'asked' | 'plain'>): void {
    this.cases += 1;
    for (const name of asked.reached) this.#reached.set(name, (this.#reached.get(name) ?? 0) + 1);
    for (const code of plain.codes.length > 0 ? new Set(plain.codes) : ['ok']) this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
  }

  get unreached(): string[] {
    return this.#all.filter((name) => !this.#reached.has(name));
  }

  get unreachedArguments(): string[] {
    return this.#arguments.filter((name) => !this.#reached.has(name));
  }

  get told(): string {
    const codes = [...this.#codes].sort(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`).join(', ');
    const part = (all: readonly string[], missing: readonly string[]): string => `${all.length - missing.length} of ${all.length}`;
    return `${this.cases} cases: fields ${part(this.#all, this.unreached)}, arguments ${part(this.#arguments, this.unreachedArguments)}; ${codes}`;
  }
}
