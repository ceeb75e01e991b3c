/** Campaigns, through the API and a real SMTP server: who is mailed what, once, and who is not and why. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { launch, look, members, person, plan, template, until } from '../support/campaign.ts';
import type { Client } from '../support/client.ts';
import { colleague, done, refused } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import { openPostOffice, type Delivered, type PostOffice } from '../support/post-office.ts';
import { ArchiveCustomer, CurrentPosition } from './customers.documents.ts';
import { CreateChannel, EventsSince } from './interactions.documents.ts';
import {
  AddSuppression, AddToAudience, CancelJob, LaunchCampaign, MailMemberAgain, PauseCampaign, PlanCampaign, PreviewAudience, ReadTimelineOfMembers, RemoveFromAudience,
  ResumeCampaign, SetCampaignPolicy, StopCampaign, UpdateCampaign, UpdateTemplate, SetTemplateText,
} from './campaigns.documents.ts';

let office: PostOffice;
let app: TestApp;
let tenant: Tenant;
let ada: Client;
before(async () => {
  office = await openPostOffice();
  app = await startTestApp({ works: true, refreshTokenLifetime: 400 * 86_400, mail: { smtp: { url: office.url, startTls: 'OFFERED', patience: 30_000 }, folder: '/nowhere', dkim: null, returnByMessage: true } });
});
beforeEach(async () => {
  office.onMail = () => {};
  office.onRecipient = () => null;
  office.onSender = () => null;
  tenant = await app.tenant();
  ada = tenant.administrator;
  await done(ada, CreateChannel, { kind: 'EMAIL', name: 'News', address: 'news@shop.example', senderName: 'Kolibřík' });
});
after(async () => {
  await app.stop();
  await office.stop();
});

const mailTo = (address: string): Delivered[] => office.delivered.filter(({ to }) => to.includes(address));
const typesSince = async (after: string): Promise<string[]> => (await ada.ask(EventsSince, { after })).events.changes.map(({ type }) => type);

describe('a campaign', () => {
  it('mails whom its filter and tags describe, each in their language, and tells it on their timelines', async () => {
    const templateId = await template(ada, { en: 'News for {{ customer.name }}', cs: 'Novinky pro {{ customer.name }}' });
    const jana = await person(ada, { givenName: 'Jana', familyName: 'Nová', language: 'cs-CZ', stage: 'CLIENT', tags: ['Café'] }, 'jana@one.example');
    await person(ada, { givenName: 'Hans', familyName: '<Wurst>', language: 'de', stage: 'CLIENT', tags: ['café'] }, 'hans@two.example');
    await person(ada, { stage: 'PROSPECT', tags: ['café'] }, 'prospect@two.example');
    await person(ada, { stage: 'CLIENT' }, 'untagged@two.example');
    const planned = await plan(ada, { templateId, audience: { filter: { stage: { eq: 'CLIENT' } }, tagged: ['CAFÉ'] } });
    assert.deepEqual([planned.status, planned.launchedAt, planned.job], ['PLANNED', null, null]);
    const { position } = await ada.ask(CurrentPosition);
    await launch(ada, planned.id);
    const campaign = await until(ada, planned.id, 'DONE');
    const [toJana, toHans] = [mailTo('jana@one.example'), mailTo('hans@two.example')];
    assert.deepEqual([toJana.length, toHans.length, mailTo('prospect@two.example').length, mailTo('untagged@two.example').length], [1, 1, 0, 0]);
    assert.equal(toJana[0]?.mail.subject, 'Novinky pro Jana Nová');
    assert.equal(toHans[0]?.mail.subject, 'News for Hans <Wurst>');
    assert.match(toHans[0]?.mail.html ?? '', /Ahoj Hans/);
    assert.match(toHans[0]?.mail.text ?? '', /Ahoj Hans\n\nOff \(http/);
    assert.ok(campaign.launchedAt && campaign.startedAt && campaign.endedAt && campaign.enrolled);
    const found = await members(ada, planned.id);
    assert.deepEqual(found.map(({ status, attempts, variant, customer }) => [customer?.name, status, attempts, variant?.name]), [['Jana Nová', 'SENT', 1, 'A'], ['Hans <Wurst>', 'SENT', 1, 'A']]);
    const { customer } = await ada.ask(ReadTimelineOfMembers, { id: jana });
    assert.deepEqual(customer?.timeline?.nodes.map(({ subject }) => subject), [{ __typename: 'CampaignMember', status: 'SENT', campaign: { name: planned.name } }]);
    const types = await typesSince(position);
    assert.ok(types.filter((type) => type === 'campaign.progressed').length <= 6, types.join());
    assert.deepEqual(types.filter((type) => /^campaign\.(?!progressed)/.test(type)), ['campaign.launched', 'campaign.started', 'campaign.done']);
  });

  it('leaves out, with the reason of each, whom it may not mail, and tells so beforehand', async () => {
    const templateId = await template(ada);
    const one = async (more: object, email: string | null): Promise<string> => person(ada, { tags: ['all'], ...more }, email);
    const mailed = await one({}, 'mailed@x.example');
    const none = await one({}, null);
    const off = await one({}, 'off@x.example');
    const other = await one({}, 'other@x.example');
    const twin = await one({}, 'MAILED@x.example');
    await done(ada, AddSuppression, { address: 'Off@X.example' });
    await done(ada, AddSuppression, { address: 'other@x.example', reason: 'OTHER', note: 'Competitor' });
    const planned = await plan(ada, { templateId, audience: { tagged: ['all'] } });
    const { campaign } = await ada.ask(PreviewAudience, { id: planned.id });
    assert.deepEqual([campaign?.audiencePreview?.size, campaign?.audiencePreview?.examined, campaign?.audiencePreview?.complete, campaign?.audiencePreview?.mailable], [5, 5, true, 1]);
    const expected = { [mailed]: null, [none]: 'NO_ADDRESS', [off]: 'OPTED_OUT', [other]: 'SUPPRESSED', [twin]: 'DUPLICATE_ADDRESS' };
    assert.deepEqual(Object.fromEntries(campaign?.audiencePreview?.examples.map(({ customer, exclusion }) => [customer?.id, exclusion ?? null]) ?? []), expected);
    assert.deepEqual(campaign?.audiencePreview?.exclusions.map(({ count }) => count), [1, 1, 1, 1]);
    await launch(ada, planned.id);
    await until(ada, planned.id, 'DONE');
    assert.deepEqual(Object.fromEntries((await members(ada, planned.id)).map(({ customer, exclusion }) => [customer?.id, exclusion ?? null])), expected);
    assert.equal(mailTo('mailed@x.example').length, 1);
    assert.deepEqual((await members(ada, planned.id, { exclusion: { eq: 'NO_ADDRESS' } })).map(({ customer, status }) => [customer?.id, status]), [[none, 'EXCLUDED']]);
  });

  it('mails those who were named, whatever the order, and nobody oftener than anybody may', async () => {
    await done(ada, SetCampaignPolicy, { mostMails: 1, perDays: 3 });
    const [anna, bruno] = [await person(ada), await person(ada)];
    const first = await plan(ada, { audience: { customerIds: [anna] } });
    assert.deepEqual(await refused(ada, AddToAudience, { campaignId: first.id, customerIds: [bruno, 'cus_00000000000070008000000000000000'] }), [['CUSTOMER_NOT_FOUND', 'customerIds.1']]);
    await done(ada, AddToAudience, { campaignId: first.id, customerIds: [bruno, anna] });
    await done(ada, RemoveFromAudience, { campaignId: first.id, customerIds: [bruno] });
    assert.deepEqual((await ada.ask(PreviewAudience, { id: first.id })).campaign?.audienceCustomers?.nodes.map(({ customer }) => customer?.id), [anna]);
    await launch(ada, first.id);
    await until(ada, first.id, 'DONE');
    const second = await plan(ada, { audience: { customerIds: [anna, bruno] } });
    await launch(ada, second.id);
    await until(ada, second.id, 'DONE');
    assert.deepEqual((await members(ada, second.id)).map(({ customer, status, exclusion }) => [customer?.id, status, exclusion ?? null]), [[anna, 'EXCLUDED', 'FREQUENCY_CAP'], [bruno, 'SENT', null]]);
  });

  it('names as many customers as can be taken off again', async () => {
    const [anna, bruno] = [await person(ada), await person(ada)];
    const { id } = await plan(ada, { audience: { customerIds: [anna] } });
    const raw = (one: string): string => one.replace(/^.*_/, '').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    // Names of nobody, which are quicker to make.
    const link = 'constraint audience_customer_tenant_id_customer_id_fkey';
    await app.database.asOwner(`alter table audience_customer drop ${link}`);
    await app.database.asOwner(`insert into audience_customer (tenant_id, id, created_at, updated_at, version, campaign_id, customer_id)
      select '${tenant.id}', uuidv7(), now(), now(), 1, '${raw(id)}', gen_random_uuid() from generate_series(1, 99999)`);
    assert.deepEqual(await refused(ada, AddToAudience, { campaignId: id, customerIds: [bruno] }), [['TOO_MANY_CUSTOMERS', 'customerIds']]);
    await done(ada, AddToAudience, { campaignId: id, customerIds: [anna] });
    await app.database.asOwner(`delete from audience_customer where tenant_id = '${tenant.id}'`);
    await app.database.asOwner(`alter table audience_customer add ${link} foreign key (tenant_id, customer_id) references customer (tenant_id, id)`);
  });

  it('mails nobody oftener than anybody may, nor a domain faster, beside others of the organisation', async () => {
    await done(ada, SetCampaignPolicy, { mostMails: 1, perDays: 3 });
    const customers: string[] = [];
    for (let i = 0; i < 20; i++) customers.push(await person(ada, {}, `beside-${i}@beside-${i}.example`));
    const templateId = await template(ada);
    const planned = [];
    const startAt = new Date(app.app.host.now().getTime() + 3_600_000).toISOString();
    for (let i = 0; i < 8; i++) planned.push(await plan(ada, { templateId, startAt, audience: { customerIds: customers } }));
    await Promise.all(planned.map(({ id }) => launch(ada, id)));
    office.onMail = () => sleep(30);
    const other = await app.node();
    await app.letTimePass(3_600_000); // all at once, on two nodes
    const ended = await Promise.all(planned.map(async ({ id }) => (await until(ada, id, 'DONE')) && members(ada, id)));
    await other.app.stop();
    const got = ended.flat().filter(({ status }) => status === 'SENT').map(({ customer }) => customer?.id);
    assert.deepEqual(got.toSorted(), customers.toSorted());

    await done(ada, SetCampaignPolicy, { mostMails: 1000, domainPerMinute: 60 });
    const readers: string[] = [];
    for (let i = 0; i < 20; i++) readers.push(await person(ada, {}, `fast-${i}@fast.example`));
    const crowd: string[] = [];
    for (let i = 0; i < 3; i++) crowd.push((await plan(ada, { templateId, audience: { customerIds: readers } })).id);
    await Promise.all(crowd.map((id) => launch(ada, id)));
    await eventually(() => office.delivered.filter(({ to }) => to[0]?.endsWith('@fast.example')).length >= 12, 'some to be mailed');
    for (const id of crowd) await done(ada, StopCampaign, { campaignId: id });
    const moments = (await Promise.all(crowd.map((id) => members(ada, id)))).flat().flatMap(({ handedAt }) => (handedAt ? [Date.parse(handedAt)] : []));
    const busiest = Math.max(...moments.map((from) => moments.filter((moment) => moment >= from && moment < from + 5000).length));
    assert.ok(busiest <= 5, `${busiest} within five seconds`);
  });

  it('takes of the pace of a domain only for mails that leave', async () => {
    await done(ada, SetCampaignPolicy, { domainPerMinute: 1 });
    const customers: string[] = [];
    for (let i = 0; i < 60; i++) customers.push(await person(ada, {}, `wide-${i}@wide-${i}.example`));
    const planned = await plan(ada, { audience: { customerIds: customers } });
    await launch(ada, planned.id);
    await until(ada, planned.id, 'DONE');
    assert.equal((await members(ada, planned.id, { status: { eq: 'SENT' } })).length, 60);
  });

  it('holds out and shares by a lot that can be drawn again', async () => {
    const templateId = await template(ada);
    const customers = [];
    for (let i = 0; i < 40; i++) customers.push(await person(ada));
    const planned = await plan(ada, { holdOutPercent: 30, audience: { customerIds: customers }, variants: [{ name: 'A', templateId }, { name: 'B', templateId, weight: 2 }] });
    await launch(ada, planned.id);
    await until(ada, planned.id, 'DONE');
    for (const { customer, variant, status } of await members(ada, planned.id)) {
      // As its description says.
      const place = parseInt(createHmac('sha256', planned.seed).update(customer?.id ?? '').digest('hex').slice(0, 12), 16) / 2 ** 48;
      const drawn = place < 0.3 ? null : (place - 0.3) / 0.7 < 1 / 3 ? 'A' : 'B';
      assert.deepEqual([status, variant?.name ?? null], [drawn === null ? 'HELD_OUT' : 'SENT', drawn]);
    }
  });

  it('is launched once, however often it is asked to be', async () => {
    const anna = await person(ada, {}, 'once@x.example');
    const planned = await plan(ada, { audience: { customerIds: [anna] } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => launch(ada, planned.id)));
    assert.equal(new Set(answers.map(({ launchedAt }) => launchedAt)).size, 1);
    await until(ada, planned.id, 'DONE');
    assert.equal((await launch(ada, planned.id)).status, 'DONE');
    assert.equal(mailTo('once@x.example').length, 1);
  });

  it('begins at its time, within its window', async () => {
    const anna = await person(ada, {}, 'later@x.example');
    const startAt = new Date(app.app.host.now().getTime() + 86_400_000).toISOString();
    const planned = await plan(ada, { audience: { customerIds: [anna] }, startAt });
    assert.equal((await launch(ada, planned.id)).status, 'SCHEDULED');
    await app.letTimePass(3_600_000);
    assert.equal((await look(ada, planned.id)).status, 'SCHEDULED');
    await app.letTimePass(86_400_000);
    await until(ada, planned.id, 'DONE');
    assert.equal(mailTo('later@x.example').length, 1);
  });

  it('mails nobody after the last day of its period: at rest, paused, or once more', async () => {
    const day = new Date(app.app.host.now().getTime() + 86_400_000).toISOString().slice(0, 10);
    const customerIds = [await person(ada, {}, 'over@over.example'), await person(ada, {}, 'again@again.example')];
    const [resting, paused] = [await plan(ada, { audience: { customerIds }, endsOn: day }), await plan(ada, { audience: { customerIds }, endsOn: day })];
    office.onRecipient = (address) => (address.startsWith('over') ? '450 4.2.0 Later' : '550 5.7.1 No');
    for (const { id } of [resting, paused]) {
      await launch(ada, id);
      await eventually(async () => (await look(ada, id)).job === null && (await look(ada, id)).enrolled, 'the first round to end');
    }
    await done(ada, PauseCampaign, { campaignId: paused.id });
    office.onRecipient = () => null;
    await app.letTimePass(3 * 86_400_000);
    await until(ada, resting.id, 'DONE');
    const found = await members(ada, resting.id);
    assert.deepEqual(found.map(({ status }) => status), ['CANCELLED', 'FAILED']);
    assert.deepEqual(await refused(ada, MailMemberAgain, { campaignMemberId: found[1]?.id ?? '' }), [['CAMPAIGN_OVER', null]]);
    assert.deepEqual(await refused(ada, ResumeCampaign, { campaignId: paused.id }), [['CAMPAIGN_OVER', null]]);
    await done(ada, StopCampaign, { campaignId: paused.id });
    await eventually(async () => (await members(ada, paused.id)).every(({ status }) => status !== 'QUEUED'), 'who was left to be cancelled');
    assert.equal(office.delivered.filter(({ to }) => /@(?:over|again)\.example$/.test(to[0] ?? '')).length, 0);
  });

  it('fails, and does not send, a mail without a subject or a link for this reader', async () => {
    const templateId = await template(ada);
    await done(ada, SetTemplateText, { templateId, language: 'cs', subject: '{% if customer.greetingName == "Anna" %}Hi{% endif %}', html: '<p>{% if customer.familyName != "Nolink" %}{{ unsubscribeUrl }}{% endif %}</p><!-- {{ unsubscribeUrl }} -->' });
    const reader = (name: string, more: object): Promise<string> => person(ada, { language: 'cs', ...more }, `${name}@faulty.example`);
    const customerIds = [await reader('fine', {}), await reader('subject', { givenName: 'Bea' }), await reader('link', { familyName: 'Nolink' })];
    const planned = await plan(ada, { templateId, audience: { customerIds } });
    await launch(ada, planned.id);
    await until(ada, planned.id, 'DONE');
    const found = await members(ada, planned.id);
    assert.deepEqual(found.map(({ status, attempts }) => [status, attempts]), [['SENT', 1], ['FAILED', 0], ['FAILED', 0]]);
    assert.match(found[1]?.failure ?? '', /empty/);
    assert.match(found[2]?.failure ?? '', /unsubscribeUrl/);
    assert.deepEqual(office.delivered.flatMap(({ to }) => to).filter((address) => address.endsWith('@faulty.example')), ['fine@faulty.example']);
  });

  it('pauses within a batch, goes on, and stops for good', async () => {
    const customers = [];
    for (let i = 0; i < 60; i++) customers.push(await person(ada));
    const planned = await plan(ada, { audience: { customerIds: customers } });
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => { open = resolve; });
    let held = 0;
    office.onMail = async () => { held += 1; await gate; };
    await launch(ada, planned.id);
    await eventually(() => held > 0);
    assert.equal((await done(ada, PauseCampaign, { campaignId: planned.id })).campaign?.status, 'PAUSED');
    assert.deepEqual(await refused(ada, PauseCampaign, { campaignId: planned.id }), [['CAMPAIGN_NOT_GOING', null]]);
    open();
    await eventually(async () => (await look(ada, planned.id)).job === null, 'the job to let go');
    const sent = (await members(ada, planned.id, { status: { eq: 'SENT' } })).length;
    assert.ok(sent > 0 && sent <= 20, `${sent} were in the batch`);
    assert.equal(held, sent);
    await done(ada, ResumeCampaign, { campaignId: planned.id });
    office.onMail = async () => { await done(ada, StopCampaign, { campaignId: planned.id }).catch(() => {}); office.onMail = () => {}; };
    await until(ada, planned.id, 'STOPPED');
    await eventually(async () => (await look(ada, planned.id)).job === null, 'the job to let go');
    const all = Map.groupBy(await members(ada, planned.id), ({ status }) => status);
    assert.deepEqual([...all.keys()].toSorted(), ['CANCELLED', 'SENT']);
    assert.ok((all.get('SENT')?.length ?? 0) <= 40);
    assert.deepEqual(await refused(ada, ResumeCampaign, { campaignId: planned.id }), [['CAMPAIGN_NOT_PAUSED', null]]);
  });

  it('keeps what servers say: refused for good, to come back, and lost', async () => {
    const names = ['gone', 'full', 'lost', 'fine'];
    const ids = new Map<string, string>();
    for (const name of names) ids.set(name, await person(ada, {}, `${name}@${name}.example`));
    let full = 1;
    office.onRecipient = (address) => (address.startsWith('gone') ? '550 5.1.1 No such user' : address.startsWith('full') && full-- > 0 ? '452 4.2.2 Mailbox full' : null);
    office.onMail = ({ to }) => { if (to[0]?.startsWith('lost')) { office.onMail = () => {}; office.cut(); throw new Error('cut'); } };
    const planned = await plan(ada, { audience: { customerIds: [...ids.values()] } });
    await launch(ada, planned.id);
    await eventually(async () => (await members(ada, planned.id, { status: { eq: 'UNCERTAIN' } })).length > 0 && (await look(ada, planned.id)).job === null, 'the first round to end');
    const of = async (name: string) => (await members(ada, planned.id)).find(({ customer }) => customer?.id === ids.get(name));
    const [gone, lost] = [await of('gone'), await of('lost')];
    assert.deepEqual([gone?.status, gone?.statusCode, gone?.attempts], ['FAILED', '5.1.1', 1]);
    assert.match(gone?.failure ?? '', /No such user/);
    assert.equal((await of('full'))?.status, 'QUEUED');
    await app.letTimePass(6 * 60_000);
    await until(ada, planned.id, 'DONE');
    const [full2, again] = [await of('full'), await of('lost')];
    assert.deepEqual([full2?.status, full2?.attempts, again?.status], ['SENT', 2, 'UNCERTAIN']);
    assert.deepEqual(await refused(ada, MailMemberAgain, { campaignMemberId: full2?.id ?? '' }), [['MEMBER_NOT_SENDABLE_AGAIN', null]]);
    await done(ada, MailMemberAgain, { campaignMemberId: lost?.id ?? '' });
    await until(ada, planned.id, 'DONE');
    assert.deepEqual([(await of('lost'))?.status, mailTo('lost@lost.example').length], ['SENT', 1]);
    assert.ok((await of('gone'))?.status === 'FAILED');
  });

  it('waits for people where a server takes nothing from its sender, with what it said, and loses nobody', async () => {
    const customers = [];
    for (let i = 0; i < 30; i++) customers.push(await person(ada));
    const planned = await plan(ada, { audience: { customerIds: customers } });
    const { position } = await ada.ask(CurrentPosition);
    office.onSender = () => '553 5.7.1 Sender address rejected: not owned by you';
    await launch(ada, planned.id);
    const paused = await until(ada, planned.id, 'PAUSED');
    assert.match(paused.failure ?? '', /^553 5\.7\.1 Sender address rejected/);
    await eventually(async () => (await look(ada, planned.id)).job === null, 'the job to let go');
    assert.deepEqual(new Set((await members(ada, planned.id)).map(({ status, attempts, failure }) => `${status} ${attempts} ${failure}`)), new Set(['QUEUED 0 null']));
    assert.equal((await typesSince(position)).filter((type) => type === 'campaign.paused').length, 1);
    office.onSender = () => null;
    assert.equal((await done(ada, ResumeCampaign, { campaignId: planned.id })).campaign?.failure, null);
    await until(ada, planned.id, 'DONE');
    assert.equal((await members(ada, planned.id, { status: { eq: 'SENT' } })).length, 30);
  });

  it('asks again before each mail whether it may', async () => {
    const customers = [];
    for (let i = 0; i < 25; i++) customers.push(await person(ada, {}, `late-${i}@late.example`));
    const planned = await plan(ada, { audience: { customerIds: customers } });
    office.onMail = async () => { office.onMail = () => {}; await done(ada, AddSuppression, { address: 'late-24@late.example' }); };
    await launch(ada, planned.id);
    await until(ada, planned.id, 'DONE');
    assert.deepEqual((await members(ada, planned.id, { status: { eq: 'EXCLUDED' } })).map(({ customer, exclusion, variant }) => [customer?.id, exclusion, variant?.name]), [[customers[24], 'OPTED_OUT', 'A']]);
    assert.equal(mailTo('late-24@late.example').length, 0);
  });

  it('reaches, within a batch, all mails but those on their way: taken off, archived, stopped', async () => {
    const customers: string[] = [];
    for (let i = 0; i < 12; i++) customers.push(await person(ada, {}, `slow-${i}@slow.example`));
    const planned = await plan(ada, { audience: { customerIds: customers } });
    await done(ada, SetCampaignPolicy, { domainConnections: 1 });
    let taken = 0;
    office.onMail = async ({ to }) => {
      if (!to[0]?.endsWith('@slow.example')) return;
      taken += 1;
      if (taken === 1) await done(ada, AddSuppression, { address: 'slow-3@slow.example' });
      if (taken === 2) await done(ada, ArchiveCustomer, { customerId: customers[5] ?? '' });
      if (taken === 6) await done(ada, StopCampaign, { campaignId: planned.id });
    };
    await launch(ada, planned.id);
    await until(ada, planned.id, 'STOPPED');
    await eventually(async () => (await look(ada, planned.id)).job === null, 'the job to let go');
    const found = await members(ada, planned.id);
    assert.deepEqual(found.map(({ status, exclusion }) => exclusion ?? status), [
      'SENT', 'SENT', 'SENT', 'OPTED_OUT', 'SENT', 'ARCHIVED', 'SENT', 'SENT', 'CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED',
    ]);
    assert.equal(office.delivered.filter(({ to }) => to[0]?.endsWith('@slow.example')).length, 6);
    assert.deepEqual(found.filter(({ status }) => status !== 'SENT').map(({ attempts, handedAt }) => [attempts, handedAt ?? null]), Array.from({ length: 6 }, () => [0, null]));
  });

  it('pauses when somebody cancels its job', async () => {
    const planned = await plan(ada, { audience: { customerIds: [await person(ada), await person(ada)] } });
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => { open = resolve; });
    let held = false;
    office.onMail = async () => { held = true; await gate; };
    await launch(ada, planned.id);
    await eventually(() => held);
    const { job } = await look(ada, planned.id);
    await done(ada, CancelJob, { jobId: job?.id ?? '' });
    open();
    const paused = await until(ada, planned.id, 'PAUSED');
    await eventually(async () => (await members(ada, planned.id, { status: { eq: 'SENT' } })).length === 2, 'what was in flight to be kept');
    await done(ada, ResumeCampaign, { campaignId: paused.id });
    await until(ada, planned.id, 'DONE');
  });

  it('is refused what it cannot be', async () => {
    const templateId = await template(ada);
    const anna = await person(ada);
    const base = { name: 'X', variants: [{ name: 'A', templateId }], audience: { customerIds: [anna] } };
    assert.deepEqual(await refused(ada, PlanCampaign, { ...base, startsOn: '2026-12-02', endsOn: '2026-12-01' }), [['PERIOD_ENDS_BEFORE_IT_BEGINS', 'endsOn']]);
    assert.deepEqual(await refused(ada, PlanCampaign, { ...base, sendFrom: '18:00', sendUntil: '09:00' }), [['SEND_WINDOW_EMPTY', 'sendUntil']]);
    assert.deepEqual(await refused(ada, PlanCampaign, { ...base, sendFrom: '25:00', holdOutPercent: 91 }), [['INVALID_LOCAL_TIME', 'sendFrom'], ['TOO_LARGE', 'holdOutPercent']]);
    assert.deepEqual(await refused(ada, PlanCampaign, { ...base, audience: { tagged: ['x'], customerIds: [anna] } }), [['AUDIENCE_AMBIGUOUS', 'audience']]);
    assert.deepEqual(await refused(ada, PlanCampaign, { ...base, variants: [{ name: 'A', templateId }, { name: 'a', templateId }] }), [['VARIANT_NAME_TAKEN', 'variants.1.name']]);
    assert.deepEqual(await refused(ada, PlanCampaign, { ...base, variants: [{ name: 'A', templateId: 'mtp_00000000000070008000000000000000' }] }), [['TEMPLATE_NOT_FOUND', 'variants.0.templateId']]);
    const bare = (await done(ada, PlanCampaign, { name: 'Bare' })).campaign?.id ?? '';
    assert.deepEqual(await refused(ada, LaunchCampaign, { campaignId: bare }), [['CAMPAIGN_WITHOUT_AUDIENCE', null]]);
    await done(ada, UpdateCampaign, { campaignId: bare, audience: { filter: { stage: { eq: 'CLIENT' } } }, budget: { amount: '99.90', currency: 'CZK' }, endsOn: '2020-01-01' });
    assert.deepEqual(await refused(ada, LaunchCampaign, { campaignId: bare }), [['CAMPAIGN_OVER', null]]);
    await done(ada, UpdateCampaign, { campaignId: bare, endsOn: null });
    assert.deepEqual(await refused(ada, LaunchCampaign, { campaignId: bare }), [['CAMPAIGN_WITHOUT_VARIANT', null]]);
    await done(ada, UpdateCampaign, { campaignId: bare, variants: [{ name: 'A', templateId }] });
    await done(ada, LaunchCampaign, { campaignId: bare });
    assert.deepEqual(await refused(ada, UpdateCampaign, { campaignId: bare, goal: 'Another' }), [['CAMPAIGN_LAUNCHED', null]]);
    assert.deepEqual(await refused(ada, SetTemplateText, { templateId, language: 'en', subject: 'x', text: '{{ unsubscribeUrl }}' }), [['TEMPLATE_FROZEN', null]]);
    assert.deepEqual(await refused(ada, UpdateTemplate, { templateId, fallbackLanguage: 'de' }), [['TEMPLATE_FROZEN', null]]);
    const seller = await colleague(ada, 'SELLER');
    await assert.rejects(() => done(seller.client, LaunchCampaign, { campaignId: bare }), /campaign:launch/);
  });

  it('keeps the choice of its audience as it was made, and chooses by it', async () => {
    const marketer = await colleague(ada, 'MARKETER');
    const client = await person(ada, { stage: 'CLIENT', language: 'cs', ownerId: marketer.id });
    await person(ada, { stage: 'CLIENT', language: 'pl', ownerId: marketer.id });
    await person(ada, { stage: 'FORMER', language: 'cs' });
    const filter = { or: [{ stage: { in: ['CLIENT' as const, 'PROSPECT' as const] }, owner: { eq: marketer.id } }, { language: { startsWith: 'zh' } }], not: { language: { eq: 'pl' } }, archivedAt: { eq: null } };
    const planned = await plan(marketer.client, { audience: { filter } });
    assert.deepEqual(planned.audienceConditions?.map(({ kind, field, comparison, values }) => [kind, field ?? null, comparison ?? null, values]), [
      ['ALL', null, null, []], ['ALL', null, null, []], ['ANY', null, null, []],
      ['ALL', null, null, []], ['COMPARISON', 'stage', 'IN', ['CLIENT', 'PROSPECT']], ['COMPARISON', 'owner', 'EQ', [marketer.id]],
      ['ALL', null, null, []], ['COMPARISON', 'language', 'STARTS_WITH', ['zh']],
      ['NOT', null, null, []], ['ALL', null, null, []], ['COMPARISON', 'language', 'EQ', ['pl']], ['COMPARISON', 'archivedAt', 'EQ', []],
    ]);
    const { campaign } = await marketer.client.ask(PreviewAudience, { id: planned.id });
    assert.deepEqual(campaign?.audiencePreview?.examples.map(({ customer }) => customer?.id), [client]);
    await done(marketer.client, UpdateCampaign, { campaignId: planned.id, audience: { tagged: ['nobody'] } });
    assert.equal((await ada.ask(PreviewAudience, { id: planned.id })).campaign?.audiencePreview?.size, 0);
  });
});
