/** What can be asked of calendars. */
import { choice, day, expectedVersion, flag, id, moment, number, object, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { countryCode } from '../../kernel/values/country-code.ts';
import { duration } from '../../kernel/values/duration.ts';
import { localTime } from '../../kernel/values/local-time.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';
import { MOST_SPECIAL_DAYS, MOST_WINDOWS, Weekday } from './calendar-hours.ts';
import { Calendar } from './calendar.ts';

@input('A calendar by id.')
export class CalendarArgs {
  @id(() => Calendar, 'Its id.')
  id!: string;
}

@input('Hours of a weekday in which it is open.')
export class CalendarWindowInput {
  @choice(Weekday, 'On which day of the week.')
  weekday!: Weekday;

  @text('From when on it is open.', { value: localTime })
  opensAt!: string;

  @text('From when on it is closed again, on the same day; `24:00` is its end. A night is two windows.', { value: localTime })
  closesAt!: string;
}

@input('A day with hours of its own: closed, or open in a window. A day with several windows is told several times.')
export class SpecialDayInput {
  @day('Which day.')
  fallsOn!: string;

  @text('What the day is called. Null: it has no name.', { optional: true })
  name?: string | null;

  @text('From when on it is open. Null: closed all day.', { optional: true, value: localTime })
  opensAt?: string | null;

  @text('From when on it is closed again. Null: closed all day.', { optional: true, value: localTime })
  closesAt?: string | null;
}

@input('A new calendar.')
export class CalendarCreateInput {
  @text('What it is called; unique in the organisation.')
  name!: string;

  @text('Time zone by whose clocks on the wall the windows are meant.', { value: timeZone })
  timeZone!: string;

  @object(() => CalendarWindowInput, 'When it is open in a week; they may not overlap.', { list: true, most: MOST_WINDOWS })
  windows!: CalendarWindowInput[];

  @text('Region whose public holidays are closed, by its code from `holidayRegions`. Null: none are.', { optional: true, max: 20 })
  holidayRegion?: string | null;

  @object(() => SpecialDayInput, 'Days with hours of their own, which go before weekdays and holidays. Null: none.', { optional: true, list: true, most: MOST_SPECIAL_DAYS })
  specialDays?: SpecialDayInput[] | null;
}

@input('Attributes of a calendar to change; what is not given stays. Changed hours count from now on, also for clocks that run.')
export class CalendarUpdateInput {
  @id(() => Calendar, 'Which calendar.')
  calendarId!: string;

  @text('What it is called; unique in the organisation. Null: stays.', { optional: true })
  name?: string | null;

  @text('Time zone by whose clocks on the wall the windows are meant. Null: stays.', { optional: true, value: timeZone })
  timeZone?: string | null;

  @object(() => CalendarWindowInput, 'All windows of its week. Null: they stay.', { optional: true, list: true, most: MOST_WINDOWS })
  windows?: CalendarWindowInput[] | null;

  @text('Region whose public holidays are closed. Null: none are.', { optional: true, max: 20 })
  holidayRegion?: string | null;

  @object(() => SpecialDayInput, 'All its days with hours of their own. Null: they stay.', { optional: true, list: true, most: MOST_SPECIAL_DAYS })
  specialDays?: SpecialDayInput[] | null;

  @flag('Whether something new may be counted by it. Null: stays.', { optional: true })
  active?: boolean | null;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Which calendar is to be the default.')
export class CalendarMakeDefaultInput {
  @id(() => Calendar, 'Which calendar.')
  calendarId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Public holidays of a region in a year.')
export class HolidaysArgs {
  @text('Code of the region, from `holidayRegions`.', { max: 20 })
  region!: string;

  @number('The year.')
  year!: number;
}

@input('Regions of a country.')
export class HolidayRegionsArgs {
  @text('Which country.', { value: countryCode })
  country!: string;
}

@input('When something would be due that may take so much business time.')
export class DueTimeArgs {
  @id(() => Calendar, 'By which calendar. Null: by the default.', { optional: true })
  calendarId?: string | null;

  @text('How much business time, in hours, minutes and seconds.', { value: duration })
  target!: string;

  @moment('From when on. Null: from now on.', { optional: true })
  from?: Date | null;
}

@input('How much business time lies between two moments.')
export class BusinessTimeArgs {
  @id(() => Calendar, 'By which calendar. Null: by the default.', { optional: true })
  calendarId?: string | null;

  @moment('From when on.')
  from!: Date;

  @moment('Until when; at most a year later.')
  until!: Date;
}
