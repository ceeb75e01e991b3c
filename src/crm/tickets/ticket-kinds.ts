/** What kinds of tickets there are, and how much they press. */
import { choices, type Choice } from '../../kernel/choices.ts';

export const TicketKind = choices('TicketKind', 'What kind of matter a ticket is. May grow.', {
  QUESTION: 'Somebody wants to know something.',
  INCIDENT: 'Something does not work, or went wrong.',
  REQUEST: 'Somebody wants something done.',
  COMPLAINT: 'Somebody is dissatisfied, and says so.',
});
export type TicketKind = Choice<typeof TicketKind>;

export const TicketPriority = choices('TicketPriority', 'How much a ticket presses.', {
  LOW: 'When there is time.',
  NORMAL: 'As it comes.',
  HIGH: 'Before others.',
  URGENT: 'Before everything.',
});
export type TicketPriority = Choice<typeof TicketPriority>;
