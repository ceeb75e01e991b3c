/** Who may come in, what they may do there, and how fast it stops when it is taken from them. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, startTestApp, type Tenant, type TestApp } from '../support/app.ts';

/** Time runs as always, and ahead by what a test waits. */
let ahead = 0;
const wait = (seconds: number): void => { ahead += seconds * 1000; };
/** After which rights that were taken are gone, whatever was remembered. */
const AT_ONCE = 5;

let app: TestApp;
before(async () => { app = await startTestApp({ now: () => new Date(Date.now() + ahead) }); });
after(() => app.stop());

interface Record { readonly id: string }
interface Refused { readonly userErrors: readonly { code: string; message: string; field: string[] | null }[] }
interface Answer<T> { readonly data?: T | null; readonly errors?: readonly { message: string; extensions: { code: string } }[] }
interface Tokens { readonly accessToken: string; readonly refreshToken: string; readonly accessTokenExpiresAt: string }

async function ask<T>(credential: string | null, query: string, variables: object = {}): Promise<Answer<T>> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST', body: JSON.stringify({ query, variables }),
    headers: { 'content-type': 'application/json', accept: 'application/json', ...(credential ? { authorization: `Bearer ${credential}` } : {}) },
  });
  return (await response.json()) as Answer<T>;
}

async function mutate<T>(credential: string | null, name: string, input: object, selection: string) {
  const document = `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { it: ${name}(input: $input) { ${selection} userErrors { code message field } } }`;
  const { data, errors } = await ask<{ it: T & Refused }>(credential, document, { input });
  return { payload: data?.it, fault: errors?.[0], code: errors?.[0]?.extensions.code ?? data?.it.userErrors[0]?.code ?? null };
}

async function done<T>(...args: Parameters<typeof mutate>): Promise<T> {
  const { payload, fault, code } = await mutate<T>(...args);
  assert.equal(code, null, `${args[1]}: ${fault?.message ?? payload?.userErrors[0]?.message}`);
  assert.ok(payload);
  return payload;
}

const TOKENS = 'accessToken accessTokenExpiresAt refreshToken';
const enter = (email: string, password = PASSWORD, more: object = {}) => mutate<Tokens>(null, 'signIn', { email, password, ...more }, TOKENS);
const entered = (email: string, password = PASSWORD) => done<Tokens>(null, 'signIn', { email, password }, TOKENS);
const refresh = (refreshToken: string) => mutate<Tokens>(null, 'tokenRefresh', { refreshToken }, TOKENS);
const refreshed = (refreshToken: string) => done<Tokens>(null, 'tokenRefresh', { refreshToken }, TOKENS);
const inside = async (credential: string): Promise<string> => (await ask(credential, '{ viewer { kind } }')).errors?.[0]?.extensions.code ?? 'inside';

interface Viewer { kind: string; roles: { builtIn: string; name: string }[]; permissions: string[]; reach: string; user: Record | null; apiKey: (Record & { name: string; lastUsedAt: string | null }) | null; organization: Record }
const viewer = async (credential: string): Promise<Viewer | undefined> =>
  (await ask<{ viewer: Viewer }>(credential, '{ viewer { kind roles { builtIn name } permissions reach user { id } apiKey { id name lastUsedAt } organization { id } } }')).data?.viewer;

interface Place extends Tenant { readonly token: string; readonly roles: ReadonlyMap<string, string> }
/** An organisation with its administrator signed in. */
async function place(): Promise<Place> {
  const tenant = await app.tenant();
  const { accessToken: token } = await entered(tenant.email);
  const { data } = await ask<{ roles: { nodes: (Record & { builtIn: string })[] } }>(token, '{ roles { nodes { id builtIn } } }');
  return { ...tenant, token, roles: new Map(data?.roles.nodes.map(({ id, builtIn }) => [builtIn, id])) };
}

interface Person extends Record { readonly email: string; readonly token: string; readonly refreshToken: string }
async function person({ token, roles }: Place, role: string | null, email = `${randomUUID()}@example.com`): Promise<Person> {
  const roleIds = role === null ? [] : [roles.get(role) ?? role];
  const { user } = await done<{ user: Record }>(token, 'userCreate', { name: 'Petr Novák', email, password: PASSWORD, roleIds }, 'user { id }');
  const tokens = await entered(email);
  return { id: user.id, email, token: tokens.accessToken, refreshToken: tokens.refreshToken };
}

