/**
 * What was acknowledged against what is there: every acknowledged write must be found once, in the tables
 * and in the log, and the log must count without a gap. All figures but the first two must be zero.
 */
import { splitId } from '../../src/kernel/ids.ts';
import { decodePosition } from '../../src/kernel/position.ts';
import type { Installation } from './installation.ts';
import type { Acknowledged } from './writers.ts';

export interface Reckoning {
  readonly acknowledged: number;
  readonly sentAgain: number;
  readonly lost: number;
  readonly twice: number;
  readonly gaps: number;
  /** Events that stand for no acknowledged write. */
  readonly unexplained: number;
  /** Positions answered at which the log tells of something else. */
  readonly misplaced: number;
}

/** Where each operation leaves its key, and how many rows it makes. */
const MARKS: Readonly<Record<string, { readonly select: string; readonly rows: number }>> = {
  customerCreate: { select: 'select given_name as key from customer where tenant_id = $1', rows: 1 },
  interactionLog: { select: 'select subject as key from interaction where tenant_id = $1', rows: 1 },
  customerTag: { select: 'select name as key from customer_tag where tenant_id = $1', rows: 1 },
  externalIdSet: { select: 'select value as key from external_id where tenant_id = $1', rows: 1 },
  customerRelate: { select: 'select role as key from relationship where tenant_id = $1', rows: 2 },
};

const EVENTS_OF_A_RELATION = 2;

export async function reckon(installation: Installation, tenant: string, from: number, journal: readonly Acknowledged[]): Promise<Reckoning> {
  let lost = 0;
  let twice = 0;
  const found = (times: number, expected: number): void => {
    lost += Math.max(0, expected - times);
    twice += Math.max(0, times - expected);
  };
  const of = Map.groupBy(journal, ({ operation }) => operation);
  for (const [operation, { select, rows }] of Object.entries(MARKS)) {
    const counts = new Map<string, number>();
    for (const { key } of await installation.ask<{ key: string }>(select, [tenant])) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const { key } of of.get(operation) ?? []) found((counts.get(key) ?? 0) / rows, 1);
  }
  const events = await installation.ask<{ seq: string; type: string; subject: string; ids: string[]; system: boolean }>(
    'select seq, type, subject, actor_kind = $$SYSTEM$$ as system, array_prepend(subject, about) as ids from event where tenant_id = $1 and seq > $2 order by seq', [tenant, from]);
  // An update leaves no row of its own, but an event.
  const updates = Map.groupBy(of.get('customerUpdate') ?? [], ({ about: [id = ''] }) => uuidOf(id));
  const updated = Map.groupBy(events.filter(({ type }) => type === 'customer.updated'), ({ subject }) => subject);
  for (const [id, { length }] of updates) found(updated.get(id)?.length ?? 0, length);
  const [counter] = await installation.ask<{ seq: string }>('select seq from event_counter where tenant_id = $1', [tenant]);
  // Clocks of the demo go on meanwhile, by themselves.
  const written = events.filter(({ system }) => !system).length;
  const explained = journal.length + (EVENTS_OF_A_RELATION - 1) * (of.get('customerRelate')?.length ?? 0);
  const misplaced = journal.filter(({ position, about }) => {
    const place = decodePosition(tenant, position);
    const event = place === null || place === 'foreign' ? undefined : events[place.seq - from - 1];
    return !about.some((id) => event?.ids.includes(uuidOf(id)));
  });
  return {
    acknowledged: journal.length, sentAgain: journal.filter(({ tries }) => tries > 1).length, lost, twice,
    gaps: events.filter(({ seq }, i) => Number(seq) !== from + i + 1).length + Math.abs(Number(counter?.seq) - from - events.length),
    unexplained: Math.abs(written - explained), misplaced: misplaced.length,
  };
}

const uuidOf = (id: string): string => splitId(id)?.id ?? '';
