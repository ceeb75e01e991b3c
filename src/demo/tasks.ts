/** What the demo shop has to do: of yesterday, of today, and of next month, in its five languages. */
import type { Run } from './load.ts';

interface DemoTask {
  readonly title: string;
  readonly note?: string;
  readonly by?: string;
  readonly team?: 'Support' | 'Sales';
  readonly about?: string;
  /** Business time from now on, or hours from now; of the past it is overdue. */
  readonly dueIn?: string;
  readonly dueHours?: number;
  readonly remindHours?: number;
  readonly priority?: 'LOW' | 'HIGH' | 'URGENT';
  readonly done?: true;
}

const tasks: readonly DemoTask[] = [
  { title: 'Poslat náhradní balíček 4711', note: 'Zdarma, s omluvou a vzorkem nové Keni.', by: 'lena@kolibrik.example', about: 'petr.novak@posta.example', dueIn: 'PT4H', priority: 'HIGH' },
  { title: 'Potwierdzić zmianę adresu', by: 'tomasz@kolibrik.example', about: 'lucja@poczta.example', dueHours: -30, done: true },
  { title: 'Oferta na 300 kg z Gwatemali', note: 'Cena z dowozem do Gdyni, termin płatności 30 dni.', by: 'oliver@kolibrik.example', about: 'biuro@mewa.example', dueIn: 'PT16H', remindHours: 20 },
  { title: 'Bio-Angebot für 2027 schreiben', by: 'oliver@kolibrik.example', about: 'einkauf@morgenrot.example', dueHours: 14 * 24, remindHours: 7 * 24 },
  { title: '准备五百公斤的正式报价单', note: '含运费和三十天付款期限。', by: 'oliver@kolibrik.example', about: 'caigou@yunduan.example', dueHours: -20, priority: 'URGENT' },
  { title: 'Ask Emily how the Guji went', team: 'Support', about: 'emily@post.example', dueIn: 'PT12H' },
  { title: 'Clean the cupping table', team: 'Sales', priority: 'LOW' },
];

const hoursFromNow = (hours: number | undefined): string | undefined => (hours === undefined ? undefined : new Date(Date.now() + hours * 3_600_000).toISOString());

/** Users and customers by their addresses. */
export async function addTasks(run: Run, { users, customers }: Readonly<Record<'users' | 'customers', ReadonlyMap<string, string>>>): Promise<void> {
  const { nodes } = (await run.ask('{ teams { nodes { id name } } }', {}))['teams'] as { nodes: { id: string; name: string }[] };
  const teams = new Map(nodes.map(({ id, name }) => [name, id]));
  for (const { title, note, by, team, about, dueIn, dueHours, remindHours, priority, done } of tasks) {
    const taskId = await run.id('taskCreate', {
      title, note, priority, dueIn, dueAt: hoursFromNow(dueHours), remindAt: hoursFromNow(remindHours),
      assigneeId: by && users.get(by), teamId: team && teams.get(team), customerId: about && customers.get(about),
    });
    if (done) await run.id('taskComplete', { taskId });
  }
}
