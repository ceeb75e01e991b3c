/** What comes back of a campaign: answers, bounces, people who take themselves off, and what it is said to have brought. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { wilson } from '../../src/kernel/values/proportion.ts';
import { PASSWORD, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { launch, members, person, plan, template, until } from '../support/campaign.ts';
import { Client } from '../support/client.ts';
import { colleague, done, refused } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import { deliver, takeIn, type Incoming } from '../support/incoming-mail.ts';
import { mutate } from '../support/world.ts';
import { verifyDkim } from '../support/dkim.ts';
import type { SuppressionReason } from '../support/graphql/graphql.ts';
import { openPostOffice, type Delivered, type PostOffice } from '../support/post-office.ts';
import {
  AddSuppression, CopyTemplate, MailMemberAgain, PreviewTemplate, ReadOptOuts, ReadResults, ReadSuppressions, RemoveSuppression, RemoveTemplateText, SendTemplateTest, SetTemplateText,
} from './campaigns.documents.ts';
import { CreateChannel } from './interactions.documents.ts';
import { ReadReceived } from './mailboxes.documents.ts';
import { ReadAddresses } from './messages.documents.ts';

const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
let office: PostOffice;
let app: TestApp;
let tenant: Tenant;
let ada: Client;
before(async () => {
  office = await openPostOffice();
  app = await startTestApp({ works: true, mail: { smtp: { url: office.url, startTls: 'OFFERED', patience: 30_000 }, folder: '/nowhere', dkim: { selector: 's', privateKey: key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), domain: null }, returnByMessage: true } });
  tenant = await app.tenant();
  ada = tenant.administrator;
  await done(ada, CreateChannel, { kind: 'EMAIL', name: 'News', address: 'news@shop.example', senderName: 'Kolibřík' });
});
after(async () => {
  await app?.stop();
  await office.stop();
});

async function mailed(customerIds: string[], more: object = {}): Promise<string> {
  const { id } = await plan(ada, { audience: { customerIds }, ...more });
  await launch(ada, id);
  await until(ada, id, 'DONE');
  return id;
}
const mailTo = (address: string): Delivered => {
  const [mail, more] = office.delivered.filter(({ to }) => to.includes(address));
  assert.ok(mail && !more, `one mail to ${address}`);
  return mail;
};
const header = (mail: Delivered, name: string): string => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(mail.raw.toString().replace(/\r\n[ \t]+/g, ' '))?.[1]?.trim() ?? '';
const linkOf = (mail: Delivered): string => /<(.+)>/.exec(header(mail, 'List-Unsubscribe'))?.[1] ?? '';
const one = async (id: string, customer: string) => (await members(ada, id)).find((member) => member.customer?.id === customer);

describe('whoever does not want campaigns', () => {
  it('takes themselves off by one press, in their mail program or on a page in their language, and by nothing less', async () => {
    const anna = await person(ada, { language: 'de-AT' }, 'anna@one.example');
    const id = await mailed([anna]);
    const mail = mailTo('anna@one.example');
    const link = linkOf(mail);
    assert.equal(header(mail, 'List-Unsubscribe-Post'), 'List-Unsubscribe=One-Click');
    const signature = verifyDkim(mail.raw, key.publicKey);
    assert.ok(signature.bodyHolds && signature.signatureHolds);
    assert.ok(['list-unsubscribe', 'list-unsubscribe-post'].every((name) => signature.covered.some((covered) => covered.toLowerCase() === name)));
    assert.ok(link.startsWith(`${app.url}/pages/unsubscribe/`));

    const page = await fetch(link);
    const html = await page.text();
    assert.deepEqual([page.status, page.headers.get('content-language'), page.headers.get('cache-control'), page.headers.get('set-cookie')], [200, 'de', 'no-store', null]);
    assert.match(html, /<html lang="de">.*<form method="post"><button type="submit">Abmelden<\/button>/s);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'.*form-action 'self'/);
    assert.equal((await one(id, anna))?.status, 'SENT');

    const press = () => fetch(link, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
    const [first, second] = await Promise.all([press(), press()]);
    assert.deepEqual([first.status, second.status], [200, 200]);
    assert.match(await first.text(), /Sie sind abgemeldet/);
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    assert.equal((await fetch(link, { method: 'POST', body: form })).status, 200);
    const member = await one(id, anna);
    assert.equal(member?.status, 'UNSUBSCRIBED');
    const { suppressions } = await ada.ask(ReadSuppressions, { address: ' ANNA@one.example' });
    assert.deepEqual(suppressions.nodes.map(({ address, reason, source, member: by }) => [address, reason, source, by?.id]), [['anna@one.example', 'UNSUBSCRIBED', 'LINK', member?.id]]);
    const again = await mailed([anna]);
    assert.equal((await one(again, anna))?.exclusion, 'OPTED_OUT');
    mailTo('anna@one.example');
  });

  it('is believed each time, also when somebody let campaigns write to them meanwhile', async () => {
    const vera = await person(ada, {}, 'vera@one.example');
    const link = linkOf((await mailed([vera]), mailTo('vera@one.example')));
    const press = async () => (await fetch(link, { method: 'POST' })).status;
    const entries = async () => (await ada.ask(ReadSuppressions, { address: 'vera@one.example' })).suppressions.nodes;
    assert.equal(await press(), 200);
    const [first] = await entries();
    await done(ada, RemoveSuppression, { suppressionId: first?.id ?? '' });
    assert.equal(await press(), 200);
    assert.deepEqual((await entries()).map(({ reason, source }) => [reason, source]), [['UNSUBSCRIBED', 'LINK']]);
    assert.equal((await one(await mailed([vera]), vera))?.exclusion, 'OPTED_OUT');
    mailTo('vera@one.example');
  });

  it('is one of two who press at once for an address that they share', async () => {
    const [wife, husband] = [await person(ada, {}, 'family@one.example'), await person(ada, {}, 'family@one.example')];
    const ids = [await mailed([wife]), await mailed([husband])];
    const links = office.delivered.filter(({ to }) => to.includes('family@one.example')).map(linkOf);
    assert.equal(links.length, 2);
    // Neither can commit before both have looked and found nothing.
    const holder = new pg.Client({ connectionString: app.database.superuserUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select 1 from event_counter for update');
    const pressed = links.map((link) => fetch(link, { method: 'POST' }));
    await eventually(async () => (await holder.query(`select 1 from pg_stat_activity where datname = current_database() and usename = 'rapport_app' and wait_event_type = 'Lock'`)).rowCount === 2, 'both to wait');
    await holder.query('commit');
    await holder.end();
    assert.deepEqual((await Promise.all(pressed)).map(({ status }) => status), [200, 200]);
    assert.deepEqual([(await one(ids[0]!, wife))?.status, (await one(ids[1]!, husband))?.status], ['UNSUBSCRIBED', 'UNSUBSCRIBED']);
    assert.equal((await ada.ask(ReadSuppressions, { address: 'family@one.example' })).suppressions.totalCount, 1);
  });

  it('is not mistaken for somebody else by a link that was changed', async () => {
    const bruno = await person(ada, {}, 'bruno@one.example');
    const id = await mailed([bruno]);
    const link = linkOf(mailTo('bruno@one.example'));
    const at = link.lastIndexOf('/') + 1;
    for (const wrong of [link.slice(0, -1), `${link}A`, `${link.slice(0, at)}l1.${'A'.repeat(60)}.${'A'.repeat(43)}`, link.slice(0, at + 10) + (link[at + 10] === 'A' ? 'B' : 'A') + link.slice(at + 11)]) {
      for (const method of ['GET', 'POST']) {
        const answer = await fetch(wrong, { method });
        assert.equal(answer.status, 404, wrong);
        assert.match(await answer.text(), /This link leads nowhere/);
      }
    }
    assert.equal((await one(id, bruno))?.status, 'SENT');
  });

  it('is taken off, and let on again, by people who may', async () => {
    const { suppression } = await done(ada, AddSuppression, { address: 'Someone@Else.example', note: 'Called us' });
    assert.deepEqual([suppression?.address, suppression?.reason, suppression?.source], ['Someone@else.example', 'UNSUBSCRIBED', 'PERSON']);
    assert.equal((await done(ada, AddSuppression, { address: 'someone@else.example' })).suppression?.id, suppression?.id);
    assert.deepEqual(await refused(ada, AddSuppression, { address: 'nobody' }), [['INVALID_EMAIL_ADDRESS', 'address']]);
    const agent = await colleague(ada, 'AGENT');
    await assert.rejects(() => done(agent.client, RemoveSuppression, { suppressionId: suppression?.id ?? '' }), /suppression:remove/);
    await done(ada, RemoveSuppression, { suppressionId: suppression?.id ?? '' });
    assert.equal((await ada.ask(ReadSuppressions, { address: 'someone@else.example' })).suppressions.totalCount, 0);
  });
});

describe('a suppression', () => {
  const add = async (client: Client, input: { address: string; reason?: SuppressionReason; note?: string }) => (await done(client, AddSuppression, input)).suppression;
  const read = async (address: string) => (await ada.ask(ReadSuppressions, { address })).suppressions.nodes.map(({ reason, source, note }) => [reason, source, note ?? null]);

  it('that its reader asked for stays so, whatever others add', async () => {
    const petr = await person(ada, { contactPoints: ['petr@one.example', 'petr@two.example'].map((value) => ({ kind: 'EMAIL' as const, value })) });
    await done(ada, AddSuppression, { address: 'petr@one.example' });
    const agent = await colleague(ada, 'AGENT');
    for (const reason of ['OTHER', 'BOUNCED'] as const) {
      assert.equal((await add(agent.client, { address: 'petr@one.example', reason, note: `It is ${reason}` }))?.reason, 'UNSUBSCRIBED');
      assert.deepEqual(await read('petr@one.example'), [['UNSUBSCRIBED', 'PERSON', `It is ${reason}`]]);
    }
    assert.equal((await add(agent.client, { address: 'petr@one.example', reason: 'COMPLAINED' }))?.note, 'It is BOUNCED');
    assert.equal((await add(agent.client, { address: 'petr@one.example', reason: 'OTHER' }))?.reason, 'COMPLAINED');
    assert.equal((await one(await mailed([petr]), petr))?.exclusion, 'OPTED_OUT');
  });

  it('goes for who asked for it when their address is corrected, until it is removed', async () => {
    const [alois, shared, other] = [await person(ada, {}, 'alois@old.example'), await person(ada, {}, 'shared@old.example'), await person(ada, {}, 'shared@old.example')];
    await mailed([alois]);
    assert.equal((await fetch(linkOf(mailTo('alois@old.example')), { method: 'POST' })).status, 200);
    // An agent says so of customers whom they do not reach.
    const { role } = await mutate<{ role: { id: string } }>(ada, 'roleDefine', 'role { id }', { name: 'Callers', permissions: ['suppression:add', 'suppression:read', 'customer:read'], reach: 'OWN', hiddenFields: [] });
    await mutate(ada, 'userCreate', 'user { id }', { name: 'Caller', email: 'caller@example.com', password: PASSWORD, roleIds: [role.id] });
    await add(await Client.signIn(app.url, 'caller@example.com', PASSWORD), { address: 'Shared@old.example' });
    const by = await eventually(async () => {
      const { customer } = await ada.ask(ReadOptOuts, { id: other });
      return customer?.optOuts?.nodes.length && customer.optOuts.nodes.map(({ suppression }) => suppression?.address);
    });
    assert.deepEqual(by, ['Shared@old.example']);
    for (const id of [alois, shared, other]) {
      const { customer } = await ada.ask(ReadAddresses, { id });
      await mutate(ada, 'contactPointUpdate', 'contactPoint { id }', { contactPointId: customer?.contactPoints?.[0]?.id, value: `new-${id}@new.example` });
    }
    const excluded = async (id: string) => Promise.all([alois, shared, other].map(async (customer) => (await one(id, customer))?.exclusion));
    assert.deepEqual(await excluded(await mailed([alois, shared, other])), ['OPTED_OUT', 'OPTED_OUT', 'OPTED_OUT']);
    for (const address of ['alois@old.example', 'shared@old.example']) {
      const [entry] = (await ada.ask(ReadSuppressions, { address })).suppressions.nodes;
      await done(ada, RemoveSuppression, { suppressionId: entry?.id ?? '' });
    }
    assert.deepEqual(await excluded(await mailed([alois, shared, other])), [null, null, null]);
  });

  it('for another reason becomes what its reader asks for', async () => {
    for (const reason of ['BOUNCED', 'OTHER'] as const) await add(ada, { address: 'olga@one.example', reason, note: 'Once' });
    assert.deepEqual(await read('olga@one.example'), [['OTHER', 'PERSON', 'Once']]);
    await add(ada, { address: 'olga@one.example' });
    assert.deepEqual(await read('olga@one.example'), [['UNSUBSCRIBED', 'PERSON', 'Once']]);
  });
});

const comesIn = (facts: Incoming): Promise<void> => takeIn(app, tenant.id, facts);

describe('what comes back', () => {
  it('finds its member: an answer by what it answers, an absence by nothing', async () => {
    const [carla, emil] = [await person(ada, {}, 'carla@one.example'), await person(ada, {}, 'emil@one.example')];
    const id = await mailed([carla, emil]);
    const messageId = header(mailTo('carla@one.example'), 'Message-ID').replace(/[<>]/g, '');
    await comesIn({ customer: carla, from: 'carla@one.example', to: 'news@shop.example', mentions: ['other@x', messageId], text: 'Yes please' });
    await comesIn({ customer: emil, from: 'emil@one.example', to: 'news@shop.example', mentions: [messageId], text: 'I only write about another matter' });
    await comesIn({ automatic: true, from: 'emil@one.example', to: mailTo('emil@one.example').from, text: 'I am away until 5.1.2027' });
    await eventually(async () => (await one(id, carla))?.status === 'REPLIED');
    assert.equal((await one(id, emil))?.status, 'SENT');
  });

  const arrives = (raw: string): Promise<void> => deliver(app, tenant.id, raw);
  const conversations = async (): Promise<number> => (await ada.ask(ReadReceived)).conversations.nodes.length;
  const undeliverable = async (id: string): Promise<boolean> => (await ada.ask(ReadAddresses, { id })).customer?.contactPoints?.[0]?.undeliverableAt != null;
  const head = (to: string, more = 'Auto-Submitted: auto-replied\n'): string =>
    `Return-Path: <>\n${more}From: Mail Delivery System <MAILER-DAEMON@mx.one.example>\nTo: ${to}\nSubject: Undelivered Mail Returned to Sender\nDate: ${new Date().toUTCString()}\n`;
  const report = (fields: string, said: string, messageId = ''): string => `MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=edge

--edge
Content-Type: text/plain; charset=utf-8

${said}
--edge
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.one.example

${fields}
--edge
Content-Type: text/rfc822-headers

Subject: News${messageId && `\nMessage-ID: ${messageId}`}
--edge--
`;
  const failed = (recipient: string, status: string, diagnostic = ''): string =>
    `Final-Recipient: rfc822; ${recipient}\nAction: failed\nStatus: ${status}${diagnostic && `\nDiagnostic-Code: smtp; ${diagnostic}`}`;

  const BOUNCES: [what: string, bounce: (sent: { mail: Delivered; address: string }) => string, code: string][] = [
    ['that Postfix writes', ({ mail, address }) => head(mail.from) + report(failed(address, '5.1.1', `550 5.1.1 <${address}>: User unknown`), `<${address}>: host mx said: 550 5.1.1 User unknown`), '5.1.1'],
    ['whose report alone says why, in words of Polish', ({ mail, address }) => head(mail.from) + report(failed(address, '5.1.10'), 'Nie udało się dostarczyć Twojej wiadomości.'), '5.1.10'],
    ['that qmail writes, which is no report and does not say that a machine wrote it', ({ mail, address }) => `${head(mail.from, '').replace('Undelivered Mail Returned to Sender', 'failure notice')}
Hi. This is the qmail-send program at mx.one.example.

<${address}>:
Sorry, no mailbox here by that name. (#5.1.1)
`, '5.1.1'],
    ['that came to the address of the envelope by an envelope only', ({ mail, address }) => `Delivered-To: ${mail.from}\n${head('news@shop.example')}${report(failed(address, '5.1.1'), 'Sorry')}`, '5.1.1'],
    ['that came to the channel, and quotes the Message-ID', ({ mail, address }) => head('news@shop.example') + report(failed(address, '5.1.1'), 'Sorry', header(mail, 'Message-ID')), '5.1.1'],
    ['that tells of attempts before the last', ({ mail, address }) => head(mail.from) + report(failed(address, '5.1.1', '550 5.1.1 User unknown'), `<${address}>: 451 4.4.1 timed out, finally 550 5.1.1 User unknown`), '5.1.1'],
    ['that tells of them in prose', ({ mail, address }) => `${head(mail.from)}\n<${address}>: 451 4.4.1 timed out, finally 550 5.1.1 User unknown\n`, '5.1.1'],
  ];
  for (const [i, [what, bounce, code]] of BOUNCES.entries()) {
    it(`marks its member and the address where nothing arrives, and is no conversation: a bounce ${what}`, async () => {
      const address = `gone-${i}@one.example`;
      const dora = await person(ada, {}, address);
      const id = await mailed([dora]);
      const mail = mailTo(address);
      assert.match(mail.from, /^news\+b-[0-9a-v]{40}@shop\.example$/);
      const before = await conversations();
      await arrives(bounce({ mail, address }));
      await arrives(bounce({ mail, address })); // once more it is no news
      await eventually(async () => (await one(id, dora))?.status === 'BOUNCED');
      assert.equal((await one(id, dora))?.statusCode, code);
      assert.equal(await undeliverable(dora), true);
      assert.equal(await conversations(), before);
      assert.equal((await one(await mailed([dora]), dora))?.exclusion, 'BOUNCED');
    });
  }

  it('marks no more than it says: an address that is full lives, one that is late has not bounced, another is not its own', async () => {
    const [full, late, other, bystander] = [await person(ada, {}, 'full@one.example'), await person(ada, {}, 'late@one.example'), await person(ada, {}, 'other@one.example'), await person(ada, {}, 'bystander@one.example')];
    const id = await mailed([full, late, other]);
    const before = await conversations();
    await arrives(head(mailTo('late@one.example').from) + report('Final-Recipient: rfc822; late@one.example\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; 451 4.4.1 timed out', 'It is tried again.'));
    await arrives(head(mailTo('full@one.example').from) + report(failed('full@one.example', '5.2.2', '552 5.2.2 Mailbox full'), 'Sorry'));
    await arrives(head(mailTo('other@one.example').from) + report(failed('bystander@one.example', '5.1.1'), 'Sorry'));
    await eventually(async () => (await one(id, full))?.status === 'BOUNCED' && (await one(id, other))?.status === 'BOUNCED');
    assert.deepEqual([(await one(id, late))?.status, (await one(id, late))?.bouncedAt ?? null], ['SENT', null]);
    assert.deepEqual(await Promise.all([full, late, other, bystander].map(undeliverable)), [false, false, false, false]);
    assert.equal(await conversations(), before);
  });

  /** Whose mail was taken, though nobody can know. */
  async function lost(address: string): Promise<{ id: string; customer: string; mail: Delivered }> {
    const customer = await person(ada, {}, address);
    let taken: Delivered | null = null;
    office.onMail = (mail) => { office.onMail = () => {}; taken = mail; office.cut(); throw new Error('cut'); };
    const id = await mailed([customer]);
    assert.equal((await one(id, customer))?.status, 'UNCERTAIN');
    return { id, customer, mail: taken ?? assert.fail() };
  }

  it('shows that a mail left of which that was not known', async () => {
    const { id, customer, mail } = await lost('lost@one.example');
    await arrives(head(mail.from) + report(failed('lost@one.example', '5.2.2', '552 5.2.2 <lost@one.example> Mailbox full'), 'Sorry'));
    await eventually(async () => (await one(id, customer))?.status === 'BOUNCED');
    const { campaign } = await ada.ask(ReadResults, { id });
    assert.deepEqual(campaign?.results?.variants.map(({ sent, bounced, uncertain }) => [sent.count, bounced.count, uncertain]), [[1, 1, 0]]);
    assert.equal((await one(id, customer))?.failure, '… 552 5.2.2 … Mailbox full'); // whoever sees campaigns need not see addresses
  });

  it('is believed also when the mail was to be sent again and then was not', async () => {
    const { id, customer, mail } = await lost('again@one.example');
    const { suppression } = await done(ada, AddSuppression, { address: 'again@one.example', reason: 'OTHER' });
    await done(ada, MailMemberAgain, { campaignMemberId: (await one(id, customer))?.id ?? '' });
    await eventually(async () => (await one(id, customer))?.status === 'EXCLUDED');
    assert.equal((await fetch(linkOf(mail), { method: 'POST' })).status, 200);
    const member = await one(id, customer);
    assert.deepEqual([member?.status, member?.exclusion ?? null, member?.sentAt != null], ['UNSUBSCRIBED', null, true]);
    assert.deepEqual((await ada.ask(ReadSuppressions, { address: 'again@one.example' })).suppressions.nodes.map(({ id: entry, reason }) => [entry, reason]), [[suppression?.id, 'UNSUBSCRIBED']]);
  });

  it('is an answer also when it came to the address of the envelope', async () => {
    const greta = await person(ada, {}, 'greta@one.example');
    const id = await mailed([greta]);
    const mail = mailTo('greta@one.example');
    await arrives(`From: Greta <greta@one.example>\nTo: ${mail.from}\nSubject: Re: News\nIn-Reply-To: ${header(mail, 'Message-ID')}\nDate: ${new Date().toUTCString()}\n\nGladly\n`);
    await eventually(async () => (await one(id, greta))?.status === 'REPLIED');
  });
});

