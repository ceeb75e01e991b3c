/**
 * When a zone's clocks stand how far from UTC. A zone is asked day by day once for each year that matters, and what was
 * found is kept: after that a due time months away costs no look at the zone's rules.
 */
import { IANAZone } from 'luxon';

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** A stretch of time through which a zone keeps its distance from UTC. Local time is UTC plus `offset`; all in milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

interface Change {
  readonly at: number;
  readonly offset: number;
}

const known = new Map<string, Map<number, readonly Change[]>>();

/** The spans of a zone from one moment to another, in order and without gaps. */
export function* spansOf(zone: string, from: number, until: number): Generator<Span> {
  let start = from;
  let offset = 0;
  const last = new Date(until).getUTCFullYear();
  for (let year = new Date(from).getUTCFullYear(); year <= last; year++) {
    for (const change of changesIn(zone, year)) {
      if (change.at >= until) break;
      if (change.at > start && change.offset !== offset) {
        yield { start, end: change.at, offset };
        start = change.at;
      }
      offset = change.offset;
    }
  }
  if (start < until) yield { start, end: until, offset };
}

/** The first tells how the year begins. */
function changesIn(zone: string, year: number): readonly Change[] {
  const years = known.get(zone) ?? new Map<number, readonly Change[]>();
  known.set(zone, years);
  let changes = years.get(year);
  if (!changes) years.set(year, changes = changesOf(IANAZone.create(zone), Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)));
  return changes;
}

function changesOf(zone: IANAZone, begin: number, end: number): Change[] {
  const offsetAt = (at: number): number => zone.offset(at) * 60 * SECOND;
  const changes = [{ at: begin, offset: offsetAt(begin) }];
  for (let at = begin, before = offsetAt(begin); at < end; at += DAY) {
    const after = offsetAt(at + DAY);
    if (after !== before) changes.push({ at: changeBetween(at, at + DAY, offsetAt), offset: after });
    before = after;
  }
  return changes;
}

/** The first second with the later offset. */
function changeBetween(early: number, late: number, offsetAt: (at: number) => number): number {
  const before = offsetAt(early);
  while (late - early > SECOND) {
    const middle = early + Math.floor((late - early) / 2 / SECOND) * SECOND;
    if (offsetAt(middle) === before) early = middle;
    else late = middle;
  }
  return late;
}
