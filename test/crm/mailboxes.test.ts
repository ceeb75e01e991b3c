/** Mails that come to the mailbox of a channel, through the API, a real SMTP server and a real IMAP server. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { PASSWORD, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client, textOf, type Document } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import type { ChannelMailboxSetInput, MessageFactsFragment, MessageSendInput, ReadMailboxesQuery, ReadReceivedQuery } from '../support/graphql/graphql.ts';
import { MAILBOX_PASSWORD, noMailboxServer, openMailboxServer, type MailboxServer } from '../support/mailbox-server.ts';
import { openPostOffice, type PostOffice } from '../support/post-office.ts';
import { AddColleague, CurrentPosition, RolesOfTenant } from './customers.documents.ts';
import { CloseConversation, CreateChannel, EventsSince, FollowConversation, UpdateChannel } from './interactions.documents.ts';
import { ReadMailboxes, ReadReceived, RemoveMailbox, SetMailbox } from './mailboxes.documents.ts';
import { AddCustomerWithAddress, ReadAddresses, ReadMessage, SendMessage } from './messages.documents.ts';

const USERS = Array.from({ length: 20 }, (_, index) => `box${index}`);
/** Of locks of mailboxes. */
const LOCKS = 0x6d61696c;
const skip = noMailboxServer();

let office: PostOffice;
let server: MailboxServer;
let app: TestApp;
before(async () => {
  if (skip) return;
  office = await openPostOffice();
  server = await openMailboxServer(USERS);
  app = await startTestApp({ works: true, privateMailboxes: true, mail: { smtp: { url: office.url, startTls: 'OFFERED', patience: 5_000 }, folder: '/nowhere', dkim: null, returnByMessage: true } });
});
after(async () => {
  if (skip) return;
  await app.stop();
  await server.remove();
  await office.stop();
});

type InputOf<V> = V extends { input: infer I } ? I : never;
interface Payload { readonly userErrors: readonly { readonly code: string; readonly message: string; readonly field?: readonly string[] | null }[] }
type Mailbox = NonNullable<ReadMailboxesQuery['channels']['nodes'][number]['mailbox']>;
type Conversation = ReadReceivedQuery['conversations']['nodes'][number];

async function payload<R, V>(client: Client, document: Document<R, V>, input: InputOf<V>): Promise<NonNullable<R[keyof R]> & Payload> {
  return Object.values(await client.ask(document, { input } as V) as object)[0] as NonNullable<R[keyof R]> & Payload;
}
async function done<R, V>(client: Client, document: Document<R, V>, input: InputOf<V>): Promise<NonNullable<R[keyof R]> & Payload> {
  const answer = await payload(client, document, input);
  assert.deepEqual(answer.userErrors, []);
  return answer;
}
const refused = async <R, V>(client: Client, document: Document<R, V>, input: InputOf<V>): Promise<unknown[]> =>
  (await payload(client, document, input)).userErrors.map(({ code, field }) => [code, field?.[0] ?? null]);

let given = 0;
/** An organisation with a channel whose mailbox is watched, and its people. */
class Shop {
  readonly tenant: Tenant;
  readonly channel: string;
  readonly user: string;
  readonly address = 'support@shop.example';

  private constructor(tenant: Tenant, channel: string, user: string) {
    this.tenant = tenant;
    this.channel = channel;
    this.user = user;
  }

  static async open(settings: Partial<ChannelMailboxSetInput> | null = {}): Promise<Shop> {
    const tenant = await app.tenant();
    const { channel } = await done(tenant.administrator, CreateChannel, { kind: 'EMAIL', name: 'Support', address: 'support@shop.example', senderName: 'Kolibřík' });
    const shop = new Shop(tenant, channel?.id ?? '', USERS[given++] ?? assert.fail('more mailboxes are needed'));
    if (settings) {
      await shop.set(settings);
      await shop.until('WATCHING');
    }
    return shop;
  }