describe('signing in', () => {
  it('answers tokens, and viewer tells who came in', async () => {
    const { email, administratorId, organizationId } = await app.tenant();
    const { accessToken, accessTokenExpiresAt } = await entered(email.toUpperCase());
    const who = await viewer(accessToken);
    assert.deepEqual({ ...who, permissions: null }, {
      kind: 'USER', roles: [{ builtIn: 'ADMINISTRATOR', name: 'Administrator' }], permissions: null, reach: 'ALL',
      user: { id: administratorId }, apiKey: null, organization: { id: organizationId },
    });
    assert.ok(who?.permissions.includes('role:grant') && who.permissions.includes('customer:read'));
    assert.ok(Date.parse(accessTokenExpiresAt) > Date.now() + ahead + 800_000);
  });
  it('with a wrong password or an unknown address is refused in the same words', async () => {
    const { email } = await app.tenant();
    const [wrong, unknown] = [await enter(email, 'some other pass phrase'), await enter(`${randomUUID()}@example.com`)];
    assert.equal(wrong.code, 'SIGN_IN_FAILED');
    assert.deepEqual(wrong.payload, unknown.payload);
    assert.equal(wrong.payload?.accessToken, null);
  });
  it('shows its payload as the one who came in, and nothing to one who did not', async () => {
    const { email } = await app.tenant();
    const selection = 'user { email roleGrants { role { builtIn } } }';
    assert.deepEqual((await done<object>(null, 'signIn', { email, password: PASSWORD }, selection)),
      { user: { email, roleGrants: [{ role: { builtIn: 'ADMINISTRATOR' } }] }, userErrors: [] });
    assert.deepEqual((await mutate<{ user: null }>(null, 'signIn', { email, password: 'some other pass phrase' }, selection)).payload?.user, null);
  });
  it('while somebody else is signed in, here or elsewhere, begins anew as the one who comes in', async () => {
    const [here, elsewhere] = [await place(), await place()];
    const colleague = await person(here, 'AGENT');
    const { secret } = await done<{ secret: string }>(here.token, 'apiKeyCreate', { name: 'Partner', permissions: ['customer:read'] }, 'secret');
    for (const credential of [colleague.token, elsewhere.token, here.token, secret]) {
      assert.deepEqual(await done<object>(credential, 'signIn', { email: here.email, password: PASSWORD }, 'user { email roleGrants { role { builtIn } } }'),
        { user: { email: here.email, roleGrants: [{ role: { builtIn: 'ADMINISTRATOR' } }] }, userErrors: [] });
      const { refreshToken } = await entered(here.email);
      const { accessToken } = await done<Tokens>(credential, 'tokenRefresh', { refreshToken }, TOKENS);
      assert.equal((await viewer(accessToken))?.user?.id, here.administratorId);
      assert.equal(await inside(credential), 'inside');
    }
  });
  it('is told at once when it is no address at all', async () => assert.equal((await enter('nobody')).code, 'INVALID_EMAIL_ADDRESS'));
  it('without any credential leaves everything else closed', async () => {
    const { errors } = await ask(null, '{ viewer { kind } }');
    assert.equal(errors?.[0]?.extensions.code, 'UNAUTHENTICATED');
  });

  it('slows down after failures, for the right password too, and lets in again when the time is over', async () => {
    const { email } = await app.tenant();
    for (let i = 0; i < 5; i++) assert.equal((await enter(email, `wrong pass phrase ${i}`)).code, 'SIGN_IN_FAILED');
    const slowed = await enter(email);
    assert.equal(slowed.code, 'SIGN_IN_SLOWED_DOWN');
    assert.match(slowed.payload?.userErrors[0]?.message ?? '', /Try again in 1 seconds/);
    assert.equal((await enter((await app.tenant()).email)).code, null, 'others are not slowed down');
    wait(1);
    assert.equal((await enter(email)).code, null);
    for (let i = 0; i < 2; i++) assert.equal((await enter(email, 'wrong pass phrase')).code, 'SIGN_IN_FAILED', 'a success forgets the failures');
  });
  it('slows down an address nobody has just the same', async () => {
    const email = `${randomUUID()}@example.com`;
    const codes = [];
    for (let i = 0; i < 6; i++) codes.push((await enter(email)).code);
    assert.deepEqual(codes, [...Array.from({ length: 5 }, () => 'SIGN_IN_FAILED'), 'SIGN_IN_SLOWED_DOWN']);
  });
});

