/** What modules do with the clocks of their records, done by a test: each act a transaction of Rapport itself. */
import { Calendar } from '../../src/crm/clocks/calendar.ts';
import { cancelClock, clocksOf, meetClock, pauseClock, reopenClock, resumeClock, retargetClock } from '../../src/crm/clocks/change-clock.ts';
import { Clock } from '../../src/crm/clocks/clock.ts';
import { startClock, type ClockStart } from '../../src/crm/clocks/start-clock.ts';
import { Task } from '../../src/crm/tasks/task.ts';
import type { Transaction } from '../../src/kernel/context.ts';
import { encodeId, splitId } from '../../src/kernel/ids.ts';
import { modelOf } from '../../src/kernel/model.ts';
import { asSystem } from '../../src/platform/graphql/as-system.ts';
import type { TestApp } from './app.ts';

const VERBS = { pause: pauseClock, resume: resumeClock, meet: meetClock, cancel: cancelClock, reopen: reopenClock, retarget: retargetClock } as const;
type Verb = keyof typeof VERBS;
type Given<V extends Verb> = Parameters<(typeof VERBS)[V]>[1];

export const CLOCK_VERBS = Object.keys(VERBS) as Verb[];

const raw = (publicId: string): string => splitId(publicId)?.id ?? '';
const shown = (id: string): string => encodeId(modelOf(Clock), id);

export class ClockHands {
  constructor(readonly app: TestApp, readonly tenant: string) {}

  /** By public ids. */
  start({ taskId, calendarId, ...facts }: Partial<Omit<ClockStart, 'subject' | 'calendar'>> & { taskId: string; calendarId?: string }): Promise<string> {
    return this.#act(async (transaction) => {
      const subject = await transaction.get(Task, raw(taskId));
      const calendar = calendarId ? await transaction.get(Calendar, raw(calendarId)) : null;
      return shown((await startClock({ metric: 'RESOLUTION', subject, calendar, target: 'PT4H', ...facts }, transaction)).id);
    });
  }

  does<V extends Verb>(verb: V, clockId: string, given: Given<V>): Promise<void> {
    return this.#act(async (transaction) => {
      const act = VERBS[verb] as (clock: Clock, given: Given<V>, transaction: Transaction) => Promise<void>;
      await act(await transaction.get(Clock, raw(clockId)), given, transaction);
    });
  }

  of(taskId: string, metrics?: Parameters<typeof clocksOf>[2]): Promise<string[]> {
    return this.#act(async (transaction) => (await clocksOf(await transaction.get(Task, raw(taskId)), transaction, metrics)).map(({ id }) => shown(id)));
  }

  #act<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return asSystem(this.app.app.host, this.tenant, 'test', work);
  }
}
