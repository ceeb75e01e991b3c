/** Tasks through the API: who, what, until when, about what; what time brings; who may see and do what. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client, textOf, type Document } from '../support/client.ts';
import { colleague, done, payload, refused, team } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import type { TaskCreateInput, TaskFactsFragment } from '../support/graphql/graphql.ts';
import { ReadClock } from './clocks.documents.ts';
import { AddColleague, CreateCustomer, CurrentPosition } from './customers.documents.ts';
import { EventsSince, LogInteraction } from './interactions.documents.ts';
import {
  AssignTask, CancelTask, CompleteTask, CreateTask, FollowTask, ListMyTasks, ListTasks, ListTasksOfCustomer, ReadTask, ReopenTask, RescheduleTask, UpdateTask,
} from './tasks.documents.ts';

const HOUR = 3_600_000;
const A_YEAR = 365 * 86_400; // in seconds

let app: TestApp;
let tenant: Tenant;
let ada: Client;
let stranger: Client;
before(async () => {
  app = await startTestApp({ works: true, refreshTokenLifetime: A_YEAR });
  tenant = await app.tenant();
  ada = tenant.administrator;
  stranger = (await app.tenant()).administrator;
});
after(() => app.stop());

const ahead = (hours: number): string => new Date(Math.floor((app.app.host.now().getTime() + hours * HOUR) / 1000) * 1000).toISOString();

async function create(input: Partial<TaskCreateInput> = {}, client = ada): Promise<TaskFactsFragment> {
  const { task } = await done(client, CreateTask, { title: 'Call back', ...input });
  assert.ok(task);
  return task;
}

async function read(id: string, client = ada): Promise<TaskFactsFragment> {
  const { task } = await client.ask(ReadTask, { id });
  assert.ok(task);
  return task;
}

async function customer(client = ada): Promise<string> {
  return (await done(client, CreateCustomer, { kind: 'PERSON', givenName: 'Anna' })).customer?.id ?? '';
}

const position = async (): Promise<string> => (await ada.ask(CurrentPosition)).position;
const told = async (id: string, after: string): Promise<string[]> =>
  (await ada.ask(EventsSince, { after })).events.changes.filter(({ subjectId }) => subjectId === id).map(({ type }) => type);

/** Who reaches only what is theirs. */
async function loner(): Promise<{ id: string; client: Client }> {
  const permissions = ['task:read', 'task:create', 'task:update', 'task:complete', 'clock:read', 'customer:read', 'customer:create'];
  const name = `Loners ${Math.random()}`;
  const { it } = await ada.ask<{ it: { role: { id: string } } }>('mutation ($input: RoleDefineInput!) { it: roleDefine(input: $input) { role { id } } }', { input: { name, permissions, reach: 'OWN' } });
  const email = `${name.replace(' ', '-').toLowerCase()}@example.com`;
  const { user } = await done(ada, AddColleague, { name: 'Loner', email, password: PASSWORD, roleIds: [it.role.id] });
  return { id: user?.id ?? '', client: await Client.signIn(app.url, email, PASSWORD) };
}

