/**
 * What tickets have to do with each other. Two linked tickets are two rows, one from each side, so that either shows it as
 * its own.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, choice, id, type Ref } from '../../kernel/fields.ts';
import { newId } from '../../kernel/ids.ts';
import { model } from '../../kernel/model.ts';
import { Ticket } from './ticket.ts';

export const TicketLinkType = choices('TicketLinkType', 'What a ticket is to another. May grow.', {
  RELATED: 'It has to do with it.',
  DUPLICATE_OF: 'It is about the same.',
  DUPLICATED_BY: 'The other is about the same as this.',
  PARENT_OF: 'The other is a part of it.',
  CHILD_OF: 'It is a part of the other.',
  FOLLOW_UP_OF: 'It took the matter up after the other was closed.',
  FOLLOWED_UP_BY: 'The other took the matter up after this was closed.',
});
export type TicketLinkType = Choice<typeof TicketLinkType>;

/** The same as seen from the other side. */
export const INVERSE: Readonly<Record<TicketLinkType, TicketLinkType>> = {
  RELATED: 'RELATED', DUPLICATE_OF: 'DUPLICATED_BY', DUPLICATED_BY: 'DUPLICATE_OF',
  PARENT_OF: 'CHILD_OF', CHILD_OF: 'PARENT_OF', FOLLOW_UP_OF: 'FOLLOWED_UP_BY', FOLLOWED_UP_BY: 'FOLLOW_UP_OF',
};

export const MOST_LINKS = 100;

@model('What a ticket is to another, as seen from one side. The other ticket has the same from its own.', {
  prefix: 'tli', read: 'ticket:read', reach: { through: 'from' }, partOf: 'from',
  unique: { ticket_link_once: ['TICKETS_ALREADY_LINKED', 'The two were linked so at the same moment.'] },
})
export class TicketLink extends Entity {
  @belongsTo(() => Ticket, 'Which ticket.', { inverse: { name: 'links', description: 'What it is to other tickets.', max: MOST_LINKS } })
  from!: Ref<Ticket>;

  @choice(TicketLinkType, 'What it is: `from` is this of `to`.')
  type!: TicketLinkType;

  @belongsTo(() => Ticket, 'To which other ticket.')
  to!: Ref<Ticket>;

  @id(null)
  pair!: string;

  /** The link from both sides. */
  static between(from: Ref<Ticket>, type: TicketLinkType, to: Ref<Ticket>): [TicketLink, TicketLink] {
    const pair = newId();
    return [
      Object.assign(new TicketLink(), { from, type, to, pair }),
      Object.assign(new TicketLink(), { from: to, type: INVERSE[type], to: from, pair }),
    ];
  }
}
