/**
 * How an organisation goes about its tickets. There is one record of it and one counter, made with the organisation.
 */
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { number } from '../../kernel/fields.ts';
import { idInOrganization } from '../../kernel/ids.ts';
import { model } from '../../kernel/model.ts';

@model('How an organisation goes about its tickets.', { prefix: 'tse', read: null })
export class TicketSettings extends Entity {
  @number('So many days after it was resolved a ticket is closed by itself, if nobody writes. Null: it is not.', { optional: true, min: 1, max: 365 })
  closeAfterDays: number | null = 5;

  @number('For so many days after it was closed a ticket is reopened when its customer writes; later a new ticket begins, linked to it.', { min: 0, max: 3650 })
  reopenWithinDays = 14;

  static idIn(organizationId: string): string {
    return idInOrganization(organizationId, '1');
  }

  static create(organizationId: string): TicketSettings {
    const settings = Object.assign(new TicketSettings(), { id: TicketSettings.idIn(organizationId) });
    announce(settings, 'ticketSettings.updated');
    return settings;
  }

  update({ closeAfterDays, reopenWithinDays }: { readonly closeAfterDays?: number | null | undefined; readonly reopenWithinDays?: number | undefined }): void {
    if (closeAfterDays !== undefined) this.closeAfterDays = closeAfterDays;
    this.reopenWithinDays = reopenWithinDays ?? this.reopenWithinDays;
    announce(this, 'ticketSettings.updated');
  }
}

const FIRST_NUMBER = 1001;

/** The number given last. Whoever takes the next holds the row until COMMIT, so it is taken after all else is locked. */
@model('Counts the tickets of an organisation.', { prefix: 'tct', read: null, silent: true })
export class TicketCounter extends Entity {
  @number()
  last = FIRST_NUMBER - 1;

  static idIn(organizationId: string): string {
    return idInOrganization(organizationId, '2');
  }

  static create(organizationId: string): TicketCounter {
    return Object.assign(new TicketCounter(), { id: TicketCounter.idIn(organizationId) });
  }

  next(): number {
    this.last += 1;
    return this.last;
  }
}
