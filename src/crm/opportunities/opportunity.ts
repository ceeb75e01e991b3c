/**
 * The opportunity: something a customer may buy. Its amount is entered, or the sum of its lines, and says which; what it
 * is worth to a forecast is the amount by the probability of its stage. Who moves it, wins it or loses it does so by its
 * methods, each of which keeps these true.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, day, hasMany, money, moment, number, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { matching } from '../../kernel/predicates.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import type { Money } from '../../kernel/values/money.ts';
import { Customer } from '../customers/customer.ts';
import { TimelineEntry } from '../customers/timeline-entry.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';
import { Task } from '../tasks/task.ts';
import { inCurrency } from './line-item.ts';
import type { Totals } from './line-totals.ts';
import { Pipeline } from './pipeline.ts';
import { Stage } from './stage.ts';

export const OpportunityStatus = choices('OpportunityStatus', 'Whether an opportunity is decided.', {
  OPEN: 'Not decided yet.',
  WON: 'The customer bought.',
  LOST: 'The customer did not buy, or not from us.',
});
export type OpportunityStatus = Choice<typeof OpportunityStatus>;

export const AmountSource = choices('AmountSource', 'Where the amount of an opportunity comes from.', {
  ENTERED: 'Somebody entered it.',
  LINES: 'It is the net sum of the lines.',
});
export type AmountSource = Choice<typeof AmountSource>;

/** What can be said of an opportunity. What is not given stays as it is. */
export interface OpportunityDetails {
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly nextStep?: string | null | undefined;
  readonly expectedCloseOn?: string | null | undefined;
  readonly probability?: number | null | undefined;
  readonly owner?: Ref<User> | null | undefined;
  readonly team?: Ref<Team> | null | undefined;
}

/** Of what is decided only these are changed; the rest after it was reopened. */
const EVER: ReadonlySet<string> = new Set(['title', 'description', 'source', 'owner', 'team']);

/** Of one that is not expected on any day, for the order of lists: after all others. */
const NO_DAY = '9999-12-31';

@model('Something a customer may buy from us, on its way through the stages of a pipeline.', {
  prefix: 'opp', read: 'opportunity:read', reach: { owner: 'owner', team: 'team' }, subjectOf: [() => TimelineEntry],
  orders: {
    UPDATED_DESC: { field: 'updatedAt', direction: 'desc', description: 'Last changed first.' },
    CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' },
    EXPECTED_CLOSE_ASC: { field: 'closingOn', direction: 'asc', description: 'Expected to close earliest first; those without a day last.' },
  },
})
export class Opportunity extends Entity {
  @belongsTo(() => Customer, 'Who may buy.', { filter: true, inverse: { name: 'opportunities', description: 'What they may buy, bought or did not buy.' } })
  customer!: Ref<Customer>;

  @text('What it is about, in a few words.')
  title!: string;

  @text('What else there is to know. Null: nothing.', { optional: true, max: 10_000, multiline: true })
  description: string | null = null;

  @belongsTo(() => Pipeline, 'In which pipeline.', { filter: true })
  pipeline!: Ref<Pipeline>;

  @belongsTo(() => Stage, 'In which stage; once it is decided, in which it was then.', { filter: true, inverse: { name: 'opportunities', description: 'Opportunities in it, those that were decided in it among them.' } })
  stage!: Ref<Stage>;

  @moment('When it entered the stage.')
  stageEnteredAt!: Date;

  @belongsTo(() => User, 'Who works on it. Null: nobody in particular.', { optional: true, filter: true })
  owner: Ref<User> | null = null;

  @belongsTo(() => Team, 'Whose it is besides. Null: no team’s.', { optional: true, filter: true })
  team: Ref<Team> | null = null;

  @choice(OpportunityStatus, 'Whether it is decided.', { filter: true })
  status: OpportunityStatus = 'OPEN';

  @text('Currency of all its amounts, those of its lines among them.', { value: currencyCode })
  currency!: string;

  @money('What the customer may pay, before tax. Null: not known.', { optional: true, currency: 'currency', filter: true })
  amount: Money | null = null;

  @choice(AmountSource, 'Whether the amount was entered or is the sum of the lines.')
  amountSource: AmountSource = 'ENTERED';

  @number('How likely it is to be won, in percent: of its stage, unless somebody knows better.')
  probability!: number;

  @money('Amount by probability, rounded half up. Null: no amount.', { optional: true, currency: 'currency' })
  weightedAmount: Money | null = null;

  @money('What its lines come to before tax. Null: it has none.', { optional: true, currency: 'currency' })
  netTotal: Money | null = null;

  @money('Tax on its lines. Null: it has none.', { optional: true, currency: 'currency' })
  taxTotal: Money | null = null;

  @money('What its lines come to with tax. Null: it has none.', { optional: true, currency: 'currency' })
  grossTotal: Money | null = null;

  @day('The day on which it is expected to be decided. Null: not known.', { optional: true, filter: true })
  expectedCloseOn: string | null = null;

  @day()
  closingOn = NO_DAY;

  @text('How it came about: `trade fair`, `referral`. Null: not said.', { optional: true, max: 100, filter: true })
  source: string | null = null;

  @text('What is done next. Null: not said.', { optional: true, max: 500 })
  nextStep: string | null = null;

