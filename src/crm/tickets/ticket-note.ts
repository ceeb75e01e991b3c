/** Notes on a ticket, for colleagues only. What was noted is an interaction like any other contact; this ties it to the ticket. */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Interaction } from '../interactions/interaction.ts';
import { Notification } from '../notifications/notification.ts';
import { Ticket } from './ticket.ts';

@model('A note on a ticket, for colleagues only.', {
  prefix: 'tno', read: 'ticket:read', reach: { through: 'ticket' }, partOf: 'ticket', subjectOf: [() => Notification],
  orders: { CREATED_ASC: { field: 'createdAt', direction: 'asc', description: 'Oldest first.' } },
})
export class TicketNote extends Entity {
  @belongsTo(() => Ticket, 'On which ticket.', { inverse: { name: 'notes', description: 'What colleagues noted on it.' } })
  ticket!: Ref<Ticket>;

  @belongsTo(() => Interaction, 'What was noted, by whom and when; whom it names is among its participants, as MENTIONED.')
  interaction!: Ref<Interaction>;

  static on(ticket: Ref<Ticket>, interaction: Ref<Interaction>): TicketNote {
    return Object.assign(new TicketNote(), { ticket, interaction });
  }
}
