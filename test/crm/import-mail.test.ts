/**
 * Mail archives become customers, conversations and interactions: who, with whom, which way, in what order; and the
 * same ones however the import is cut into transactions, cut off, or done again.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { importArchive, type MailImport, type MailImportSummary } from '../../src/cli/import-mail.ts';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import type { ReadCustomersQuery, ReadImportedQuery } from '../support/graphql/graphql.ts';
import { bareMail, base64, mail, mbox, multipart, type HeaderValue } from '../support/mail-fixtures.ts';
import { OWN_DOMAIN, syntheticMails } from '../support/synthetic-archive.ts';
import { CreateCustomer, CurrentPosition } from './customers.documents.ts';
import { CloseConversation, EventsSince, ReadCustomers, ReadImported, ReceiveMessage } from './interactions.documents.ts';

let app: TestApp;
let folder = '';
before(async () => {
  app = await startTestApp({ limits: { bucketPoints: 10_000_000, requestPoints: 100_000 } });
  folder = await mkdtemp(join(tmpdir(), 'rapport-import-'));
});
after(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});

let archives = 0;
async function archive(mails: readonly Buffer[]): Promise<string> {
  const path = join(folder, `${archives += 1}.mbox`);
  await writeFile(path, mbox([...mails]));
  return path;
}

/** Without the envelope dates of an mbox, which lie in the past. */
async function folderOf(mails: readonly Buffer[]): Promise<string> {
  const path = await mkdtemp(join(folder, 'eml-'));
  for (const [i, one] of mails.entries()) await writeFile(join(path, `${i}.eml`), one);
  return path;
}

const organization = (): Promise<Tenant> => app.tenant({ mailDomains: [OWN_DOMAIN] });

function take(tenant: Tenant, path: string, options: Partial<MailImport> = {}): Promise<MailImportSummary> {
  return importArchive({ host: app.app.host, tenant: tenant.id, path, ...options });
}

type Conversation = ReadImportedQuery['conversations']['nodes'][number];
type Customer = ReadCustomersQuery['customers']['nodes'][number];

async function conversations(tenant: Tenant): Promise<Conversation[]> {
  const all: Conversation[] = [];
  for (let after: string | null | undefined = null; after !== undefined;) {
    const page: ReadImportedQuery['conversations'] = (await tenant.administrator.ask(ReadImported, { after })).conversations;
    all.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
  }
  return all;
}

async function customers(tenant: Tenant): Promise<Customer[]> {
  const all: Customer[] = [];
  for (let after: string | null | undefined = null; after !== undefined;) {
    const page: ReadCustomersQuery['customers'] = (await tenant.administrator.ask(ReadCustomers, { after })).customers;
    all.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
  }
  return all;
}

const names = async (tenant: Tenant): Promise<string[]> => (await customers(tenant)).map(({ name }) => name).sort();

/** All that an import made, in an order that rests on nothing but its content. */
async function outcome(tenant: Tenant): Promise<unknown> {
  const plain = (await conversations(tenant)).map((conversation) => ({
    ...conversation,
    interactions: conversation.interactions?.nodes.map(({ attachments, ...interaction }) => JSON.stringify({
      ...interaction, attachments: attachments?.nodes.map(({ url, ...file }) => ({ ...file, kept: url !== null })),
    })).sort(),
  }));
  const people = (await customers(tenant)).map(({ id: _, ...customer }) => customer);
  return [plain.map((one) => JSON.stringify(one)).sort(), people.map((one) => JSON.stringify(one)).sort()];
}

/** Imports these mails into a new organisation, and answers the interactions with them in order of time. */
async function taken(mails: readonly Buffer[], options: Partial<MailImport> = {}): Promise<{ tenant: Tenant; interactions: NonNullable<Conversation['interactions']>['nodes']; conversations: Conversation[] }> {
  const tenant = await organization();
  await take(tenant, await archive(mails), options);
  const found = await conversations(tenant);
  const interactions = found.flatMap((conversation) => conversation.interactions?.nodes ?? []).sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  return { tenant, interactions, conversations: found };
}