  get ada(): Client { return this.tenant.administrator; }
  get settings(): ChannelMailboxSetInput {
    return { channelId: this.channel, host: '127.0.0.1', port: server.port, security: 'NONE', user: this.user, password: MAILBOX_PASSWORD };
  }
  set(settings: Partial<ChannelMailboxSetInput> = {}) { return done(this.ada, SetMailbox, { ...this.settings, ...settings }); }
  async mailbox(): Promise<Mailbox | null> { return (await this.ada.ask(ReadMailboxes)).channels.nodes.find(({ id }) => id === this.channel)?.mailbox ?? null; }
  until(state: Mailbox['state']): Promise<Mailbox> { return eventually(async () => { const found = await this.mailbox(); return found?.state === state && found; }, `a mailbox that is ${state}`); }

  deliver(fields: Record<string, string>, text = 'Hello', type?: string): void {
    const header = { From: 'Anna Nováková <anna@customer.example>', To: this.address, Subject: 'Beans', Date: new Date().toUTCString(), 'Message-ID': `<${randomUUID()}@customer.example>`, ...(type ? { 'Content-Type': type } : {}), ...fields };
    server.deliver(this.user, `${Object.entries(header).map(([name, value]) => `${name}: ${value}\n`).join('')}\n${text}\n`);
  }
  async conversations(): Promise<readonly Conversation[]> { return (await this.ada.ask(ReadReceived)).conversations.nodes; }
  /** Each with its texts. */
  async texts(): Promise<string[][]> { return (await this.conversations()).map(({ interactions }) => interactions?.nodes.map(({ body }) => body?.text?.trim() ?? '') ?? []); }
  /** When a mail is there all that came before it is, too. */
  async taken(text: string = randomUUID()): Promise<void> {
    this.deliver({ Subject: `Mark ${text}`, From: 'Mark <mark@elsewhere.example>' }, text);
    await eventually(async () => (await this.texts()).flat().includes(text), 'the last mail');
  }
  async theirs(): Promise<readonly Conversation[]> { return (await this.conversations()).filter(({ subject }) => !subject?.startsWith('Mark')); }

  async customer(email: string): Promise<{ id: string; point: string }> {
    const { customer } = await done(this.ada, AddCustomerWithAddress, { kind: 'PERSON', givenName: 'Anna', familyName: 'Nováková', contactPoints: [{ kind: 'EMAIL', value: email }] });
    return { id: customer?.id ?? '', point: customer?.contactPoints?.[0]?.id ?? '' };
  }
  async send(input: MessageSendInput): Promise<MessageFactsFragment> {
    const { interaction } = await done(this.ada, SendMessage, { text: 'Dear Anna', channelId: this.channel, ...input });
    return this.message(interaction?.id ?? '', 'SENT');
  }
  message(id: string, status: string): Promise<MessageFactsFragment> {
    return eventually(async () => { const { interaction } = await this.ada.ask(ReadMessage, { id }); return interaction?.delivery?.status === status && interaction; }, `a message that is ${status}`);
  }
  async undeliverable(customerId: string): Promise<unknown[]> {
    return (await this.ada.ask(ReadAddresses, { id: customerId })).customer?.contactPoints?.map(({ undeliverableAt, undeliverableReason }) => undeliverableAt && undeliverableReason) ?? [];
  }
}

const envelopeOf = (messageId: string | null | undefined): string => office.delivered.find(({ mail }) => mail.messageId === messageId)?.from ?? assert.fail('it was not sent');

function report({ action = 'failed', status, diagnostic, recipient, messageId }: { action?: string; status: string; diagnostic: string; recipient: string; messageId?: string | null | undefined }): [text: string, type: string] {
  const parts = [
    'Content-Type: text/plain\n\nThis is the mail system. I am sorry.',
    `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.customer.example\n\nFinal-Recipient: rfc822; ${recipient}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; ${diagnostic}`,
    ...(messageId ? [`Content-Type: text/rfc822-headers\n\nMessage-ID: <${messageId}>\nSubject: Offer`] : []),
  ];
  return [`${parts.map((part) => `--edge\n${part}\n`).join('')}--edge--`, 'multipart/report; report-type=delivery-status; boundary=edge'];
}
const BY_SERVER = { From: 'Mail Delivery System <MAILER-DAEMON@mx.customer.example>', Subject: 'Undelivered Mail Returned to Sender', 'Return-Path': '<>', 'Auto-Submitted': 'auto-replied' };

