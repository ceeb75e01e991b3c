/** Reading and changing how the organisation goes about its tickets, and taking the next number. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { expectedVersion, number } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { MEMBER, mutation, query } from '../../kernel/operations.ts';
import { TicketCounter, TicketSettings } from './ticket-settings.ts';

@input('Settings of tickets to change; what is not given stays.')
export class TicketSettingsUpdateInput {
  @number('So many days after it was resolved a ticket is closed by itself. Null: it is not.', { optional: true, min: 1, max: 365 })
  closeAfterDays?: number | null;

  @number('For so many days after it was closed a ticket is reopened when its customer writes. Null: stays.', { optional: true, min: 0, max: 3650 })
  reopenWithinDays?: number | null;

  @expectedVersion()
  expectedVersion?: number | null;
}

export class TicketSettingsResolver {
  @query(TicketSettings, MEMBER, 'How the organisation goes about its tickets.')
  ticketSettings(_: object, { find, actor }: Context) {
    return find(TicketSettings, TicketSettings.idIn(actor.tenant));
  }

  @mutation(TicketSettings, 'ticketSettings:update', 'Changes how the organisation goes about its tickets. What is resolved already is closed as was said then.', { input: TicketSettingsUpdateInput })
  async ticketSettingsUpdate({ expectedVersion: version, closeAfterDays, reopenWithinDays }: TicketSettingsUpdateInput, transaction: Transaction) {
    const settings = await transaction.get(TicketSettings, TicketSettings.idIn(transaction.actor.tenant), version);
    settings.update({ closeAfterDays, reopenWithinDays: reopenWithinDays ?? undefined });
    return settings;
  }
}

/** Not locked: every ticket looks at them. */
export async function ticketSettings({ all, actor }: Context): Promise<TicketSettings> {
  const [settings] = await all(TicketSettings, { id: TicketSettings.idIn(actor.tenant) });
  if (!settings) throw new Error('an organisation has settings of its tickets from its beginning');
  return settings;
}

export async function nextNumber({ get, actor }: Transaction): Promise<number> {
  return (await get(TicketCounter, TicketCounter.idIn(actor.tenant))).next();
}
