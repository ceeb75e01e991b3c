/**
 * Background work on this node: the dispatcher that fills the queue from the log, workers that empty it, and the
 * lifeline by which the others would know that this node died. Any number of nodes do this beside each other.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Task, TaskList, WorkerPool } from 'graphile-worker';
import pg from 'pg';
import { Dispatcher, type DispatcherOptions } from './dispatcher.ts';
import { Lifeline } from './lifeline.ts';
import { ELAPSE, REACT, summon, taskOf, type Elapse, type React, type Summons } from './queue.ts';
import { createTasks, type Tasks, type TasksOptions } from './tasks.ts';

export interface WorkplaceOptions extends TasksOptions, Pick<DispatcherOptions, 'types'> {
  /** The database as the role of the jobs. */
  readonly url: string;
}

/** Workers of a crew. */
const AT_ONCE = 4;
const SHARED = 5;
/** What came of attempts is written in batches, were it of one: else the library lets a failure to write it end the process. */
const WRITTEN_TOGETHER = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };
const POLL = 1000;
const PAUSE_AFTER_FAILURE = 1000;
const AN_HOUR = 3_600_000;

/** What happened is in the log; the queue keeps no text that could quote somebody. */
class Failed extends Error {
  constructor() {
    super('An attempt failed; the log of the node tells why.');
  }
}

export class Workplace {
  readonly #options: WorkplaceOptions;
  readonly #tasks: Tasks;
  readonly #pool: pg.Pool;
  readonly #dispatcher: Dispatcher;
  readonly #stopped = new AbortController();
  readonly #workers = new Set<WorkerPool>();
  #working: Promise<unknown> = Promise.resolve();

  constructor(options: WorkplaceOptions) {
    const { url, host, timers, types, onError } = options;
    this.#options = options;
    this.#tasks = createTasks(options);
    // Each crew listens on one; to take and to end work the others are shared, a moment each.
    this.#pool = new pg.Pool({
      connectionString: url, max: this.#crews().length + SHARED, application_name: 'rapport jobs', connectionTimeoutMillis: 10_000, lock_timeout: 5_000,
    });
    this.#pool.on('error', onError);
    this.#pool.on('connect', (connection) => connection.on('error', () => {})); // the statement that it was lost in tells
    this.#dispatcher = new Dispatcher({ pool: this.#pool, types, onError, reactions: host.ports.catalogue.reactions.values(), timers: timers.values() });
  }

  start(): void {
    this.#dispatcher.start();
    this.#working = Promise.all(this.#crews().map((tasks) => this.#keepWorking(tasks)));
  }

  /** Waits for the steps that are being done; what is left of their work is put back for others. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#dispatcher.stop();
    await Promise.all([...this.#workers].map((workers) => workers.gracefulShutdown()));
    await this.#working;
    await this.#pool.end();
  }

  /** After a commit on this node. */
  committed = (tenant: string): void => {
    this.#dispatcher.committed(tenant);
  };

  /** Workers give up when the database is away for long; then others begin. */
  async #keepWorking(tasks: TaskList): Promise<void> {
    const { Logger, runTaskList } = await import('graphile-worker'); // not needed to answer requests, so it keeps no start waiting
    const { url, onError } = this.#options;
    const logger = new Logger(() => (level, message) => { if (level === 'error') onError(new Error(message)); });
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const workers = runTaskList({ concurrency: AT_ONCE, pollInterval: POLL, noHandleSignals: true, logger, preset: { worker: WRITTEN_TOGETHER } }, tasks, this.#pool);
      const lifeline = new Lifeline({ url, pool: this.#pool, worker: workers.id, onError });
      this.#workers.add(workers);
      lifeline.start();
      await workers.promise.catch(onError);
      this.#workers.delete(workers);
      await lifeline.stop();
      await sleep(PAUSE_AFTER_FAILURE, undefined, { signal }).catch(() => {});
    }
  }

  /** What is done apart has workers of its own; all else shares the others. */
  #crews(): TaskList[] {
    const apart = [...this.#options.host.ports.catalogue.reactions.values()].filter((reaction) => reaction.apart).map(taskOf);
    return [{ [ELAPSE]: this.#elapse(), [REACT]: this.#react(REACT) }, ...apart.map((name) => ({ [name]: this.#react(name) }))];
  }

  #react(task: string): Task {
    return this.#task(async (given, { job }) => {
      const last = job.attempts >= job.max_attempts;
      await this.#tasks.react(given as React, { signal: this.#stopped.signal, last });
    }, (given) => ({ task, given: given as React }));
  }

  #elapse(): Task {
    return this.#task(async (given, { job, again }) => {
      const at = await this.#tasks.elapse(given as Elapse).catch((error: unknown) => {
        if (job.attempts < job.max_attempts) throw error;
        this.#options.onError(error);
        return new Date(Date.now() + AN_HOUR); // a promise of time is never given up
      });
      if (at) await again(at);
    }, (given) => ({ task: ELAPSE, given: given as Elapse }));
  }

  #task(
    act: (given: unknown, attempt: { job: Parameters<Task>[1]['job']; again: (at: Date | null) => Promise<void> }) => Promise<void>,
    summons: (given: unknown) => Summons,
  ): Task {
    return async (given, { job }) => {
      const again = (at: Date | null): Promise<void> => summon(this.#pool, [summons(given)], at, at !== null);
      try {
        await act(given, { job, again });
      } catch (error) {
        if (this.#stopped.signal.aborted) return again(null);
        this.#options.onError(error);
        throw new Failed();
      }
    };
  }
}