describe('a mail that comes to the mailbox of a channel', { skip }, () => {
  it('answers a message that was sent, in its conversation, live', async () => {
    const shop = await Shop.open();
    const { id: customerId, point } = await shop.customer('anna@customer.example');
    const sent = await shop.send({ contactPointId: point, subject: 'Your order' });
    const conversationId = sent.conversation?.id ?? '';
    await done(shop.ada, CloseConversation, { conversationId });
    const after = (await shop.ada.ask(CurrentPosition)).position;
    const socket = shop.ada.socket();
    const changes = socket.iterate({ query: textOf(FollowConversation), variables: { id: conversationId, after } });

    shop.deliver({ Subject: 'Re: Your order', 'In-Reply-To': `<${sent.messageId}>`, References: `<${sent.messageId}>` }, 'Two bags, please.');
    const heard: string[] = [];
    for await (const { data } of changes) {
      const { type, node } = (data as { conversationChanged: { type: string; node: { status: string } | null } }).conversationChanged;
      if (!type.startsWith('stream.')) heard.push(`${type} ${node?.status}`);
      if (heard.length === 3) break;
    }
    await socket.dispose();
    assert.deepEqual(heard.sort(), ['conversation.continued OPEN', 'conversation.reopened OPEN', 'interaction.received OPEN']);
    const [conversation, ...more] = await shop.conversations();
    assert.deepEqual(more, []);
    assert.deepEqual(conversation?.interactions?.nodes.map(({ direction, subject, automatic, customer, channel, body }) => [direction, subject, automatic, customer?.name, channel?.id, body?.text?.trim()]), [
      ['OUTBOUND', 'Your order', false, 'Anna Nováková', shop.channel, 'Dear Anna'], ['INBOUND', 'Re: Your order', false, 'Anna Nováková', shop.channel, 'Two bags, please.'],
    ]);
    assert.deepEqual(conversation.interactions?.nodes[1]?.participants?.nodes.map(({ role, address, customer }) => [role, address, customer?.id ?? null]), [
      ['FROM', 'anna@customer.example', customerId], ['TO', 'support@shop.example', null]]);
    assert.ok((await shop.mailbox())?.lastFetchedAt);

    const answer = await shop.send({ conversationId, text: 'They are on their way.' });
    const [mail] = office.delivered.filter(({ mail }) => mail.messageId === answer.messageId);
    assert.deepEqual([mail?.to, mail?.mail.references.at(0), mail?.mail.references.length], [['anna@customer.example'], sent.messageId, 2]);
  });

  it('of a stranger begins a conversation and makes a customer, with its attachments', async () => {
    const shop = await Shop.open();
    shop.deliver({ From: 'Jan Kowalski <jan@stranger.example>', Subject: 'Kawa', 'MIME-Version': '1.0' },
      '--x\nContent-Type: text/plain; charset=utf-8\n\nProszę o ofertę.\n--x\nContent-Type: application/pdf; name=list.pdf\nContent-Disposition: attachment; filename=list.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--x--', 'multipart/mixed; boundary=x');
    const [conversation] = await eventually(async () => { const all = await shop.conversations(); return all.length > 0 && all; });
    const [interaction] = conversation?.interactions?.nodes ?? [];
    assert.deepEqual([conversation?.subject, conversation?.status, conversation?.customer?.name, interaction?.body?.text?.trim(), interaction?.attachments?.nodes], [
      'Kawa', 'OPEN', 'Jan Kowalski', 'Proszę o ofertę.', [{ fileName: 'list.pdf', size: 5 }]]);
  });

  it('is taken in once, however often it comes', async () => {
    const shop = await Shop.open();
    const fields = { 'Message-ID': '<one@customer.example>', Date: 'Mon, 23 Nov 2026 10:00:00 +0000' };
    shop.deliver(fields);
    shop.deliver(fields);
    await shop.taken();
    shop.deliver(fields);
    await shop.taken();
    await server.renumber(shop.user); // all of them are looked at again, under new numbers
    await shop.taken();
    assert.deepEqual((await shop.theirs()).map(({ interactions }) => interactions?.nodes.length), [1]);
    assert.deepEqual((await shop.conversations()).flatMap(({ interactions }) => interactions?.nodes ?? []).length, 4);
  });

  it('that a machine wrote is marked so, and opens nothing again', async () => {
    const shop = await Shop.open();
    const { point } = await shop.customer('anna@customer.example');
    const sent = await shop.send({ contactPointId: point, subject: 'Your order' });
    await done(shop.ada, CloseConversation, { conversationId: sent.conversation?.id ?? '' });
    // Answers out of office go to the address of the envelope, often without a reference.
    shop.deliver({ Subject: 'I am away', To: envelopeOf(sent.messageId), 'Auto-Submitted': 'auto-replied' }, 'Away');
    for (const [text, fields] of [['bulk', { Precedence: 'bulk' }], ['list', { 'List-Id': '<news.customer.example>' }], ['letter', { 'List-Unsubscribe': '<https://x.example>' }], ['loop', { 'X-Loop': 'support@shop.example' }], ['person', {}]] as const) {
      shop.deliver({ Subject: `About ${text}`, From: `${text}@machines.example`, ...fields }, text);
    }
    await shop.taken();
    const all = await shop.theirs();
    const [first] = all.filter(({ id }) => id === sent.conversation?.id);
    assert.deepEqual([first?.status, first?.interactions?.nodes.map(({ automatic }) => automatic)], ['CLOSED', [false, true]]);
    assert.deepEqual(Object.fromEntries(all.filter((one) => one !== first).map(({ subject, customer, interactions }) => [subject, [customer?.name ?? null, interactions?.nodes[0]?.automatic]])), {
      'About bulk': [null, true], 'About list': [null, true], 'About letter': [null, true], 'About loop': [null, true], 'About person': ['person@machines.example', false],
    });
  });

  it('that is our own is not taken for an answer', async () => {
    const shop = await Shop.open();
    const { point } = await shop.customer('anna@customer.example');
    const sent = await shop.send({ contactPointId: point, subject: 'Your order', cc: ['support@shop.example'] });
    server.deliver(shop.user, office.delivered.find(({ mail }) => mail.messageId === sent.messageId)?.raw ?? assert.fail());
    await shop.taken();
    assert.deepEqual((await shop.theirs()).map(({ interactions }) => interactions?.nodes.map(({ direction }) => direction)), [['OUTBOUND']]);
  });
});

