/**
 * Promises of time. A calendar says which hours count, a clock counts them towards a target and tells when it is about to
 * be due and when it is broken. Later modules start clocks for their records; this one knows none of them.
 */
import type { Module } from '../../kernel/module.ts';
import { timer } from '../../kernel/work.ts';
import { beginCalendars } from './begin-calendars.ts';
import { CalendarHours, CalendarWindow, SpecialDay } from './calendar-hours.ts';
import { CalendarResolver } from './calendar.resolver.ts';
import { Calendar } from './calendar.ts';
import { ClockPause, ClockTerm } from './clock-term.ts';
import { ClockResolver } from './clock.resolver.ts';
import { Clock } from './clock.ts';
import { followCalendar } from './follow-calendar.ts';

export const clocks: Module = {
  name: 'clocks',
  description: 'Business calendars with their holidays, and the clocks that count by them: when something is due, and how that came about.',
  models: [CalendarHours, CalendarWindow, SpecialDay, Calendar, Clock, ClockTerm, ClockPause],
  resolvers: [new CalendarResolver(), new ClockResolver()],
  beginnings: beginCalendars,
  permissions: {
    'clock:read': { description: 'See clocks of records within reach, and how their due times came about.', roles: ['supervisor', 'agent', 'seller', 'marketer', 'readOnly'] },
    'calendar:create': { description: 'Add business calendars.', roles: ['supervisor'] },
    'calendar:update': { description: 'Change business calendars and say which is the default.', roles: ['supervisor'] },
  },
  events: {
    'calendar.created': 'A calendar was added.',
    'calendar.updated': 'A calendar has another name or other hours, came into or out of use, or became or is no longer the default.',
    'clock.started': 'A clock began to count.',
    'clock.paused': 'A clock stands still.',
    'clock.resumed': 'A clock goes on.',
    'clock.retargeted': 'A clock counts towards another target, by other hours, or warns at another time.',
    'clock.warned': 'A clock is about to be due. Told once for each due time.',
    'clock.breached': 'A clock was due, and what it waits for had not happened; `breachedAt` says when. Told once for each due time.',
    'clock.met': 'What a clock waited for happened; late, if it was breached.',
    'clock.reopened': 'A clock that had ended waits again.',
    'clock.cancelled': 'A clock is no longer needed.',
  },
  refusals: {
    CALENDAR_NAME_TAKEN: 'The organisation has a calendar of this name already.',
    CALENDAR_BEING_MADE_DEFAULT: 'Two calendars were being made the default at the same moment.',
    CALENDAR_IS_DEFAULT: 'The default calendar cannot be taken out of use.',
    CALENDAR_NOT_ACTIVE: 'The calendar is out of use.',
    CALENDAR_NEVER_OPEN: 'A calendar has no hour in which it is open.',
    WINDOW_ENDS_BEFORE_IT_BEGINS: 'A window does not end later on the day on which it began; a night is two windows.',
    WINDOW_HALF_GIVEN: 'A special day has one end of a window and not the other.',
    WINDOWS_OVERLAP: 'Two windows of one day overlap.',
    SPECIAL_DAY_CONTRADICTS: 'A special day is told both closed and open, or closed twice.',
    HOLIDAY_REGION_UNKNOWN: 'No public holidays are known of this region.',
    HOLIDAY_YEAR_UNKNOWN: 'No public holidays are known of this year.',
    TARGET_IN_DAYS: 'Business time is told in hours, not in days.',
    DUE_TOO_FAR: 'So much business time would take more than ten years.',
    PERIOD_ENDS_BEFORE_IT_BEGINS: 'The end lies before the beginning.',
    PERIOD_TOO_LONG: 'More than a year would have to be counted.',
  },
  timers: [timer('clocks.elapse', Clock, 'nextAt', (clock, { now }) => clock.elapse(now()))],
  reactions: [{
    name: 'clocks.followCalendar', on: ['calendar.updated'],
    async run({ subject }, { step }) {
      for (let more = true; more;) more = await step((transaction) => followCalendar(subject, transaction));
    },
  }],
};
