/** What a worker does when it is summoned: run a reaction to an event, or look whether a timer has elapsed. */
import type { Transaction } from '../../kernel/context.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { Happening, Reaction, Timer, Work } from '../../kernel/work.ts';
import { asSystem } from '../graphql/as-system.ts';
import type { Host } from '../graphql/execution.ts';
import type { Elapse, React } from './queue.ts';

export interface Tasks {
  react(given: React, attempt: Attempt): Promise<void>;
  /** Answers when to look again; null: not before the record changes. */
  elapse(given: Elapse): Promise<Date | null>;
}

interface Attempt {
  readonly signal: AbortSignal;
  readonly last: boolean;
}

export interface TasksOptions {
  readonly host: Host;
  readonly timers: ReadonlyMap<string, Timer>;
  /** Keeps what was given up, for people to see and retry. */
  readonly deadLetter: (reaction: string, event: Happening, error: unknown, transaction: Transaction) => void;
  readonly onError: (error: unknown) => void;
}

/** The node stops: what is left is for another. */
export class Stopping extends Error {}

export function createTasks({ host, timers, deadLetter, onError }: TasksOptions): Tasks {
  const { reactions } = host.ports.catalogue;

  async function attempted(reaction: Reaction, { tenant, event }: React, { signal, last }: Attempt): Promise<void> {
    const conclude: Work['conclude'] = (act) => asSystem(host, tenant, reaction.name, act);
    const work: Work = {
      ports: host.ports, signal, lastAttempt: last, conclude,
      step(act) {
        if (signal.aborted) throw new Stopping();
        return conclude(act);
      },
    };
    await reaction.run(event, work);
  }

  return {
    async react(given, attempt) {
      const { tenant, event, reaction: name } = given;
      const reaction = reactions.get(name);
      if (!reaction) return; // of a version before this one
      try {
        await attempted(reaction, given, attempt);
      } catch (error) {
        if (!attempt.last || error instanceof Stopping) throw error;
        onError(error);
        await asSystem(host, tenant, name, async (transaction) => deadLetter(name, event, error, transaction));
      }
    },

    async elapse({ tenant, timer: name, record: id }) {
      const timer = timers.get(name);
      if (!timer) return null;
      return asSystem(host, tenant, name, async (transaction) => {
        const record = await transaction.find(timer.model, id);
        const moment = record && momentOf(record, timer);
        if (!moment || moment > transaction.now()) return moment;
        await timer.elapse(record, transaction);
        if (momentOf(record, timer)?.getTime() === moment.getTime()) throw new Error(`${name} left its moment where it was`);
        return null; // the change is announced, and summons again
      });
    },
  };
}

const momentOf = (record: Entity, { moment }: Timer): Date | null => record[moment as keyof Entity] as unknown as Date | null;