describe('one address in several organisations', () => {
  interface Choice { accessToken: string | null; organizations: { id: string; name: string }[]; user: Record | null }
  const choose = (email: string, password: string, organizationId?: string) =>
    mutate<Choice>(null, 'signIn', { email, password, organizationId }, 'accessToken user { id } organizations { id name }');

  it('is asked which, but only behind the right password', async () => {
    const [here, there] = [await place(), await place()];
    const email = `${randomUUID()}@example.com`;
    const [one] = [await person(here, 'AGENT', email), await done(there.token, 'userCreate', { name: 'Petr', email, password: PASSWORD }, 'user { id }')];
    const asked = await choose(email, PASSWORD);
    assert.equal(asked.code, null);
    assert.deepEqual(asked.payload?.organizations.map(({ id }) => id).sort(), [here.organizationId, there.organizationId].sort());
    assert.deepEqual({ token: asked.payload?.accessToken, user: asked.payload?.user }, { token: null, user: null });
    const chosen = await choose(email, PASSWORD, here.organizationId);
    assert.deepEqual({ user: chosen.payload?.user, organizations: chosen.payload?.organizations }, { user: { id: one.id }, organizations: [] });
    const wrong = await choose(email, 'some other pass phrase');
    assert.deepEqual({ code: wrong.code, organizations: wrong.payload?.organizations ?? null }, { code: 'SIGN_IN_FAILED', organizations: null });
    assert.equal((await choose(email, PASSWORD, (await app.tenant()).organizationId)).code, 'SIGN_IN_FAILED');
  });
  it('is not asked where the passwords differ', async () => {
    const [here, there] = [await place(), await place()];
    const email = `${randomUUID()}@example.com`;
    await done(here.token, 'userCreate', { name: 'Petr', email, password: PASSWORD }, 'user { id }');
    const { user } = await done<{ user: Record }>(there.token, 'userCreate', { name: 'Petr', email, password: 'quite another pass phrase' }, 'user { id }');
    assert.deepEqual((await choose(email, 'quite another pass phrase')).payload?.user, user);
  });
});

describe('renewing', () => {
  it('replaces the refresh token each time', async () => {
    const first = await entered((await app.tenant()).email);
    const second = await refreshed(first.refreshToken);
    wait(3600);
    const third = await refreshed(second.refreshToken);
    assert.equal(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size, 3);
    assert.equal(await inside(third.accessToken), 'inside');
    assert.equal(await inside(first.accessToken), 'UNAUTHENTICATED', 'its time is over');
  });
  it('with the last token again works for half a minute: its answer may have got lost', async () => {
    const first = await entered((await app.tenant()).email);
    const lost = await refreshed(first.refreshToken);
    wait(25);
    const second = await refreshed(first.refreshToken);
    wait(600);
    const third = await refreshed(second.refreshToken);
    assert.equal(await inside(third.accessToken), 'inside');
    wait(60);
    assert.equal((await refresh(lost.refreshToken)).code, 'REFRESH_TOKEN_REUSED');
  });
  it('from two windows at once gives each a token that goes on', async () => {
    const first = await entered((await app.tenant()).email);
    const both = await Promise.all([refreshed(first.refreshToken), refreshed(first.refreshToken)]);
    const next = await refreshed(both[0].refreshToken);
    assert.equal((await refresh(both[1].refreshToken)).code, null);
    assert.equal(await inside(next.accessToken), 'inside');
  });
  it('with an older token ends the session for everybody who holds one', async () => {
    const first = await entered((await app.tenant()).email);
    const stolen = await refreshed(first.refreshToken);
    wait(31);
    assert.equal(await inside(stolen.accessToken), 'inside');
    assert.equal((await refresh(first.refreshToken)).code, 'REFRESH_TOKEN_REUSED');
    wait(AT_ONCE);
    assert.equal((await refresh(stolen.refreshToken)).code, 'REFRESH_TOKEN_INVALID');
    assert.equal(await inside(stolen.accessToken), 'UNAUTHENTICATED');
  });
  it('notices a thief however often they renewed before the owner comes', async () => {
    const owner = await entered((await app.tenant()).email);
    let thief = await refreshed(owner.refreshToken);
    for (let i = 0; i < 3; i++) thief = await refreshed(thief.refreshToken);
    assert.equal((await refresh(owner.refreshToken)).code, 'REFRESH_TOKEN_REUSED');
    assert.equal((await refresh(thief.refreshToken)).code, 'REFRESH_TOKEN_INVALID');
  });
  it('tells a mistyped token as such, and ends when the session does', async () => {
    const { refreshToken } = await entered((await app.tenant()).email);
    const mistyped = await refresh(`${refreshToken.slice(0, -1)}${refreshToken.endsWith('A') ? 'B' : 'A'}`);
    assert.match(mistyped.payload?.userErrors[0]?.message ?? '', /checksum/);
    wait(90_000);
    assert.equal((await refresh(refreshToken)).code, 'REFRESH_TOKEN_INVALID');
  });
});

