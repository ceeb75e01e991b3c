/** A module for tests of background work: reactions and jobs that fail, wait and die when told to. */
import { modules } from '../../src/crm/modules.ts';
import { Customer } from '../../src/crm/customers/customer.ts';
import { tagCustomer } from '../../src/crm/customers/tag-customer.ts';
import type { Module } from '../../src/kernel/module.ts';
import { Refusal } from '../../src/kernel/refusal.ts';

/** Organisations where things fail. */
export const failing = new Set<string>();
/** How often a customer was welcomed, by id in hex. */
export const counted = new Map<string, number>();

/** Whose change mattered. */
export const heeded: string[] = [];
/** What matters to trials: all that is about anything. */
export const HEEDED = 'create function trial_heeded(about uuid[]) returns setof uuid language sql immutable as $$ select unnest(about) $$';

interface Gate { readonly arrived: Promise<void>; readonly left: Promise<void>; open(): void }

class Gates {
  readonly #gates = new Map<string, { arrive: () => void; opened: Promise<void>; leave: () => void }>();

  make(tenant: string): Gate {
    const [arrived, opened, left] = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    this.#gates.set(tenant, { arrive: arrived.resolve, opened: opened.promise, leave: left.resolve });
    return { arrived: arrived.promise, left: left.promise, open: opened.resolve };
  }

  async pass(tenant: string, act: () => Promise<void>): Promise<void> {
    const gate = this.#gates.get(tenant);
    gate?.arrive();
    await gate?.opened;
    await act().finally(() => gate?.leave());
  }
}
export const gates = new Gates();

const trials: Module = {
  name: 'trials', description: 'Of tests.', models: [], resolvers: [], permissions: {}, events: {}, refusals: {},
  reactions: [{
    name: 'trials.welcome', on: ['customer.created'],
    run: ({ subject }, { step }) => step(async (transaction) => {
      const { actor, get } = transaction;
      if (failing.has(actor.tenant)) throw new Error('told to fail');
      const customer = await get(Customer, subject);
      const hex = subject.replaceAll('-', '');
      await tagCustomer({ customerId: customer.id, tags: ['welcomed'] }, transaction);
      counted.set(hex, (counted.get(hex) ?? 0) + 1);
    }),
  }, {
    name: 'trials.heed', on: ['customer.updated'], heeds: 'trial_heeded',
    run: async ({ subject }) => { heeded.push(subject); },
  }, {
    name: 'trials.write', apart: true, on: ['customer.archived'],
    run: (_, { step }) => step(async ({ actor }) => actor.tenant).then((tenant) => gates.pass(tenant, async () => {})),
  }],
  jobs: [
    {
      name: 'trial.count', description: 'Counts.',
      async run(_, { step }) {
        for (let left = true; left;) left = await step(async (_transaction, job) => { job.advance(1); return more(job); });
      },
    },
    {
      name: 'trial.gated', description: 'Waits after its first item.',
      async run(_, { step }) {
        const tenant = await step(async ({ actor }, job) => { job.advance(1); return actor.tenant; });
        await gates.pass(tenant, async () => {
          for (let left = true; left;) left = await step(async (_transaction, job) => { if (more(job)) job.advance(1); return more(job); });
        });
      },
    },
    {
      name: 'trial.stumbling', description: 'Stumbles at its second item.',
      async run(_, { step }) {
        await step(async (_transaction, job) => { if ((job as unknown as { done: number }).done === 0) job.advance(1); });
        await step(async ({ actor }, job) => {
          if (failing.has(actor.tenant)) throw new Refusal('STONE', 'The stone is still in the way.');
          job.advance(1);
        });
      },
    },
    {
      name: 'trial.deadly', description: 'Ends its node when it is first run.',
      async run(_, { step }) {
        const attempts = await step(async (_transaction, job) => { if (more(job)) job.advance(1); return (job as unknown as { attempts: number }).attempts; });
        if (attempts === 1) process.kill(process.pid, 'SIGKILL');
        for (let left = true; left;) left = await step(async (_transaction, job) => { if (more(job)) job.advance(1); return more(job); });
      },
    },
  ],
};

const more = (job: object): boolean => {
  const { done, total } = job as { done: number; total: number };
  return done < total;
};

export const withTrials: readonly Module[] = [...modules, trials];
