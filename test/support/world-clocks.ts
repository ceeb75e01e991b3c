/** Calendars with hours of every kind, tasks about things, and the clocks of these. */
import type { Make } from './world.ts';

export async function fillClocks(make: Make, { word, customer, user, team, administrator }: Readonly<Record<'word' | 'customer' | 'user' | 'team' | 'administrator', string>>): Promise<void> {
  const { calendar } = await make<{ calendar: { id: string } }>('calendarCreate', 'calendar { id }', {
    name: `Hours of ${word}`, timeZone: 'Europe/Warsaw', holidayRegion: 'PL',
    windows: [{ weekday: 'MONDAY', opensAt: '08:00', closesAt: '12:00' }, { weekday: 'MONDAY', opensAt: '13:00', closesAt: '17:00' }],
    specialDays: [{ fallsOn: '2026-12-24', name: `Eve of ${word}` }, { fallsOn: '2026-12-31', name: `Sale of ${word}`, opensAt: '10:00', closesAt: '22:00' }],
  });
  const task = async (title: string, more: object): Promise<string> => (await make<{ task: { id: string } }>('taskCreate', 'task { id }', {
    title: `${title} ${word}`, note: `Note of ${word}`, ...more,
  })).task.id;
  await task('Compose', { customerId: customer, dueIn: 'PT8H', calendarId: calendar.id, warnBefore: 'PT1H', assigneeId: user, teamId: team });
  const called = await task('Ring', { subjectId: customer, assigneeId: administrator, teamId: team, dueIn: 'PT4H', remindAt: new Date(Date.now() + 86_400_000).toISOString(), priority: 'HIGH' });
  await make('taskComplete', 'task { id }', { taskId: called });
  await make('taskReopen', 'task { id }', { taskId: called }); // a pause of its clock
  await task('Attend', { dueAt: '2030-01-01T09:00:00Z', assigneeId: user });
}
