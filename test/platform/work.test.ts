/** What follows from changes: reactions, timers and jobs, through failures, stops and the death of nodes. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Job } from '../../src/crm/jobs/job.ts';
import { encodeId, splitId } from '../../src/kernel/ids.ts';
import { modelOf } from '../../src/kernel/model.ts';
import { asSystem } from '../../src/platform/graphql/as-system.ts';
import { SECRET, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { mutate } from '../support/world.ts';
import { counted, failing, gates, HEEDED, heeded, withTrials } from '../support/trials.ts';

let app: TestApp;
before(async () => {
  app = await startTestApp({ works: true, modules: withTrials });
  await app.database.asOwner(HEEDED);
});
after(() => app.stop());

const JOB = '{ job(id: "ID") { id kind status done total attempts failure startedAt endedAt subject { __typename } startedBy { name } } }';
interface Seen { status: string; done: number; total: number | null; attempts: number; failure: string | null; endedAt: string | null; subject: { __typename: string } | null }

async function queue(tenant: Tenant, kind: string, more: { total?: number; dueAt?: Date } = {}): Promise<string> {
  const job = await asSystem(app.app.host, tenant.id, 'test', async ({ add }) => add(Job.queue({ kind, ...more })));
  return encodeId(modelOf(Job), job.id);
}

const see = async ({ administrator }: Tenant, id: string): Promise<Seen> => (await administrator.ask<{ job: Seen }>(JOB.replace('ID', id))).job;
const until = (tenant: Tenant, id: string, status: string): Promise<Seen> => eventually(async () => {
  const job = await see(tenant, id);
  return job.status === status && job;
}, `a job that is ${status}`);

const nameOf = async ({ administrator }: Tenant, id: string): Promise<string | null> =>
  (await administrator.ask<{ customer: { tags: { name: string }[] } }>('query ($id: ID!) { customer(id: $id) { tags { name } } }', { id })).customer.tags[0]?.name ?? null;

const welcomed = (tenant: Tenant, id: string) => eventually(async () => (await nameOf(tenant, id)) === 'welcomed', 'a customer to be welcomed');

async function customer(tenant: Tenant, givenName: string): Promise<string> {
  const made = await mutate<{ customer: { id: string } }>(tenant.administrator, 'customerCreate', 'customer { id }', { kind: 'PERSON', givenName });
  return made.customer.id;
}

describe('a reaction', () => {
  it('follows the commit of its event, in the organisation of the event', async () => {
    const [one, other] = [await app.tenant(), await app.tenant()];
    const [anna, bruno] = [await customer(one, 'Anna'), await customer(other, 'Bruno')];
    await welcomed(one, anna);
    await welcomed(other, bruno);
  });

  it('follows events of many writers at once, each once', async () => {
    const tenant = await app.tenant();
    const made = await Promise.all(Array.from({ length: 40 }, (_, i) => customer(tenant, `Customer ${i}`)));
    for (const id of made) await welcomed(tenant, id);
    assert.deepEqual(made.map((id) => counted.get(id.slice(4)) ?? 0), made.map(() => 1));
  });

  it('passes over what does not matter to it', async () => {
    const tenant = await app.tenant();
    const [nobodys, owned] = [await customer(tenant, 'Nobody'), await customer(tenant, 'Somebody')];
    await mutate(tenant.administrator, 'customerUpdate', '__typename', { customerId: owned, ownerId: tenant.administratorId });
    for (const customerId of [nobodys, owned]) await mutate(tenant.administrator, 'customerUpdate', '__typename', { customerId, familyName: 'Other' });
    const last = splitId(owned)?.id ?? '';
    await eventually(() => heeded.filter((id) => id === last).length >= 1, 'what matters to be heeded');
    await welcomed(tenant, await customer(tenant, 'Last')); // whatever was handed on before is done
    assert.equal(heeded.includes(splitId(nobodys)?.id ?? ''), false);
  });

  it('that waits for the world outside keeps no other waiting', async () => {
    const [slow, tenant] = [await app.tenant(), await app.tenant()];
    const gate = gates.make(slow.id);
    for (let n = 0; n < 8; n += 1) await mutate(slow.administrator, 'customerArchive', '__typename', { customerId: await customer(slow, `Customer ${n}`) });
    await gate.arrived;
    try {
      await welcomed(tenant, await customer(tenant, 'Anna'));
    } finally {
      gate.open();
    }
    await gate.left;
  });

  it('whose worker died in its last attempt is attempted once more', async () => {
    const tenant = await app.tenant();
    failing.add(tenant.id);
    const dora = await customer(tenant, 'Dora');
    const job = `payload::json -> 'event' ->> 'subject' = '${splitId(dora)?.id}'`;
    await eventually(async () => (await app.database.asOwner(`select 1 from graphile_worker._private_jobs where ${job} and attempts > 0 and locked_by is null`)).length > 0, 'a first attempt');
    await app.database.asOwner(`update graphile_worker._private_jobs set attempts = max_attempts, locked_by = 'one who died', locked_at = now() - interval '1 minute' where ${job}`);
    failing.delete(tenant.id);
    await welcomed(tenant, dora);
  });

  it('that is given up becomes a dead letter, told of without what a stranger may not know, and can be retried', async () => {
    const tenant = await app.tenant();
    failing.add(tenant.id);
    const cleo = await customer(tenant, 'Cleo');
    const dead = await eventually(async () => {
      await app.letTimePass(0); // attempts are hours apart
      const { jobs } = await tenant.administrator.ask<{ jobs: { nodes: (Seen & { id: string; kind: string })[] } }>(
        '{ jobs(filter: { status: { eq: FAILED } }) { nodes { id kind status failure attempts endedAt subject { __typename } } } }');
      return jobs.nodes[0];
    }, 'a dead letter');
    assert.equal(dead.kind, 'trials.welcome');
    assert.equal(dead.failure, 'Something failed on our side; the log of the node tells what.');
    assert.deepEqual(dead.subject, { __typename: 'Customer' });
    assert.equal(await nameOf(tenant, cleo), null);

    failing.delete(tenant.id);
    const { userErrors } = await mutate(tenant.administrator, 'jobRetry', 'job { status }', { jobId: dead.id });
    assert.deepEqual(userErrors, []);
    await until(tenant, dead.id, 'DONE');
    assert.equal(await nameOf(tenant, cleo), 'welcomed');
  });
});

describe('a job', () => {
  it('is done in steps, each told to whoever follows it', async () => {
    const tenant = await app.tenant();
    const id = await queue(tenant, 'trial.count', { total: 5 });
    const job = await until(tenant, id, 'DONE');
    assert.deepEqual([job.done, job.total, job.attempts, job.failure], [5, 5, 1, null]);
    const { events } = await tenant.administrator.ask<{ events: { changes: { type: string }[] } }>(
      'query ($after: Position!) { events(after: $after, filter: { types: ["job.*"] }) { changes { type } } }', { after: await beginning(tenant) });
    assert.deepEqual(events.changes.map(({ type }) => type), ['job.queued', 'job.started', ...Array.from({ length: 5 }, () => 'job.progressed'), 'job.done']);
  });

  it('waits for its time', async () => {
    const tenant = await app.tenant();
    const id = await queue(tenant, 'trial.count', { total: 1, dueAt: new Date(app.app.host.now().getTime() + 3_600_000) });
    const sooner = await queue(tenant, 'trial.count', { total: 1 });
    await until(tenant, sooner, 'DONE');
    assert.equal((await see(tenant, id)).status, 'WAITING');
    await app.letTimePass(3_600_000);
    await until(tenant, id, 'DONE');
  });

  it('is cancelled between two steps, and what was done stays', async () => {
    const tenant = await app.tenant();
    const gate = gates.make(tenant.id);
    const id = await queue(tenant, 'trial.gated', { total: 3 });
    await gate.arrived;
    const { userErrors } = await mutate(tenant.administrator, 'jobCancel', 'job { status }', { jobId: id });
    assert.deepEqual(userErrors, []);
    gate.open();
    await gate.left;
    assert.deepEqual({ ...(await see(tenant, id)), endedAt: null }, { ...(await see(tenant, id)), status: 'CANCELLED', done: 1, endedAt: null });
    const again = await mutate(tenant.administrator, 'jobCancel', 'job { status }', { jobId: id });
    assert.deepEqual(again.userErrors.map(({ code }) => code), ['JOB_ALREADY_ENDED']);
  });

  it('that fails is tried again, then given up; retried, it goes on where it stopped', async () => {
    const tenant = await app.tenant();
    failing.add(tenant.id);
    const id = await queue(tenant, 'trial.stumbling', { total: 2 });
    const stumbled = await eventually(async () => {
      const job = await see(tenant, id);
      return job.failure && job;
    });
    assert.equal(stumbled.failure, 'The stone is still in the way.');
    assert.equal(stumbled.done, 1);
    const failed = await eventually(async () => {
      await app.letTimePass(0);
      const job = await see(tenant, id);
      return job.status === 'FAILED' && job;
    });
    assert.equal(failed.done, 1);
    failing.delete(tenant.id);
    assert.deepEqual((await mutate(tenant.administrator, 'jobRetry', 'job { status }', { jobId: id })).userErrors, []);
    const done = await until(tenant, id, 'DONE');
    assert.equal(done.done, 2);
    assert.deepEqual((await mutate(tenant.administrator, 'jobRetry', 'job { status }', { jobId: id })).userErrors.map(({ code }) => code), ['JOB_NOT_FAILED']);
  });

  it('goes on at another node when its own stops', async () => {
    const tenant = await app.tenant();
    const second = await app.node();
    const gate = gates.make(tenant.id);
    const id = await queue(tenant, 'trial.gated', { total: 3 });
    await gate.arrived;
    const [stopped] = await Promise.all([second.app.stop(), gate.open()]);
    assert.equal(stopped, undefined);
    const job = await until(tenant, id, 'DONE');
    assert.equal(job.done, 3);
  });

  it('goes on when the node that works on it is killed', async () => {
    const script = fileURLToPath(new URL('../support/dying-worker.ts', import.meta.url));
    const own = await startTestApp({ modules: withTrials });
    try {
      const there = await own.tenant();
      const child = spawn(process.execPath, [...process.execArgv, script, own.database.appUrl, own.database.jobsUrl, SECRET], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      const job = await asSystem(own.app.host, there.id, 'test', async ({ add }) => add(Job.queue({ kind: 'trial.deadly', total: 3 })));
      const [, signal] = await once(child, 'exit') as [number | null, string | null];
      assert.equal(signal, 'SIGKILL');
      const survivor = await own.node({ jobsUrl: own.database.jobsUrl });
      const id = encodeId(modelOf(Job), job.id);
      const done = await until(there, id, 'DONE');
      assert.deepEqual([done.done, done.attempts], [3, 2]);
      await survivor.app.stop();
    } finally {
      await own.stop();
    }
  });
});

async function beginning(tenant: Tenant): Promise<string> {
  const { position } = await tenant.administrator.ask<{ position: string }>('{ position }');
  return position.slice(0, -14) + '0'.repeat(14);
}
