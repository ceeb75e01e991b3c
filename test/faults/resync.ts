/**
 * Positions from which nothing can be gone on: of before a restore, of events that are no longer kept, of another
 * organisation. Whoever follows or comes with one is told so, with a fresh position that works, and never left in silence.
 */
import { randomUUID } from 'node:crypto';
import { encodePosition } from '../../src/kernel/position.ts';
import { doneBy, idFrom, mutationOf } from '../support/payload.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { holdsWithin } from './campaign.ts';
import type { Installation } from './installation.ts';

export interface ResyncOutcome {
  readonly followers: number;
  /** Told that their position is gone, and where to go on. */
  readonly told: number;
  readonly silent: number;
  readonly toldOtherwise: number;
  /** Who were given a position that does not work. */
  readonly misled: number;
}

/** The broken promises among the figures. */
export const brokenIn = (outcome: ResyncOutcome): string[] =>
  (['silent', 'toldOtherwise', 'misled'] as const).filter((figure) => outcome[figure] !== 0).map((figure) => `${figure}: ${outcome[figure]}`);

const CHANGES = 'subscription ($after: Position) { changes(after: $after) { position type } }';
const ANSWER_MS = 20_000;
const EVENTS = 30;

export async function resync(installation: Installation, { followers }: { followers: number }): Promise<ResyncOutcome> {
  const { administrator } = installation;
  const sockets: RawSocket[] = [];
  const outcome = { followers, told: 0, silent: 0, toldOtherwise: 0, misled: 0 };
  const positionNow = async (): Promise<string> => (await administrator.ask<{ position: string }>('{ position }')).position;
  const customerId = await idFrom(administrator, mutationOf('customerCreate', 'customer { id }'), { kind: 'PERSON', givenName: 'Anna' }, 'customer');
  const write = async (): Promise<void> => {
    await doneBy(administrator, mutationOf('interactionLog', 'interaction { id }'), { customerId, kind: 'NOTE', direction: 'INTERNAL', text: 'A note.' });
  };
  const from = async (after: string | null): Promise<RawSocket> => {
    const socket = await new RawSocket(administrator).open();
    sockets.push(socket);
    socket.subscribe(CHANGES, { after });
    return socket;
  };
  /** Each must fail so, and go on from where it is told. */
  const reckon = async (all: readonly RawSocket[]): Promise<void> => {
    await holdsWithin(ANSWER_MS, () => all.every(({ failures }) => failures.length > 0));
    const [failed, silent] = [all.filter(({ failures }) => failures.length > 0), all.filter(({ failures }) => failures.length === 0)];
    const told = failed.filter(({ failures: [failure] }) => failure?.['code'] === 'RESYNC_REQUIRED' && typeof failure['position'] === 'string');
    const again = await Promise.all(told.map(({ failures: [failure] }) => from(String(failure?.['position']))));
    await write();
    await holdsWithin(ANSWER_MS, () => again.every(({ payloads }) => payloads.length > 0));
    outcome.told += told.length;
    outcome.silent += silent.length;
    outcome.toldOtherwise += failed.length - told.length;
    outcome.misled += again.filter(({ payloads }) => payloads.length === 0).length;
    for (const socket of sockets.splice(0)) socket.end();
  };
  try {
    const [organization] = await installation.ask<{ tenant: string }>('select tenant_id as tenant from organization');
    const tenant = organization?.tenant ?? '';
    const first = await positionNow();
    for (let n = 0; n < EVENTS; n += 1) await write();

    await installation.ask('delete from event where tenant_id = $1 and seq <= (select seq - 5 from event_counter where tenant_id = $1)', [tenant]);
    await reckon(await Promise.all(Array.from({ length: followers }, () => from(first))));
    await reckon(await Promise.all(Array.from({ length: followers }, () => from(encodePosition(randomUUID(), { epoch: 1, seq: 3 })))));

    const before = await positionNow();
    const following = await Promise.all(Array.from({ length: followers }, () => from(null)));
    await holdsWithin(ANSWER_MS, () => following.every(({ payloads }) => payloads.length > 0));
    await installation.ask('update event_counter set epoch = epoch + 1, seq = seq - 3 where tenant_id = $1', [tenant]);
    await installation.ask('delete from event e using event_counter c where e.tenant_id = $1 and c.tenant_id = e.tenant_id and e.seq > c.seq', [tenant]);
    await reckon(following);
    await reckon(await Promise.all(Array.from({ length: followers }, () => from(before))));
    return outcome;
  } finally {
    for (const socket of sockets) socket.end();
  }
}
