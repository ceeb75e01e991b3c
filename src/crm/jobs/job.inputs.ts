/** What operations on jobs accept. */
import { expectedVersion, id } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { Job } from './job.ts';

@input('Which job.')
export class JobArgs {
  @id(() => Job, 'Its id.') id!: string;
}

@input('Stops a job.')
export class JobCancelInput {
  @id(() => Job, 'The job.') jobId!: string;
  @expectedVersion() expectedVersion?: number | null;
}

@input('Tries a failed job again.')
export class JobRetryInput {
  @id(() => Job, 'The job.') jobId!: string;
  @expectedVersion() expectedVersion?: number | null;
}
