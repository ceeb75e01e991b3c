/** Clocks that run by a calendar go on by its new hours when it gets others, from the moment it got them; one that they leave without a due time keeps no other back. */
import type { Transaction } from '../../kernel/context.ts';
import { CalendarHours } from './calendar-hours.ts';
import { Calendar } from './calendar.ts';
import { retargetClock } from './change-clock.ts';
import { Clock } from './clock.ts';

const AT_ONCE = 200;

/** Answers whether there may be more. */
export async function followCalendar(calendarId: string, transaction: Transaction): Promise<boolean> {
  const { all } = transaction;
  const [calendar] = await all(Calendar, { id: calendarId });
  if (!calendar) return false;
  const [hours] = await all(CalendarHours, { id: calendar.hours.id });
  const behind = await all(Clock, { calendar: calendarId, state: ['RUNNING', 'PAUSED'] }, AT_ONCE, { not: { field: 'hours', is: 'eq', value: calendar.hours.id } });
  for (const clock of behind) await retargetClock(clock, { calendar, at: hours?.createdAt ?? transaction.now() }, transaction);
  return behind.length === AT_ONCE;
}
