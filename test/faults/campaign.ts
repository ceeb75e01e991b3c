/** What all campaigns share: writers and subscribers at work while something goes wrong, and the reckoning when it is over. */
import { setTimeout as sleep } from 'node:timers/promises';
import { decodePosition } from '../../src/kernel/position.ts';
import { Client } from '../support/client.ts';
import type { Installation } from './installation.ts';
import { reckon, type Reckoning } from './reckoning.ts';
import { Subscriber, type Tally, type Watcher } from './subscribers.ts';
import { clientsWithKeys, Writers } from './writers.ts';

export interface Load {
  readonly writers: number;
  readonly subscribers: number;
  /** Where subscribers connect; at the first node when not given. */
  readonly url?: string;
  /** Other subscribers than the published client's. */
  readonly watch?: (reader: Client, tenant: string, after: string) => Watcher;
  /** What notes that are logged say. */
  readonly text?: string;
}

export interface Outcome extends Reckoning, Tally {
  readonly subscribers: number;
  readonly resumed: number;
  /** Of this campaign only. */
  readonly mustBeZero?: Readonly<Record<string, number>>;
}

const MUST_BE_ZERO = ['lost', 'twice', 'gaps', 'unexplained', 'misplaced', 'missed', 'doubled', 'outOfOrder', 'incomplete'] as const;

/** The broken promises among the figures; a campaign may have some of its own, which it names. */
export const wrongIn = (outcome: Outcome): string[] =>
  Object.entries({ ...Object.fromEntries(MUST_BE_ZERO.map((figure) => [figure, outcome[figure]])), ...outcome.mustBeZero })
    .filter(([, count]) => count !== 0).map(([figure, count]) => `${figure}: ${count}`);

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
  const watch = load.watch ?? ((...given) => new Subscriber(...given));
  const subscribers = Array.from({ length: load.subscribers }, () => watch(reader, tenant, position));
  const writers = new Writers(clients, load.text);
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
async function caughtUp(subscribers: readonly Watcher[], end: number): Promise<void> {
  const deadline = Date.now() + CATCH_UP_MS;
  while (subscribers.some(({ last }) => last < end) && Date.now() < deadline) await sleep(10);
}

/** Whether it comes to hold in time. */
export async function holdsWithin(ms: number, holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

/** The number of the latest event that a writer was answered. */
export function latestOf({ journal }: Writers, tenant: string): number {
  const place = decodePosition(tenant, journal.at(-1)?.position ?? '');
  return place === null || place === 'foreign' ? 0 : place.seq;
}

/** A moment that nobody can foresee. */
export const someTime = (mostMs: number): Promise<void> => sleep(Math.random() * mostMs);
