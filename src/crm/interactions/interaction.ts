/**
 * Interactions: one contact on any channel, all of one type, so that a timeline or a report never has to ask which
 * kind it was.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, computed, flag, moment, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { duration, durationBetween } from '../../kernel/values/duration.ts';
import { Customer } from '../customers/customer.ts';
import { TimelineEntry } from '../customers/timeline-entry.ts';
import { User } from '../identity/user.ts';
import { Channel, ChannelKind } from './channel.ts';
import { Conversation } from './conversation.ts';

export const InteractionKind = choices('InteractionKind', 'What kind of contact it was. May grow.', {
  MESSAGE: 'Something written to somebody: a mail, a chat line, a text message, a letter.',
  CALL: 'A telephone or video call.',
  MEETING: 'People met, in a room or online.',
  VISIT: 'One side went to see the other.',
  NOTE: 'Something noted about a customer, said to nobody.',
  POST: 'Something said in public, on a social network.',
  FORM: 'A form that was filled in.',
});
export type InteractionKind = Choice<typeof InteractionKind>;

export const Direction = choices('Direction', 'Which way an interaction went.', {
  INBOUND: 'From them to us.',
  OUTBOUND: 'From us to them.',
  INTERNAL: 'Among ourselves.',
});
export type Direction = Choice<typeof Direction>;

export const CallOutcome = choices('CallOutcome', 'How a call ended. May grow.', {
  ANSWERED: 'They talked.',
  NO_ANSWER: 'Nobody answered.',
  BUSY: 'The line was busy.',
  VOICEMAIL: 'A message was left.',
});
export type CallOutcome = Choice<typeof CallOutcome>;

/** How an interaction came to be known here. */
export type Origin = 'interaction.logged' | 'interaction.written' | 'interaction.received' | 'interaction.imported';

type Fact =
  | 'kind' | 'channelKind' | 'channel' | 'direction' | 'conversation' | 'customer' | 'agent' | 'subject' | 'preview'
  | 'callOutcome' | 'disposition' | 'startedAt' | 'endedAt' | 'automatic' | 'sourceKey' | 'messageId';
type Required = 'kind' | 'direction' | 'startedAt';
export type InteractionFacts = Pick<Interaction, Required> & Partial<Pick<Interaction, Exclude<Fact, Required>>>;

@model('One contact, on any channel, in either direction.', {
  prefix: 'int', read: 'interaction:read', reach: { owner: 'agent', through: 'customer' }, subjectOf: [() => TimelineEntry],
  orders: {
    STARTED_DESC: { field: 'startedAt', direction: 'desc', description: 'Latest first.' },
    STARTED_ASC: { field: 'startedAt', direction: 'asc', description: 'Earliest first, as a conversation is read.' },
  },
  unique: { interaction_source: ['MESSAGE_BEING_RECEIVED', 'This very message was being received at the same moment: send it again to be told what became of it.'] },
})
export class Interaction extends Entity {
  @choice(InteractionKind, 'What kind of contact.', { filter: true })
  kind!: InteractionKind;

  @choice(ChannelKind, 'By what means. Null: by none, as a note.', { optional: true, filter: true })
  channelKind: ChannelKind | null = null;

  @belongsTo(() => Channel, 'Through which of our channels. Null: none that is kept here, as for a visit.', { optional: true })
  channel: Ref<Channel> | null = null;

  @choice(Direction, 'Which way it went.', { filter: true })
  direction!: Direction;

  @belongsTo(() => Conversation, 'What it belongs to. Null: it stands alone.', {
    optional: true, inverse: { name: 'interactions', description: 'What was said in it.' },
  })
  conversation: Ref<Conversation> | null = null;

  @belongsTo(() => Customer, 'With whom. Null: nobody outside, or not known.', {
    optional: true, inverse: { name: 'interactions', description: 'Contacts with them.' },
  })
  customer: Ref<Customer> | null = null;

  @belongsTo(() => User, 'Who of us handled it. Null: nobody, or not known.', { optional: true, filter: true })
  agent: Ref<User> | null = null;

  @text('What it was about. Null: not said.', { optional: true, max: 1000, hideable: true })
  subject: string | null = null;

  @text('The first words of what was said, on one line. Null: nothing was written.', { optional: true, hideable: true })
  preview: string | null = null;

  @choice(CallOutcome, 'How the call ended; its numbers are the addresses of its participants. Null: no call, or not known.', { optional: true, filter: true })
  callOutcome: CallOutcome | null = null;

  @text('What came of it, in the words or codes of the organisation. Null: not said.', { optional: true, max: 100, filter: true })
  disposition: string | null = null;

  @moment('When it happened, or began.')
  startedAt!: Date;

  @moment('When it ended. Null: it took no time, or not known.', { optional: true })
  endedAt: Date | null = null;

  @flag('Written by a machine: an answer out of office, a bounce, a notification.')
  automatic = false;

  @text('The Message-ID by which mail programs know it, without angle brackets. Null: it is no mail, or came in before these were kept.', { optional: true, max: 250 })
  messageId: string | null = null;

  /** What it was made from, so that nothing is taken in twice. */
  @text(undefined, { optional: true, max: 300 })
  sourceKey: string | null = null;

  static create(facts: InteractionFacts, origin: Origin): Interaction {
    const { startedAt, endedAt } = facts;
    if (endedAt && endedAt < startedAt) {
      throw new Refusal('ENDED_BEFORE_STARTED', `It cannot have ended (${endedAt.toISOString()}) before it started (${startedAt.toISOString()}).`, { field: ['endedAt'] });
    }
    const interaction = Object.assign(new Interaction(), facts);
    announce(interaction, origin);
    return interaction;
  }

  @computed(duration, 'How long it took. Null: it took no time, or not known.', { needs: ['startedAt', 'endedAt'], optional: true })
  get duration(): string | null {
    return this.endedAt && durationBetween(this.startedAt, this.endedAt);
  }
}