  @hasMany(() => Task, 'subject', 'The open task about it that is due first: what somebody is to do next. Null: there is none, or you may not see it.', {
    max: 1, sortedBy: 'dueOrder', where: matching<Task>({ status: 'OPEN' }),
  })
  nextTask?: never;

  @hasMany(() => Task, 'subject', 'What is to be done about it, and what was, due first first.', { max: 50, sortedBy: 'dueOrder' })
  tasks?: never;

  @text('Why it was won or lost. Null: not said, or not decided.', { optional: true, max: 500 })
  reason: string | null = null;

  @text('Who won it instead of us, or would have. Null: nobody, or not known.', { optional: true, max: 200 })
  competitor: string | null = null;

  @moment('When it was won. Null: it was not.', { optional: true, filter: true })
  wonAt: Date | null = null;

  @moment('When it was lost. Null: it was not.', { optional: true, filter: true })
  lostAt: Date | null = null;

  static open(customer: Ref<Customer>, stage: Stage, { currency, at, ...details }: OpportunityDetails & { readonly title: string; readonly currency: string; readonly at: Date }): Opportunity {
    const opportunity = Object.assign(new Opportunity(), { customer, currency });
    opportunity.enter(stage, at);
    opportunity.take(details);
    announce(opportunity, 'opportunity.opened');
    return opportunity;
  }

  update(details: OpportunityDetails): void {
    const changed = Object.entries(details).filter(([name, value]) => value !== undefined && !EVER.has(name));
    if (changed.length > 0) this.refuseDecided();
    const { owner, team } = this;
    this.take(details);
    announce(this, 'opportunity.updated');
    if (this.owner?.id !== owner?.id || this.team?.id !== team?.id) announce(this, 'opportunity.assigned');
  }

  /** An amount somebody entered stays until they say that it is the sum of the lines again. Null: not known. */
  value(amount: Money | null): void {
    this.refuseDecided();
    if (amount !== null && amount.currency !== this.currency && this.netTotal === null) {
      this.amount = this.weightedAmount = null;
      this.currency = amount.currency;
    }
    this.amount = inCurrency(amount, this.currency, 'amount');
    this.amountSource = 'ENTERED';
    this.weigh();
    announce(this, 'opportunity.updated');
  }

  valueByLines(): void {
    this.refuseDecided();
    if (this.netTotal === null) throw new Refusal('OPPORTUNITY_WITHOUT_LINES', 'It has no lines whose sum could be its amount. Add lines, or enter an amount.', { field: ['amountSource'] });
    this.amountSource = 'LINES';
    this.amount = this.netTotal;
    this.weigh();
    announce(this, 'opportunity.updated');
  }

  /** The first line makes the amount their sum; after that it is whatever people said last. Null: there are no lines. */
  takeTotals(totals: Totals | null): void {
    const first = this.netTotal === null && totals !== null;
    this.netTotal = totals?.net ?? null;
    this.taxTotal = totals?.tax ?? null;
    this.grossTotal = totals?.gross ?? null;
    if (first) this.amountSource = 'LINES';
    if (this.amountSource === 'ENTERED') return;
    this.amount = this.netTotal;
    if (totals === null) this.amountSource = 'ENTERED';
    this.weigh();
  }

  move(stage: Stage, at: Date): void {
    this.refuseDecided();
    this.enter(stage, at);
    announce(this, 'opportunity.stageMoved');
  }

  win(facts: { readonly reason: string | null; readonly competitor: string | null }, at: Date): void {
    if (this.status === 'WON') throw new Refusal('OPPORTUNITY_ALREADY_WON', 'This opportunity is won already.');
    this.refuseDecided();
    Object.assign(this, facts, { status: 'WON', wonAt: at, probability: 100 });
    this.weigh();
    announce(this, 'opportunity.won');
  }

  lose(facts: { readonly reason: string; readonly competitor: string | null }, at: Date): void {
    if (this.status === 'LOST') throw new Refusal('OPPORTUNITY_ALREADY_LOST', 'This opportunity is lost already.');
    this.refuseDecided();
    Object.assign(this, facts, { status: 'LOST', lostAt: at, probability: 0 });
    this.weigh();
    announce(this, 'opportunity.lost');
  }

  reopen(stage: Stage, at: Date): void {
    if (this.status === 'OPEN') throw new Refusal('OPPORTUNITY_NOT_DECIDED', 'This opportunity is open.');
    Object.assign(this, { status: 'OPEN', wonAt: null, lostAt: null, reason: null, competitor: null });
    this.enter(stage, at);
    announce(this, 'opportunity.reopened');
  }

  refuseDecided(): void {
    if (this.status !== 'OPEN') throw new Refusal('OPPORTUNITY_DECIDED', `This opportunity is ${this.status.toLowerCase()}. Reopen it first.`);
  }

  private enter(stage: Stage, at: Date): void {
    Object.assign(this, { stage, pipeline: stage.pipeline, stageEnteredAt: at, probability: stage.probability });
    this.weigh();
  }

  private take({ title, probability, expectedCloseOn, ...details }: OpportunityDetails): void {
    Object.assign(this, Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)));
    this.title = title ?? this.title;
    this.probability = probability ?? this.probability;
    if (expectedCloseOn !== undefined) this.expectedCloseOn = expectedCloseOn;
    this.closingOn = this.expectedCloseOn ?? NO_DAY;
    this.weigh();
  }

  private weigh(): void {
    this.weightedAmount = this.amount?.percent(String(this.probability)) ?? null;
  }
}