describe('results', () => {
  it('count what members and those held out did, with intervals, and the difference', async () => {
    const customers: string[] = [];
    for (let i = 0; i < 40; i++) customers.push(await person(ada));
    const { pipeline } = await mutate<{ pipeline: { id: string } }>(ada, 'pipelineCreate', 'pipeline { id }', { name: 'Sales', stages: [{ name: 'First', probability: 10 }] });
    const open = async (customerId: string): Promise<string> => (await mutate<{ opportunity: { id: string } }>(ada, 'opportunityOpen', 'opportunity { id }', { customerId, title: 'Beans', pipelineId: pipeline.id, amount: { amount: '10', currency: 'EUR' } })).opportunity.id;
    await open(customers[0]!); // before it began
    const id = await mailed(customers, { holdOutPercent: 50 });
    const all = await members(ada, id);
    const heldOut = all.filter(({ status }) => status === 'HELD_OUT').map(({ customer }) => customer?.id ?? '');
    const got = all.filter(({ status }) => status === 'SENT').map(({ customer }) => customer?.id ?? '');
    assert.equal(heldOut.length + got.length, 40, JSON.stringify(all.filter(({ status }) => status !== 'HELD_OUT' && status !== 'SENT')));
    const opened = [...got.slice(0, 4), heldOut[0]!];
    const deals = [];
    for (const customer of opened) deals.push(await open(customer));
    await open(opened[0]!); // one member counts once
    await mutate(ada, 'opportunityWin', 'opportunity { id }', { opportunityId: deals[1]!, reason: 'Price' });
    const { campaign } = await ada.ask(ReadResults, { id });
    const [a] = campaign?.results.variants ?? [];
    assert.equal(campaign?.results.enrolled, 40);
    assert.deepEqual([a?.members, a?.sent.count, a?.sent.of, a?.opened.count, a?.won.count, a?.bounced.count], [got.length, got.length, got.length, 4, 1, 0]);
    assert.deepEqual([campaign?.results.holdOut.members, campaign?.results.holdOut.opened.count, campaign?.results.holdOut.won.count], [heldOut.length, 1, 0]);
    const expected = wilson({ count: 4, of: got.length });
    assert.deepEqual([a?.opened.share, a?.opened.low, a?.opened.high].map(Number), [expected?.value, expected?.low, expected?.high].map((value) => Number(value?.toFixed(4))));
    assert.ok(Number(a?.openedDifference.low) < Number(a?.openedDifference.value) && Number(a?.openedDifference.value) < Number(a?.openedDifference.high));
  });

  it('of nothing say so', async () => {
    const { id } = await plan(ada, { audience: { tagged: ['none'] } });
    const { campaign } = await ada.ask(ReadResults, { id });
    assert.deepEqual(campaign?.results.variants.map(({ members: count, sent, wonDifference }) => [count, sent, wonDifference]), [[0, { count: 0, of: 0, share: null, low: null, high: null }, { value: null, low: null, high: null }]]);
  });
});

