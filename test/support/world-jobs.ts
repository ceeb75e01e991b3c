/** Jobs of the world, one that waits and one that was given up: made by Rapport itself, for want of a mutation that does nothing else. */
import { Job } from '../../src/crm/jobs/job.ts';
import { User } from '../../src/crm/identity/user.ts';
import { asSystem } from '../../src/platform/graphql/as-system.ts';
import type { TestApp } from './app.ts';

export async function fillJobs({ app }: TestApp, tenant: string, word: string): Promise<void> {
  await asSystem(app.host, tenant, 'test', async ({ add, all, now }) => {
    const [subject] = await all(User, {});
    add(Object.assign(Job.queue({ kind: word, ...(subject ? { subject } : {}), total: 2 }), { startedBy: subject ?? null, failure: word, given: word, happening: `{"of":"${word}"}` }));
    add(Job.deadLetter(word, { type: word, model: 'User', subject: tenant, seq: 1, at: now().toISOString(), actor: { kind: 'SYSTEM', id: tenant } }, word, now()));
  });
}
