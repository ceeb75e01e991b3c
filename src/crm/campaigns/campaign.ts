/**
 * The campaign: what is said to whom, when, and what for. People plan, launch, pause, resume and stop it; a job enrols its
 * audience and sends. `nextAt` is when that job is wanted next; `job` the one that is at it, and no other acts meanwhile.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, day, flag, id, moment, money, number, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import { localTime } from '../../kernel/values/local-time.ts';
import type { Money } from '../../kernel/values/money.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';
import { User } from '../identity/user.ts';
import { Channel } from '../interactions/channel.ts';
import { Job } from '../jobs/job.ts';
import { endOfPeriod } from './campaign-period.ts';
import type { SendWindow } from './send-window.ts';

export const CampaignStatus = choices('CampaignStatus', 'Where a campaign stands.', {
  PLANNED: 'Being prepared; nothing is sent.',
  SCHEDULED: 'Launched; it begins at its time.',
  RUNNING: 'Its audience is being enrolled, or mailed.',
  PAUSED: 'Stopped for now; it can go on.',
  STOPPED: 'Stopped for good; who was not mailed is not mailed any more.',
  DONE: 'Everybody it is for was mailed, as far as it could be until the end of its period. Replies and results still come in.',
});
export type CampaignStatus = Choice<typeof CampaignStatus>;

export interface CampaignDetails {
  readonly name?: string | null | undefined;
  readonly goal?: string | null | undefined;
  readonly budget?: Money | null | undefined;
  readonly startsOn?: string | null | undefined;
  readonly endsOn?: string | null | undefined;
  readonly startAt?: Date | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly sendFrom?: string | null | undefined;
  readonly sendUntil?: string | null | undefined;
  readonly weekdaysOnly?: boolean | null | undefined;
  readonly holdOutPercent?: number | null | undefined;
}

export const DEFAULT_HOLD_OUT = 10;
export const MOST_HELD_OUT = 90;
const LONGEST_FAILURE = 500;

@model('A series of mails to an audience, for a goal, with a group that is not mailed to compare with.', {
  prefix: 'cmp', read: 'campaign:read',
  orders: {
    CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' },
    UPDATED_DESC: { field: 'updatedAt', direction: 'desc', description: 'Last changed first.' },
    NAME_ASC: { field: 'name', direction: 'asc', description: 'By name.' },
  },
})
export class Campaign extends Entity implements SendWindow {
  @text('What we call it. Recipients see it only where a template says it.')
  name!: string;

  @text('What it is to achieve. Null: not said.', { optional: true, max: 2000, multiline: true })
  goal: string | null = null;

  @choice(CampaignStatus, 'Where it stands.', { filter: true })
  status: CampaignStatus = 'PLANNED';

  @text('Currency of its budget.', { value: currencyCode })
  currency!: string;

  @money('What it may cost. Null: not said.', { optional: true, currency: 'currency' })
  budget: Money | null = null;

  @day('First day of its period, for people to see. Null: not said.', { optional: true })
  startsOn: string | null = null;

  @day('Last day of its period, by its time zone: no mail leaves after it, and what customers do then is not counted. Null: it stays open.', { optional: true })
  endsOn: string | null = null;

  @moment('It begins to mail at this time. Null: when it is launched.', { optional: true })
  startAt: Date | null = null;

  @text('Time zone of its days and times of day.', { value: timeZone })
  timeZone!: string;

  @text('Mails leave from this time of day on. Null: from its beginning.', { optional: true, value: localTime })
  sendFrom: string | null = null;

  @text('Mails leave until this time of day. Null: until its end.', { optional: true, value: localTime })
  sendUntil: string | null = null;

  @flag('Mails leave from Monday to Friday only.')
  weekdaysOnly = false;

  @belongsTo(() => Channel, 'From which of our channels.')
  channel!: Ref<Channel>;

  @number('How many of a hundred are held out, by lot: not mailed, so that what the others do more can be seen.')
  holdOutPercent = DEFAULT_HOLD_OUT;

  @text('What the lot is drawn by. The place of a customer is the first 48 bits of HMAC-SHA256 with this text as the key and the customer’s id as the message, divided by 2 to the 48th; those below `holdOutPercent` are held out, the variants share the rest by weight, in their order.', { max: 64 })
  seed!: string;

  @belongsTo(() => User, 'Who answers for it. Null: nobody in particular.', { optional: true, filter: true })
  owner: Ref<User> | null = null;

  @moment('When it was launched. Null: it was not.', { optional: true })
  launchedAt: Date | null = null;

  @moment('When it began to enrol and to mail. Null: it has not.', { optional: true, filter: true })
  startedAt: Date | null = null;

  @moment('When it was done or stopped. Null: it is not.', { optional: true, filter: true })
  endedAt: Date | null = null;

  @text('Why it was paused by itself: in the words of a mail server that takes nothing from its sender, or as its job failed. Null: it was not.', { optional: true, max: LONGEST_FAILURE })
  failure: string | null = null;

  @moment(undefined, { optional: true })
  nextAt: Date | null = null;

  @belongsTo(() => Job, 'The job that works on it. Null: none does.', { optional: true })
  job: Ref<Job> | null = null;

  /** Of the customer that was enrolled last: enrolment walks the audience in order of id. */
  @id(null, undefined, { optional: true })
  enrolledTo: string | null = null;

  @flag('Whether its whole audience is enrolled.')
  enrolled = false;

  static plan(facts: CampaignDetails & { readonly name: string; readonly timeZone: string; readonly currency: string; readonly channel: Ref<Channel>; readonly owner: Ref<User> | null; readonly seed: string }): Campaign {
    const { channel, owner, seed, currency, ...details } = facts;
    const campaign = Object.assign(new Campaign(), { channel, owner, seed, currency });
    campaign.take(details);
    announce(campaign, 'campaign.planned');
    return campaign;
  }

  update(details: CampaignDetails & { readonly channel?: Ref<Channel> | undefined }): void {
    this.refuseLaunched();
    const { channel, ...rest } = details;
    if (channel) this.channel = channel;
    this.take(rest);
    announce(this, 'campaign.updated');
  }

  /** Its audience or its variants are others. */
  recompose(): void {
    this.refuseLaunched();
    announce(this, 'campaign.recomposed');
  }

  get launched(): boolean {
    return this.status !== 'PLANNED';
  }

  /** Whether mails are, or will be, sent. */
  get going(): boolean {
    return this.status === 'RUNNING' || this.status === 'SCHEDULED';
  }

  launch(at: Date, first: Date): void {
    this.status = first > at ? 'SCHEDULED' : 'RUNNING';
    this.launchedAt = at;
    announce(this, 'campaign.launched');
  }

  start(at: Date): void {
    this.status = 'RUNNING';
    if (this.startedAt !== null) return;
    this.startedAt = at;
    announce(this, 'campaign.started');
  }

  /** `failure`: why, where nobody asked for it. */
  pause(failure: string | null = null): void {
    if (!this.going) throw new Refusal('CAMPAIGN_NOT_GOING', `Only a campaign that was launched and is not over can be paused; this one is ${this.status}.`);
    this.status = 'PAUSED';
    this.failure = failure?.slice(0, LONGEST_FAILURE) ?? null;
    this.nextAt = null;
    announce(this, 'campaign.paused');
  }

  resume(at: Date, first: Date): void {
    if (this.status !== 'PAUSED') throw new Refusal('CAMPAIGN_NOT_PAUSED', `Only a paused campaign can be resumed; this one is ${this.status}.`);
    this.status = this.startedAt === null && first > at ? 'SCHEDULED' : 'RUNNING';
    this.failure = null;
    announce(this, 'campaign.resumed');
  }

  stop(at: Date): void {
    if (!this.going && this.status !== 'PAUSED') throw new Refusal('CAMPAIGN_NOT_GOING', `Only a campaign that was launched and is not over can be stopped; this one is ${this.status}.`);
    this.status = 'STOPPED';
    this.nextAt = null;
    this.endedAt = at;
    announce(this, 'campaign.stopped');
  }

  finish(at: Date): void {
    this.status = 'DONE';
    this.endedAt = at;
    this.job = null;
    announce(this, 'campaign.done');
  }

  /** Somebody is to be mailed again. */
  reopen(): void {
    this.status = 'RUNNING';
    this.endedAt = null;
    announce(this, 'campaign.progressed');
  }

  /** Members got further. */
  progress(): void {
    announce(this, 'campaign.progressed');
  }

  work(job: Job): void {
    this.job = job;
    this.nextAt = null;
    announce(this, 'campaign.progressed');
  }

  /** Nobody works on it until then, or until its period ends, when who is left is cancelled. Null: until somebody says so. */
  rest(until: Date | null): void {
    const end = endOfPeriod(this);
    this.job = null;
    this.nextAt = until && end && end < until ? end : until;
    announce(this, 'campaign.progressed');
  }

  refuseLaunched(): void {
    if (this.launched) throw new Refusal('CAMPAIGN_LAUNCHED', 'A campaign that was launched stays as it was planned. Plan another.');
  }

  private take({ budget, ...details }: CampaignDetails): void {
    const { name, goal, startsOn, endsOn, startAt, sendFrom, sendUntil } = details;
    this.name = name ?? this.name;
    this.timeZone = details.timeZone ?? this.timeZone;
    this.weekdaysOnly = details.weekdaysOnly ?? this.weekdaysOnly;
    this.holdOutPercent = details.holdOutPercent ?? this.holdOutPercent;
    for (const [field, value] of Object.entries({ goal, startsOn, endsOn, startAt, sendFrom, sendUntil })) if (value !== undefined) Object.assign(this, { [field]: value });
    if (budget !== undefined) Object.assign(this, { budget, currency: budget?.currency ?? this.currency });
    if (this.startsOn && this.endsOn && this.endsOn < this.startsOn) {
      throw new Refusal('PERIOD_ENDS_BEFORE_IT_BEGINS', `A period cannot end on ${this.endsOn}, before it begins on ${this.startsOn}.`, { field: ['endsOn'] });
    }
    const [from, until] = [this.sendFrom ?? '00:00', this.sendUntil ?? '24:00'];
    if (from >= until) throw new Refusal('SEND_WINDOW_EMPTY', `Between ${from} and ${until} there is no time to send. A window lies within one day.`, { field: ['sendUntil'] });
  }
}