describe('a bounce', { skip }, () => {
  it('finds its message by the address it comes to, and marks the address where nothing arrives', async () => {
    const shop = await Shop.open();
    const { id, point } = await shop.customer('gone@customer.example');
    const sent = await shop.send({ contactPointId: point, subject: 'Offer', cc: ['other@partner.example'] });
    const other = await shop.customer('bystander@customer.example');
    const from = (await shop.ada.ask(CurrentPosition)).position;
    shop.deliver({ ...BY_SERVER, To: envelopeOf(sent.messageId) }, ...report({ status: '5.1.1', diagnostic: '550 5.1.1 <gone@customer.example> User unknown', recipient: 'gone@customer.example' }));
    const bounced = await shop.message(sent.id, 'BOUNCED');
    assert.deepEqual([bounced.delivery?.statusCode, bounced.delivery?.reason], ['5.1.1', 'gone@customer.example: 550 5.1.1 <gone@customer.example> User unknown']);
    assert.ok(bounced.delivery?.bouncedAt);
    assert.match(String((await shop.undeliverable(id))[0]), /User unknown/);
    const types = (await shop.ada.ask(EventsSince, { after: from })).events.changes.map(({ type }) => type).filter((type) => !type.startsWith('channel.'));
    assert.deepEqual(types.toSorted(), ['customer.contactPointMarkedUndeliverable', 'message.bounced']);
    // Once more it is no news; of somebody whom the message did not go to it is not believed.
    shop.deliver({ ...BY_SERVER, To: envelopeOf(sent.messageId) }, ...report({ status: '5.1.1', diagnostic: '550 5.1.1 User unknown', recipient: 'bystander@customer.example' }));
    await shop.taken();
    assert.deepEqual(await shop.undeliverable(other.id), [null]);
    assert.deepEqual((await shop.theirs()).map(({ interactions }) => interactions?.nodes.length), [1]);
    // A person who writes from there shows that it works.
    shop.deliver({ From: 'gone@customer.example', Subject: 'Back' });
    await eventually(async () => (await shop.undeliverable(id))[0] === null);
  });

  it('finds it by the Message-ID that the report quotes; one that is full is no dead address', async () => {
    const shop = await Shop.open();
    const { id, point } = await shop.customer('full@customer.example');
    const sent = await shop.send({ contactPointId: point, subject: 'Offer' });
    shop.deliver({ ...BY_SERVER }, ...report({ status: '5.2.2', diagnostic: '552 5.2.2 Mailbox full', recipient: 'full@customer.example', messageId: sent.messageId }));
    assert.equal((await shop.message(sent.id, 'BOUNCED')).delivery?.statusCode, '5.2.2');
    assert.deepEqual(await shop.undeliverable(id), [null]);
  });

  it('in prose is one when it comes to the address of the envelope; a delay is none', async () => {
    const shop = await Shop.open();
    const { point } = await shop.customer('prose@customer.example');
    const prose = await shop.send({ contactPointId: point, subject: 'Offer' });
    const late = await shop.send({ contactPointId: point, subject: 'Second offer' });
    shop.deliver({ ...BY_SERVER, To: envelopeOf(late.messageId), Subject: 'Delayed' }, ...report({ action: 'delayed', status: '4.4.1', diagnostic: '450 Busy', recipient: 'prose@customer.example' }));
    shop.deliver({ ...BY_SERVER, To: envelopeOf(prose.messageId) }, 'Hi. I was not able to deliver your message. 550 5.7.1 Not wanted.');
    assert.equal((await shop.message(prose.id, 'BOUNCED')).delivery?.statusCode, '5.7.1');
    await shop.taken();
    const conversation = (await shop.theirs()).find(({ id }) => id === late.conversation?.id);
    assert.equal((await shop.message(late.id, 'SENT')).delivery?.bouncedAt, null);
    assert.deepEqual(conversation?.interactions?.nodes.map(({ automatic }) => automatic), [false, true]);
  });

  it('that is made up finds nothing', async () => {
    const [shop, elsewhere] = [await Shop.open(), await Shop.open()];
    const { point } = await shop.customer('anna@customer.example');
    const sent = await shop.send({ contactPointId: point, subject: 'Offer' });
    const forged = envelopeOf(sent.messageId).replace(/\+b-(.)/, (_, first: string) => `+b-${first === 'a' ? 'b' : 'a'}`);
    shop.deliver({ ...BY_SERVER, To: forged }, ...report({ status: '5.1.1', diagnostic: '550 User unknown', recipient: 'anna@customer.example' }));
    elsewhere.deliver({ ...BY_SERVER, To: envelopeOf(sent.messageId) }, ...report({ status: '5.1.1', diagnostic: '550 User unknown', recipient: 'anna@customer.example', messageId: sent.messageId }));
    await shop.taken();
    await elsewhere.taken();
    await shop.message(sent.id, 'SENT');
  });
});

