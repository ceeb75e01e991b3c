/**
 * What becomes of a message that we send: a record beside the interaction, since most interactions are sent by nobody.
 * The rule that everything here serves: a message is handed to a mail server at most once unless the server said that it
 * did not take it. Who hands it over first writes SENDING and by which claim; who finds that and does not know the end
 * of it writes UNCERTAIN, which only a person resolves.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, flag, moment, number, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import type { SendOutcome } from '../../kernel/ports.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { locale } from '../../kernel/values/locale.ts';
import { Conversation } from './conversation.ts';
import { Interaction } from './interaction.ts';

export const DeliveryStatus = choices('DeliveryStatus', 'Where a message that we send stands.', {
  QUEUED: 'To be sent: at once, at the time that was asked for, or again after a server said to come back.',
  SENDING: 'Being handed to a mail server.',
  SENT: 'A mail server took it.',
  FAILED: 'No server took it, and it is not tried again by itself.',
  BOUNCED: 'A server took it and later said that it could not be delivered.',
  UNCERTAIN: 'The connection or the process was lost when it may have been taken. It is never sent again by itself.',
  CANCELLED: 'Taken back before it was sent.',
});
export type DeliveryStatus = Choice<typeof DeliveryStatus>;

/** Who wrote it, as its header tells. */
export const AutomaticMessage = choices('AutomaticMessage', 'How a machine came to write a message.', {
  GENERATED: 'By itself.',
  REPLIED: 'In answer to a message.',
});

const MINUTE_MS = 60_000;
/** From one attempt to the next: for two days, as mail servers do. */
const PAUSES_MS = [1, 5, 15, 60, 180, 360, 720, 1440].map((minutes) => minutes * MINUTE_MS);
const LONGEST_REASON = 1000;
const MOST_REFERENCES = 30;

type Facts = 'interaction' | 'conversation' | 'sendAt' | 'paced' | 'inReplyTo' | 'references' | 'language' | 'automatic' | 'unsubscribeUrl';

@model('What became of a message that we send.', { prefix: 'dlv', read: 'interaction:read', reach: { through: 'interaction' } })
export class MessageDelivery extends Entity {
  @belongsTo(() => Interaction, 'The message.', { inverse: { name: 'delivery', description: 'What became of it. Null: it is no message that was sent from here.', max: 1 } })
  interaction!: Ref<Interaction>;

  @belongsTo(() => Conversation)
  conversation!: Ref<Conversation>;

  @choice(DeliveryStatus, 'Where it stands.')
  status: DeliveryStatus = 'QUEUED';

  @text('Why it was not sent or delivered, or not to everybody, in the words of the server. Null: there is nothing to say.', { optional: true, max: LONGEST_REASON, hideable: true })
  reason: string | null = null;

  @text("The server's status code (RFC 3463, such as `5.1.1`; else the bare SMTP reply code). Null: none was given.", { optional: true, max: 20 })
  statusCode: string | null = null;

  @number('How often it was handed to a server.')
  attempts = 0;

  @moment('It is not sent before. Null: at once.', { optional: true })
  sendAt: Date | null = null;

  @moment('When a server took it. Null: none did, or it is not known.', { optional: true })
  sentAt: Date | null = null;

  @moment('When it came back. Null: it did not.', { optional: true })
  bouncedAt: Date | null = null;

  /** When it is next due by itself. */
  @moment(undefined, { optional: true })
  nextAt: Date | null = null;

  /** Whoever made it hands it over, at a pace of their own. What has to be tried again leaves by itself. */
  @flag()
  paced = false;

  /** By what the attempt that runs, or ran last, is known. */
  @text(undefined, { optional: true, max: 100 })
  claim: string | null = null;

  @text(undefined, { optional: true, max: 250 })
  inReplyTo: string | null = null;

  @text(undefined, { list: true, most: MOST_REFERENCES, max: 250 })
  references: string[] = [];

  @text(undefined, { optional: true, value: locale })
  language: string | null = null;

  @choice(AutomaticMessage, undefined, { optional: true })
  automatic: Choice<typeof AutomaticMessage> | null = null;

  @text(undefined, { optional: true, max: 1000 })
  unsubscribeUrl: string | null = null;