let sent = 0;
/** A mail with an id of its own, an hour after the one before. */
function letter(headers: Record<string, HeaderValue>, body = 'Hello'): Buffer {
  sent += 1;
  return mail({ headers: { 'Message-ID': `<${sent}@mails.example>`, Date: new Date(Date.UTC(2025, 0, 1) + sent * 3_600_000).toUTCString(), ...headers }, body });
}
const ANNA = 'Anna Nowak <anna@example.com>';
const US = `Ola <ola@${OWN_DOMAIN}>`;
const INFO = `info@${OWN_DOMAIN}`;

describe('who becomes a customer', () => {
  it('is who writes to us, under the name they write, with their address and language', async () => {
    const { tenant, interactions } = await taken([letter({ From: '"Nowak, Anna" <Anna@Example.com>', To: INFO, 'Content-Language': 'pl' })]);
    assert.deepEqual((await customers(tenant)).map(({ id: _, ...customer }) => customer), [{
      name: 'Anna Nowak', givenName: 'Anna', familyName: 'Nowak', language: 'pl',
      contactPoints: [{ kind: 'EMAIL', value: 'Anna@example.com', primary: true }], timeline: { totalCount: 1 },
    }]);
    assert.deepEqual(interactions.map(({ direction, customer, agent }) => [direction, customer?.name, agent]), [['INBOUND', 'Anna Nowak', null]]);
  });

  it('is whom we write to, also in copy', async () => {
    const { tenant, interactions } = await taken([letter({ From: US, To: ANNA, Cc: `Petr <petr@example.com>, ${INFO}` })]);
    assert.deepEqual(await names(tenant), ['Anna Nowak', 'Petr']);
    assert.deepEqual(interactions.map(({ direction, customer }) => [direction, customer?.name]), [['OUTBOUND', 'Anna Nowak']]);
    assert.deepEqual((await customers(tenant)).map(({ timeline }) => timeline?.totalCount), [1, 1]);
  });

  it('is not who only stands in To or Cc of others; they are participants, and linked once they are customers', async () => {
    const { tenant, interactions } = await taken([
      letter({ From: ANNA, To: INFO, Cc: 'Petr <petr@example.com>' }),
      letter({ From: 'Petr <petr@example.com>', To: INFO }),
      letter({ From: ANNA, To: INFO, Cc: 'petr@example.com' }),
    ]);
    const petr = interactions.map(({ participants }) => participants?.nodes.find(({ address }) => address === 'petr@example.com'));
    assert.deepEqual(petr.map((one) => [one?.role, one?.name, one?.customer?.name ?? null]), [['CC', 'Petr', null], ['FROM', 'Petr', 'Petr'], ['CC', null, 'Petr']]);
    assert.deepEqual((await customers(tenant)).map(({ name, timeline }) => [name, timeline?.totalCount]), [['Anna Nowak', 2], ['Petr', 2]]);
  });

  it('is none of us, nor a mailing list', async () => {
    const list = { 'List-Id': '<users.lists.example>', 'List-Post': '<mailto:users@lists.example>', To: 'users@lists.example' };
    const { tenant, interactions } = await taken([
      letter({ From: US, To: `${INFO}, Hans <hans@mail.${OWN_DOMAIN}>` }),
      letter({ ...list, From: ANNA }),
      letter({ ...list, From: US }),
    ]);
    assert.deepEqual(interactions.map(({ direction }) => direction), ['INTERNAL', 'INBOUND', 'INTERNAL']);
    assert.deepEqual(await names(tenant), ['Anna Nowak']);
  });

  it('is no machine; but what a machine says to a known customer\'s mail belongs to them', async () => {
    const { tenant, interactions } = await taken([
      letter({ From: 'shop <no-reply@shop.example>', To: INFO }),
      letter({ From: 'Bot <bot@machine.example>', To: INFO, 'Auto-Submitted': 'auto-generated' }),
      letter({ From: US, To: ANNA, 'Message-ID': '<offer@firma.example>' }),
      letter({ From: 'Mail Delivery System <mailer-daemon@mx.example>', To: US, 'In-Reply-To': '<offer@firma.example>', 'Auto-Submitted': 'auto-replied' }),
      letter({ From: ANNA, To: US, Subject: 'Out of office', 'Auto-Submitted': 'auto-replied' }),
    ]);
    assert.deepEqual(await names(tenant), ['Anna Nowak']);
    assert.deepEqual(interactions.map(({ automatic, customer }) => [automatic, customer?.name ?? null]), [
      [false, null], [true, null], [false, 'Anna Nowak'], [true, 'Anna Nowak'], [true, 'Anna Nowak'],
    ]);
  });

  it('is who has the address already: in the conversation, else of the name, else who had it first', async () => {
    const tenant = await organization();
    const contactPoints = [{ kind: 'EMAIL' as const, value: 'office@shared.example' }];
    for (const givenName of ['Jan', 'Eva']) await tenant.administrator.ask(CreateCustomer, { input: { kind: 'PERSON', givenName, contactPoints } });
    await take(tenant, await archive([
      letter({ From: 'office@shared.example', To: INFO }),
      letter({ From: 'Eva <office@shared.example>', To: INFO, 'Message-ID': '<eva@shared.example>' }),
      letter({ From: 'Jan <OFFICE@shared.example>', To: INFO, 'In-Reply-To': '<eva@shared.example>' }),
    ]));
    assert.deepEqual((await conversations(tenant)).map(({ interactions }) => interactions?.nodes.map(({ customer }) => customer?.name)), [['Eva', 'Eva'], ['Jan']]);
    assert.deepEqual(await names(tenant), ['Eva', 'Jan']);
  });

  it('gets a name as soon as one is written', async () => {
    const { tenant } = await taken([letter({ From: US, To: 'anna@example.com' }), letter({ From: ANNA, To: INFO }), letter({ From: 'A. N. <anna@example.com>', To: INFO })]);
    assert.deepEqual(await names(tenant), ['Anna Nowak']);
  });

  it('follows from who is us: the given addresses and domains instead of the organisation\'s', async () => {
    const mails = [letter({ From: ANNA, To: 'petr@other.example' })];
    assert.deepEqual((await taken(mails, { own: ['anna@example.com'] })).interactions.map(({ direction, customer }) => [direction, customer?.name]), [['OUTBOUND', 'petr@other.example']]);
    assert.deepEqual((await taken(mails, { own: ['@example.com', 'other.example'] })).interactions.map(({ direction, customer }) => [direction, customer]), [['INTERNAL', null]]);
  });

  it('is handled by the user whose address the mail was sent from', async () => {
    const tenant = await app.tenant({ mailDomains: ['example.com'] });
    await take(tenant, await archive([letter({ From: tenant.email, To: 'x@other.example' })]));
    const [conversation] = await conversations(tenant);
    assert.deepEqual(conversation?.interactions?.nodes.map(({ agent, participants }) => [agent?.name, participants?.nodes[0]?.user?.name]), [['Ada Administrator', 'Ada Administrator']]);
  });
});