describe('channelMailboxSet', { skip }, () => {
  it('takes in what comes from then on, or what is there too', async () => {
    const later = await Shop.open(null);
    server.deliver(later.user, 'From: old@customer.example\nSubject: Beans\n\nOld\n', new Date('2020-01-01'));
    await later.set();
    await later.until('WATCHING');
    await later.taken('New');
    assert.deepEqual(await later.texts(), [['New']]);
    await server.renumber(later.user); // what was there at the beginning is still not wanted
    await later.taken('Newer');
    assert.deepEqual((await later.texts()).flat().toSorted(), ['New', 'Newer']);

    const all = await Shop.open(null);
    all.deliver({}, 'Old');
    await all.set({ takesExisting: true });
    await all.taken('New');
    assert.deepEqual((await all.texts()).toSorted(), [['New'], ['Old']]);
  });

  it('never shows the password, and gives it to no other server', async () => {
    const shop = await Shop.open();
    const { channel } = await shop.set({ password: null, folder: 'INBOX' });
    assert.deepEqual(channel?.mailbox, { host: '127.0.0.1', port: server.port, security: 'NONE', user: shop.user, folder: 'INBOX', state: 'CONNECTING', lastError: null });
    await shop.until('WATCHING');
    for (const change of [{ host: 'imap.elsewhere.example' }, { port: 1 }, { user: 'other' }, { security: 'STARTTLS' as const }]) {
      assert.deepEqual(await refused(shop.ada, SetMailbox, { ...shop.settings, password: null, ...change }), [['PASSWORD_REQUIRED', 'password']]);
    }
    assert.equal(app.logged().includes(MAILBOX_PASSWORD), false);
    assert.equal(JSON.stringify(await rows('select * from mailbox')).includes(MAILBOX_PASSWORD), false);
  });

  it('is refused where it makes no sense, and to those who may not', async () => {
    const shop = await Shop.open(null);
    const { channel: phone } = await done(shop.ada, CreateChannel, { kind: 'PHONE', name: 'Phone' });
    assert.deepEqual(await refused(shop.ada, SetMailbox, { ...shop.settings, channelId: phone?.id ?? '' }), [['CHANNEL_NOT_EMAIL', 'channelId']]);
    for (const host of ['imap://x.example', 'x.example:993', 'a b', '-x']) assert.deepEqual(await refused(shop.ada, SetMailbox, { ...shop.settings, host }), [['INVALID_HOST', 'host']]);
    assert.deepEqual(await refused(shop.ada, SetMailbox, { ...shop.settings, password: null }), [['PASSWORD_REQUIRED', 'password']]);
    assert.deepEqual(await refused(shop.ada, RemoveMailbox, { channelId: shop.channel }), [['MAILBOX_NOT_SET', 'channelId']]);
    await shop.set();
    const { roles } = await shop.ada.ask(RolesOfTenant);
    const withRole = async (role: string): Promise<Client> => {
      const email = `${role.toLowerCase()}-${randomUUID()}@example.com`;
      await done(shop.ada, AddColleague, { name: 'Colleague', email, password: PASSWORD, roleIds: [roles.nodes.find(({ builtIn }) => builtIn === role)?.id ?? ''] });
      return Client.signIn(app.url, email, PASSWORD);
    };
    const seenBy = async (client: Client): Promise<boolean[]> => (await client.ask(ReadMailboxes)).channels.nodes.filter(({ id }) => id === shop.channel).map(({ mailbox }) => mailbox !== null);
    const [supervisor, agent] = [await withRole('SUPERVISOR'), await withRole('AGENT')];
    assert.deepEqual([await seenBy(shop.ada), await seenBy(supervisor), await seenBy(agent)], [[true], [true], [false]]);
    for (const client of [supervisor, agent]) {
      assert.equal(await client.failure(SetMailbox, { input: shop.settings }), 'FORBIDDEN');
      assert.equal(await client.failure(RemoveMailbox, { input: { channelId: shop.channel } }), 'FORBIDDEN');
    }
    assert.equal(await (await app.tenant()).administrator.failure(SetMailbox, { input: shop.settings }), 'NOT_FOUND');
  });

  it('tells what is wrong: a password, a folder, a server that is away for a while', async () => {
    const shop = await Shop.open(null);
    await shop.set({ password: 'wrong' });
    assert.match((await shop.until('REFUSED')).lastError ?? '', /does not accept user or password/);
    await shop.set({ folder: 'Nowhere' });
    await eventually(async () => /The folder Nowhere cannot be opened/.test((await shop.mailbox())?.lastError ?? ''));
    await shop.set({ port: 1 });
    assert.equal((await shop.until('RETRYING')).lastError, 'Nothing answers at this port.');
    await shop.set();
    assert.equal((await shop.until('WATCHING')).lastError, null);
    await server.stop();
    await shop.until('RETRYING');
    shop.deliver({}, 'Meanwhile');
    await server.start();
    await eventually(async () => (await shop.texts()).flat().includes('Meanwhile'));
    await shop.until('WATCHING');
  });

  it('ends when the mailbox is removed or the channel is out of use', async () => {
    const shop = await Shop.open();
    await shop.taken('One');
    const held = async (): Promise<number> => (await rows(`select 1 from mailbox m join pg_locks l on l.locktype = 'advisory' and l.classid = ${LOCKS} and l.objid::bigint = hashtext(m.id::text)::bigint & 4294967295 where m.channel_id = '${uuidOf(shop.channel)}'`)).length;
    assert.equal(await held(), 1);
    await done(shop.ada, UpdateChannel, { channelId: shop.channel, active: false });
    await eventually(async () => await held() === 0);
    await done(shop.ada, UpdateChannel, { channelId: shop.channel, active: true });
    await eventually(async () => await held() === 1);
    assert.equal((await done(shop.ada, RemoveMailbox, { channelId: shop.channel })).channel?.mailbox, null);
    shop.deliver({}, 'Two');
    await shop.set({ takesExisting: true });
    await eventually(async () => (await shop.texts()).flat().includes('Two'));
    assert.equal((await shop.texts()).flat().filter((text) => text === 'One').length, 1);
  });
});

