/** What the tests of calendars and clocks ask and do, written as a partner would. */
import { graphql } from '../support/graphql/gql.ts';

graphql(`
  fragment CalendarFacts on Calendar {
    id version name isDefault active
    hours { id timeZone holidayRegion windows { weekday opensAt closesAt } specialDays { fallsOn name opensAt closesAt } }
  }
`);

graphql(`
  fragment StepFacts on ClockStep { kind startsAt endsAt name countedSeconds usedSeconds leftSeconds }
`);

graphql(`
  fragment ClockFacts on Clock {
    id version metric state target startedAt dueAt warnAt warnedAt breachedAt firstBreachedAt metAt cancelledAt
    calendar { name } subject { id } pauses { startedAt endedAt reason } terms { effectiveAt target hours { timeZone } }
    explanation { ...StepFacts }
  }
`);

export const ListCalendars = graphql(`
  query ListCalendars { calendars { nodes { ...CalendarFacts } } }
`);

export const ReadCalendar = graphql(`
  query ReadCalendar($id: ID!) { calendar(id: $id) { ...CalendarFacts } }
`);

export const CreateCalendar = graphql(`
  mutation CreateCalendar($input: CalendarCreateInput!) {
    calendarCreate(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }
  }
`);

export const UpdateCalendar = graphql(`
  mutation UpdateCalendar($input: CalendarUpdateInput!) {
    calendarUpdate(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }
  }
`);

export const MakeCalendarDefault = graphql(`
  mutation MakeCalendarDefault($input: CalendarMakeDefaultInput!) {
    calendarMakeDefault(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }
  }
`);

export const ListHolidays = graphql(`
  query ListHolidays($region: String!, $year: Int!) { holidays(region: $region, year: $year) { fallsOn name } }
`);

export const ListHolidayRegions = graphql(`
  query ListHolidayRegions($country: CountryCode!) { holidayRegions(country: $country) { code name } }
`);

export const AskDueTime = graphql(`
  query AskDueTime($calendarId: ID, $target: Duration!, $from: DateTime) {
    dueTime(calendarId: $calendarId, target: $target, from: $from) { dueAt steps { ...StepFacts } }
  }
`);

export const AskBusinessTime = graphql(`
  query AskBusinessTime($calendarId: ID, $from: DateTime!, $until: DateTime!) {
    businessTime(calendarId: $calendarId, from: $from, until: $until) { seconds steps { ...StepFacts } }
  }
`);

export const ReadClock = graphql(`
  query ReadClock($id: ID!) { clock(id: $id) { ...ClockFacts } }
`);
