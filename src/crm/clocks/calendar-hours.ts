/**
 * The hours of a calendar as they were from one change of them to the next. They are never changed: a clock keeps those it
 * was counted by, so what was promised by old hours can still be explained when the calendar has others.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, choice, day, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { localTime } from '../../kernel/values/local-time.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';

export const Weekday = choices('Weekday', 'A day of the week.', {
  MONDAY: 'Monday.', TUESDAY: 'Tuesday.', WEDNESDAY: 'Wednesday.', THURSDAY: 'Thursday.', FRIDAY: 'Friday.', SATURDAY: 'Saturday.', SUNDAY: 'Sunday.',
});
export type Weekday = Choice<typeof Weekday>;

export const MOST_WINDOWS = 50;
export const MOST_SPECIAL_DAYS = 100;

@model('The hours of a calendar, as they were from one change of them to the next; they never change.', { prefix: 'chr', read: null, silent: true })
export class CalendarHours extends Entity {
  @text('Time zone by whose clocks on the wall the windows are meant.', { value: timeZone })
  timeZone!: string;

  @text('Region whose public holidays are closed, such as `PL` or `DE-BY`. Null: none are.', { optional: true, max: 20 })
  holidayRegion: string | null = null;
}

@model('Hours of a weekday in which a business is open, from the first minute until just before the last.', { prefix: 'cwn', read: null, silent: true })
export class CalendarWindow extends Entity {
  @belongsTo(() => CalendarHours, 'Of which hours.', { inverse: { name: 'windows', description: 'When it is open in a week.', max: MOST_WINDOWS } })
  hours!: Ref<CalendarHours>;

  @choice(Weekday, 'On which day of the week.')
  weekday!: Weekday;

  @text('From when on it is open.', { value: localTime })
  opensAt!: string;

  @text('From when on it is closed again; `24:00` is the end of the day.', { value: localTime })
  closesAt!: string;
}

@model('A day with hours of its own, whatever its weekday or holiday: closed, or open in other windows, each of which is a record.', { prefix: 'csd', read: null, silent: true })
export class SpecialDay extends Entity {
  @belongsTo(() => CalendarHours, 'Of which hours.', { inverse: { name: 'specialDays', description: 'Days with hours of their own, in order.', max: MOST_SPECIAL_DAYS } })
  hours!: Ref<CalendarHours>;

  @day('Which day.')
  fallsOn!: string;

  @text('What the day is called. Null: it has no name.', { optional: true })
  name: string | null = null;

  @text('From when on it is open. Null: closed all day.', { optional: true, value: localTime })
  opensAt: string | null = null;

  @text('From when on it is closed again. Null: closed all day.', { optional: true, value: localTime })
  closesAt: string | null = null;
}
