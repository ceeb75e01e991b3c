/**
 * Public ids: a type prefix and a UUIDv7 in hex without dashes, `cus_0192f3c4a1b27c0e9d…`. An id that
 * is malformed or of another type becomes one that no record has, so that it takes the same path, and
 * gives the same answer, as an id of something missing.
 */
import { randomUUIDv7 } from 'node:crypto';
import type { ModelSpec } from './model.ts';

export const NO_RECORD = '00000000-0000-0000-0000-000000000000';

export function encodeId(model: ModelSpec, id: string): string {
  return `${model.prefix}_${id.replaceAll('-', '')}`;
}

export function decodeId(model: ModelSpec, id: string): string {
  const parts = splitId(id);
  return parts?.prefix === model.prefix ? parts.id : NO_RECORD;
}

export function splitId(id: string): { prefix: string; id: string } | null {
  const match = /^([a-z]{2,5})_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(id);
  return match ? { prefix: match[1] ?? '', id: match.slice(2).join('-') } : null;
}

const COUNTER = 0x1000;
let lastMs = 0;
let count = 0;

/** A new id, above all that this process made before: Node's own are in no order within a millisecond. */
export function newId(): string {
  const now = Date.now();
  count = now > lastMs ? 0 : (count + 1) % COUNTER;
  lastMs = Math.max(now, count === 0 ? lastMs + 1 : lastMs);
  const time = lastMs.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}-${randomUUIDv7().slice(19)}`;
}

/** The id of what an organisation has one of, made of its own: found and locked without being looked up. A version 8 means what its maker says. */
export function idInOrganization(organizationId: string, digit: '1' | '2' | '3'): string {
  return `${organizationId.slice(0, 14)}8${digit}${organizationId.slice(16)}`;
}