describe('several nodes', { skip }, () => {
  it('take turns: another goes on when the one that watches stops', async () => {
    const shop = await Shop.open();
    await shop.taken('First');
    const other = await app.node();
    const watchers = (): Promise<object[]> => rows(`select l.pid, l.objid from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and l.classid = ${LOCKS}`);
    const before = await watchers();
    await rows(`select pg_terminate_backend(pid) from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and l.classid = ${LOCKS}`);
    shop.deliver({}, 'Meanwhile');
    await shop.taken('Second');
    await eventually(async () => (await watchers()).length === before.length);
    assert.deepEqual((await shop.texts()).flat().toSorted(), ['First', 'Meanwhile', 'Second']);
    await other.app.stop();
  });
});

describe('without leave of the operator', { skip }, () => {
  it('no mailbox is in a private network, nor without encryption', async (t) => {
    const closed = await startTestApp();
    t.after(() => closed.stop());
    const { administrator } = await closed.tenant();
    const { channel } = await done(administrator, CreateChannel, { kind: 'EMAIL', name: 'Support' });
    const settings = { channelId: channel?.id ?? '', host: 'imap.example.com', user: 'x', password: MAILBOX_PASSWORD };
    for (const host of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', '::ffff:10.0.0.1', 'fd00::1', 'localhost', 'mail.internal', 'intranet']) {
      assert.deepEqual(await refused(administrator, SetMailbox, { ...settings, host }), [['MAILBOX_NOT_ALLOWED', 'host']], host);
    }
    assert.deepEqual(await refused(administrator, SetMailbox, { ...settings, security: 'NONE' }), [['MAILBOX_NOT_ALLOWED', 'security']]);
  });
});

/** What the database says, past all fences. */
async function rows(sql: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: app.database.superuserUrl });
  await client.connect();
  return (await client.query<object>(sql).finally(() => client.end())).rows;
}

/** Of a public id. */
const uuidOf = (id: string): string => id.slice(id.indexOf('_') + 1).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
