/** What all campaigns share: writers and subscribers at work while something goes wrong, and the reckoning when it is over. */
import { setTimeout as sleep } from 'node:timers/promises';
import { decodePosition } from '../../src/kernel/position.ts';
import { Client } from '../support/client.ts';
import type { Installation } from './installation.ts';
import { reckon, type Reckoning } from './reckoning.ts';
import { Subscriber, type Tally } from './subscribers.ts';
import { clientsWithKeys, Writers } from './writers.ts';

export interface Load {
  readonly writers: number;
  readonly subscribers: number;
  /** Where subscribers connect; at the first node when not given. */
  readonly url?: string;
}

export interface Outcome extends Reckoning, Tally {
  readonly subscribers: number;
  readonly resumed: number;
}

const MUST_BE_ZERO = ['lost', 'twice', 'gaps', 'unexplained', 'misplaced', 'missed', 'doubled', 'outOfOrder', 'incomplete'] as const;

/** The broken promises among the figures. */
export const wrongIn = (outcome: Outcome): string[] =>
  MUST_BE_ZERO.filter((figure) => outcome[figure] !== 0).map((figure) => `${figure}: ${outcome[figure]}`);

const CATCH_UP_MS = 60_000;

export async function underLoad(installation: Installation, load: Load, trouble: (writers: Writers) => Promise<void>): Promise<Outcome> {
  const { administrator } = installation;
  const clients = await clientsWithKeys(administrator, load.writers);
  const [organization] = await installation.ask<{ tenant: string }>('select tenant_id as tenant from organization');
  const tenant = organization?.tenant ?? '';
  const { position } = await administrator.ask<{ position: string }>('{ position }');
  const start = decodePosition(tenant, position);
  if (start === null || start === 'foreign') throw new Error(`${position} is no position of the organisation`);

  const reader = new Client(load.url ?? administrator.url, administrator.credential);
  const subscribers = Array.from({ length: load.subscribers }, () => new Subscriber(reader, tenant, position));
  const writers = new Writers(clients);
  try {
    await trouble(writers);
    await writers.stop();
    const [counter] = await installation.ask<{ seq: string }>('select seq from event_counter where tenant_id = $1', [tenant]);
    const end = Number(counter?.seq);
    await caughtUp(subscribers, end);
    const tallies = subscribers.map((subscriber) => subscriber.tally(start.seq, end));
    const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
    return {
      ...await reckon(installation, tenant, start.seq, writers.journal),
      subscribers: subscribers.length, resumed: subscribers.reduce((total, { resumed }) => total + resumed, 0),
      missed: sum(({ missed }) => missed), doubled: sum(({ doubled }) => doubled),
      outOfOrder: sum(({ outOfOrder }) => outOfOrder), incomplete: sum(({ incomplete }) => incomplete),
    };
  } finally {
    await Promise.allSettled([writers.stop(), ...subscribers.map((subscriber) => subscriber.stop())]);
  }
}

/** Whoever is not there by then has missed what is left. */
async function caughtUp(subscribers: readonly Subscriber[], end: number): Promise<void> {
  const deadline = Date.now() + CATCH_UP_MS;
  while (subscribers.some(({ last }) => last < end) && Date.now() < deadline) await sleep(10);
}

/** A moment that nobody can foresee. */
export const someTime = (mostMs: number): Promise<void> => sleep(Math.random() * mostMs);
