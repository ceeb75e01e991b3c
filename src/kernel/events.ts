/**
 * Announcing what happened. A method that changes a record says so with `announce`; the transaction
 * writes what was announced in its last statement, in the same commit as the change. A changed record
 * that nobody announced is a fault of ours and fails the transaction: a stream can then never miss one.
 */
import type { Entity } from './entity.ts';

export interface Announcement {
  readonly type: string;
  readonly order: number;
}

const announced = new WeakMap<Entity, Announcement[]>();
let order = 0;

/** `type` is an entry of the module's event catalogue, `noun.happened`. */
export function announce(entity: Entity, type: string): void {
  const list = announced.get(entity) ?? [];
  announced.set(entity, list);
  if (!list.some((earlier) => earlier.type === type)) list.push({ type, order: order++ });
}

/** Whether something about an entity is yet to be told. */
export const isAnnounced = (entity: Entity): boolean => announced.has(entity);

/**
 * `noun.updated` tells of fields of the record itself. When all are as they were there is nothing to tell:
 * two systems that copy each other's changes would otherwise answer each other for ever.
 */
export function withdrawUpdate(entity: Entity): void {
  const rest = announced.get(entity)?.filter(({ type }) => !type.endsWith('.updated'));
  if (rest?.length) announced.set(entity, rest);
  else announced.delete(entity);
}

/** Takes what was announced about an entity since last asked. */
export function takeAnnouncements(entity: Entity): readonly Announcement[] {
  const list = announced.get(entity) ?? [];
  announced.delete(entity);
  return list;
}

/** The events a module announces, each with what it means; they become `schema/events.md`. */
export type EventCatalogue = Readonly<Record<string, string>>;

/** `customer.*` stands for all events of a noun. */
export function eventMatches(pattern: string, type: string): boolean {
  return pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1)));
}
