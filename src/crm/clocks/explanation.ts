/**
 * How a due time came about, step by step, so that a person can check it with a calendar in the hand. Each window that
 * counted is a step, and so is what did not count between two: a night, a week-end, a holiday by its name, a pause.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { FURTHEST } from './business-time.ts';
import { dueTimeOf, lastOf, passagesOf, type Course } from './clock-course.ts';

export const ClockStepKind = choices('ClockStepKind', 'What a stretch of time was for a clock. May grow.', {
  COUNTED: 'Business time, which counted.',
  CLOSED: 'Outside the hours of the calendar.',
  HOLIDAY: 'A day on which the calendar is closed for what it is.',
  PAUSED: 'The clock stood still, open or not.',
  MORE: 'All that followed, summed up, where a list would grow too long.',
});
export type ClockStepKind = Choice<typeof ClockStepKind>;

/** Moments and durations in milliseconds. */
export interface Step {
  readonly kind: ClockStepKind;
  readonly from: number;
  /** Null: it still goes on. */
  readonly until: number | null;
  /** Of the holiday or special day, or the reason of the pause. */
  readonly name: string | null;
  readonly counted: number;
  /** What has counted up to its end, and what is left of the target that held then. */
  readonly used: number;
  readonly left: number;
}

export const MOST_STEPS = 400;

/** From the start until it is due; of what stands still, until the pause that goes on. Never due: for ten years. */
export function explain(course: Course): Step[] {
  const standing = course.pauses.find(({ until }) => until === null);
  const due = dueTimeOf(course);
  const end = due ?? (standing ? standing.from + 1 : lastOf(course).from + FURTHEST);
  const taken = steps(course, end);
  const last = taken.at(-1);
  if (due === null && last?.kind === 'PAUSED') taken[taken.length - 1] = { ...last, until: null };
  return taken;
}

/** All that passes until a moment. */
export function steps(course: Course, end: number): Step[] {
  const taken: Step[] = [];
  let used = 0;
  for (const { start, end: until, kind, name, target } of passagesOf(course, end)) {
    const counted = kind === 'OPEN' ? until - start : 0;
    used += counted;
    add(taken, { kind: kind === 'OPEN' ? 'COUNTED' : kind, from: start, until, name, counted, used, left: Math.max(0, target - used) });
  }
  return taken;
}

function add(steps: Step[], step: Step): void {
  const last = steps.at(-1);
  if (last && steps.length === MOST_STEPS) steps[MOST_STEPS - 1] = { ...joined(last, step), kind: 'MORE', name: null };
  else if (last && continues(last, step)) steps[steps.length - 1] = joined(last, step);
  else steps.push(step);
}

/** A night and the days without windows after it are one; each window that counted stays by itself. */
const continues = (last: Step, step: Step): boolean =>
  last.kind === step.kind && last.name === step.name && (step.kind === 'CLOSED' || step.kind === 'PAUSED' || step.kind === 'HOLIDAY');

const joined = (last: Step, step: Step): Step => ({ ...last, until: step.until, counted: last.counted + step.counted, used: step.used, left: step.left });
