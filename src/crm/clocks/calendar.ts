/** Business calendars: the hours in which time counts. One of them is the default, for whoever names none. */
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, flag, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { CalendarHours } from './calendar-hours.ts';

@model('The hours in which a business is open, by which promises of time are counted.', {
  prefix: 'cal', read: null,
  orders: { NAME_ASC: { field: 'name', direction: 'asc', description: 'By name.' } },
  unique: {
    calendar_name: ['CALENDAR_NAME_TAKEN', 'A calendar of this name exists already.'],
    calendar_default: ['CALENDAR_BEING_MADE_DEFAULT', 'Another calendar was being made the default at the same moment.'],
  },
})
export class Calendar extends Entity {
  @text('What it is called; unique in the organisation.')
  name!: string;

  @belongsTo(() => CalendarHours, 'Its hours as they are now.')
  hours!: Ref<CalendarHours>;

  @flag('Whether it is the one for whoever names none; there is always one.')
  isDefault = false;

  @flag('Whether something new may be counted by it.')
  active = true;

  static create(name: string, hours: Ref<CalendarHours>, { isDefault = false } = {}): Calendar {
    const calendar = Object.assign(new Calendar(), { name, hours, isDefault });
    announce(calendar, 'calendar.created');
    return calendar;
  }

  update({ name, active, hours }: { readonly name?: string | undefined; readonly active?: boolean | undefined; readonly hours?: Ref<CalendarHours> | undefined }): void {
    if (active === false && this.isDefault) throw new Refusal('CALENDAR_IS_DEFAULT', 'The default calendar stays in use: make another one the default first.', { field: ['active'] });
    this.name = name ?? this.name;
    this.active = active ?? this.active;
    this.hours = hours ?? this.hours;
    announce(this, 'calendar.updated');
  }

  becomeDefault(): void {
    if (!this.active) throw new Refusal('CALENDAR_NOT_ACTIVE', `“${this.name}” is out of use and cannot be the default.`, { field: ['calendarId'] });
    if (this.isDefault) return;
    this.isDefault = true;
    announce(this, 'calendar.updated');
  }

  leaveDefault(): void {
    this.isDefault = false;
    announce(this, 'calendar.updated');
  }
}
