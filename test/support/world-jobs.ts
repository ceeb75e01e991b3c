/** A job of the world: queued by Rapport itself, for want of a mutation that does nothing else. */
import { Job } from '../../src/crm/jobs/job.ts';
import { User } from '../../src/crm/identity/user.ts';
import { asSystem } from '../../src/platform/graphql/as-system.ts';
import type { TestApp } from './app.ts';

export async function fillJobs({ app }: TestApp, tenant: string, word: string): Promise<void> {
  await asSystem(app.host, tenant, 'test', async ({ add, all }) => {
    const [subject] = await all(User, {});
    add(Object.assign(Job.queue({ kind: word, ...(subject ? { subject } : {}), total: 2 }), { startedBy: subject ?? null, failure: word, happening: `{"of":"${word}"}` }));
  });
}