describe('conversations', () => {
  it('hold question and answers, whichever way they name each other', async () => {
    const { conversations } = await taken([
      letter({ From: ANNA, To: INFO, Subject: 'Regał', 'Message-ID': '<a@x>' }, 'How much?'),
      letter({ From: US, To: ANNA, Subject: 'Odp: Regał', 'Message-ID': '<b@x>', 'In-Reply-To': '<a@x>' }),
      letter({ From: ANNA, To: US, Subject: 'Something else', 'Message-ID': '<c@x>', References: '<a@x> <b@x>' }),
      letter({ From: ANNA, To: INFO, Subject: 'Re: Regał' }),
      letter({ From: 'Petr <petr@example.com>', To: INFO, Subject: 'Re: Regał' }),
    ]);
    assert.deepEqual(conversations.map(({ subject, customer, interactions }) => [subject, customer?.name, interactions?.nodes.length]), [['Re: Regał', 'Petr', 1], ['Regał', 'Anna Nowak', 4]]);
  });

  it('begin with their earliest mail, also when it comes last', async () => {
    const [question, answer] = [letter({ From: ANNA, To: INFO, Subject: 'Regał', 'Message-ID': '<early@x>' }), letter({ From: US, To: ANNA, Subject: 'Re: Regał', 'In-Reply-To': '<early@x>' })];
    const { conversations } = await taken([answer, question]);
    assert.deepEqual(conversations.map(({ subject, interactions }) => [subject, interactions?.nodes.map(({ direction }) => direction)]), [['Regał', ['INBOUND', 'OUTBOUND']]]);
    assert.equal(conversations[0]?.startedAt, conversations[0]?.interactions?.nodes[0]?.startedAt);
  });

  it('are over unless something was said within 30 days; what people closed since stays closed', async () => {
    const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toUTCString();
    const tenant = await organization();
    const mails = [
      letter({ From: ANNA, To: INFO, Date: daysAgo(50), 'Message-ID': '<old@x>' }), letter({ From: US, To: ANNA, Date: daysAgo(40), 'In-Reply-To': '<old@x>' }),
      letter({ From: ANNA, To: INFO, Date: daysAgo(45), 'Message-ID': '<new@x>' }), letter({ From: US, To: ANNA, Date: daysAgo(3), 'In-Reply-To': '<new@x>', Subject: 'recent' }),
    ];
    await take(tenant, await folderOf(mails));
    const found = await conversations(tenant);
    assert.deepEqual(found.map(({ status, closedAt, lastAt }) => [status, closedAt === null || closedAt === lastAt]), [['OPEN', true], ['CLOSED', true]]);
    const id = (await tenant.administrator.ask('{ conversations(filter: { status: { eq: OPEN } }) { nodes { id } } }') as { conversations: { nodes: { id: string }[] } }).conversations.nodes[0]?.id ?? '';
    await tenant.administrator.ask(CloseConversation, { input: { conversationId: id } });
    await take(tenant, await folderOf([letter({ From: ANNA, To: INFO, Date: daysAgo(4), 'In-Reply-To': '<new@x>' })]));
    assert.deepEqual((await conversations(tenant)).map(({ status, interactions }) => [status, interactions?.nodes.length]), [['CLOSED', 3], ['CLOSED', 2]]);
  });

  it('go on with what came in otherwise: the customer is the same', async () => {
    const tenant = await organization();
    await take(tenant, await archive([letter({ From: ANNA, To: INFO })]));
    const { channels } = await tenant.administrator.ask('{ channels { nodes { id name kind } } }') as { channels: { nodes: { id: string; name: string }[] } };
    assert.deepEqual(channels.nodes.map(({ name }) => name), ['E-mail']);
    await tenant.administrator.ask(ReceiveMessage, { input: { channelId: channels.nodes[0]?.id ?? '', externalId: '1', from: { kind: 'EMAIL', value: 'ANNA@example.com' }, text: 'hi' } });
    assert.deepEqual((await customers(tenant)).map(({ name, timeline }) => [name, timeline?.totalCount]), [['Anna Nowak', 2]]);
  });
});

