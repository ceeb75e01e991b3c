/** What can be asked of business time beforehand: when something would be due, how much lies between two moments. */
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { DAY } from './business-hours.ts';
import type { BusinessTimeArgs, DueTimeArgs } from './calendar.inputs.ts';
import { usedBy, type Course } from './clock-course.ts';
import { checkTarget, lengthOf, timingOf, wholeSecond } from './clock-timing.ts';
import { explain, steps } from './explanation.ts';
import { BusinessTime, ClockStep, DueTime } from './explanation.results.ts';
import { findCalendar } from './find-calendar.ts';
import { businessHours } from './keep-hours.ts';
import { refuseFar } from './start-clock.ts';

/** It is asked for by many, and costs a point however long it takes. */
const LONGEST = 366 * DAY;

export async function answerDueTime({ calendarId, target, from }: DueTimeArgs, context: Context): Promise<DueTime> {
  const hours = await businessHours((await findCalendar(calendarId, context)).hours, context);
  checkTarget(target, hours === null);
  const course: Course = { terms: [{ from: wholeSecond(from ?? context.now()).getTime(), hours, target: lengthOf(target) }], pauses: [] };
  const { dueAt } = timingOf(course, { warnShare: null, warnBefore: null });
  refuseFar(dueAt, target);
  return Object.assign(new DueTime(), { dueAt, steps: explain(course).map(ClockStep.of) });
}

export async function answerBusinessTime({ calendarId, from, until }: BusinessTimeArgs, context: Context): Promise<BusinessTime> {
  if (until < from) throw new Refusal('PERIOD_ENDS_BEFORE_IT_BEGINS', '`until` lies before `from`.', { field: ['until'] });
  if (until.getTime() - from.getTime() > LONGEST) throw new Refusal('PERIOD_TOO_LONG', 'At most a year is counted at once.', { field: ['until'] });
  const hours = await businessHours((await findCalendar(calendarId, context)).hours, context);
  const [start, end] = [wholeSecond(from).getTime(), wholeSecond(until).getTime()];
  const course: Course = { terms: [{ from: start, hours, target: 0 }], pauses: [] };
  return Object.assign(new BusinessTime(), { seconds: Math.floor(usedBy(course, end) / 1000), steps: steps(course, end).map(ClockStep.of) });
}
