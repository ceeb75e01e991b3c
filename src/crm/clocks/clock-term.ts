/** What a clock's course is made of: the terms it was given, one after another, and the times it stood still. */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, moment, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { duration } from '../../kernel/values/duration.ts';
import { CalendarHours } from './calendar-hours.ts';
import { Clock } from './clock.ts';

@model('What a clock counted by, and towards what, from a moment on until the next term.', {
  prefix: 'ctm', read: 'clock:read', reach: { through: 'clock' }, partOf: 'clock',
})
export class ClockTerm extends Entity {
  @belongsTo(() => Clock, 'Of which clock.', { inverse: { name: 'terms', description: 'What it counted by, the earliest first; the last holds.', max: 20 } })
  clock!: Ref<Clock>;

  @moment('From when on.')
  effectiveAt!: Date;

  @belongsTo(() => CalendarHours, 'Which hours count. Null: every hour.', { optional: true })
  hours: Ref<CalendarHours> | null = null;

  @text('Within how much business time, from the start of the clock on.', { value: duration })
  target!: string;
}

@model('A time during which a clock stood still, whatever its calendar.', {
  prefix: 'cpa', read: 'clock:read', reach: { through: 'clock' }, partOf: 'clock',
})
export class ClockPause extends Entity {
  @belongsTo(() => Clock, 'Of which clock.', { inverse: { name: 'pauses', description: 'When it stood still, the earliest first.', max: 50 } })
  clock!: Ref<Clock>;

  @moment('From when on.')
  startedAt!: Date;

  @moment('Until when. Null: it still does.', { optional: true })
  endedAt: Date | null = null;

  @text('Why. Null: not said.', { optional: true })
  reason: string | null = null;
}
