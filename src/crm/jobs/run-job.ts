/**
 * Running a job: begun, done in steps, ended. Each step holds the job's row, so a job that was cancelled or that
 * another node has begun again is noticed before anything of the step takes effect.
 */
import { NotFound, Refusal } from '../../kernel/refusal.ts';
import type { Transaction } from '../../kernel/context.ts';
import type { Happening, JobWork, Work } from '../../kernel/work.ts';
import { Job } from './job.ts';

/** It is not this worker's any more: cancelled, ended, or begun again elsewhere. */
class Superseded extends Error {}

export async function runJob(id: string, work: Work): Promise<void> {
  const attempt = await work.step(async ({ find, now }) => {
    const job = await find(Job, id);
    const waits = job !== null && job.endedAt === null && job.dueAt === null;
    return waits ? job.begin(now()) : null;
  });
  if (attempt === null) return;

  const mine = async (transaction: Transaction): Promise<Job> => {
    const job = await transaction.get(Job, id);
    if (job.status !== 'RUNNING' || job.attempts !== attempt) throw new Superseded();
    return job;
  };
  try {
    await act(await work.step(mine), { ...work, step: (act) => work.step(async (transaction) => act(transaction, await mine(transaction))) });
    await work.step(async (transaction) => (await mine(transaction)).finish(transaction.now()));
  } catch (error) {
    if (error instanceof Superseded) return;
    if (work.signal.aborted) throw error; // another node goes on
    await work.step(async (transaction) => {
      const job = await mine(transaction);
      if (work.lastAttempt) job.fail(failureOf(error), transaction.now());
      else job.stumble(failureOf(error));
    });
    if (!work.lastAttempt) throw error;
  }
}

async function act(job: Job, work: JobWork): Promise<void> {
  const kind = work.ports.catalogue.jobs.get(job.kind);
  if (kind) return kind.run(job, work);
  const reaction = work.ports.catalogue.reactions.get(job.kind);
  if (reaction && job.happening !== null) return reaction.run(JSON.parse(job.happening) as Happening, work);
  throw new Error(`there is no kind of job ${job.kind}`);
}

/** For people: what they can mend is told, a fault of ours only named; the log has the rest. */
export function failureOf(error: unknown): string {
  if (error instanceof Refusal || error instanceof NotFound) return error.message;
  return 'Something failed on our side; the log of the node tells what.';
}