describe('mails', () => {
  it('keep text, safe HTML and attachments, which are served by link', async () => {
    const { headers = {}, body } = multipart('mixed', [
      { headers: { 'Content-Type': 'text/html; charset=iso-8859-2' }, body: Buffer.from('<p onclick=x>Za\xbf\xf3\xb3\xe6</p><script>x</script>', 'latin1') },
      { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'attachment; filename="oferta.pdf"', 'Content-Transfer-Encoding': 'base64' }, body: base64(Buffer.from('%PDF')) },
    ]);
    const { interactions: [first] } = await taken([mail({ headers: { ...headers, To: INFO }, body: body ?? '' })]);
    assert.deepEqual([first?.body, first?.preview], [{ text: 'Zażółć', html: '<p>Zażółć</p>' }, 'Zażółć']);
    const [file] = first?.attachments?.nodes ?? [];
    assert.deepEqual([file?.fileName, file?.contentType, file?.size, file?.inline], ['oferta.pdf', 'application/pdf', 4, false]);
    const response = await fetch(file?.url ?? '');
    assert.deepEqual([response.status, await response.text()], [200, '%PDF']);
  });

  it('with the same id are one when they say the same, two when not', async () => {
    const first = letter({ From: ANNA, To: INFO, Subject: 'Regał', 'Message-ID': '<same@x>' }, 'one');
    const other = letter({ From: ANNA, To: INFO, Subject: 'Regał', 'Message-ID': '<same@x>' }, 'two');
    const elsewhere = Buffer.concat([Buffer.from('Received: by another; Mon, 3 Feb 2025 12:00:00 +0100\r\n'), first]);
    const tenant = await organization();
    const summary = await take(tenant, await archive([first, elsewhere, other, first]));
    assert.deepEqual([summary.read, summary.imported, summary.alreadyThere], [4, 2, 2]);
  });

  it('survive, however broken: each is imported, and what had to be mended is said', async () => {
    const mails = [
      bareMail({ headers: {}, body: 'no header at all' }),
      bareMail({ headers: { From: 'nobody', To: 'undisclosed-recipients:;' }, body: 'no address' }),
      letter({ From: ANNA, To: INFO, Date: 'Thu, 99 Foo 1234 99:99:99' }),
      letter({ From: ANNA, To: Array.from({ length: 300 }, (_, i) => `x${i}@many.example`).join(', '), 'X-Nul': 'a\u0000b' }, 'nul \u0000 in the text'),
      letter({ From: ANNA, To: INFO, Subject: Buffer.from([0xff, 0xfe, 0x80]), References: Array.from({ length: 500 }, (_, i) => `<${i}@r>`).join(' ') }, '\ud800'),
      letter({ From: '<script>alert(1)</script> <a@b.example>', To: INFO, Subject: '\u202egpj.exe' }),
      letter({ From: `${'x'.repeat(300)}@example.com`, To: INFO, Subject: 's'.repeat(5000) }, 'x'.repeat(1_200_000)),
      letter({ From: US, To: Array.from({ length: 300 }, (_, i) => `y${i}@many.example`).join(', ') }, 'From here on\nFrom a@x Mon Feb  3 11:00:00 2025\nnothing'),
    ];
    const tenant = await organization();
    const reasonsFile = join(folder, 'reasons.jsonl');
    const summary = await take(tenant, await archive(mails), { reasonsFile });
    assert.deepEqual([summary.read, summary.imported, summary.skipped], [8, 8, 0]);
    const reasons = (await readFile(reasonsFile, 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as { origin: string; mended?: string[] });
    assert.equal(reasons.length, summary.mended);
    assert.ok(reasons.some(({ mended }) => mended?.some((what) => what.includes('too long'))));
    assert.equal((await customers(tenant)).filter(({ name }) => name.endsWith('@many.example')).length, 200 - 1);
  });

  it('that are too large are skipped with a reason, and a file that is no archive is refused', async () => {
    const tenant = await organization();
    const path = join(folder, 'huge.mbox');
    await writeFile(path, mbox([letter({ From: ANNA, To: INFO }, 'x'.repeat(65 * 1024 * 1024)), letter({ From: ANNA, To: INFO })]));
    const reasonsFile = join(folder, 'huge.jsonl');
    const { imported, skipped } = await take(tenant, path, { reasonsFile });
    assert.deepEqual([imported, skipped], [1, 1]);
    assert.match(await readFile(reasonsFile, 'utf8'), /^\{"origin":"huge\.mbox@0","skipped":"The message has \d+ bytes; at most \d+ are read\."\}\n$/);
    await writeFile(path, '%PDF-1.7\n');
    await assert.rejects(take(tenant, path), /is not a mail archive/);
  });
});

