/** Operations on calendars, and what can be asked of business time. Everybody sees calendars, since promises are made by them. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { listOf, MEMBER, mutation, optional, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { answerBusinessTime, answerDueTime } from './answer-business-time.ts';
import {
  BusinessTimeArgs, CalendarArgs, CalendarCreateInput, CalendarMakeDefaultInput, CalendarUpdateInput, DueTimeArgs, HolidayRegionsArgs, HolidaysArgs,
} from './calendar.inputs.ts';
import { Calendar } from './calendar.ts';
import { BusinessTime, DueTime, Holiday, HolidayRegion } from './explanation.results.ts';
import { holidaysIn, regionsOf } from './holidays.ts';
import { createCalendar, makeDefault, updateCalendar } from './set-hours.ts';

export class CalendarResolver {
  @query(optional(Calendar), MEMBER, 'A calendar. Null when missing.', { args: CalendarArgs })
  calendar({ id }: CalendarArgs, { find }: Context) {
    return find(Calendar, id);
  }

  @query(pageOf(Calendar), MEMBER, 'Our calendars, also those no longer in use.')
  calendars(args: PageArgs, { page }: Context) {
    return page(Calendar, args);
  }

  @query(listOf(HolidayRegion, 100), MEMBER, 'The regions of a country whose public holidays are known, the country itself first; none where nothing is known. At most 100.', { args: HolidayRegionsArgs })
  holidayRegions({ country }: HolidayRegionsArgs) {
    return regionsOf(country);
  }

  @query(listOf(Holiday, 100), MEMBER, 'The public holidays of a region in a year, as a calendar of that region is closed on them. At most 100.', { args: HolidaysArgs })
  holidays({ region, year }: HolidaysArgs) {
    return holidaysIn(region, year);
  }

  @query(DueTime, MEMBER, 'When something would be due that may take so much business time, and why.', { args: DueTimeArgs })
  dueTime(args: DueTimeArgs, context: Context) {
    return answerDueTime(args, context);
  }

  @query(BusinessTime, MEMBER, 'How much business time lies between two moments, and which.', { args: BusinessTimeArgs })
  businessTime(args: BusinessTimeArgs, context: Context) {
    return answerBusinessTime(args, context);
  }

  @mutation(Calendar, 'calendar:create', 'Adds a calendar.', { input: CalendarCreateInput })
  calendarCreate(input: CalendarCreateInput, transaction: Transaction) {
    return createCalendar(input, transaction);
  }

  @mutation(Calendar, 'calendar:update', 'Changes a calendar, or takes it out of use. Clocks that run by it go on by the new hours, and keep what they used by the old; those that the new hours do not let be due within ten years go on without a due time.', { input: CalendarUpdateInput })
  calendarUpdate(input: CalendarUpdateInput, transaction: Transaction) {
    return updateCalendar(input, transaction);
  }

  @mutation(Calendar, 'calendar:update', 'Makes a calendar the one for whoever names none.', { input: CalendarMakeDefaultInput })
  async calendarMakeDefault({ calendarId, expectedVersion }: CalendarMakeDefaultInput, transaction: Transaction) {
    const calendar = await transaction.get(Calendar, calendarId, expectedVersion);
    await makeDefault(calendar, transaction);
    return calendar;
  }
}
