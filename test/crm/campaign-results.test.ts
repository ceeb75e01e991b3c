/** What comes back of a campaign: answers, bounces, people who take themselves off, and what it is said to have brought. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { wilson } from '../../src/kernel/values/proportion.ts';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { launch, members, person, plan, template, until } from '../support/campaign.ts';
import type { Client } from '../support/client.ts';
import { colleague, done, refused } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import { takeIn, type Incoming } from '../support/incoming-mail.ts';
import { mutate } from '../support/world.ts';
import { verifyDkim } from '../support/dkim.ts';
import { openPostOffice, type Delivered, type PostOffice } from '../support/post-office.ts';
import {
  AddSuppression, CopyTemplate, PreviewTemplate, ReadResults, ReadSuppressions, RemoveSuppression, RemoveTemplateText, SendTemplateTest, SetTemplateText,
} from './campaigns.documents.ts';
import { CreateChannel } from './interactions.documents.ts';

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
    assert.equal((await done(ada, AddSuppression, { address: 'someone@else.example', reason: 'OTHER' })).suppression?.id, suppression?.id);
    assert.deepEqual(await refused(ada, AddSuppression, { address: 'nobody' }), [['INVALID_EMAIL_ADDRESS', 'address']]);
    const agent = await colleague(ada, 'AGENT');
    await assert.rejects(() => done(agent.client, RemoveSuppression, { suppressionId: suppression?.id ?? '' }), /suppression:remove/);
    await done(ada, RemoveSuppression, { suppressionId: suppression?.id ?? '' });
    assert.equal((await ada.ask(ReadSuppressions, { address: 'someone@else.example' })).suppressions.totalCount, 0);
  });
});

const comesIn = (facts: Incoming): Promise<void> => takeIn(app, tenant.id, facts);

describe('what comes back', () => {
  it('finds its member: an answer by what it answers, a bounce by where it comes to, an absence by nothing', async () => {
    const [carla, dora, emil] = [await person(ada, {}, 'carla@one.example'), await person(ada, {}, 'dora@one.example'), await person(ada, {}, 'emil@one.example')];
    const id = await mailed([carla, dora, emil]);
    const messageId = header(mailTo('carla@one.example'), 'Message-ID').replace(/[<>]/g, '');
    await comesIn({ customer: carla, from: 'carla@one.example', to: 'news@shop.example', mentions: ['other@x', messageId], text: 'Yes please' });
    await comesIn({ customer: emil, from: 'emil@one.example', to: 'news@shop.example', mentions: [messageId], text: 'I only write about another matter' });
    const returnPath = mailTo('dora@one.example').from;
    assert.match(returnPath, /^news\+b-[0-9a-v]{40}@shop\.example$/);
    await comesIn({ automatic: true, from: 'emil@one.example', to: mailTo('emil@one.example').from, text: 'I am away until 5.1.2027' });
    await comesIn({ automatic: true, from: 'MAILER-DAEMON@mx.one.example', to: returnPath, subject: 'Undelivered Mail Returned to Sender', text: 'Sorry.\n<dora@one.example>: 550 5.1.1 User unknown\n' });
    await eventually(async () => (await one(id, dora))?.status === 'BOUNCED' && (await one(id, carla))?.status === 'REPLIED');
    const bounced = await one(id, dora);
    assert.deepEqual([bounced?.statusCode, bounced?.failure], ['5.1.1', '<dora@one.example>: 550 5.1.1 User unknown']);
    assert.equal((await one(id, emil))?.status, 'SENT');
    const again = await mailed([dora]);
    assert.equal((await one(again, dora))?.exclusion, 'BOUNCED');
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