describe('sessions', () => {
  interface Sessions { sessions: { nodes: (Record & { device: string | null; current: boolean })[] } }
  const sessions = async (token: string) => (await ask<Sessions>(token, '{ sessions { nodes { id device current } } }')).data?.sessions.nodes ?? [];

  it("are one's own, and end one by one", async () => {
    const { email, ...here } = await place();
    const phone = await done<Tokens>(null, 'signIn', { email, password: PASSWORD, device: 'phone' }, TOKENS);
    const mine = await sessions(phone.accessToken);
    assert.deepEqual(mine.map(({ device, current }) => ({ device, current }))[0], { device: 'phone', current: true });
    const colleague = await person({ email, ...here }, 'ADMINISTRATOR');
    assert.equal((await sessions(colleague.token)).length, 1);
    const lost = { sessionId: mine[0]?.id ?? '' };
    assert.equal((await mutate(colleague.token, 'sessionRevoke', lost, 'session { id }')).code, 'NOT_FOUND');
    await done(here.token, 'sessionRevoke', lost, 'session { endedAt }');
    wait(AT_ONCE);
    assert.equal(await inside(phone.accessToken), 'UNAUTHENTICATED');
    assert.equal(await inside(here.token), 'inside');
  });
  it('end by signing out', async () => {
    const { token, refreshToken } = await person(await place(), 'AGENT');
    await done(token, 'signOut', {}, 'session { id }');
    wait(AT_ONCE);
    assert.equal(await inside(token), 'UNAUTHENTICATED');
    assert.equal((await refresh(refreshToken)).code, 'REFRESH_TOKEN_INVALID');
  });
  it('end when the password changes, all but the one that changed it', async () => {
    const here = await place();
    const { email, token } = await person(here, 'AGENT');
    const other = await entered(email);
    const change = (currentPassword: string, newPassword: string) => mutate(token, 'passwordChange', { currentPassword, newPassword }, 'user { id }');
    assert.equal((await change('some other pass phrase', 'a fresh and long pass phrase')).code, 'WRONG_PASSWORD');
    assert.equal((await change(PASSWORD, 'password1234567')).code, 'WEAK_PASSWORD');
    assert.equal((await change(PASSWORD, 'a fresh and long pass phrase')).code, null);
    wait(AT_ONCE);
    assert.equal(await inside(other.accessToken), 'UNAUTHENTICATED');
    assert.equal(await inside(token), 'inside');
    assert.equal((await enter(email)).code, 'SIGN_IN_FAILED');
    assert.equal((await enter(email, 'a fresh and long pass phrase')).code, null);
  });
});

