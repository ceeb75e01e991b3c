/** Tickets in every state, what is promised of them, what was noted, linked and merged, and what people were told of it. */
import type { Made, Make } from './world.ts';

export async function fillTickets(make: Make, { word, customer, conversation, user, team }: { word: string; customer: string; conversation: string; user: string; team: string }): Promise<void> {
  const { ticketCategory: top } = await make<Made<'ticketCategory'>>('ticketCategoryCreate', 'ticketCategory { id }', { name: `Coffee of ${word}` });
  const { ticketCategory: category } = await make<Made<'ticketCategory'>>('ticketCategoryCreate', 'ticketCategory { id }', { name: `Beans of ${word}`, parentId: top.id });
  await make('serviceLevelCreate', 'serviceLevel { id }', {
    name: `Level of ${word}`, kinds: ['QUESTION', 'COMPLAINT'], priorities: ['NORMAL', 'HIGH'], categoryId: top.id, teamId: team, customerTag: `tag ${word}`, customerStage: 'CONTACT',
    targets: [{ priority: 'HIGH', metric: 'FIRST_RESPONSE', within: 'PT4H' }, { priority: 'HIGH', metric: 'RESOLUTION', within: 'PT40H' }],
  });
  await make('savedReplyCreate', 'savedReply { id }', { name: `Reply of ${word}`, texts: [{ language: 'cs', text: `{{ customer.name }}, ${word}` }, { language: 'en', text: word }] });

  const open = async (subject: string, more: object = {}): Promise<string> => (await make<Made<'ticket'>>('ticketOpen', 'ticket { id }', {
    subject: `${subject} ${word}`, description: `More of ${word}`, customerId: customer, assigneeId: user, teamId: team, ...more,
  })).ticket.id;
  const first = await open('Torn', { conversationId: conversation, kind: 'COMPLAINT', priority: 'HIGH', categoryId: category.id });
  const [second, third, fourth] = [await open('Late'), await open('Lost'), await open('Twice', { assigneeId: null })];
  await make('ticketNote', 'ticketNote { id }', { ticketId: first, text: `Noted ${word}`, mentionIds: [user] });
  await make('ticketFollow', 'ticket { id }', { ticketId: first, userId: user });
  await make('ticketLink', 'ticketLink { id }', { ticketId: first, type: 'PARENT_OF', toTicketId: second });
  await make('ticketHold', 'ticket { id }', { ticketId: second, reason: `Because of ${word}`, until: new Date(Date.now() + 86_400_000).toISOString() });
  await make('ticketResolve', 'ticket { id }', { ticketId: third, resolution: `Found by ${word}` });
  await make('ticketMerge', 'ticket { id }', { ticketId: fourth, intoTicketId: second });
}
