/**
 * A closed set of named alternatives: one declaration is the TypeScript type, the GraphQL enum with
 * every value described, and the `CHECK` of the column that stores it.
 *
 *   export const Direction = choices('Direction', 'Which way it went.', { INBOUND: 'From them to us.', … });
 *   export type Direction = Choice<typeof Direction>;
 */
export interface ChoicesSpec {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<string, string>>;
}

const spec = Symbol('choices');

export type Choices<V extends string = string> = { readonly [K in V]: K } & { readonly [spec]: ChoicesSpec };
export type Choice<C> = C extends Choices<infer V> ? V : never;

export function choices<const D extends Record<string, string>>(
  name: string,
  description: string,
  values: D,
): Choices<keyof D & string> {
  const named = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  return Object.freeze({ ...named, [spec]: { name, description, values } }) as unknown as Choices<keyof D & string>;
}

export function choicesSpec(choices: Choices): ChoicesSpec {
  return choices[spec];
}

export function isChoices(type: unknown): type is Choices {
  return typeof type === 'object' && type !== null && spec in type;
}
