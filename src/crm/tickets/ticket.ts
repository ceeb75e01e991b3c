/**
 * Tickets: what a customer asks, reports or complains of, seen through to its end. A ticket knows whose turn it is: ours,
 * the customer's, or nobody's while it is on hold; its clocks are kept by that (`clock-wishes.ts`). It is resolved by
 * people, and closed when nobody objects.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, computed, hasMany, moment, number, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Clock } from '../clocks/clock.ts';
import { Customer } from '../customers/customer.ts';
import { TimelineEntry } from '../customers/timeline-entry.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';
import { Conversation } from '../interactions/conversation.ts';
import { Notification } from '../notifications/notification.ts';
import { ServiceLevel, ServiceLevelCriterion } from './service-level.ts';
import { TicketCategory } from './ticket-category.ts';
import { TicketKind, TicketPriority } from './ticket-kinds.ts';

export const TicketStatus = choices('TicketStatus', 'Where a ticket stands.', {
  OPEN: 'It is our turn.',
  WAITING: 'We answered, and wait for the customer.',
  ON_HOLD: 'Put aside until a moment that was named, or until the customer writes.',
  RESOLVED: 'Done, as we see it; it is reopened when the customer writes.',
  CLOSED: 'Over.',
});
export type TicketStatus = Choice<typeof TicketStatus>;

const DAY = 86_400_000;
/** Where a list of tickets by due time puts those without one: at its end. */
const NEVER = new Date('9999-12-31T23:59:59.999Z');

type Detail = 'subject' | 'description' | 'kind' | 'priority' | 'category';
export type TicketDetails = { readonly [D in Detail]?: Ticket[D] | undefined };
export type Assignment = { readonly [A in 'assignee' | 'team']?: Ticket[A] };
type Beginning = Detail | 'number' | 'customer' | 'conversation' | 'assignee' | 'team' | 'openedBy' | 'askedAt' | 'unansweredAt' | 'heardAt';

@model('What a customer asks, reports or complains of, which we see through to its end.', {
  prefix: 'tic', read: 'ticket:read', reach: { owner: 'assignee', team: 'team', through: 'customer' }, subjectOf: [() => TimelineEntry, () => Clock, () => Notification],
  orders: {
    DUE_ASC: { field: 'dueOrder', direction: 'asc', description: 'Due soonest first, those that are late before all; those without a due time last.' },
    CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' },
  },
  unique: {
    ticket_number: ['TICKET_NUMBER_TAKEN', 'Another ticket took this number at the same moment.'],
    ticket_of_conversation: ['CONVERSATION_HAS_TICKET', 'The conversation is about another ticket already, which is not closed.'],
  },
})
export class Ticket extends Entity {
  @number('Its number, unique in the organisation and rising; not without gaps.', { filter: true })
  number!: number;

  @text('What it is about, in one line.', { max: 1000, hideable: true })
  subject!: string;

  @text('More of what it is about. Null: nothing more, or its conversation tells.', { optional: true, max: 20_000, multiline: true, hideable: true })
  description: string | null = null;

  @choice(TicketKind, 'What kind of matter.', { filter: true })
  kind: TicketKind = 'QUESTION';

  @choice(TicketPriority, 'How much it presses.', { filter: true })
  priority: TicketPriority = 'NORMAL';

  @choice(TicketStatus, 'Where it stands.', { filter: true })
  status: TicketStatus = 'OPEN';

  @belongsTo(() => TicketCategory, 'How it is sorted. Null: not yet.', { optional: true, filter: true })
  category: Ref<TicketCategory> | null = null;

  @belongsTo(() => Customer, 'Whose matter it is. Null: nobody outside, or not known.', {
    optional: true, filter: true, inverse: { name: 'tickets', description: 'What they asked, reported or complained of.' },
  })
  customer: Ref<Customer> | null = null;

  @belongsTo(() => Conversation, 'In which it is talked over. Null: in none yet.', {
    optional: true, inverse: { name: 'tickets', description: 'Tickets about it, the oldest first. Only the last can be still open.', max: 20 },
  })
  conversation: Ref<Conversation> | null = null;

