/** The campaigns of `npm run faults` that kill processes, in short, and how a node that is asked to stop does so under load. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { wrongIn } from '../faults/campaign.ts';
import { Installation } from '../faults/installation.ts';
import { killNode } from '../faults/kill-node.ts';
import { killPostgres } from '../faults/kill-postgres.ts';
import { idFrom, mutationOf, payloadOf } from '../support/payload.ts';

let installation: Installation;
before(async () => { installation = await Installation.start(); });
after(() => installation.remove());

it('a node killed under load loses nothing it acknowledged and does nothing twice', async () => {
  const outcome = await killNode(installation, { kills: 2, writers: 3, subscribers: 3 });
  assert.deepEqual(wrongIn(outcome), []);
  assert.ok(outcome.acknowledged >= 30 && outcome.sentAgain > 0 && outcome.resumed > 0, JSON.stringify(outcome));
});

it('PostgreSQL killed under load comes back by itself, with all that was acknowledged', async () => {
  const outcome = await killPostgres(installation, { kills: 1, writers: 3, subscribers: 3 });
  assert.deepEqual(wrongIn(outcome), []);
  assert.ok(outcome.sentAgain > 0, JSON.stringify(outcome));
});

it('a node asked to stop finishes what runs, sends sockets elsewhere, and ends with 0', async (t) => {
  const { administrator: jana, node } = installation;
  const customerId = await idFrom(jana, mutationOf('customerCreate', 'customer { id }'), { kind: 'PERSON', givenName: 'Anna' }, 'customer');
  const closed: number[] = [];
  const socket = jana.socket({ on: { closed: (event) => void closed.push((event as CloseEvent).code) } });
  const streams = ['{ customers { nodes { id } } }', 'subscription { changes { position } }'].map((query) => socket.iterate({ query }));
  await Promise.all(streams.map((stream) => stream.next()));

  // Running for as long as somebody else holds the record.
  const holder = new pg.Client({ connectionString: installation.superuserUrl });
  await holder.connect();
  t.after(() => holder.end().catch(() => {}));
  holder.on('error', () => {});
  await holder.query('begin');
  await holder.query('select 1 from customer where given_name = $1 for update', ['Anna']);
  const tags = Array.from({ length: 8 }, (_, n) => `tag-${n}`);
  const running = tags.map((tag) => payloadOf(jana, mutationOf('customerTag', 'customer { id }'), { customerId, tags: [tag] }));
  await sleep(500);
  const stopped = node.stop();
  await sleep(300);
  await holder.query('commit');

  for (const { userErrors, position } of await Promise.all(running)) assert.deepEqual([userErrors, position === null], [[], false]);
  const { code, ms } = await stopped;
  assert.equal(code, 0, node.said);
  assert.ok(ms < 15_000, `it took ${Math.round(ms)} ms`);
  assert.deepEqual(closed, [1012]);

  await node.start();
  const { customer } = await jana.ask<{ customer: { tags: { name: string }[] } }>('query ($id: ID!) { customer(id: $id) { tags { name } } }', { id: customerId });
  assert.deepEqual(customer.tags.map(({ name }) => name).sort(), tags);
});
