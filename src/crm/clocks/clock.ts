/**
 * The one deadline. A clock counts towards a target, in the hours of a calendar, for a record of any module; its moments
 * are whole seconds, so that what is shown adds up. What has passed is settled before anything else is done with it, so a
 * promise that was broken while nobody looked is broken as of the moment when it was due.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, id, moment, node, number, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { duration } from '../../kernel/values/duration.ts';
import { CalendarHours } from './calendar-hours.ts';
import { Calendar } from './calendar.ts';

export const ClockMetric = choices('ClockMetric', 'What a clock measures. May grow.', {
  FIRST_RESPONSE: 'Until the first answer.',
  NEXT_RESPONSE: 'Until the next answer.',
  RESOLUTION: 'Until it is resolved.',
  TASK_DUE: 'Until a task is done.',
});
export type ClockMetric = Choice<typeof ClockMetric>;

export const ClockState = choices('ClockState', 'Where a clock stands.', {
  RUNNING: 'Its target is neither met nor broken; time counts.',
  PAUSED: 'It stands still, and was not due before.',
  MET: 'What it waited for happened; late, if it was breached.',
  BREACHED: 'It was due, and what it waits for has not happened; `pausedAt` says whether it stands still.',
  CANCELLED: 'It is no longer needed.',
});
export type ClockState = Choice<typeof ClockState>;

/** When it is due and when it warns; null: never, or not while it stands still. */
export interface Timing {
  readonly dueAt: Date | null;
  readonly warnAt: Date | null;
}

@model('A deadline: what is to happen within how much business time, for which record, and how it stands.', {
  prefix: 'clk', read: 'clock:read', reach: { through: 'subject' },
})
export class Clock extends Entity {
  @choice(ClockMetric, 'What it measures.')
  metric!: ClockMetric;

  @text("Name of the subject's type, such as `Task`. May grow.", { filter: true })
  subjectType!: string;

  @id(null)
  subjectId!: string;

  @node('The record it is about. Null when you may not see it.', { model: 'subjectType', id: 'subjectId' })
  subject?: never;

  @belongsTo(() => Calendar, 'By whose hours it counts. Null: every hour counts.', { optional: true })
  calendar: Ref<Calendar> | null = null;

  @belongsTo(() => CalendarHours, 'The hours of that calendar by which it counts now. Null: every hour counts.', { optional: true })
  hours: Ref<CalendarHours> | null = null;

  @text('Within how much business time. Null: it is due at a moment that was named.', { optional: true, value: duration })
  target: string | null = null;

  @moment('When it began to count.')
  startedAt!: Date;

  @moment('When it is due. Null: it stands still, and is due later with each moment; or its hours do not hold so much time within ten years.', { optional: true })
  dueAt: Date | null = null;

  @choice(ClockState, 'How it stands.')
  state: ClockState = 'RUNNING';

  @number('It warns when so many percent of its target are used. Null: not by a share.', { optional: true, min: 1, max: 99 })
  warnShare: number | null = null;

  @text('It warns when so much of its target is left. Null: not by a rest.', { optional: true, value: duration })
  warnBefore: string | null = null;

  @moment('When it warns. Null: never, or it stands still, or not within ten years.', { optional: true })
  warnAt: Date | null = null;

  @moment('When it was about to be due, and warned. Null: it has not.', { optional: true })
  warnedAt: Date | null = null;

  @moment('When it was due without what it waits for having happened. Null: it has not been, or something else was promised since.', { optional: true })
  breachedAt: Date | null = null;

  @moment('When it was so for the first time: that a promise was broken stays, whatever is promised later. Null: none was.', { optional: true })
  firstBreachedAt: Date | null = null;

  @moment('When what it waits for happened; after `breachedAt`, late. Null: it has not.', { optional: true })
  metAt: Date | null = null;

  @moment('Since when it stands still. Null: it does not.', { optional: true })
  pausedAt: Date | null = null;

  @moment('When it was no longer needed. Null: it still is, or was met.', { optional: true })
  cancelledAt: Date | null = null;

  /** When there is something to tell of it next. */
  @moment(undefined, { optional: true })
  nextAt: Date | null = null;