  @belongsTo(() => User, 'Who sees to it. Null: nobody yet.', {
    optional: true, filter: true, inverse: { name: 'tickets', description: 'Tickets they see to, or saw to.' },
  })
  assignee: Ref<User> | null = null;

  @belongsTo(() => Team, 'Which team sees to it. Null: none.', { optional: true, filter: true })
  team: Ref<Team> | null = null;

  @belongsTo(() => User, 'Who opened it. Null: a partner system, or Rapport itself.', { optional: true })
  openedBy: Ref<User> | null = null;

  @moment('Since when it is asked of us: when the customer wrote what it was opened from, else when it was opened.')
  askedAt!: Date;

  @moment('When the customer wrote what nobody of us has answered yet. Null: nothing of theirs waits.', { optional: true })
  unansweredAt: Date | null = null;

  @moment('When a person of us first answered. Null: not yet.', { optional: true })
  firstRepliedAt: Date | null = null;

  @moment('When a person of us last answered. Null: not yet.', { optional: true })
  lastRepliedAt: Date | null = null;

  /** When what the customer wrote last came in: what is older was heard. */
  @moment(undefined, { optional: true })
  heardAt: Date | null = null;

  @text('Why it is on hold. Null: it is not.', { optional: true })
  holdReason: string | null = null;

  @moment('When it is taken up again by itself. Null: it is not on hold.', { optional: true })
  resumesAt: Date | null = null;

  @text('How it was resolved. Null: it is not, or nothing was said.', { optional: true, max: 5000, multiline: true, hideable: true })
  resolution: string | null = null;

  @moment('When it was resolved. Null: it is not.', { optional: true })
  resolvedAt: Date | null = null;

  @belongsTo(() => User, 'Who resolved it. Null: it is not resolved, or no user did.', { optional: true })
  resolvedBy: Ref<User> | null = null;

  @moment('When it is closed by itself, unless the customer writes before. Null: it is not.', { optional: true })
  closesAt: Date | null = null;

  @moment('When it was closed. Null: it is not.', { optional: true })
  closedAt: Date | null = null;

  @number('How often it was reopened.')
  reopenings = 0;

  @belongsTo(() => Ticket, 'The ticket that goes on in its place: what is said in its conversation counts there. Null: it was not merged.', {
    optional: true, inverse: { name: 'mergedTickets', description: 'Tickets that were merged into it.', max: 50 },
  })
  mergedInto: Ref<Ticket> | null = null;

  @belongsTo(() => ServiceLevel, 'What we promise for it. Null: nothing; no rule fits.', { optional: true, filter: true })
  serviceLevel: Ref<ServiceLevel> | null = null;

  @choice(ServiceLevelCriterion, 'By what its service level was chosen: the conditions of the first rule that fits. Empty: that rule has none, or no rule fits.', { list: true, most: 6 })
  serviceLevelCriteria: ServiceLevelCriterion[] = [];

  @hasMany(() => Clock, 'subject', 'Its promises of time and how each stands, the earliest first.', { max: 100 })
  clocks?: never;

  @moment('What is due next of what we promise. In the past: it is late. Null: nothing counts at the moment.', { optional: true, filter: true })
  dueAt: Date | null = null;

  @moment()
  dueOrder: Date = NEVER;

  @moment('Since when it is late. Null: it is not.', { optional: true, filter: true })
  overdueAt: Date | null = null;

  static open(facts: Pick<Ticket, Beginning>): Ticket {
    const ticket = Object.assign(new Ticket(), facts);
    announce(ticket, 'ticket.opened');
    return ticket;
  }

  @computed('text', 'Its number as people write it: `#1042`.', { needs: ['number'] })
  get reference(): string {
    return `#${this.number}`;
  }

  get over(): boolean {
    return this.status === 'RESOLVED' || this.status === 'CLOSED';
  }

