/**
 * `@query`, `@mutation`, `@subscription` and `@field` make a method an operation: its answer, the
 * permission it needs, its public description. Everything said once for all operations (transaction,
 * idempotency, payload, user errors, position) hangs on these words and is done by the platform.
 */
import type { Choices } from './choices.ts';
import type { Context, Transaction } from './context.ts';
import type { Class, ComputedType, ModelClass } from './fields.ts';
import type { PageArgs } from './pages.ts';

export type OutputType =
  | Class | Choices | ComputedType | typeof NODE
  | { readonly pageOf: ModelClass }
  | { readonly listOf: OutputType; readonly most: number }
  | { readonly optional: OutputType };

export const pageOf = (model: ModelClass): OutputType => ({ pageOf: model });
/** A bounded list; the description says its bound too. */
export const listOf = (type: OutputType, most: number): OutputType => ({ listOf: type, most });
export const optional = (type: OutputType): OutputType => ({ optional: type });

/** Any record: the interface `Node`. */
export const NODE: unique symbol = Symbol('node');

/** Open to strangers. */
export const PUBLIC: unique symbol = Symbol('public');
/** Open to every actor of the organisation, whatever their roles. */
export const MEMBER: unique symbol = Symbol('member');
export type Permission = string | typeof PUBLIC | typeof MEMBER;

/** Which events a subscription follows. */
export interface StreamFilter {
  /** Event types or `noun.*`; none given means all. */
  readonly types?: readonly string[];
  /** Records the event is of, or is about. */
  readonly about?: readonly string[];
  /** The record every message shows; by default the one the event is of. */
  readonly node?: { readonly model: ModelClass; readonly id: string };
}

export interface OperationSpec {
  readonly kind: 'query' | 'mutation' | 'subscription' | 'field';
  readonly name: string;
  readonly type: OutputType;
  readonly permission: Permission;
  readonly description: string;
  /** Arguments of a query, subscription or field; the one `input` of a mutation. */
  readonly input: Class | null;
  /** The type a field is added to. */
  readonly parent: (() => Class) | null;
  readonly idempotent: boolean;
}

const declared = new WeakMap<object, OperationSpec[]>();

export function operationsOf(resolver: object): readonly OperationSpec[] {
  return declared.get(Object.getPrototypeOf(resolver) as object) ?? [];
}

type Method<F> = <G extends F>(target: object, name: string, method: TypedPropertyDescriptor<G>) => void;

function operation(spec: Omit<OperationSpec, 'name'>) {
  return (target: object, name: string): void => {
    const list = declared.get(target) ?? [];
    declared.set(target, list);
    list.push({ ...spec, name });
  };
}

export function query<A extends object = object>(
  type: OutputType, permission: Permission, description: string, options: { args?: Class<A> } = {},
): Method<(args: A & PageArgs, context: Context) => unknown> {
  return operation({ kind: 'query', type, permission, description, input: options.args ?? null, parent: null, idempotent: false });
}

/** The payload shows what the method returns: a record, or a result class with several. */
export function mutation<I extends object>(
  type: Class, permission: Permission, description: string, options: { input: Class<I>; idempotent?: boolean },
): Method<(input: I, transaction: Transaction) => Promise<object>> {
  return operation({ kind: 'mutation', type, permission, description, input: options.input, parent: null, idempotent: options.idempotent ?? true });
}

/** The method says which events to follow. */
export function subscription<A extends object = object>(
  type: ModelClass, permission: Permission, description: string, options: { args?: Class<A> } = {},
): Method<(args: A, context: Context) => StreamFilter> {
  return operation({ kind: 'subscription', type, permission, description, input: options.args ?? null, parent: null, idempotent: false });
}

/** Adds a field to a type of this module or one listed before it. */
export function field<P extends object, A extends object = object>(
  parent: () => Class<P>, type: OutputType, permission: Permission, description: string, options: { args?: Class<A> } = {},
): Method<(parent: P, args: A, context: Context) => unknown> {
  return operation({ kind: 'field', type, permission, description, input: options.args ?? null, parent, idempotent: false });
}