describe('a template', () => {
  it('is shown as a customer would get it, and sent to oneself', async () => {
    const templateId = await template(ada, { en: 'Hello {{ customer.name }}', cs: 'Dobrý den {{ customer.name }}' });
    const jana = await person(ada, { givenName: 'Jana', familyName: '<b>', language: 'cs' }, null);
    const { mailTemplatePreview } = await ada.ask(PreviewTemplate, { templateId, customerId: jana });
    assert.deepEqual([mailTemplatePreview?.language, mailTemplatePreview?.subject], ['cs', 'Dobrý den Jana <b>']);
    assert.match(mailTemplatePreview?.text ?? '', /unsubscribe\.invalid/);
    assert.equal((await ada.ask(PreviewTemplate, { templateId, customerId: jana, language: 'en-GB' })).mailTemplatePreview?.subject, 'Hello Jana <b>');
    await done(ada, SendTemplateTest, { templateId });
    await eventually(() => office.delivered.some(({ to }) => to.includes(tenant.email)), 'the test to arrive');
    assert.equal(mailTo(tenant.email).mail.subject, 'Hello Anna Muster');
    const { channel } = await done(ada, CreateChannel, { kind: 'EMAIL', name: 'Others', address: 'others@shop.example' });
    await done(ada, SendTemplateTest, { templateId, channelId: channel?.id ?? '' });
    await eventually(() => office.delivered.some(({ to, mail }) => to.includes(tenant.email) && mail.from[0]?.address === 'others@shop.example'), 'the other test to arrive');
    assert.deepEqual(await refused(ada, SendTemplateTest, { templateId, channelId: 'chn_00000000000070008000000000000000' }), [['CHANNEL_NOT_FOUND', 'channelId']]);
  });

  it('is copied, and refused with the line that is wrong', async () => {
    const templateId = await template(ada);
    const { mailTemplate: copy } = await done(ada, CopyTemplate, { templateId, name: 'A copy of it' });
    assert.deepEqual([copy?.frozenAt, copy?.texts?.length], [null, 1]);
    assert.deepEqual(await refused(ada, CopyTemplate, { templateId, name: 'A copy of it' }), [['TEMPLATE_NAME_TAKEN', null]]);
    const { mailTemplateTextSet } = await ada.ask(SetTemplateText, { input: { templateId, language: 'de', subject: 'x', html: 'a\n{{ customer.nmae }}{{ unsubscribeUrl }}' } });
    assert.match(mailTemplateTextSet?.userErrors[0]?.message ?? '', /^Line 2: There is no `customer.nmae`/);
    assert.deepEqual(await refused(ada, RemoveTemplateText, { templateId, language: 'en' }), [['TEMPLATE_LANGUAGE_NEEDED', 'language']]);
  });
});