describe('a task', () => {
  it('is made with what it is about, for whom, until when', async () => {
    const from = await position();
    const { id: assigneeId } = await colleague(ada, 'AGENT');
    const teamId = await team(ada, [assigneeId]);
    const customerId = await customer();
    const dueAt = ahead(48);
    const task = await create({ note: 'About the\ninvoice', priority: 'HIGH', assigneeId, teamId, customerId, dueAt, remindAt: ahead(24) });
    assert.deepEqual([task.title, task.note, task.status, task.priority, task.dueAt, task.overdueAt], ['Call back', 'About the\ninvoice', 'OPEN', 'HIGH', dueAt, null]);
    assert.deepEqual([task.assignee?.id, task.team?.id, task.customer?.id, task.createdBy?.id], [assigneeId, teamId, customerId, tenant.administratorId]);
    assert.deepEqual([task.clock?.state, task.clock?.metric, task.clock?.dueAt, task.clock?.subject?.id], ['RUNNING', 'TASK_DUE', dueAt, task.id]);
    assert.deepEqual(await told(task.id, from), ['task.created']);
  });

  it('is yours when nobody is named, and nobody\'s in particular when a team is', async () => {
    assert.equal((await create()).assignee?.id, tenant.administratorId);
    const teamId = await team(ada, []);
    const task = await create({ teamId });
    assert.deepEqual([task.assignee, task.team?.id], [null, teamId]);
  });

  it('about a record concerns its customer, and stands on their timeline', async () => {
    const customerId = await customer();
    const { interaction } = await done(ada, LogInteraction, { customerId, kind: 'CALL', direction: 'INBOUND' });
    const about = await create({ title: 'Answer', subjectId: interaction?.id ?? '' });
    const direct = await create({ title: 'Greet', subjectId: customerId });
    assert.deepEqual([about.subject, about.customer?.id, direct.subject, direct.customer?.id], [
      { __typename: 'Interaction', id: interaction?.id }, customerId, { __typename: 'Customer', id: customerId }, customerId,
    ]);
    const { customer: seen } = await ada.ask(ListTasksOfCustomer, { id: customerId });
    assert.deepEqual(seen?.tasks?.nodes.map(({ title }) => title).toSorted(), ['Answer', 'Greet']);
    assert.deepEqual(seen?.timeline?.nodes.filter(({ type }) => type === 'Task').map(({ subject }) => subject?.id).toSorted(), [about.id, direct.id].toSorted());
    assert.deepEqual((await create({ subjectId: tenant.administratorId })).customer, null);
  });

  it('is refused what does not go together', async () => {
    const { calendars: { nodes: [calendar] } } = await ada.ask<{ calendars: { nodes: { id: string }[] } }>('{ calendars { nodes { id } } }');
    const wrong = (input: object): Promise<unknown> => refused(ada, CreateTask, { title: 'Wrong', ...input });
    assert.deepEqual(await wrong({ dueAt: ahead(1), dueIn: 'PT1H' }), [['TASK_DUE_TWICE', 'dueIn']]);
    assert.deepEqual(await wrong({ calendarId: calendar?.id }), [['TASK_DUE_WITHOUT_TIME', 'calendarId']]);
    assert.deepEqual(await wrong({ warnBefore: 'PT1H' }), [['TASK_DUE_WITHOUT_TIME', 'warnBefore']]);
    assert.deepEqual(await wrong({ dueIn: 'P2D' }), [['TARGET_IN_DAYS', 'dueIn']]);
    assert.deepEqual(await wrong({ dueIn: 'PT400000H' }), [['DUE_TOO_FAR', 'dueIn']]);
    assert.deepEqual(await wrong({ remindAt: ahead(-1) }), [['REMINDER_IN_THE_PAST', 'remindAt']]);
    assert.deepEqual(await wrong({ title: ' ' }), [['REQUIRED', 'title']]);
    assert.deepEqual(await wrong({ assigneeId: 'usr_00000000000070008000000000000000' }), [['ASSIGNEE_NOT_FOUND', 'assigneeId']]);
    assert.deepEqual(await wrong({ teamId: 'tea_00000000000070008000000000000000' }), [['TEAM_NOT_FOUND', 'teamId']]);
    for (const subjectId of ['nonsense', 'cus_00000000000070008000000000000000', await customer(stranger)]) {
      assert.equal(await ada.failure(CreateTask, { input: { title: 'Wrong', subjectId } }), 'NOT_FOUND');
    }
    assert.equal(await ada.failure(CreateTask, { input: { title: 'Wrong', customerId: await customer(stranger) } }), 'NOT_FOUND');
  });

  it('is done once, in time or late as its clock says, and can be taken up again', async () => {
    const { id, clock } = await create({ dueIn: 'PT8H' });
    assert.equal(clock?.calendar?.name, 'Business hours');
    const { task: complete } = await done(ada, CompleteTask, { taskId: id, expectedVersion: 1 });
    assert.deepEqual([complete?.status, complete?.completedBy?.id, complete?.overdueAt, complete?.clock?.state], ['DONE', tenant.administratorId, null, 'MET']);
    assert.ok(complete?.completedAt);
    assert.deepEqual(await refused(ada, CompleteTask, { taskId: id }), [['TASK_ALREADY_DONE', null]]);
    assert.deepEqual(await refused(ada, CancelTask, { taskId: id }), [['TASK_NOT_OPEN', null]]);
    assert.deepEqual(await refused(ada, RescheduleTask, { taskId: id, dueIn: 'PT1H' }), [['TASK_NOT_OPEN', null]]);
    const { task: open } = await done(ada, ReopenTask, { taskId: id });
    assert.deepEqual([open?.status, open?.completedAt, open?.completedBy, open?.clock?.state], ['OPEN', null, null, 'RUNNING']);
    assert.deepEqual(await refused(ada, ReopenTask, { taskId: id }), [['TASK_NOT_ENDED', null]]);
    const { task: cancelled } = await done(ada, CancelTask, { taskId: id });
    assert.deepEqual([cancelled?.status, cancelled?.clock?.state], ['CANCELLED', 'CANCELLED']);
    assert.deepEqual(await refused(ada, CancelTask, { taskId: id }), [['TASK_ALREADY_CANCELLED', null]]);
    assert.equal((await done(ada, ReopenTask, { taskId: id })).task?.clock?.state, 'RUNNING');
  });

  it('changes in what is said of it, and not where nothing changes', async () => {
    const task = await create({ note: 'Old' });
    const from = await position();
    const { task: changed } = await done(ada, UpdateTask, { taskId: task.id, title: 'Write', note: null, priority: 'LOW', expectedVersion: task.version });
    assert.deepEqual([changed?.title, changed?.note, changed?.priority, changed?.version], ['Write', null, 'LOW', 2]);
    await done(ada, UpdateTask, { taskId: task.id, title: 'Write' });
    assert.deepEqual(await told(task.id, from), ['task.updated']);
    assert.deepEqual((await payload(ada, UpdateTask, { taskId: task.id, title: 'Stale', expectedVersion: 1 })).userErrors.map(({ code }) => code), ['STALE']);
  });

  it('given another due time has another clock, and the one before is kept', async () => {
    const { id, clock } = await create({ dueAt: ahead(2) });
    const { task: later } = await done(ada, RescheduleTask, { taskId: id, dueAt: ahead(4) });
    assert.notEqual(later?.clock?.id, clock?.id);
    assert.deepEqual(later?.clocks?.map(({ state }) => state), ['CANCELLED', 'RUNNING']);
    const { task: never } = await done(ada, RescheduleTask, { taskId: id });
    assert.deepEqual([never?.dueAt, never?.clock], [null, null]);
  });

  it('is handed over to who can do it', async () => {
    const { id } = await create();
    const { id: assigneeId } = await colleague(ada, 'SELLER');
    const from = await position();
    assert.equal((await done(ada, AssignTask, { taskId: id, assigneeId })).task?.assignee?.id, assigneeId);
    await done(ada, AssignTask, { taskId: id, assigneeId });
    assert.deepEqual(await told(id, from), ['task.assigned']);
    await ada.ask('mutation ($input: UserDeactivateInput!) { userDeactivate(input: $input) { userErrors { code } } }', { input: { userId: assigneeId } });
    assert.deepEqual(await refused(ada, AssignTask, { taskId: id, assigneeId }), [['ASSIGNEE_NOT_ACTIVE', 'assigneeId']]);
  });
});

