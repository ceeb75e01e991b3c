/** Changes a calendar. Other hours are new hours: those it had stay with what was counted by them. */
import type { Transaction } from '../../kernel/context.ts';
import type { CalendarCreateInput, CalendarUpdateInput } from './calendar.inputs.ts';
import { Calendar } from './calendar.ts';
import { addHours, givenHours } from './keep-hours.ts';

export async function createCalendar({ name, timeZone, windows, holidayRegion = null, specialDays }: CalendarCreateInput, transaction: Transaction): Promise<Calendar> {
  const hours = addHours({ timeZone, windows, holidayRegion, specialDays: specialDays ?? [] }, transaction);
  return transaction.add(Calendar.create(name, hours));
}

export async function updateCalendar({ calendarId, expectedVersion, name, active, ...given }: CalendarUpdateInput, transaction: Transaction): Promise<Calendar> {
  const calendar = await transaction.get(Calendar, calendarId, expectedVersion);
  const { timeZone, windows, holidayRegion, specialDays } = given;
  const changed = timeZone != null || windows != null || specialDays != null || holidayRegion !== undefined;
  if (!changed) {
    calendar.update({ name: name ?? undefined, active: active ?? undefined });
    return calendar;
  }
  const before = await givenHours(calendar.hours, transaction);
  const hours = addHours({
    timeZone: timeZone ?? before.timeZone, windows: windows ?? before.windows, specialDays: specialDays ?? before.specialDays,
    holidayRegion: holidayRegion === undefined ? before.holidayRegion : holidayRegion,
  }, transaction);
  calendar.update({ name: name ?? undefined, active: active ?? undefined, hours });
  return calendar;
}

export async function makeDefault(calendar: Calendar, { all, flush }: Transaction): Promise<void> {
  const others = (await all(Calendar, { isDefault: true })).filter(({ id }) => id !== calendar.id);
  for (const other of others) other.leaveDefault();
  await flush(); // there may be but one at a time
  calendar.becomeDefault();
}