describe('roles', () => {
  const define = (token: string, input: object) =>
    mutate<{ role: Record & { permissions: string[]; version: number } }>(token, 'roleDefine', { name: randomUUID(), reach: 'ALL', ...input }, 'role { id permissions version }');
  const grant = (token: string, userId: string, roleId: string, verb = 'roleGrant') => mutate(token, verb, { userId, roleId }, 'user { id }');

  const operations: readonly [permission: string, query: string][] = [
    ['customer:read', '{ customers { totalCount } }'],
    ['apiKey:read', '{ apiKeys { totalCount } }'],
    ['customer:create', 'mutation { it: customerCreate(input: { kind: PERSON, familyName: "Novák" }) { userErrors { code } } }'],
    ['user:create', 'mutation { it: userCreate(input: { name: "", email: "x", password: "x" }) { userErrors { code } } }'],
    ['team:create', 'mutation { it: teamCreate(input: { name: "" }) { userErrors { code } } }'],
    ['role:define', 'mutation { it: roleDefine(input: { name: "", permissions: [], reach: OWN }) { userErrors { code } } }'],
    ['organization:update', 'mutation { it: organizationUpdate(input: { expectedVersion: 1 }) { userErrors { code } } }'],
  ];
  for (const role of ['ADMINISTRATOR', 'SUPERVISOR', 'AGENT', 'SELLER', 'MARKETER', 'READ_ONLY', null]) {
    it(`${role ?? 'none'}: may exactly what viewer lists`, async () => {
      const { token } = await person(await place(), role);
      const { permissions = [] } = (await viewer(token)) ?? {};
      if (role === 'ADMINISTRATOR') assert.ok(operations.every(([permission]) => permissions.includes(permission)));
      if (role === 'READ_ONLY') assert.ok(permissions.every((permission) => permission.endsWith(':read')) && permissions.length > 0);
      if (role === null) assert.deepEqual(permissions, []);
      for (const [permission, query] of operations) {
        const { errors } = await ask(token, query);
        assert.equal(errors?.[0]?.extensions.code ?? null, permissions.includes(permission) ? null : 'FORBIDDEN', permission);
      }
    });
  }

  it('of your own are defined, granted, changed and taken away, and that counts within seconds', async () => {
    const here = await place();
    const helper = await person(here, null);
    const { payload } = await define(here.token, { permissions: ['customer:read'], hiddenFields: ['ContactPoint.value'] });
    const roleId = payload?.role.id ?? '';
    assert.equal((await grant(here.token, helper.id, roleId)).code, null);
    assert.equal((await grant(here.token, helper.id, roleId)).code, 'ROLE_ALREADY_GRANTED');
    wait(AT_ONCE);
    assert.deepEqual((await viewer(helper.token))?.permissions, ['customer:read']);
    const changed = await define(here.token, { roleId, permissions: ['customer:read', 'customer:create', 'customer:read'] });
    assert.deepEqual(changed.payload?.role.permissions, ['customer:create', 'customer:read']);
    wait(AT_ONCE);
    assert.deepEqual((await viewer(helper.token))?.permissions, ['customer:create', 'customer:read']);
    assert.equal((await grant(here.token, helper.id, roleId, 'roleRevoke')).code, null);
    assert.equal((await grant(here.token, helper.id, roleId, 'roleRevoke')).code, 'ROLE_NOT_GRANTED');
    wait(AT_ONCE);
    assert.deepEqual((await viewer(helper.token))?.permissions, []);
  });
  it('hold permissions and hide fields that exist', async () => {
    const { token, roles } = await place();
    const { payload } = await define(token, { permissions: ['customer:read', 'customer:eat'], hiddenFields: ['Customer.soul'] });
    assert.deepEqual(payload?.userErrors.map(({ code, field }) => ({ code, field })), [
      { code: 'UNKNOWN_PERMISSION', field: ['permissions', '1'] }, { code: 'FIELD_NOT_HIDEABLE', field: ['hiddenFields', '0'] },
    ]);
    assert.equal((await define(token, { roleId: roles.get('AGENT'), permissions: [] })).code, 'ROLE_BUILT_IN');
    assert.equal((await define(token, { name: 'Agent', permissions: [] })).code, 'ROLE_NAME_TAKEN');
  });
  it('cannot be used to get more than one has', async () => {
    const here = await place();
    const { payload } = await define(here.token, {
      permissions: ['role:define', 'role:grant', 'user:create', 'apiKey:create', 'customer:read'], reach: 'TEAM', hiddenFields: ['ContactPoint.value'],
    });
    const deputy = await person(here, payload?.role.id ?? '');
    const hiddenFields = ['ContactPoint.value'];
    assert.equal((await grant(deputy.token, deputy.id, here.roles.get('ADMINISTRATOR') ?? '')).code, 'MORE_THAN_YOURS');
    assert.equal((await define(deputy.token, { permissions: ['customer:archive'], reach: 'OWN', hiddenFields })).code, 'MORE_THAN_YOURS');
    assert.equal((await define(deputy.token, { permissions: [], reach: 'ALL', hiddenFields })).code, 'MORE_THAN_YOURS');
    assert.equal((await define(deputy.token, { permissions: ['customer:read'], reach: 'TEAM' })).code, 'MORE_THAN_YOURS');
    assert.equal((await define(deputy.token, { permissions: ['customer:read'], reach: 'TEAM', hiddenFields })).code, null);
    const newcomer = { name: 'Eva', email: `${randomUUID()}@example.com`, password: PASSWORD, roleIds: [here.roles.get('SUPERVISOR')] };
    assert.equal((await mutate(deputy.token, 'userCreate', newcomer, 'user { id }')).code, 'MORE_THAN_YOURS');
    assert.equal((await enter(newcomer.email)).code, 'SIGN_IN_FAILED', 'nothing of it was done');
    assert.equal((await mutate(deputy.token, 'apiKeyCreate', { name: 'mine', permissions: ['customer:read'] }, 'secret')).code, 'MORE_THAN_YOURS');
  });
  it('of another organisation cannot be given, nor to its people', async () => {
    const [here, there] = [await place(), await place()];
    const stranger = await person(there, null);
    assert.equal((await grant(here.token, here.administratorId, there.roles.get('AGENT') ?? '')).code, 'NOT_FOUND');
    assert.equal((await grant(here.token, stranger.id, here.roles.get('AGENT') ?? '')).code, 'NOT_FOUND');
  });
});

