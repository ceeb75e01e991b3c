/** The calendars an organisation begins with: its country's working week, which is the default, and one that never closes. */
import type { Transaction } from '../../kernel/context.ts';
import { Organization } from '../identity/organization.ts';
import { Weekday } from './calendar-hours.ts';
import { Calendar } from './calendar.ts';
import { isRegion } from './holidays.ts';
import { addHours } from './keep-hours.ts';

const WEEKDAYS = Object.values(Weekday);

export async function beginCalendars(transaction: Transaction): Promise<void> {
  const { timeZone, country } = await transaction.get(Organization, transaction.actor.tenant);
  const open = (days: readonly Weekday[], opensAt: string, closesAt: string) => days.map((weekday) => ({ weekday, opensAt, closesAt }));
  const working = addHours({ timeZone, holidayRegion: isRegion(country) ? country : null, windows: open(WEEKDAYS.slice(0, 5), '09:00', '17:00'), specialDays: [] }, transaction);
  const always = addHours({ timeZone, holidayRegion: null, windows: open(WEEKDAYS, '00:00', '24:00'), specialDays: [] }, transaction);
  transaction.add(Calendar.create('Business hours', working, { isDefault: true }));
  transaction.add(Calendar.create('Around the clock', always));
}