  update({ subject, description, kind, priority, category }: TicketDetails): void {
    this.mustNotBeClosed();
    this.subject = subject ?? this.subject;
    this.kind = kind ?? this.kind;
    this.priority = priority ?? this.priority;
    if (description !== undefined) this.description = description;
    if (category !== undefined) this.category = category;
    announce(this, 'ticket.updated');
  }

  /** Answers whether anything changed. */
  assign({ assignee, team }: Assignment): boolean {
    this.mustNotBeClosed();
    const before = [this.assignee?.id, this.team?.id];
    if (assignee !== undefined) this.assignee = assignee;
    if (team !== undefined) this.team = team;
    if (before[0] === this.assignee?.id && before[1] === this.team?.id) return false;
    announce(this, 'ticket.assigned');
    return true;
  }

  promise(serviceLevel: Ref<ServiceLevel> | null, criteria: readonly ServiceLevelCriterion[]): void {
    this.serviceLevel = serviceLevel;
    this.serviceLevelCriteria = [...criteria];
  }

  /** A person of us answered the customer; heard of again, it is no news. Answers whether it was news. */
  reply(at: Date, { awaits = false } = {}): boolean {
    const { status } = this;
    const news = this.lastRepliedAt === null || at > this.lastRepliedAt;
    if (news) {
      this.firstRepliedAt ??= at;
      this.lastRepliedAt = at;
      if (this.unansweredAt && this.unansweredAt <= at) this.unansweredAt = null;
    }
    if (awaits && !this.over) this.stand('WAITING');
    if (news || this.status !== status) announce(this, 'ticket.replied');
    return news;
  }

  /** Our last answer, written at this moment, did not arrive: it is our turn again, as the answers before it left it. */
  undeliver(writtenAt: Date, { answeredAt, unansweredAt }: { readonly answeredAt: Date | null; readonly unansweredAt: Date | null }): void {
    if (this.firstRepliedAt && this.firstRepliedAt >= writtenAt) this.firstRepliedAt = null;
    this.lastRepliedAt = this.firstRepliedAt && (answeredAt ?? this.firstRepliedAt);
    this.unansweredAt = earliest([this.unansweredAt, unansweredAt]);
    if (this.over) this.reopen();
    else this.stand('OPEN');
    announce(this, 'ticket.undelivered');
  }

  /** A partner system wrote to the customer, which is no answer of a person. */
  write({ awaits }: { readonly awaits: boolean }): void {
    if (awaits && !this.over) this.stand('WAITING');
    announce(this, 'ticket.updated');
  }

  /** The customer wrote; heard of again, it is no news. Whatever the ticket waited for, it is our turn. Answers whether it was news. */
  hear(at: Date): boolean {
    if (this.heardAt && at <= this.heardAt) return false;
    this.heardAt = at;
    if (this.lastRepliedAt === null || at > this.lastRepliedAt) this.unansweredAt ??= at;
    if (this.over) this.reopen();
    else this.stand('OPEN');
    announce(this, 'ticket.customerWrote');
    return true;
  }

  hold(reason: string, until: Date): void {
    this.mustNotBeOver();
    this.stand('ON_HOLD');
    this.holdReason = reason;
    this.resumesAt = until;
    announce(this, 'ticket.held');
  }

  /** From hold, or from waiting for the customer. */
  resume(): void {
    if (this.status !== 'ON_HOLD' && this.status !== 'WAITING') throw new Refusal('TICKET_NOT_WAITING', 'Only a ticket that is on hold or waits for the customer is resumed.');
    this.stand('OPEN');
    announce(this, 'ticket.resumed');
  }

  resolve(by: Ref<User> | null, resolution: string | null, at: Date, closeAfterDays: number | null): void {
    if (this.status === 'RESOLVED') throw new Refusal('TICKET_ALREADY_RESOLVED', 'This ticket is already resolved.');
    this.mustNotBeClosed();
    this.stand('RESOLVED');
    this.unansweredAt = null;
    const closesAt = closeAfterDays === null ? null : new Date(at.getTime() + closeAfterDays * DAY);
    Object.assign(this, { resolvedAt: at, resolvedBy: by, resolution, closesAt });
    announce(this, 'ticket.resolved');
  }