describe('users', () => {
  const deactivate = (token: string, userId: string) => mutate(token, 'userDeactivate', { userId }, 'user { status }');
  const revokeAdministrator = ({ token, roles }: Place, userId: string) =>
    mutate(token, 'roleRevoke', { userId, roleId: roles.get('ADMINISTRATOR') }, 'user { id }');

  it('once deactivated are out within seconds and stay out', async () => {
    const here = await place();
    const { id, email, token, refreshToken } = await person(here, 'AGENT');
    assert.equal(await inside(token), 'inside');
    assert.equal((await deactivate(here.token, id)).code, null);
    wait(AT_ONCE);
    assert.equal(await inside(token), 'UNAUTHENTICATED');
    assert.equal((await refresh(refreshToken)).code, 'REFRESH_TOKEN_INVALID');
    assert.equal((await enter(email)).code, 'SIGN_IN_FAILED');
    assert.equal((await deactivate(here.token, id)).code, 'USER_ALREADY_DEACTIVATED');
  });
  it('who are the last administrator stay it', async () => {
    const here = await place();
    assert.equal((await deactivate(here.token, here.administratorId)).code, 'LAST_ADMINISTRATOR');
    assert.equal((await revokeAdministrator(here, here.administratorId)).code, 'LAST_ADMINISTRATOR');
    const second = await person(here, 'ADMINISTRATOR');
    assert.equal((await revokeAdministrator(here, here.administratorId)).code, null);
    assert.equal((await deactivate(second.token, second.id)).code, 'LAST_ADMINISTRATOR');
  });
  it('cannot send each other away at the same moment', async () => {
    for (let round = 0; round < 3; round++) {
      const here = await place();
      const second = await person(here, 'ADMINISTRATOR');
      assert.equal(await inside(second.token), 'inside'); // remembered, so both get as far as the rule
      const codes = await Promise.all([deactivate(here.token, second.id), deactivate(second.token, here.administratorId)]);
      assert.deepEqual(codes.map(({ code }) => code).sort(), ['LAST_ADMINISTRATOR', null]);
    }
  });
  it('have an address nobody else in the organisation has, whatever its case', async () => {
    const { token, email } = await place();
    assert.equal((await mutate(token, 'userCreate', { name: 'Ada', email: email.toUpperCase(), password: PASSWORD }, 'user { id }')).code, 'EMAIL_TAKEN');
  });
  it('change by userUpdate, and come in under their new address', async () => {
    const here = await place();
    const { id, email } = await person(here, 'AGENT');
    const changed = { userId: id, email: `new-${email}`, timeZone: 'Asia/Calcutta', expectedVersion: 1 };
    assert.deepEqual(await done(here.token, 'userUpdate', changed, 'user { name timeZone }'), { user: { name: 'Petr Novák', timeZone: 'Asia/Kolkata' }, userErrors: [] });
    assert.equal((await mutate(here.token, 'userUpdate', changed, 'user { version }')).code, 'STALE');
    assert.deepEqual([(await enter(email)).code, (await enter(`new-${email}`)).code], ['SIGN_IN_FAILED', null]);
  });
  it('of another organisation are not there', async () => {
    const [here, there] = [await place(), await place()];
    assert.equal((await mutate(here.token, 'userUpdate', { userId: there.administratorId, name: 'x' }, 'user { id }')).code, 'NOT_FOUND');
    assert.equal((await deactivate(here.token, there.administratorId)).code, 'NOT_FOUND');
    const { data } = await ask<{ users: { nodes: Record[] } }>(here.token, '{ users { nodes { id } } }');
    assert.deepEqual(data?.users.nodes, [{ id: here.administratorId }]);
  });
});