describe('the same archive', () => {
  const mails = (): Buffer[] => {
    const all = Array.from(syntheticMails({ seed: 11, messages: 160, attachmentBytes: 200 }));
    // As folders of a mailbox come: our answers after all questions.
    return [...all.filter((_, i) => i % 3 !== 1), ...all.filter((_, i) => i % 3 === 1)];
  };
  let path = '';
  let straight: unknown;
  before(async () => {
    path = await archive(mails());
    const tenant = await organization();
    await take(tenant, path);
    straight = await outcome(tenant);
  });

  it('gives the same when imported again', async () => {
    const tenant = await organization();
    const first = await take(tenant, path);
    const again = await take(tenant, path);
    assert.deepEqual([again.imported, again.customers, again.conversations, again.alreadyThere], [0, 0, 0, first.read]);
    assert.deepEqual(await outcome(tenant), straight);
  });

  for (const batchSize of [1, 7, 100]) {
    it(`gives the same in transactions of ${batchSize}`, async () => {
      const tenant = await organization();
      await take(tenant, path, { batchSize });
      assert.deepEqual(await outcome(tenant), straight);
    });
  }

  it('gives the same when cut off again and again', async () => {
    const tenant = await organization();
    for (const batches of [1, 3, 2]) {
      let left = batches;
      const cut = take(tenant, path, { batchSize: 9, onProgress: () => { if ((left -= 1) < 0) throw new Error('cut'); } });
      await assert.rejects(cut, /cut/);
    }
    const { imported, alreadyThere } = await take(tenant, path, { batchSize: 13 });
    assert.ok(imported > 0 && alreadyThere > 0);
    assert.deepEqual(await outcome(tenant), straight);
  });

  it('gives the same when two import it at once', async () => {
    const tenant = await organization();
    await take(tenant, await archive([letter({ From: US, To: INFO })]));
    const both = await Promise.all([take(tenant, path, { batchSize: 5 }), take(tenant, path, { batchSize: 8 })]);
    assert.equal(both[0].imported + both[1].imported, (await take(tenant, path)).alreadyThere - countOfDuplicates(mails()));
    assert.deepEqual((await customers(tenant)).length, (straight as [unknown[], unknown[]])[1].length);
  });
});

