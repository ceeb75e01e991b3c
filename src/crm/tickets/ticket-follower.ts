/** Followers: colleagues who want to know what becomes of a ticket they do not handle. */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { User } from '../identity/user.ts';
import { Ticket } from './ticket.ts';

export const MOST_FOLLOWERS = 50;

@model('That a user follows a ticket: they are told when its customer writes, when an answer does not arrive, when it is late and when it is resolved.', {
  prefix: 'tfo', read: 'ticket:read', reach: { through: 'ticket' }, partOf: 'ticket',
  unique: { ticket_follower_once: ['TICKET_ALREADY_FOLLOWED', 'They began to follow this ticket at the same moment.'] },
})
export class TicketFollower extends Entity {
  @belongsTo(() => Ticket, 'Which ticket.', { inverse: { name: 'followers', description: 'Who follows it.', max: MOST_FOLLOWERS } })
  ticket!: Ref<Ticket>;

  @belongsTo(() => User, 'Who.')
  user!: Ref<User>;

  static of(ticket: Ref<Ticket>, user: Ref<User>): TicketFollower {
    return Object.assign(new TicketFollower(), { ticket, user });
  }
}
