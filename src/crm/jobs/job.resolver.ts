/** Operations on jobs. They are started by the mutations that need them. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { mutation, optional, pageOf, query, subscription } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { JobArgs, JobCancelInput, JobRetryInput } from './job.inputs.ts';
import { Job } from './job.ts';

export class JobResolver {
  @query(optional(Job), 'job:read', 'A job. Null when missing or out of your reach.', { args: JobArgs })
  job({ id }: JobArgs, { find }: Context) {
    return find(Job, id);
  }

  @query(pageOf(Job), 'job:read', 'Jobs that you started, or all where you reach everything. `filter: { status: { eq: FAILED } }` are the dead letters.')
  jobs(args: PageArgs, { page }: Context) {
    return page(Job, args);
  }

  @mutation(Job, 'job:cancel', 'Stops a job, before it begins or between two of its steps. What was done until then stays done.', { input: JobCancelInput })
  async jobCancel({ jobId, expectedVersion }: JobCancelInput, { get, now }: Transaction) {
    const job = await get(Job, jobId, expectedVersion);
    job.cancel(now());
    return job;
  }

  @mutation(Job, 'job:retry', 'Tries a job again that was given up. It goes on where it stopped.', { input: JobRetryInput })
  async jobRetry({ jobId, expectedVersion }: JobRetryInput, { get }: Transaction) {
    const job = await get(Job, jobId, expectedVersion);
    job.retry();
    return job;
  }

  @subscription(Job, 'job:read', 'Changes of one job, its progress among them.', { args: JobArgs })
  jobProgressed({ id }: JobArgs) {
    return { types: ['job.*'], about: [id], node: { model: Job, id } };
  }
}
