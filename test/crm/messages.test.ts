/** Messages that we send, through the API and a real SMTP server: what leaves, what becomes of it, and that nothing leaves twice. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PASSWORD, SECRET, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client, type Document } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import type { MessageFactsFragment, MessageSendInput } from '../support/graphql/graphql.ts';
import { openPostOffice, refusal, type Delivered, type PostOffice } from '../support/post-office.ts';
import { AddColleague, CurrentPosition, RolesOfTenant } from './customers.documents.ts';
import { CreateChannel, EventsSince, ReceiveMessage, UpdateChannel } from './interactions.documents.ts';
import { AddCustomerWithAddress, CancelMessage, MarkDeliverable, ReadAddresses, ReadMessage, ReadMessages, SendMessage, SendMessageAgain } from './messages.documents.ts';

let office: PostOffice;
let app: TestApp;
let tenant: Tenant;
let ada: Client;
let channel: string;
before(async () => {
  office = await openPostOffice();
  app = await startTestApp({ works: true, refreshTokenLifetime: 400 * 86_400, mail: { smtp: { url: office.url, startTls: 'OFFERED', patience: 5_000 }, folder: '/nowhere', dkim: null, returnByMessage: true } });
  tenant = await app.tenant();
  ada = tenant.administrator;
  channel = (await done(ada, CreateChannel, { kind: 'EMAIL', name: 'Support', address: 'Support@shop.example', senderName: 'Kolibřík' })).channel?.id ?? '';
});
beforeEach(() => { office.onMail = () => {}; office.onRecipient = () => null; });
after(async () => {
  await app.stop();
  await office.stop();
});

type InputOf<V> = V extends { input: infer I } ? I : never;
interface Payload { readonly userErrors: readonly { readonly code: string; readonly message: string; readonly field?: readonly string[] | null }[] }

async function payload<R, V>(client: Client, document: Document<R, V>, input: InputOf<V>): Promise<NonNullable<R[keyof R]> & Payload> {
  return Object.values(await client.ask(document, { input } as V) as object)[0] as NonNullable<R[keyof R]> & Payload;
}
async function done<R, V>(client: Client, document: Document<R, V>, input: InputOf<V>): Promise<NonNullable<R[keyof R]> & Payload> {
  const answer = await payload(client, document, input);
  assert.deepEqual(answer.userErrors, []);
  return answer;
}
const refused = async <R, V>(client: Client, document: Document<R, V>, input: InputOf<V>): Promise<string[]> =>
  (await payload(client, document, input)).userErrors.map(({ code }) => code);

let made = 0;
async function customer(more: object = {}): Promise<{ id: string; point: string; email: string }> {
  const email = `anna-${made += 1}@customer.example`;
  const { customer } = await done(ada, AddCustomerWithAddress, { kind: 'PERSON', givenName: 'Anna', familyName: 'Nováková', contactPoints: [{ kind: 'EMAIL', value: email }], ...more });
  return { id: customer?.id ?? '', point: customer?.contactPoints?.[0]?.id ?? '', email };
}
async function send(input: MessageSendInput, client = ada): Promise<MessageFactsFragment> {
  const { interaction } = await done(client, SendMessage, { text: 'Hello', channelId: channel, ...input });
  assert.ok(interaction);
  return interaction;
}
async function read({ id }: { id: string }, client = ada): Promise<MessageFactsFragment> {
  const { interaction } = await client.ask(ReadMessage, { id });
  assert.ok(interaction);
  return interaction;
}
const until = (message: { id: string }, status: string, by = ada): Promise<MessageFactsFragment> =>
  eventually(async () => { const now = await read(message, by); return now.delivery?.status === status && now; }, `a message that is ${status}`);
const arrived = (email: string): Delivered[] => office.delivered.filter(({ to }) => to.includes(email));
const typesSince = async (after: string): Promise<string[]> => (await ada.ask(EventsSince, { after })).events.changes.map(({ type }) => type);
const position = async (): Promise<string> => (await ada.ask(CurrentPosition)).position;

describe('a message', () => {
  it('to a contact point begins a conversation, leaves after the commit, and is known as sent', async () => {
    const { id, point, email } = await customer();
    const from = await position();
    const queued = await send({ contactPointId: point, subject: 'Vaše objednávka', html: '<p>Dobrý <b>den</b></p><script>x()</script>', text: null, cc: ['copy@partner.example'], bcc: ['quiet@partner.example'], language: 'cs' });
    assert.deepEqual([queued.kind, queued.direction, queued.channelKind, queued.subject, queued.preview, queued.automatic], ['MESSAGE', 'OUTBOUND', 'EMAIL', 'Vaše objednávka', 'Dobrý den', false]);
    assert.deepEqual([queued.agent?.id, queued.customer?.id, queued.delivery?.attempts], [tenant.administratorId, id, 0]);
    assert.deepEqual(queued.body, { text: 'Dobrý den', html: '<p>Dobrý <b>den</b></p>' });
    assert.deepEqual(queued.participants?.nodes.map(({ role, name, address, customer }) => [role, name, address, customer?.id ?? null]), [
      ['FROM', 'Kolibřík', 'Support@shop.example', null], ['TO', 'Anna Nováková', email, id], ['CC', null, 'copy@partner.example', null], ['BCC', null, 'quiet@partner.example', null],
    ]);
    const sent = await until(queued, 'SENT');
    assert.ok(sent.delivery?.sentAt);
    assert.equal(sent.delivery.attempts, 1);
    const [{ mail, from: envelope, to } = assert.fail('nothing arrived')] = arrived(email);
    assert.deepEqual(to, [email, 'copy@partner.example', 'quiet@partner.example']);
    assert.match(envelope, /^Support\+b-[0-9a-v]{40}@shop\.example$/);
    assert.equal(mail.messageId, queued.messageId);
    assert.deepEqual([mail.subject, mail.text.trim(), mail.from, mail.to, mail.language, mail.inReplyTo], [
      'Vaše objednávka', 'Dobrý den', [{ name: 'Kolibřík', address: 'Support@shop.example' }], [{ name: 'Anna Nováková', address: email }], 'cs', undefined]);
    assert.deepEqual((await typesSince(from)).filter((type) => !type.startsWith('job')), ['conversation.started', 'interaction.written', 'message.queued', 'message.sending', 'message.sent']);
    const { customer: known } = await ada.ask(ReadAddresses, { id });
    assert.deepEqual(known?.timeline?.nodes.map(({ subject }) => subject?.id), [queued.id]);
  });

  it('in a conversation goes to who wrote last, as an answer that mail programs thread', async () => {
    const { point, email } = await customer();
    const first = await send({ contactPointId: point, subject: 'Beans' });
    const second = await send({ conversationId: first.conversation?.id ?? '', channelId: null });
    await until(second, 'SENT');
    const mails = arrived(email).map(({ mail }) => mail);
    const answer = mails.find(({ messageId }) => messageId === second.messageId);
    assert.deepEqual([answer?.subject, answer?.inReplyTo, answer?.references], ['Re: Beans', first.messageId, [first.messageId]]);
    const third = await send({ conversationId: first.conversation?.id ?? '', subject: 'Other beans' });
    await until(third, 'SENT');
    const last = arrived(email).map(({ mail }) => mail).find(({ messageId }) => messageId === third.messageId);
    assert.deepEqual([last?.subject, last?.references], ['Other beans', [first.messageId, second.messageId]]);
    const { conversation } = await ada.ask(ReadMessages, { id: first.conversation?.id ?? '' });
    assert.deepEqual([conversation?.subject, conversation?.interactions?.nodes.length], ['Beans', 3]);
  });

  it('answers a form by mail, from a channel that is named', async () => {
    const form = (await done(ada, CreateChannel, { kind: 'WEB_FORM', name: 'Contact form' })).channel?.id ?? '';
    const { interaction } = await done(ada, ReceiveMessage, { channelId: form, externalId: `f${made += 1}`, from: { kind: 'EMAIL', value: 'ewa@customer.example', name: 'Ewa' }, subject: 'Kawa', text: 'Ile?' });
    const conversationId = interaction?.conversation?.id ?? '';
    assert.deepEqual(await refused(ada, SendMessage, { conversationId, text: 'Hello' }), ['CHANNEL_CANNOT_SEND']);
    await until(await send({ conversationId }), 'SENT');
    assert.deepEqual(arrived('ewa@customer.example').map(({ mail }) => [mail.subject, mail.to]), [['Re: Kawa', [{ name: 'Ewa', address: 'ewa@customer.example' }]]]);
  });

  it('is refused where it cannot go, and says why', async () => {
    const { point, id } = await customer();
    const { point: handle } = await customer({ contactPoints: [{ kind: 'HANDLE', value: 'telegram:anna' }] });
    const deaf = (await done(ada, CreateChannel, { kind: 'EMAIL', name: 'Without address' })).channel?.id ?? '';
    const old = (await done(ada, CreateChannel, { kind: 'EMAIL', name: 'Old', address: 'old@shop.example' })).channel?.id ?? '';
    await done(ada, UpdateChannel, { channelId: old, active: false });
    assert.deepEqual(await refused(ada, SendMessage, { text: 'Hello' }), ['RECIPIENT_REQUIRED']);
    assert.deepEqual(await refused(ada, SendMessage, { contactPointId: point, channelId: channel }), ['NOTHING_SAID']);
    assert.deepEqual(await refused(ada, SendMessage, { contactPointId: point, channelId: channel, html: '<script>x</script>' }), ['NOTHING_SAID']);
    assert.deepEqual(await refused(ada, SendMessage, { contactPointId: handle, channelId: channel, text: 'Hello' }), ['ADDRESS_NOT_EMAIL']);
    assert.deepEqual(await refused(ada, SendMessage, { contactPointId: point, channelId: deaf, text: 'Hello' }), ['CHANNEL_CANNOT_SEND']);
    assert.deepEqual(await refused(ada, SendMessage, { contactPointId: point, channelId: old, text: 'Hello' }), ['CHANNEL_NOT_ACTIVE']);
    assert.deepEqual(await refused(ada, SendMessage, { contactPointId: point, channelId: channel, text: 'Hello', cc: ['nobody', 'a@b.example\nBcc: c@d.example'] }), ['INVALID_EMAIL_ADDRESS', 'INVALID_EMAIL_ADDRESS']);
    await ada.ask('mutation ($id: ID!) { customerArchive(input: { customerId: $id }) { userErrors { code } } }', { id });
    assert.deepEqual(await refused(ada, SendMessage, { contactPointId: point, channelId: channel, text: 'Hello' }), ['CUSTOMER_ARCHIVED']);
  });

  it('goes to no address that mail came back from, until somebody says that it works again', async () => {
    const { point, email } = await customer();
    await app.database.asOwner(`update contact_point set undeliverable_at = now(), undeliverable_reason = 'No such user' where value = '${email}'`);
    const { userErrors } = await payload(ada, SendMessage, { contactPointId: point, channelId: channel, text: 'Hello' });
    assert.deepEqual(userErrors.map(({ code }) => code), ['ADDRESS_UNDELIVERABLE']);
    assert.match(userErrors[0]?.message ?? '', new RegExp(`${email}.*No such user`));
    const { contactPoint } = await done(ada, MarkDeliverable, { contactPointId: point });
    assert.deepEqual([contactPoint?.undeliverableAt, contactPoint?.undeliverableReason], [null, null]);
    await until(await send({ contactPointId: point }), 'SENT');
    assert.deepEqual(await refused(ada, MarkDeliverable, { contactPointId: point }), ['CONTACT_POINT_DELIVERABLE']);
  });

  it('is sent by those who may, to customers they reach', async () => {
    const { roles } = await ada.ask(RolesOfTenant);
    const withRole = async (role: string): Promise<Client> => {
      const email = `colleague-${made += 1}@example.com`;
      await done(ada, AddColleague, { name: 'Colleague', email, password: PASSWORD, roleIds: [roles.nodes.find(({ builtIn }) => builtIn === role)?.id ?? ''] });
      return Client.signIn(app.url, email, PASSWORD);
    };
    const { point } = await customer();
    const input = { contactPointId: point, channelId: channel, text: 'Hello' };
    assert.equal(await (await withRole('READ_ONLY')).failure(SendMessage, { input }), 'FORBIDDEN');
    assert.equal(await (await app.tenant()).administrator.failure(SendMessage, { input }), 'NOT_FOUND');
    await until(await send(input, await withRole('AGENT')), 'SENT');
    const foreign = await send(input);
    assert.equal(await (await app.tenant()).administrator.failure(CancelMessage, { input: { interactionId: foreign.id } }), 'NOT_FOUND');
  });

  it('under one idempotency key is one', async () => {
    const { point, email } = await customer();
    const input = { contactPointId: point, channelId: channel, text: 'Once', idempotencyKey: 'once' };
    const all = await Promise.all(Array.from({ length: 5 }, () => done(ada, SendMessage, input)));
    assert.equal(new Set(all.map(({ interaction }) => interaction?.id)).size, 1);
    await until(all[0]!.interaction!, 'SENT');
    assert.equal(arrived(email).length, 1);
  });
});

describe('what waits', () => {
  it('for its time can be taken back until then', async () => {
    const { point, email } = await customer();
    const sendAt = new Date(app.app.host.now().getTime() + 60_000).toISOString();
    const [kept, undone] = [await send({ contactPointId: point, sendAt, text: 'kept' }), await send({ contactPointId: point, sendAt, text: 'undone' })];
    assert.equal((await done(ada, CancelMessage, { interactionId: undone.id })).interaction?.delivery?.status, 'CANCELLED');
    assert.equal((await read(kept)).delivery?.status, 'QUEUED');
    await app.letTimePass(61_000);
    await until(kept, 'SENT');
    assert.deepEqual(arrived(email).map(({ mail }) => mail.text.trim()), ['kept']);
    assert.deepEqual(await refused(ada, CancelMessage, { interactionId: kept.id }), ['MESSAGE_NOT_QUEUED']);
    assert.deepEqual(await refused(ada, SendMessageAgain, { interactionId: undone.id }), ['MESSAGE_NOT_SENDABLE_AGAIN']);
    assert.deepEqual(await refused(ada, SendMessageAgain, { interactionId: kept.id }), ['MESSAGE_NOT_SENDABLE_AGAIN']);
  });

  it('for a server that says to come back is tried again later, then given up; a person can send it again', async () => {
    const { point, email } = await customer();
    office.onRecipient = () => '451 4.7.1 Greylisted';
    const message = await send({ contactPointId: point });
    const waiting = await eventually(async () => { const now = await read(message); return now.delivery?.attempts === 1 && now.delivery.status === 'QUEUED' && now; });
    assert.deepEqual([waiting.delivery?.statusCode, waiting.delivery?.reason], ['4.7.1', '451 4.7.1 Greylisted']);
    for (let attempt = 2; attempt <= 9; attempt += 1) {
      await app.letTimePass(25 * 3_600_000);
      await eventually(async () => { const { delivery } = await read(message); return delivery?.attempts === attempt && delivery.status !== 'SENDING'; }, `attempt ${attempt}`);
    }
    assert.equal((await read(message)).delivery?.status, 'FAILED');
    office.onRecipient = () => null;
    await done(ada, SendMessageAgain, { interactionId: message.id });
    const sent = await until(message, 'SENT');
    assert.deepEqual([sent.delivery?.attempts, sent.delivery?.reason], [1, null]);
    assert.equal(arrived(email).length, 1);
  });
});

describe('what a server does not take', () => {
  it('has failed, with its words', async () => {
    const { point } = await customer();
    office.onRecipient = () => '550 5.1.1 No such user here';
    const failed = await until(await send({ contactPointId: point }), 'FAILED');
    assert.deepEqual([failed.delivery?.statusCode, failed.delivery?.reason, failed.delivery?.sentAt], ['5.1.1', '550 5.1.1 No such user here', null]);
    assert.deepEqual(await refused(ada, SendMessage, { contactPointId: point, channelId: channel, text: 'Hello' }), ['ADDRESS_UNDELIVERABLE']);
  });

  it('for one of several was sent, and says for whom not', async () => {
    const { point } = await customer();
    office.onRecipient = (address) => (address.startsWith('gone') ? '550 5.1.1 No such user' : null);
    const sent = await until(await send({ contactPointId: point, cc: ['gone@partner.example'] }), 'SENT');
    assert.deepEqual([sent.delivery?.statusCode, sent.delivery?.reason], ['5.1.1', 'Not taken for gone@partner.example: 550 5.1.1 No such user']);
  });

  it('is uncertain when the server is lost while it takes it, and goes again only by a person', async () => {
    const { point, email } = await customer();
    office.onMail = () => { office.cut(); };
    const lost = await until(await send({ contactPointId: point }), 'UNCERTAIN');
    office.onMail = () => {};
    await app.letTimePass(48 * 3_600_000);
    await until(await send({ contactPointId: point, text: 'another' }), 'SENT');
    assert.deepEqual([(await read(lost)).delivery?.status, arrived(email).length], ['UNCERTAIN', 2]);
    await done(ada, SendMessageAgain, { interactionId: lost.id });
    await until(lost, 'SENT');
    const ids = arrived(email).map(({ mail }) => mail.messageId);
    assert.deepEqual([ids.length, new Set(ids).size], [3, 2], 'sent again it has the same Message-ID');
  });

  it('when it has seen the content has failed likewise', async () => {
    const { point } = await customer();
    office.onMail = () => { throw refusal('554 5.7.1 Spam'); };
    assert.equal((await until(await send({ contactPointId: point }), 'FAILED')).delivery?.statusCode, '5.7.1');
  });
});

describe('a process that is killed', () => {
  it('while the server takes a message leaves it uncertain, and nobody sends it again by itself', async () => {
    const quiet = await startTestApp({ mail: { smtp: { url: office.url, startTls: 'OFFERED' }, folder: '/nowhere', dkim: null, returnByMessage: true } });
    try {
      const other = await quiet.tenant();
      const by = other.administrator;
      const from = (await done(by, CreateChannel, { kind: 'EMAIL', name: 'Support', address: 'support@shop.example' })).channel?.id ?? '';
      const { customer: who } = await done(by, AddCustomerWithAddress, { kind: 'PERSON', givenName: 'Bruno', contactPoints: [{ kind: 'EMAIL', value: 'bruno@killed.example' }] });
      const queue = async (text: string): Promise<MessageFactsFragment> =>
        (await done(by, SendMessage, { channelId: from, contactPointId: who?.contactPoints?.[0]?.id ?? '', text })).interaction!;

      const worker = await worked(quiet);
      const killed = new Promise<void>((resolve) => {
        office.onMail = async () => {
          worker.kill('SIGKILL');
          await once(worker, 'exit');
          resolve();
        };
      });
      const inFlight = await queue('in flight');
      await killed;
      office.onMail = () => {};
      assert.equal((await read(inFlight, by)).delivery?.status, 'SENDING');
      const waiting = await queue('waits meanwhile');

      await quiet.node({ jobsUrl: quiet.database.jobsUrl });
      await until(inFlight, 'UNCERTAIN', by);
      await until(waiting, 'SENT', by);
      await eventually(() => arrived('bruno@killed.example').length === 2);
      assert.deepEqual(arrived('bruno@killed.example').map(({ mail }) => mail.text.trim()).sort(), ['in flight', 'waits meanwhile']);
    } finally {
      await quiet.stop();
    }
  });

  it('is not what a node is that stops: it waits for the answer and keeps it', async () => {
    const stopping = await startTestApp({ works: true, mail: { smtp: { url: office.url, startTls: 'OFFERED' }, folder: '/nowhere', dkim: null, returnByMessage: true } });
    let stopped: Promise<void> | undefined;
    try {
      const by = (await stopping.tenant()).administrator;
      const from = (await done(by, CreateChannel, { kind: 'EMAIL', name: 'Support', address: 'support@shop.example' })).channel?.id ?? '';
      const { customer: who } = await done(by, AddCustomerWithAddress, { kind: 'PERSON', givenName: 'Cleo', contactPoints: [{ kind: 'EMAIL', value: 'cleo@stopped.example' }] });
      const second = await stopping.node({ jobsUrl: null });
      const reader = new Client(second.url, by.credential);
      const begun = Promise.withResolvers<void>();
      const answer = Promise.withResolvers<void>();
      office.onMail = async () => { begun.resolve(); await answer.promise; };
      const message = (await done(by, SendMessage, { channelId: from, contactPointId: who?.contactPoints?.[0]?.id ?? '', text: 'late' })).interaction!;
      await begun.promise;
      stopped = stopping.app.stop();
      answer.resolve();
      await stopped;
      assert.equal((await read(message, reader)).delivery?.status, 'SENT');
    } finally {
      await stopping.stop();
    }
  });
});

/** A node in a process of its own that works for the installation. */
async function worked({ database }: TestApp): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('../support/dying-worker.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, file, database.appUrl, database.jobsUrl, SECRET, office.url], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}