  static queue(facts: Pick<MessageDelivery, 'interaction' | 'conversation'> & Partial<Pick<MessageDelivery, Facts>>, at: Date): MessageDelivery {
    const delivery = Object.assign(new MessageDelivery(), facts);
    delivery.nextAt = delivery.sendAt && delivery.sendAt > at ? delivery.sendAt : null;
    announce(delivery, 'message.queued');
    return delivery;
  }

  /** Whether the time has come to send it. */
  get due(): boolean {
    return this.status === 'QUEUED' && this.nextAt === null;
  }

  /** The moment it waited for has come. */
  fallDue(): void {
    this.nextAt = null;
    this.paced &&= this.attempts === 0;
    announce(this, 'message.due');
  }

  /** Before anything is said to a server. */
  begin(claim: string): void {
    this.status = 'SENDING';
    this.claim = claim;
    this.attempts += 1;
    announce(this, 'message.sending');
  }

  /** Whoever began does not know the end of it. */
  lose(reason: string): void {
    this.status = 'UNCERTAIN';
    this.reason = reason;
    announce(this, 'message.uncertain');
  }

  /** The end is known to whoever began, also when others had already taken it for lost. */
  conclude(claim: string, outcome: SendOutcome, at: Date): void {
    if (this.claim !== claim || (this.status !== 'SENDING' && this.status !== 'UNCERTAIN')) return;
    switch (outcome.outcome) {
      case 'SENT': return this.succeed(outcome, at);
      case 'UNCERTAIN': return this.lose(outcome.reason.slice(0, LONGEST_REASON));
      case 'REFUSED': return this.fail(outcome);
      case 'POSTPONED': return this.postpone(outcome, at);
    }
  }

  cancel(): void {
    if (this.status !== 'QUEUED') throw new Refusal('MESSAGE_NOT_QUEUED', `Only what waits to be sent can be taken back; this message is ${this.status}.`);
    this.status = 'CANCELLED';
    this.nextAt = null;
    announce(this, 'message.cancelled');
  }

  /** By a person's decision: who got it may get it twice. */
  sendAgain(): void {
    if (!['FAILED', 'UNCERTAIN', 'BOUNCED'].includes(this.status)) {
      throw new Refusal('MESSAGE_NOT_SENDABLE_AGAIN', `Only a message that failed, came back or is uncertain can be sent again; this one is ${this.status}.`);
    }
    Object.assign(this, { status: 'QUEUED', reason: null, statusCode: null, attempts: 0, sentAt: null, bouncedAt: null, nextAt: null, claim: null, paced: false });
    announce(this, 'message.queued');
  }

  /** It came back. Told again, it is no news. */
  bounce(statusCode: string | null, reason: string, at: Date): void {
    if (this.status === 'BOUNCED') return;
    Object.assign(this, { status: 'BOUNCED', statusCode: statusCode?.slice(0, 20) ?? null, reason: reason.slice(0, LONGEST_REASON), bouncedAt: at, nextAt: null });
    announce(this, 'message.bounced');
  }

  private succeed({ refused }: Extract<SendOutcome, { outcome: 'SENT' }>, at: Date): void {
    this.status = 'SENT';
    this.sentAt = at;
    this.statusCode = refused[0]?.statusCode ?? null;
    this.reason = refused.map(({ address, reason }) => `Not taken for ${address}: ${reason}`).join('\n').slice(0, LONGEST_REASON) || null;
    announce(this, 'message.sent');
  }

  private fail({ statusCode, reason }: Extract<SendOutcome, { outcome: 'REFUSED' | 'POSTPONED' }>): void {
    Object.assign(this, { status: 'FAILED', statusCode, reason: reason.slice(0, LONGEST_REASON) });
    announce(this, 'message.failed');
  }

  private postpone(outcome: Extract<SendOutcome, { outcome: 'REFUSED' | 'POSTPONED' }>, at: Date): void {
    const pause = PAUSES_MS[this.attempts - 1];
    if (pause === undefined) return this.fail(outcome);
    const { statusCode, reason } = outcome;
    Object.assign(this, { status: 'QUEUED', statusCode, reason: reason.slice(0, LONGEST_REASON), nextAt: new Date(at.getTime() + pause) });
    announce(this, 'message.postponed');
  }
}
