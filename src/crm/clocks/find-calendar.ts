/** The calendar somebody names, if something new may be counted by it; the default one when none is named. It is not locked, since many share it. */
import type { Context } from '../../kernel/context.ts';
import { NotFound, Refusal } from '../../kernel/refusal.ts';
import { Calendar } from './calendar.ts';

export async function findCalendar(calendarId: string | null | undefined, { all }: Context): Promise<Calendar> {
  const [calendar] = await all(Calendar, calendarId ? { id: calendarId } : { isDefault: true });
  if (!calendar) throw new NotFound('Calendar');
  if (!calendar.active) throw new Refusal('CALENDAR_NOT_ACTIVE', `“${calendar.name}” is out of use: choose another calendar.`, { field: ['calendarId'] });
  return calendar;
}