describe('teams', () => {
  it('have whom they are said to have, and each change is an event', async () => {
    const here = await place();
    const [one, two] = [await person(here, 'AGENT'), await person(here, 'AGENT')];
    const start = (await ask<{ position: string }>(here.token, '{ position }')).data?.position;
    const members = 'team { id memberships { user { id } } }';
    const { team } = await done<{ team: Record }>(here.token, 'teamCreate', { name: 'North', memberIds: [one.id] }, members);
    const changed = await done<{ team: { memberships: { user: Record }[] } }>(here.token, 'teamUpdate', { teamId: team.id, memberIds: [two.id, here.administratorId] }, members);
    assert.deepEqual(changed.team.memberships.map(({ user }) => user.id).sort(), [two.id, here.administratorId].sort());
    interface Events { events: { changes: { type: string; subject: Record | null }[] } }
    const { data } = await ask<Events>(here.token, 'query ($after: Position) { events(after: $after) { changes { type subject { id } } } }', { after: start });
    assert.deepEqual(data?.events.changes.map(({ type, subject }) => `${type} ${subject?.id}`).sort(), [
      `team.created ${team.id}`, `user.teamsChanged ${one.id}`,
      `user.teamsChanged ${one.id}`, `user.teamsChanged ${two.id}`, `user.teamsChanged ${here.administratorId}`,
    ].sort());
    assert.equal((await mutate(here.token, 'teamCreate', { name: 'North' }, 'team { id }')).code, 'TEAM_NAME_TAKEN');
    const there = await place();
    assert.equal((await mutate(here.token, 'teamUpdate', { teamId: team.id, memberIds: [there.administratorId] }, 'team { id }')).code, 'NOT_FOUND');
  });
});

