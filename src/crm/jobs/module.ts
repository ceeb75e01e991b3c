/**
 * Long work in the background, as records: whoever started it watches, cancels, retries. Other modules give kinds of
 * jobs and queue them in the transaction that wants them; that a job was queued is an event, and running it the
 * reaction to that.
 */
import type { Module } from '../../kernel/module.ts';
import { timer } from '../../kernel/work.ts';
import { JobResolver } from './job.resolver.ts';
import { Job } from './job.ts';
import { runJob } from './run-job.ts';

export const jobs: Module = {
  name: 'jobs',
  description: 'Long work done in the background, with progress, retries and dead letters.',
  models: [Job],
  resolvers: [new JobResolver()],
  permissions: {
    'job:read': { description: 'See jobs and their progress.', roles: ['supervisor', 'agent', 'seller', 'marketer', 'readOnly'] },
    'job:cancel': { description: 'Stop jobs, whoever began them.', roles: ['supervisor', 'marketer'] },
    'job:retry': { description: 'Try failed jobs again.', roles: ['supervisor', 'marketer'] },
  },
  events: {
    'job.queued': 'A job is to be done; one with a time, once more when it has come.',
    'job.started': 'A job was begun, for the first time or again.',
    'job.progressed': 'A job got further.',
    'job.done': 'A job is done.',
    'job.stumbled': 'An attempt at a job failed; there is another.',
    'job.failed': 'A job, or a reaction to an event, was given up.',
    'job.cancelled': 'A job was stopped.',
    'job.retried': 'A job that was given up is tried again.',
  },
  refusals: {
    JOB_ALREADY_ENDED: 'The job is done, was given up or is cancelled already.',
    JOB_NOT_FAILED: 'The job was not given up, so there is nothing to retry.',
  },
  reactions: [
    { name: 'jobs.run', apart: true, on: ['job.queued', 'job.retried'], run: ({ subject }, work) => runJob(subject, work) },
  ],
  timers: [
    timer('jobs.fallDue', Job, 'dueAt', (job) => job.fallDue()),
  ],
};