describe('time', () => {
  it('makes a task overdue, once, as of the moment when it was due', async () => {
    const from = await position();
    const { id, dueAt } = await create({ dueAt: ahead(1), warnBefore: 'PT30M' });
    await app.letTimePass(HOUR + 60_000);
    const late = await eventually(async () => {
      const task = await read(id);
      return task.overdueAt && task;
    }, 'a task to be overdue');
    assert.deepEqual([late.overdueAt, late.clock?.state, late.clock?.breachedAt], [dueAt, 'BREACHED', dueAt]);
    assert.ok(late.clock?.warnedAt);
    const { task: finished } = await done(ada, CompleteTask, { taskId: id });
    assert.deepEqual([finished?.overdueAt, finished?.clock?.state], [dueAt, 'MET']);
    assert.deepEqual(await told(id, from), ['task.created', 'task.overdue', 'task.completed']);
  });

  it('reminds of a task once, and not of one that is done', async () => {
    const from = await position();
    const { id } = await create({ remindAt: ahead(1) });
    const finished = await create({ remindAt: ahead(1) });
    await done(ada, CompleteTask, { taskId: finished.id });
    await app.letTimePass(HOUR + 60_000);
    const reminded = await eventually(async () => {
      const task = await read(id);
      return task.remindedAt && task;
    }, 'a reminder');
    assert.equal(reminded.remindAt, null);
    await app.letTimePass(HOUR);
    const again = await done(ada, UpdateTask, { taskId: id, remindAt: ahead(1) });
    assert.ok(again.task?.remindAt);
    await app.letTimePass(HOUR + 60_000);
    await eventually(async () => (await told(id, from)).filter((type) => type === 'task.reminded').length === 2, 'a second reminder');
    assert.deepEqual(await told(id, from), ['task.created', 'task.reminded', 'task.updated', 'task.reminded']);
    assert.deepEqual(await told(finished.id, from), ['task.created', 'task.completed']);
  });

  it('and colleagues bring a task to the mind of whoever is to do it', async () => {
    const { id: assigneeId, client } = await colleague(ada, 'AGENT');
    const { id } = await create({ assigneeId, dueAt: ahead(3), warnBefore: 'PT1H', remindAt: ahead(1) });
    const other = await create();
    await done(ada, AssignTask, { taskId: other.id, assigneeId });
    const reasons = async (): Promise<string[]> => {
      const { notifications } = await client.ask<{ notifications: { nodes: { reason: string; subject: { id: string } | null }[] } }>('{ notifications(first: 20) { nodes { reason subject { id } } } }');
      assert.ok(notifications.nodes.every(({ subject }) => subject?.id === id || subject?.id === other.id));
      return notifications.nodes.map(({ reason }) => reason).reverse();
    };
    assert.deepEqual(await reasons(), ['ASSIGNED', 'ASSIGNED']);
    for (const [hours, expected] of [[1, 'REMINDED'], [1, 'DUE_SOON'], [1, 'OVERDUE']] as const) {
      await app.letTimePass(hours * HOUR + 60_000);
      await eventually(async () => (await reasons()).at(-1) === expected, expected);
    }
    assert.deepEqual(await reasons(), ['ASSIGNED', 'ASSIGNED', 'REMINDED', 'DUE_SOON', 'OVERDUE']);
  });

  it('takes a task that is done late as late, also before its clock was looked at', async () => {
    const dueAt = ahead(-1);
    const { id } = await create({ dueAt });
    const { task } = await done(ada, CompleteTask, { taskId: id });
    assert.deepEqual([task?.overdueAt, task?.clock?.breachedAt], [dueAt, dueAt]);
  });
});