  /** Whether time can still change it. */
  get ended(): boolean {
    return this.metAt !== null || this.cancelledAt !== null;
  }

  static start(facts: Pick<Clock, 'metric' | 'subjectType' | 'subjectId' | 'calendar' | 'hours' | 'target' | 'startedAt' | 'warnShare' | 'warnBefore'>, timing: Timing): Clock {
    const clock = Object.assign(new Clock(), facts);
    clock.run(timing);
    announce(clock, 'clock.started');
    return clock;
  }

  /** Tells what has come to pass by now: the warning, the breach, each once. */
  elapse(now: Date): void {
    if (this.state !== 'RUNNING') return;
    if (this.warnAt && !this.warnedAt && this.warnAt <= now) {
      this.warnedAt = this.warnAt;
      announce(this, 'clock.warned');
    }
    if (this.dueAt && this.dueAt <= now) this.breach(this.dueAt);
    this.awaitNext();
  }

  /** Also when it was due: while it stands still nothing counts towards whatever is promised later. Answers whether it did not yet. */
  pause(at: Date): boolean {
    this.settle(at);
    if (this.ended || this.pausedAt !== null || this.target === null) return false;
    this.pausedAt = at;
    if (this.state === 'RUNNING') Object.assign(this, { state: 'PAUSED', dueAt: null, warnAt: null });
    this.awaitNext();
    announce(this, 'clock.paused');
    return true;
  }

  resume(timing: Timing): void {
    this.pausedAt = null;
    if (this.state === 'PAUSED') {
      this.state = 'RUNNING';
      this.run(timing);
    }
    announce(this, 'clock.resumed');
  }

  /** What it waits for happened. In time is until the very moment it is due. */
  meet(at: Date): void {
    this.settle(at);
    if (this.ended) return;
    Object.assign(this, { state: 'MET', metAt: at, pausedAt: null });
    this.awaitNext();
    announce(this, 'clock.met');
  }

  cancel(at: Date): void {
    this.settle(at);
    if (this.ended) return;
    Object.assign(this, { state: 'CANCELLED', cancelledAt: at, pausedAt: null });
    this.awaitNext();
    announce(this, 'clock.cancelled');
  }

  /** What had ended goes on. What was broken stays so. */
  reopen(timing: Timing): void {
    Object.assign(this, { state: this.breachedAt ? 'BREACHED' : 'RUNNING', metAt: null, cancelledAt: null });
    if (this.breachedAt) this.awaitNext();
    else this.run(timing);
    announce(this, 'clock.reopened');
  }

  /** Another promise that is still to come due is waited for instead of a broken one, and may be broken again. */
  retarget(facts: Pick<Clock, 'calendar' | 'hours' | 'target' | 'warnShare' | 'warnBefore'>, timing: Timing, at: Date): void {
    this.settle(at);
    Object.assign(this, facts);
    if (this.target === null) this.pausedAt = null;
    const broken = this.state === 'BREACHED' && timing.dueAt !== null && timing.dueAt <= at;
    if (!broken) Object.assign(this, { state: this.pausedAt ? 'PAUSED' : 'RUNNING', breachedAt: null });
    if (this.state === 'PAUSED') Object.assign(this, { dueAt: null, warnAt: null });
    if (this.state === 'RUNNING') {
      const sameDue = timing.dueAt?.getTime() === this.dueAt?.getTime(); // of one due time people are warned once
      if (!sameDue && timing.warnAt && timing.warnAt > at) this.warnedAt = null;
      this.run(timing);
    }
    announce(this, 'clock.retargeted');
  }

  private run({ dueAt, warnAt }: Timing): void {
    this.dueAt = dueAt;
    this.warnAt = warnAt;
    this.awaitNext();
  }

  private settle(at: Date): void {
    if (this.state === 'RUNNING' && this.dueAt && this.dueAt < at) this.breach(this.dueAt);
  }

  private breach(at: Date): void {
    this.state = 'BREACHED';
    this.breachedAt = at;
    this.firstBreachedAt ??= at;
    announce(this, 'clock.breached');
  }

  private awaitNext(): void {
    const warns = this.warnedAt ? null : this.warnAt;
    this.nextAt = this.state === 'RUNNING' ? [warns, this.dueAt].filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null : null;
  }
}
