/**
 * The ledger of a campaign: one row for each customer of its audience, whatever became of them. The rule it serves: nobody
 * is mailed twice. Who hands a mail to a server first writes SENDING and by which claim; who finds that and does not know
 * the end of it writes UNCERTAIN, which only a person resolves. What a customer did is kept as moments beside the status,
 * since one may answer and unsubscribe.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, choice, moment, number, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import type { SendOutcome } from '../../kernel/ports.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Customer } from '../customers/customer.ts';
import { TimelineEntry } from '../customers/timeline-entry.ts';
import { CampaignVariant } from './campaign-variant.ts';
import { Campaign } from './campaign.ts';

export const CampaignMemberStatus = choices('CampaignMemberStatus', 'What became of somebody in the audience of a campaign. May grow.', {
  HELD_OUT: 'Not mailed, by lot, to compare with.',
  EXCLUDED: 'Not mailed, for a reason.',
  QUEUED: 'To be mailed.',
  SENDING: 'Being handed to a mail server.',
  SENT: 'A mail server took it.',
  FAILED: 'No server took it.',
  UNCERTAIN: 'The connection or the process was lost when a server may have taken it. It is never sent again by itself.',
  BOUNCED: 'It came back.',
  REPLIED: 'They answered.',
  UNSUBSCRIBED: 'They took themselves off.',
  CANCELLED: 'Not mailed, because the campaign was stopped or its period was over.',
});
export type CampaignMemberStatus = Choice<typeof CampaignMemberStatus>;

export const ExclusionReason = choices('ExclusionReason', 'Why somebody of an audience is not mailed. May grow.', {
  ARCHIVED: 'The customer is archived.',
  NO_ADDRESS: 'They have no e-mail address.',
  OPTED_OUT: 'They took one of their addresses off campaigns.',
  SUPPRESSED: 'Their address is on the list of suppressed addresses for another reason.',
  BOUNCED: 'Nothing arrives at their address.',
  DUPLICATE_ADDRESS: 'Somebody else of the audience has the same address.',
  FREQUENCY_CAP: 'They got as many campaigns lately as anybody may.',
});
export type ExclusionReason = Choice<typeof ExclusionReason>;

const MINUTE_MS = 60_000;
/** From one attempt to the next, when a server says to come back later. */
export const PAUSES_MS = [5, 15, 60, 180, 360, 720].map((minutes) => minutes * MINUTE_MS);
const LONGEST_FAILURE = 500;
/** Servers quote the address, which not everybody may see who sees what became of a campaign. */
const ADDRESS = /<?[^\s<>@]+@[^\s<>]+>?:?/g;
const wordsOf = (said: string): string => said.replace(ADDRESS, '…').slice(0, LONGEST_FAILURE);

@model('What became of a customer in the audience of a campaign.', {
  prefix: 'cme', read: 'campaign:read', partOf: 'campaign', silent: true, subjectOf: [() => TimelineEntry],
  orders: {
    ENROLLED_ASC: { field: 'id', direction: 'asc', description: 'As they were enrolled.' },
    DUE_ASC: { field: 'dueAt', direction: 'asc', description: 'Those to be mailed earliest first.' },
  },
  unique: {
    campaign_member_once: ['CAMPAIGN_MEMBER_TAKEN', 'The same customer was enrolled at the same moment.'],
    campaign_member_address_once: ['CAMPAIGN_MEMBER_TAKEN', 'Somebody with the same address was enrolled at the same moment.'],
  },
})
export class CampaignMember extends Entity {
  @belongsTo(() => Campaign, 'Of which campaign.', { inverse: { name: 'members', description: 'Everybody of its audience and what became of them, once it has begun.' } })
  campaign!: Ref<Campaign>;

  @belongsTo(() => Customer, 'Who it is.', { filter: true, inverse: { name: 'campaignMembers', description: 'Campaigns they were in the audience of.' } })
  customer!: Ref<Customer>;

  @belongsTo(() => CampaignVariant, 'What they got, or were to get. Null: they were held out or excluded at once.', { optional: true, filter: true })
  variant: Ref<CampaignVariant> | null = null;

  @choice(CampaignMemberStatus, 'What became of them: of what happened to an address or was done there, the latest.', { filter: true })
  status!: CampaignMemberStatus;

  @choice(ExclusionReason, 'Why they were excluded. Null: they were not.', { optional: true, filter: true })
  exclusion: ExclusionReason | null = null;

  @text(undefined, { optional: true, max: 254 })
  address: string | null = null;

  @text(undefined, { optional: true, max: 254 })
  addressKey: string | null = null;

  @text(undefined, { optional: true, max: 254 })
  domain: string | null = null;

  @moment('They are not mailed before.', { quiet: true })
  dueAt!: Date;

  @number('How often their mail was handed to a server.')
  attempts = 0;

  @moment('When their mail was last handed to a server. Null: it was not.', { optional: true })
  handedAt: Date | null = null;

  @moment('When a server took it. Null: none did, or it is not known.', { optional: true })
  sentAt: Date | null = null;

  @moment('When it came back. Null: it did not.', { optional: true })
  bouncedAt: Date | null = null;