describe('lists of tasks', () => {
  it('show what is open, due soonest first and without a due time last, or what the filter asks for', async () => {
    const { administrator } = await app.tenant();
    const make = (title: string, input: Partial<TaskCreateInput> = {}) => create({ title, ...input }, administrator);
    await make('never');
    await make('late', { dueAt: ahead(20) });
    await make('soon', { dueAt: ahead(10), priority: 'URGENT' });
    const ended = await make('done', { dueAt: ahead(5) });
    await done(administrator, CompleteTask, { taskId: ended.id });
    const titles = async (variables: object): Promise<unknown> => (await administrator.ask(ListTasks, variables)).tasks.nodes.map(({ title }) => title);
    assert.deepEqual(await titles({}), ['soon', 'late', 'never']);
    assert.deepEqual(await titles({ filter: { status: { in: ['OPEN', 'DONE'] } } }), ['done', 'soon', 'late', 'never']);
    assert.deepEqual(await titles({ filter: { priority: { eq: 'URGENT' } } }), ['soon']);
    assert.deepEqual(await titles({ filter: { dueAt: { lt: ahead(15) } } }), ['soon']);
    assert.deepEqual(await titles({ filter: { dueAt: { eq: null } } }), ['never']);
    assert.deepEqual(await titles({ orderBy: 'CREATED_DESC' }), ['soon', 'late', 'never']);
    const page = (await administrator.ask(ListTasks, { first: 2 })).tasks;
    assert.equal(page.totalCount, 3);
    assert.deepEqual(await titles({ first: 2, after: page.pageInfo.endCursor }), ['never']);
  });

  it('of your own show what you are to do, and what your teams are when asked', async () => {
    const { id, client } = await colleague(ada, 'AGENT');
    const teamId = await team(ada, [id]);
    const fresh = await Client.signIn(app.url, ...await credentials(client));
    await create({ title: 'mine', assigneeId: id });
    await create({ title: 'ours', teamId });
    await create({ title: 'hers', teamId, assigneeId: tenant.administratorId });
    const titles = async (variables: object): Promise<unknown> => (await fresh.ask(ListMyTasks, variables)).myTasks.nodes.map(({ title }) => title).toSorted();
    assert.deepEqual(await titles({}), ['mine']);
    await eventually(async () => String(await titles({ ofTeams: true })) === 'mine,ours', 'rights to be looked up again');
    assert.deepEqual(await titles({ filter: { status: { eq: 'DONE' } } }), []);
  });
});