describe('API keys', () => {
  interface NewKey { secret: string | null; apiKey: Record & { prefix: string } }
  const create = (token: string, input: object) =>
    mutate<NewKey>(token, 'apiKeyCreate', { name: 'shop', permissions: ['customer:read'], ...input }, 'secret apiKey { id prefix }');
  const key = async (token: string, input: object = {}): Promise<Record & { secret: string }> => {
    const { payload } = await create(token, input);
    return { id: payload?.apiKey.id ?? '', secret: payload?.secret ?? '' };
  };

  it('are actors of their own with their scopes alone', async () => {
    const here = await place();
    const { id, secret } = await key(here.token);
    const who = await viewer(secret);
    assert.deepEqual({ ...who, apiKey: who?.apiKey?.name }, {
      kind: 'API_KEY', roles: [], permissions: ['customer:read'], reach: 'ALL', user: null, apiKey: 'shop', organization: { id: here.organizationId },
    });
    assert.equal((await ask(secret, '{ customers { totalCount } }')).errors, undefined);
    assert.equal((await ask(secret, '{ apiKeys { totalCount } }')).errors?.[0]?.extensions.code, 'FORBIDDEN');
    wait(AT_ONCE);
    assert.ok((await viewer(secret))?.apiKey?.lastUsedAt, `last use of ${id}`);
  });
  it('show their secret once, also when the request is repeated', async () => {
    const { token } = await place();
    const idempotencyKey = randomUUID();
    const [first, again] = [await create(token, { idempotencyKey }), await create(token, { idempotencyKey })];
    assert.match(first.payload?.secret ?? '', /^rpk_live_/);
    assert.deepEqual(again.payload, { ...first.payload, secret: null });
    assert.ok(!app.logged().includes(first.payload?.secret ?? '-'));
  });
  it('revoked or expired do not serve, within seconds', async () => {
    const { token } = await place();
    const [revoked, expiring] = [await key(token), await key(token, { expiresAt: new Date(Date.now() + ahead + 60_000) })];
    assert.deepEqual([await inside(revoked.secret), await inside(expiring.secret)], ['inside', 'inside']);
    await done(token, 'apiKeyRevoke', { apiKeyId: revoked.id }, 'apiKey { revokedAt }');
    wait(AT_ONCE);
    assert.deepEqual([await inside(revoked.secret), await inside(expiring.secret)], ['UNAUTHENTICATED', 'inside']);
    wait(60);
    assert.equal(await inside(expiring.secret), 'UNAUTHENTICATED');
    assert.equal((await mutate(token, 'apiKeyRevoke', { apiKeyId: revoked.id }, 'apiKey { id }')).code, 'API_KEY_ALREADY_REVOKED');
    assert.equal((await create(token, { expiresAt: new Date(Date.now() + ahead - 1000) })).code, 'EXPIRY_IN_THE_PAST');
  });
  it('mistyped are told so', async () => {
    const { secret } = await key((await place()).token);
    const { errors } = await ask(`${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`, '{ viewer { kind } }');
    assert.equal(errors?.[0]?.extensions.code, 'UNAUTHENTICATED');
    assert.match(errors?.[0]?.message ?? '', /checksum does not match/);
  });
  it('make no keys and have no session', async () => {
    const { token } = await place();
    const { secret } = await key(token, { permissions: ['apiKey:create', 'customer:read'] });
    assert.equal((await create(secret, {})).code, 'PEOPLE_ONLY');
    assert.equal((await mutate(secret, 'signOut', {}, 'session { id }')).code, 'PEOPLE_ONLY');
  });
  it('of another organisation are not there', async () => {
    const [here, there] = [await place(), await place()];
    const { id } = await key(there.token);
    assert.equal((await mutate(here.token, 'apiKeyRevoke', { apiKeyId: id }, 'apiKey { id }')).code, 'NOT_FOUND');
  });
});

describe('the organisation', () => {
  it('keeps its settings in their normal form, and tells what is wrong', async () => {
    const { token } = await place();
    const update = (input: object) => mutate<{ organization: object }>(token, 'organizationUpdate', input, 'organization { mailDomains baseCurrency locales }');
    assert.deepEqual((await update({ mailDomains: ['Bücher.Example', 'xn--bcher-kva.example', 'crm.example'], baseCurrency: 'pln' })).payload?.organization,
      { mailDomains: ['xn--bcher-kva.example', 'crm.example'], baseCurrency: 'PLN', locales: ['cs', 'en'] });
    assert.deepEqual((await update({ mailDomains: ['crm.example', 'not a domain'] })).payload?.userErrors.map(({ code, field }) => ({ code, field })),
      [{ code: 'INVALID_MAIL_DOMAIN', field: ['mailDomains', '1'] }]);
  });
});