  @moment('When they first answered. Null: they did not.', { optional: true })
  repliedAt: Date | null = null;

  @moment('When they took themselves off by it. Null: they did not.', { optional: true })
  unsubscribedAt: Date | null = null;

  @text("The server's status code. Null: none was given.", { optional: true, max: 20 })
  statusCode: string | null = null;

  @text('Why it was not sent or came back, in the words of the server, without addresses. Null: there is nothing to say.', { optional: true, max: LONGEST_FAILURE, hideable: true })
  failure: string | null = null;

  @text(undefined, { optional: true, max: 40 })
  claim: string | null = null;

  /** Of the Message-ID of their mail, as answers name it. */
  @text(undefined, { optional: true, max: 64 })
  messageKey: string | null = null;

  static enrol(facts: Pick<CampaignMember, 'campaign' | 'customer' | 'status' | 'dueAt'> & Partial<Pick<CampaignMember, 'variant' | 'exclusion' | 'address' | 'addressKey' | 'domain'>>): CampaignMember {
    return Object.assign(new CampaignMember(), facts);
  }

  exclude(exclusion: ExclusionReason): void {
    Object.assign(this, { status: 'EXCLUDED', exclusion, addressKey: null });
  }

  /** Before anything is said to a server. */
  begin(claim: string, messageKey: string, at: Date): void {
    Object.assign(this, { status: 'SENDING', claim, messageKey, handedAt: at, attempts: this.attempts + 1 });
  }

  /** Whoever began does not know the end of it. */
  lose(failure: string): void {
    Object.assign(this, { status: 'UNCERTAIN', failure: wordsOf(failure) });
  }

  /** The end is known to whoever began, also when others had already taken it for lost. Answers whether it was taken. */
  conclude(claim: string, outcome: SendOutcome, at: Date): boolean {
    if (!this.inFlight(claim)) return false;
    switch (outcome.outcome) {
      case 'SENT':
        Object.assign(this, { status: 'SENT', sentAt: at, failure: null, statusCode: null });
        return true;
      case 'UNCERTAIN':
        this.lose(outcome.reason);
        return false;
      case 'REFUSED':
        this.fail(outcome.statusCode, outcome.reason);
        return false;
      case 'POSTPONED':
        this.postpone(outcome, at);
        return false;
    }
  }

  fail(statusCode: string | null, failure: string): void {
    Object.assign(this, { status: 'FAILED', statusCode: statusCode?.slice(0, 20) ?? null, failure: wordsOf(failure) });
  }

  /** No server was spoken to, which is nobody's fault here: the attempt does not count. Answers as `conclude`. */
  putBack(claim: string, dueAt: Date): boolean {
    if (!this.inFlight(claim)) return false;
    Object.assign(this, { status: 'QUEUED', attempts: this.attempts - 1, handedAt: null, claim: null, failure: null, dueAt });
    return true;
  }

  cancel(): void {
    this.status = 'CANCELLED';
  }

  /** By a person's decision: who got it may get it twice. */
  sendAgain(at: Date): void {
    if (this.status !== 'UNCERTAIN' && this.status !== 'FAILED') {
      throw new Refusal('MEMBER_NOT_SENDABLE_AGAIN', `Only what failed or is uncertain can be sent again; this one is ${this.status}.`);
    }
    Object.assign(this, { status: 'QUEUED', attempts: 0, handedAt: null, claim: null, failure: null, statusCode: null, dueAt: at });
  }

  bounce(statusCode: string | null, failure: string, at: Date): void {
    if (this.bouncedAt !== null) return;
    this.left(at);
    Object.assign(this, { status: 'BOUNCED', bouncedAt: at, statusCode: statusCode?.slice(0, 20) ?? null, failure: wordsOf(failure) });
  }

  reply(at: Date): void {
    if (this.repliedAt !== null) return;
    this.left(at);
    this.repliedAt = at;
    if (this.status !== 'UNSUBSCRIBED') this.status = 'REPLIED';
  }

  unsubscribe(at: Date): void {
    if (this.unsubscribedAt !== null) return;
    this.left(at);
    Object.assign(this, { status: 'UNSUBSCRIBED', unsubscribedAt: at });
  }

  /** By this claim, whether or not others took it for lost. */
  inFlight(claim: string): boolean {
    return this.claim === claim && (this.status === 'SENDING' || this.status === 'UNCERTAIN');
  }

  /** That of which something comes back was taken, whatever was known of it, and though it was to be sent again, or to no longer be. */
  private left(at: Date): void {
    this.sentAt ??= this.handedAt ?? at;
    this.exclusion = null;
  }

  private postpone({ statusCode, reason }: Extract<SendOutcome, { outcome: 'POSTPONED' | 'REFUSED' }>, at: Date): void {
    const pause = PAUSES_MS[this.attempts - 1];
    if (pause === undefined) return this.fail(statusCode, reason);
    Object.assign(this, { status: 'QUEUED', dueAt: new Date(at.getTime() + pause), statusCode: statusCode?.slice(0, 20) ?? null, failure: wordsOf(reason) });
  }
}