function countOfDuplicates(mails: readonly Buffer[]): number {
  return mails.length - new Set(mails.map((one) => one.toString('latin1'))).size;
}

it('an import announces each record once, and no transaction more than a thousand events', async () => {
  const tenant = await organization();
  const after = (await tenant.administrator.ask(CurrentPosition)).position;
  const crowd = (from: number): string => Array.from({ length: 190 }, (_, i) => `c${from + i}@crowd.example`).join(', ');
  await take(tenant, await archive(Array.from({ length: 8 }, (_, i) => letter({ From: US, To: crowd(i * 190) }))));
  const client = new pg.Client({ connectionString: app.database.superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from event where tenant_id = $1 group by xmin', [tenant.id]);
  await client.end();
  const sizes = rows.map(({ n }) => n);
  assert.ok(sizes.length > 2 && sizes.every((n) => n <= 1000), `transactions of ${sizes.join(', ')} events`);
  const created: string[] = [];
  for (let position = after, more = true; more;) {
    const { events } = await tenant.administrator.ask(EventsSince, { after: position });
    created.push(...events.changes.filter(({ type }) => type === 'customer.created').map(({ subjectId }) => subjectId ?? ''));
    more = events.changes.length > 0;
    position = events.position;
  }
  assert.deepEqual([created.length, new Set(created).size], [8 * 190, 8 * 190]);
});
