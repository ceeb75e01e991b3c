/**
 * A place in an organisation's event stream: opaque to clients, bound to the organisation, and ordered,
 * so that within an epoch comparing two positions as text compares them in time. The epoch rises when
 * a backup is restored; positions from before it then no longer mean anything.
 */
export interface Position {
  readonly epoch: number;
  readonly seq: number;
}

const EPOCH_DIGITS = 6;
const SEQ_DIGITS = 14;

const stamp = (tenant: string): string => tenant.replaceAll('-', '').slice(-12);
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

export function encodePosition(tenant: string, { epoch, seq }: Position): string {
  return stamp(tenant) + hex(epoch, EPOCH_DIGITS) + hex(seq, SEQ_DIGITS);
}

/** Null: not a position at all. `foreign`: one of another organisation. */
export function decodePosition(tenant: string, text: string): Position | 'foreign' | null {
  const match = /^([0-9a-f]{12})([0-9a-f]{6})([0-9a-f]{14})$/.exec(text);
  if (!match) return null;
  const [, of, epoch, seq] = match;
  return of === stamp(tenant) ? { epoch: parseInt(epoch ?? '', 16), seq: parseInt(seq ?? '', 16) } : 'foreign';
}
