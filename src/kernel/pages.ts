/**
 * Lists that can grow are pages: connections with opaque cursors over one order. An order is one
 * indexed column and the id, so a cursor is that pair and a walk meets every row once, also while
 * others insert.
 */
import type { Entity } from './entity.ts';
import type { FieldKind } from './fields.ts';
import type { Order } from './model.ts';
import { isDay, isMoment } from './values/moment.ts';

export const DEFAULT_PAGE_SIZE = 20;
export const LARGEST_PAGE_SIZE = 100;

export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  /** One of the model's orders by name; its first when not given. */
  readonly orderBy?: string | null;
  /** The model's generated filter input. */
  readonly filter?: FilterInput | null;
}

export interface FilterInput {
  readonly and?: readonly FilterInput[] | null;
  readonly or?: readonly FilterInput[] | null;
  readonly not?: FilterInput | null;
  readonly [field: string]: unknown;
}

/** The fields a filter speaks of. */
export function fieldsIn(filter: FilterInput | null | undefined): string[] {
  return Object.entries(filter ?? {}).flatMap(([name, given]) => {
    if (given === null || given === undefined) return [];
    if (name === 'and' || name === 'or') return (given as FilterInput[]).flatMap(fieldsIn);
    return name === 'not' ? fieldsIn(given as FilterInput) : [name];
  });
}

export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  /** Counted only when asked for. */
  totalCount(): Promise<number>;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A client asked for a page we cannot give: a size out of bounds, a cursor that is not of this list. */
export class WrongPage extends Error {}

/** The bounds a client asked for, checked. `size` rows from `start`, walking the order or against it. */
export interface Window {
  readonly size: number;
  readonly backwards: boolean;
  readonly after: CursorKey | null;
  readonly before: CursorKey | null;
}
export type CursorKey = readonly [value: string | number, id: string];

/** `kind`: of the column that the list is ordered by. */
export function windowOf(args: PageArgs, order: string, kind: FieldKind): Window {
  if (args.first != null && args.last != null) throw new WrongPage('Give `first` or `last`, not both.');
  const size = args.first ?? args.last ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > LARGEST_PAGE_SIZE) {
    throw new WrongPage(`A page holds 1 to ${LARGEST_PAGE_SIZE} items; ${size} were asked for.`);
  }
  return {
    size,
    backwards: args.last != null,
    after: args.after == null ? null : decodeCursor(args.after, order, kind),
    before: args.before == null ? null : decodeCursor(args.before, order, kind),
  };
}

export function encodeCursor(order: string, field: Order, row: Entity): string {
  const value = (row as unknown as Record<string, unknown>)[field.field];
  const key = value instanceof Date ? value.getTime() : value;
  return Buffer.from(JSON.stringify([order, key, row.id])).toString('base64url');
}

function decodeCursor(cursor: string, order: string, kind: FieldKind): CursorKey {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === 3) {
      const [of, value, id] = parts as unknown[];
      if (of === order && isKey(kind, value) && isId(id)) return [value, id];
    }
  } catch { /* not one of ours: told below */ }
  throw new WrongPage(`This cursor was not given by this list in the order ${order}.`);
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** Whether the column can be compared with it. */
function isKey(kind: FieldKind, value: unknown): value is string | number {
  switch (kind) {
    case 'id': return isId(value);
    case 'moment': return isMoment(value);
    case 'day': return isDay(value);
    case 'number': return typeof value === 'number' && (value | 0) === value;
    default: return typeof value === 'string' && !value.includes('\0');
  }
}
