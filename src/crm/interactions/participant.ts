/**
 * Participants: who took part in an interaction, by the address they used, which stays as it was whoever is found
 * behind it.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, choice, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Customer } from '../customers/customer.ts';
import { User } from '../identity/user.ts';
import { Interaction } from './interaction.ts';

export const ParticipantRole = choices('ParticipantRole', 'How somebody took part in an interaction. May grow.', {
  FROM: 'Wrote, called, or came.',
  TO: 'Was written to, called, or visited.',
  CC: 'Got a copy.',
  BCC: 'Got a copy that the others do not know of.',
  REPLY_TO: 'Wants to get the answers.',
  ATTENDEE: 'Was there.',
  MENTIONED: 'Was named in it, and told of it.',
});
export type ParticipantRole = Choice<typeof ParticipantRole>;

export const MOST_PARTICIPANTS = 200;

type Facts = 'interaction' | 'role' | 'name' | 'address' | 'customer' | 'user';

@model('That somebody took part in an interaction.', {
  prefix: 'prt', read: 'interaction:read', reach: { through: 'interaction' }, partOf: 'interaction',
  orders: { NAMED_ASC: { field: 'id', direction: 'asc', description: 'As they were named.' } },
})
export class Participant extends Entity {
  @belongsTo(() => Interaction, 'In what.', { inverse: { name: 'participants', description: `Who took part; of more than ${MOST_PARTICIPANTS} the first.` } })
  interaction!: Ref<Interaction>;

  @choice(ParticipantRole, 'How they took part.')
  role!: ParticipantRole;

  @text('Their name as it was written. Null: none was.', { optional: true })
  name: string | null = null;

  @text('The mail address, number or handle they used. Null: not known.', { optional: true, max: 500, hideable: true })
  address: string | null = null;

  @belongsTo(() => Customer, 'The customer they are. Null: not one of ours, or not known.', { optional: true })
  customer: Ref<Customer> | null = null;

  @belongsTo(() => User, 'The user they are. Null: nobody of us, or not known.', { optional: true })
  user: Ref<User> | null = null;

  static of(facts: Pick<Participant, Facts>): Participant {
    return Object.assign(new Participant(), facts);
  }
}