  close(at: Date): void {
    this.mustNotBeClosed();
    if (this.status !== 'RESOLVED') throw new Refusal('TICKET_NOT_RESOLVED', 'A ticket is resolved first, and then closed.');
    this.end(at);
    announce(this, 'ticket.closed');
  }

  reopen(): void {
    if (!this.over) throw new Refusal('TICKET_NOT_RESOLVED', 'This ticket is neither resolved nor closed, so there is nothing to reopen.');
    if (this.mergedInto) throw new Refusal('TICKET_MERGED', 'This ticket was merged into another one, which goes on in its place.');
    this.stand('OPEN');
    Object.assign(this, { resolvedAt: null, resolvedBy: null, resolution: null, closesAt: null, closedAt: null });
    this.reopenings += 1;
    announce(this, 'ticket.reopened');
  }

  /** It ends here and goes on there. Answers since when the customer waits, which is then no longer its own matter. */
  mergeInto(target: Ticket, at: Date): Date | null {
    this.mustNotBeClosed();
    const { unansweredAt } = this;
    this.end(at);
    this.unansweredAt = null;
    this.mergedInto = target;
    announce(this, 'ticket.merged');
    return unansweredAt;
  }

  /** Takes over what one that was merged into it brings. What the customer asked there waits here, and was answered if we wrote to them here since. */
  absorb({ askedAt, heardAt, conversation, customer }: Ticket, unansweredAt: Date | null): void {
    if (askedAt < this.askedAt && this.firstRepliedAt === null) this.askedAt = askedAt;
    if (unansweredAt && (this.lastRepliedAt === null || unansweredAt > this.lastRepliedAt)) {
      this.unansweredAt = earliest([this.unansweredAt, unansweredAt]);
      if (this.over) this.reopen();
      else this.stand('OPEN');
    }
    if (heardAt && (this.heardAt === null || heardAt > this.heardAt)) this.heardAt = heardAt;
    this.conversation ??= conversation;
    this.customer ??= customer;
    announce(this, 'ticket.absorbed');
  }

  /** What it was merged into was merged itself. */
  follow(target: Ticket): void {
    this.mergedInto = target;
    announce(this, 'ticket.merged');
  }

  /** Keeps what lists are ordered and filtered by. Answers whether anything changed. */
  keepTime(clocks: readonly Clock[]): boolean {
    const running = clocks.filter(({ state }) => state === 'RUNNING' || state === 'BREACHED');
    const dueAt = earliest(running.map((clock) => clock.dueAt));
    const overdueAt = earliest(running.map((clock) => clock.breachedAt));
    const changed = dueAt?.getTime() !== this.dueAt?.getTime() || overdueAt?.getTime() !== this.overdueAt?.getTime();
    this.dueAt = dueAt;
    this.dueOrder = dueAt ?? NEVER;
    this.overdueAt = overdueAt;
    return changed;
  }

  mustNotBeClosed(): void {
    if (this.mergedInto) throw new Refusal('TICKET_MERGED', 'This ticket was merged into another one, which goes on in its place.');
    if (this.status === 'CLOSED') throw new Refusal('TICKET_CLOSED', 'This ticket is closed: reopen it first.');
  }

  private mustNotBeOver(): void {
    this.mustNotBeClosed();
    if (this.status === 'RESOLVED') throw new Refusal('TICKET_ALREADY_RESOLVED', 'This ticket is resolved: reopen it first.');
  }

  private stand(status: TicketStatus): void {
    this.status = status;
    this.holdReason = null;
    this.resumesAt = null;
  }

  private end(at: Date): void {
    this.stand('CLOSED');
    this.closesAt = null;
    this.closedAt = at;
  }
}

function earliest(moments: readonly (Date | null)[]): Date | null {
  const given = moments.filter((at) => at !== null);
  return given.length > 0 ? new Date(Math.min(...given.map((at) => at.getTime()))) : null;
}
