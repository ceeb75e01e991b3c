/**
 * Who of an audience is mailed what, and who is held out: by lot, but one that anybody can draw again. The place of a
 * customer between 0 and 1 is the first 48 bits of HMAC-SHA256 under the campaign's seed over the customer's public id.
 * It depends on nothing else, so neither the order of mailing nor a crash in between can move anybody.
 */
import { createHmac } from 'node:crypto';

export interface Share {
  readonly weight: number;
}

const BITS = 48;

/** From 0 up to but not 1. `customerId`: the public one. */
export function placeOf(seed: string, customerId: string): number {
  return createHmac('sha256', seed).update(customerId).digest().readUIntBE(0, BITS / 8) / 2 ** BITS;
}

/** Held out are the places below the percentage; the variants share the rest by their weights, in their order. */
export function assign<V extends Share>(place: number, holdOutPercent: number, variants: readonly V[]): V | 'HELD_OUT' {
  const heldOut = holdOutPercent / 100;
  const last = variants.at(-1);
  if (place < heldOut || !last) return 'HELD_OUT';
  const total = variants.reduce((sum, { weight }) => sum + weight, 0);
  let rest = (place - heldOut) / (1 - heldOut) * total;
  return variants.find(({ weight }) => (rest -= weight) < 0) ?? last;
}
