/** Random clocks, and what must be true of each: the rules of business time agree with the oracle that walks minute by minute. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BusinessHours, Window } from '../../src/crm/clocks/business-hours.ts';
import { addBusinessTime, businessTimeBetween } from '../../src/crm/clocks/business-time.ts';
import { dueTimeOf, reached, usedBy, type Course, type Pause, type Term } from '../../src/crm/clocks/clock-course.ts';
import { explain, MOST_STEPS } from '../../src/crm/clocks/explanation.ts';
import * as oracle from './minutes.ts';
import { MINUTE, type Era } from './minutes.ts';

export interface Case {
  readonly era: Era;
  readonly course: Course;
  /** Some moment of the era, and an amount to ask for besides the target. */
  readonly at: number;
  readonly amount: number;
}

const windows: fc.Arbitrary<Window[]> = fc.uniqueArray(
  fc.oneof(fc.integer({ min: 0, max: 96 }).map((n) => n * 15), fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 60, 90, 120, 150, 180, 1440)), { maxLength: 6 },
).map((bounds) => {
  const sorted = bounds.toSorted((a, b) => a - b);
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => ({ opens: sorted[2 * i] ?? 0, closes: sorted[2 * i + 1] ?? 0 }));
});

const week = fc.oneof(
  fc.tuple(windows, windows).map(([working, other]) => [working, working, working, working, working, other, other]),
  fc.array(windows, { minLength: 7, maxLength: 7 }),
  fc.constant(Array.from({ length: 7 }, () => [{ opens: 0, closes: 1440 }])),
);

const hoursIn = (era: Era): fc.Arbitrary<BusinessHours | null> => {
  const day = fc.nat({ max: era.minutes - 1 }).map((i) => era.day[i] ?? 0);
  const hours = fc.record({
    week, special: fc.array(fc.tuple(day, fc.record({ name: fc.constantFrom(null, 'Stocktaking'), windows })), { maxLength: 3 }),
    holidays: fc.array(day, { maxLength: 4 }),
  }).map(({ week, special, holidays }): BusinessHours => {
    const set = new Set(holidays);
    return { timeZone: era.zone, week, special: new Map(special), holiday: (of) => (set.has(of) ? 'Holiday' : null) };
  });
  return fc.oneof({ weight: 9, arbitrary: hours }, { weight: 1, arbitrary: fc.constant(null) });
};

const LONGEST = 3 * 1440;
const amounts = fc.oneof(fc.constantFrom(0, 1, 60, 480), fc.nat({ max: LONGEST }), fc.nat({ max: 600 })).map((minutes) => minutes * MINUTE);

export const cases: fc.Arbitrary<Case> = fc.constantFrom(...oracle.eras()).chain((era) => {
  const moment = fc.nat({ max: era.minutes - 1 }).map((i) => era.start + i * MINUTE);
  const early = fc.nat({ max: era.minutes * 0.6 }).map((i) => era.start + i * MINUTE);
  const pause = (start: number): fc.Arbitrary<Pause> => fc.record({ after: fc.nat({ max: 3000 }), length: fc.oneof(fc.constantFrom(0, 1, 1440), fc.nat({ max: 3000 })) })
    .map(({ after, length }) => ({ from: start + after * MINUTE, until: start + (after + length) * MINUTE, reason: null }));
  return early.chain((start) => fc.record({
    terms: fc.array(fc.record({ after: fc.oneof(fc.constant(0), fc.nat({ max: 2500 })), hours: hoursIn(era), target: amounts }), { minLength: 1, maxLength: 3 }),
    pauses: fc.array(pause(start), { maxLength: 4 }),
    open: fc.option(pause(start), { freq: 4 }),
    at: moment, amount: amounts,
  })).map(({ terms: given, pauses, open, at, amount }): Case => {
    const start = pauses.length > 0 ? Math.min(era.start + era.minutes * 0.6 * MINUTE, ...pauses.map(({ from }) => from)) : era.start + 3000 * MINUTE;
    const terms: Term[] = [];
    for (const { after, hours, target } of given) {
      const before = terms.at(-1)?.from ?? Math.floor(start / MINUTE) * MINUTE - after * MINUTE;
      terms.push({ from: Math.max(era.start, Math.min(before + after * MINUTE, era.start + (era.minutes - 1) * MINUTE)), hours, target });
    }
    const [first, ...rest] = terms;
    assert.ok(first);
    return { era, at, amount, course: { terms: [first, ...rest], pauses: [...pauses, ...(open ? [{ ...open, until: null }] : [])] } };
  });
});

export function agrees({ era, course, at, amount }: Case): void {
  const [{ from, hours }] = course.terms;
  const plain: Course = { terms: [course.terms[0]], pauses: [] };
  const inEra = (moment: number | null): number | null => (moment !== null && moment <= era.start + era.minutes * MINUTE ? moment : null);

  const plainKinds = oracle.kindsOf(era, plain);
  assert.equal(inEra(addBusinessTime(hours, from, amount)), oracle.dueOf(plainKinds, plain, amount), 'from a moment on');
  assert.equal(businessTimeBetween(hours, from, at), oracle.usedBy(plainKinds, from, at), 'between two moments');

  const kinds = oracle.kindsOf(era, course);
  const last = course.terms.at(-1) ?? course.terms[0];
  const due = dueTimeOf(course);
  assert.equal(inEra(due), oracle.dueOf(kinds, course, last.target), 'due');
  assert.equal(inEra(reached(course, amount)), oracle.dueOf(kinds, course, amount), 'reached');
  assert.equal(usedBy(course, at), oracle.usedBy(kinds, from, at), 'used');
  explains(era, course, kinds, due);
}

const AS: Readonly<Record<oracle.KindOfMinute, string>> = { OPEN: 'COUNTED', CLOSED: 'CLOSED', HOLIDAY: 'HOLIDAY', PAUSED: 'PAUSED' };

function explains(era: Era, course: Course, kinds: readonly oracle.KindOfMinute[], due: number | null): void {
  const [{ from }] = course.terms;
  const steps = explain(course);
  let at = from;
  let used = 0;
  for (const step of steps) {
    assert.equal(step.from, at, 'steps join');
    used += step.counted;
    assert.equal(step.used, used, 'steps add up');
    const until = Math.min(step.until ?? Infinity, era.start + era.minutes * MINUTE);
    for (let minute = step.from; step.kind !== 'MORE' && minute < until; minute += MINUTE) assert.equal(step.kind, AS[kinds[(minute - from) / MINUTE] ?? 'CLOSED'], 'a step is of one kind');
    at = step.until ?? Infinity;
  }
  assert.ok(steps.length <= MOST_STEPS);
  const last = course.terms.at(-1) ?? course.terms[0];
  if (due !== null) {
    assert.equal(at, due, 'until it is due');
    assert.ok(used >= last.target);
    if (due > last.from) assert.equal(used, last.target);
  }
}