async function credentials(client: Client): Promise<[email: string, password: string]> {
  const { viewer } = await client.ask<{ viewer: { user: { email: string } } }>('{ viewer { user { email } } }');
  return [viewer.user.email, PASSWORD];
}

describe('who reaches only what is theirs', () => {
  it('sees tasks they are to do, asked for, or that concern their customers, with their clocks, and no others', async () => {
    const { id, client } = await loner();
    const customerId = await customer(client);
    const theirs = await create({ title: 'to do', assigneeId: id, dueAt: ahead(3) });
    const asked = await create({ title: 'asked for', assigneeId: tenant.administratorId, dueAt: ahead(2) }, client);
    const about = await create({ title: 'about theirs', customerId, dueAt: ahead(1) });
    const other = await create({ title: 'none of theirs', dueAt: ahead(1) });
    const { tasks } = await client.ask(ListTasks, {});
    assert.deepEqual(tasks.nodes.map(({ title }) => title), ['about theirs', 'asked for', 'to do']);
    for (const { clock } of [theirs, asked, about]) assert.equal((await client.ask(ReadClock, { id: clock?.id ?? '' })).clock?.id, clock?.id);
    assert.equal((await client.ask(ReadClock, { id: other.clock?.id ?? '' })).clock, null);
    assert.equal((await client.ask(ReadTask, { id: other.id })).task, null);
    assert.equal(await client.failure(CompleteTask, { input: { taskId: other.id } }), 'NOT_FOUND');
    const { events } = await client.ask(EventsSince, { after: null });
    const from = events.position;
    await app.letTimePass(2 * HOUR);
    await eventually(async () => (await ada.ask(ReadTask, { id: other.id })).task?.overdueAt);
    await eventually(async () => (await ada.ask(ReadTask, { id: about.id })).task?.overdueAt);
    const seen = (await client.ask(EventsSince, { after: from })).events.changes.map(({ subjectId }) => subjectId);
    assert.ok(seen.includes(about.clock?.id ?? null) && !seen.includes(other.clock?.id ?? null), 'events of clocks go to who reaches the task');
  });

  it('of another organisation sees nothing', async () => {
    const { id, clock } = await create({ dueAt: ahead(1) });
    assert.equal((await stranger.ask(ReadTask, { id })).task, null);
    assert.equal((await stranger.ask(ReadClock, { id: clock?.id ?? '' })).clock, null);
    for (const document of [UpdateTask, AssignTask, CompleteTask, ReopenTask, CancelTask, RescheduleTask].map((one) => textOf(one as Document<unknown, unknown>))) {
      assert.equal(await stranger.failure(document, { input: { taskId: id } }), 'NOT_FOUND');
    }
  });

  it('may do what their role says', async () => {
    const { client } = await colleague(ada, 'READ_ONLY');
    const { id } = await create();
    assert.equal(await client.failure(CreateTask, { input: { title: 'Mine' } }), 'FORBIDDEN');
    assert.equal(await client.failure(CompleteTask, { input: { taskId: id } }), 'FORBIDDEN');
    assert.equal((await client.ask(ReadTask, { id })).task?.id, id);
  });
});

describe('a task that is followed', () => {
  it('tells of itself and of its clocks, always with the task', async () => {
    const from = await position();
    const { id } = await create({ dueAt: ahead(1) });
    const socket = ada.socket();
    const stream = socket.iterate<{ taskChanged: { type: string; node: { id: string } | null } }>({ query: textOf(FollowTask), variables: { id, after: from } });
    await done(ada, CompleteTask, { taskId: id });
    const seen: string[] = [];
    while (seen.length < 4) {
      const { value } = await stream.next() as { value: { data: { taskChanged: { type: string; node: { id: string } | null } } } };
      if (!value.data.taskChanged.type.startsWith('stream.')) seen.push(`${value.data.taskChanged.type} ${value.data.taskChanged.node?.id === id}`);
    }
    await socket.dispose();
    assert.deepEqual(seen.toSorted(), ['clock.met true', 'clock.started true', 'task.completed true', 'task.created true']);
  });
});
