/** The service of the demo shop: what it promises to whom, what it writes again and again, and tickets in every state. */
import type { Run } from './load.ts';

const levels = [
  { name: 'Wholesale', customerTag: 'wholesale', targets: promises({ URGENT: ['PT1H', 'PT2H', 'PT8H'], HIGH: ['PT2H', 'PT4H', 'PT16H'], NORMAL: ['PT4H', 'PT8H', 'PT24H'] }) },
  { name: 'Complaints', kinds: ['COMPLAINT'], targets: promises({ URGENT: ['PT1H', 'PT4H', 'PT8H'], HIGH: ['PT2H', 'PT4H', 'PT16H'], NORMAL: ['PT4H', 'PT8H', 'PT24H'], LOW: ['PT8H', 'PT8H', 'PT40H'] }) },
  { name: 'Everybody', targets: promises({ URGENT: ['PT2H', 'PT4H', 'PT16H'], HIGH: ['PT4H', 'PT8H', 'PT24H'], NORMAL: ['PT8H', 'PT16H', 'PT40H'], LOW: ['PT16H', 'PT24H', 'PT80H'] }) },
];

/** By priority: first answer, next answer, resolution, in business hours. */
function promises(within: Readonly<Record<string, readonly [string, string, string]>>): object[] {
  return Object.entries(within).flatMap(([priority, times]) =>
    ['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION'].map((metric, i) => ({ priority, metric, within: times[i] })));
}

const categories: Readonly<Record<string, readonly string[]>> = { Delivery: ['Damaged', 'Late', 'Address'], Invoice: [], Brewing: [] };

const replies = [
  {
    name: 'Replacement is on its way', texts: [
      { language: 'en', text: 'Hello {{ customer.greetingName }},\n\nwe are sorry about that. A replacement is on its way to you, free of charge. Your ticket is {{ ticket.reference }}.\n\n{{ agent.name }}, {{ organization.name }}' },
      { language: 'cs', text: 'Dobrý den, {{ customer.greetingName }},\n\nmoc se omlouváme. Náhrada už je na cestě, samozřejmě zdarma. Číslo vašeho požadavku je {{ ticket.reference }}.\n\n{{ agent.name }}, {{ organization.name }}' },
      { language: 'de', text: 'Guten Tag, {{ customer.greetingName }},\n\ndas tut uns leid. Ein Ersatz ist kostenlos unterwegs. Ihre Vorgangsnummer ist {{ ticket.reference }}.\n\n{{ agent.name }}, {{ organization.name }}' },
      { language: 'pl', text: 'Dzień dobry, {{ customer.greetingName }},\n\nbardzo przepraszamy. Bezpłatna wymiana jest już w drodze. Numer zgłoszenia: {{ ticket.reference }}.\n\n{{ agent.name }}, {{ organization.name }}' },
      { language: 'zh-Hans', text: '{{ customer.greetingName }}您好：\n\n非常抱歉。我们已为您免费补寄，工单号 {{ ticket.reference }}。\n\n{{ organization.name }} {{ agent.name }}' },
    ],
  },
];

interface DemoTicket {
  /** The first address of the customer. */
  readonly of: string;
  /** Whether it comes from their conversation. */
  readonly written: boolean;
  readonly ticket: Readonly<Record<string, unknown>>;
  readonly category: string;
  readonly assignee: string;
  readonly note?: string;
  readonly hold?: string;
  readonly resolution?: string;
}

const tickets: readonly DemoTicket[] = [
  { of: 'petr.novak@posta.example', written: true, ticket: { kind: 'COMPLAINT', priority: 'HIGH' }, category: 'Damaged', assignee: 'lena@kolibrik.example', note: 'Fotku poslal, náhradu balíme dnes.' },
  { of: 'lucja@poczta.example', written: true, ticket: { kind: 'REQUEST' }, category: 'Address', assignee: 'tomasz@kolibrik.example', resolution: 'Adres zmieniony od 1 grudnia.' },
  { of: 'anna.schmidt@mail.example', written: true, ticket: { kind: 'REQUEST' }, category: 'Invoice', assignee: 'lena@kolibrik.example', resolution: 'Berichtigte Rechnung verschickt.' },
  { of: 'xiaoming@youxiang.example', written: true, ticket: { kind: 'QUESTION' }, category: 'Delivery', assignee: 'fang@kolibrik.example', hold: '等海关回复新的税率' },
  { of: 'emily@post.example', written: true, ticket: { kind: 'QUESTION', priority: 'LOW' }, category: 'Brewing', assignee: 'lena@kolibrik.example' },
  {
    of: 'biuro@mewa.example', written: false, category: 'Late', assignee: 'tomasz@kolibrik.example', note: 'Kurier szuka paczki, oddzwoni do 15.',
    ticket: { subject: 'Próbka z Gwatemali nie dotarła', description: 'Pan Mazur dzwonił: próbka miała być w piątek, list przewozowy milczy od Brna.', kind: 'INCIDENT', priority: 'URGENT' },
  },
];

export async function serve(run: Run, users: ReadonlyMap<string, string>, customers: ReadonlyMap<string, string>): Promise<void> {
  for (const level of levels) await run.id('serviceLevelCreate', level, 'serviceLevel');
  for (const reply of replies) await run.id('savedReplyCreate', reply, 'savedReply');
  const sorted = new Map<string, string>();
  for (const [name, below] of Object.entries(categories)) {
    sorted.set(name, await run.id('ticketCategoryCreate', { name }, 'ticketCategory'));
    for (const child of below) sorted.set(child, await run.id('ticketCategoryCreate', { name: child, parentId: sorted.get(name) }, 'ticketCategory'));
  }
  for (const { of, written, ticket, category, assignee, note, hold, resolution } of tickets) {
    const customerId = customers.get(of);
    const ticketId = await run.id('ticketOpen', {
      ...ticket, customerId, categoryId: sorted.get(category), assigneeId: users.get(assignee), conversationId: written ? await conversationOf(run, customerId) : undefined,
    });
    if (note) await run.id('ticketNote', { ticketId, text: note, mentionIds: [users.get(assignee)] }, 'ticketNote');
    if (hold) await run.id('ticketHold', { ticketId, reason: hold, until: new Date(Date.now() + 2 * 86_400_000).toISOString() });
    if (resolution) await run.id('ticketResolve', { ticketId, resolution });
  }
}

async function conversationOf(run: Run, customerId: string | undefined): Promise<string | undefined> {
  const data = await run.ask('query ($id: ID!) { customer(id: $id) { conversations(first: 1) { nodes { id } } } }', { id: customerId });
  return (data['customer'] as { conversations: { nodes: { id: string }[] } }).conversations.nodes[0]?.id;
}
