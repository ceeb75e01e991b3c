/** The tour of the README as a newcomer takes it: pasted into GraphiQL in a real browser that can reach nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { loadDemo } from '../../src/demo/load.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

interface Step {
  readonly document: string;
  readonly variables: string;
}

function stepsIn(title: string): Step[] {
  const section = readme.split('\n## ').find((text) => text.startsWith(title)) ?? '';
  return [...section.matchAll(/```graphql\n(.*?)```(?:\s*```json\n(.*?)```)?/gs)].map(([, document = '', variables = '']) => ({ document, variables }));
}

const tour = stepsIn('A tour in five documents');
const days = stepsIn('Three people\'s day');

let test: TestApp;
let browser: Browser | null;
let context: BrowserContext;
const elsewhere: string[] = [];
const complaints: string[] = [];

before(async () => {
  [test, browser] = await Promise.all([startTestApp(), openBrowser()]);
  await loadDemo(test.app);
});
after(async () => {
  await browser?.close();
  await test.stop();
});

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser!.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
  await context.route('**', (route, request) => {
    if (request.url().startsWith(test.url)) return route.continue();
    elsewhere.push(request.url());
    return route.abort();
  });
  const page = await context.newPage();
  page.on('websocket', (socket) => { if (!socket.url().startsWith(test.url.replace('http', 'ws'))) elsewhere.push(socket.url()); });
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${test.url}/graphiql`);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  return page;
}

async function paste(page: Page, editor: string, text: string): Promise<void> {
  await page.locator(`${editor} .monaco-editor`).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press('ControlOrMeta+V');
}

/** Pastes into a tab of its own and presses Ctrl+Enter. */
async function take(page: Page, { document, variables }: Step): Promise<void> {
  await page.locator('.graphiql-tab-add').click();
  await paste(page, '.graphiql-query-editor', document);
  const [, name = ''] = /^\w+ (\w+)/.exec(document) ?? [];
  await page.locator('.graphiql-tab-active', { hasText: name }).waitFor(); // GraphiQL reads what is written with a delay
  await page.getByRole('button', { name: 'Variables' }).click();
  if (variables) await paste(page, '.graphiql-editor-tool .graphiql-editor:not(.hidden)', variables);
  await page.locator('.graphiql-query-editor .monaco-editor').click();
  await page.keyboard.press('ControlOrMeta+Enter');
}

/** Takes a step, and what it was answered. */
async function answered<T>(page: Page, step: Step): Promise<T> {
  // Not the page's own asking for the schema, which may still be under way.
  const theirs = page.waitForResponse((one) => one.url() === `${test.url}/graphql` && !one.request().postData()?.includes('IntrospectionQuery'));
  const [response] = await Promise.all([theirs, take(page, step)]);
  const { data, errors } = await response.json() as { data: T; errors?: unknown };
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data;
}

/** A step with what the reader is told to put in. */
function filled({ document, variables }: Step, given: Readonly<Record<string, string>>): Step {
  const text = Object.entries(given).reduce((left, [place, value]) => {
    assert.ok(left.includes(place), `${place} in ${left}`);
    return left.replace(place, value);
  }, variables);
  return { document, variables: text };
}

/** What the answer pane shows, as far as it fits. */
async function shown(page: Page): Promise<string> {
  const lines = await page.locator('.graphiql-response .view-lines').innerText();
  return lines.replaceAll('\u00a0', ' ');
}

describe('the tour of the README', () => {
  it('has five documents, and eight for three people', () => assert.deepEqual([tour.length, days.length], [5, 8]));

  it('works as pasted into GraphiQL, and nothing comes from elsewhere', async (t) => {
    if (!browser) return t.skip('NO BROWSER: neither the packaged Chromium nor an installed one runs on this machine');
    const page = await open({ viewport: { width: 1280, height: 1600 } });
    const [signIn, customer, logCall, events, follow] = tour as [Step, Step, Step, Step, Step];
    const signedIn = await answered<{ signIn: { accessToken: string; userErrors: unknown[] } }>(page, signIn);
    assert.deepEqual(signedIn.signIn.userErrors, []);

    const found = await answered<{ position: string; customers: { nodes: { id: string; timeline: { nodes: unknown[] } }[] } }>(page, customer);
    const [{ id, timeline } = assert.fail('The customer of the tour is not in the demo.')] = found.customers.nodes;
    assert.ok(timeline.nodes.length > 0);
    await eventually(async () => (await shown(page)).includes(id), 'the answer to be shown');

    const call = filled(logCall, { 'cus_…': id });
    const logged = await answered<{ interactionLog: { interaction: { id: string }; userErrors: unknown[] } }>(page, call);
    assert.deepEqual(logged.interactionLog.userErrors, []);

    const now = await answered<{ events: { changes: unknown[] } }>(page, events);
    assert.deepEqual(now.events.changes, []);
    const since = await answered<{ events: { changes: { subject: { id: string } }[] } }>(page, filled(events, { null: JSON.stringify(found.position) }));
    assert.deepEqual(since.events.changes.map(({ subject }) => subject.id), [logged.interactionLog.interaction.id]);

    await take(page, follow);
    await eventually(async () => (await shown(page)).includes('stream.started'), 'the subscription to start');
    const token = signedIn.signIn.accessToken;
    const again = await fetch(`${test.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: call.document, variables: JSON.parse(call.variables) as object }),
    });
    const { data } = await again.json() as { data: typeof logged };
    await eventually(async () => (await shown(page)).includes(data.interactionLog.interaction.id), 'the live change to be shown');

    await page.keyboard.press('ControlOrMeta+Enter'); // stops it
    await take(page, filled(follow, { null: JSON.stringify(found.position) }));
    await eventually(async () => (await shown(page)).includes(data.interactionLog.interaction.id), 'the resumed stream to catch up');

    assert.deepEqual(elsewhere, []);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('goes on with the day of an agent, a seller and a marketer', { timeout: 120_000 }, async (t) => {
    if (!browser) return t.skip('NO BROWSER: neither the packaged Chromium nor an installed one runs on this machine');
    const page = await open({ viewport: { width: 1280, height: 1600 } });
    const [agent, answer, seller, board, moveCard, marketer, plan, launch] = days as [Step, Step, Step, Step, Step, Step, Step, Step];
    const enter = async (name: string): Promise<void> => {
      const { signIn } = await answered<{ signIn: { userErrors: unknown[] } }>(page, { ...tour[0]!, document: tour[0]!.document.replace('jana@', `${name}@`) });
      assert.deepEqual(signIn.userErrors, []);
    };
    interface Done { readonly userErrors: readonly unknown[] }

    await enter('lena');
    const { tickets, savedReplies } = await answered<{ tickets: { nodes: { id: string; subject: string }[] }; savedReplies: { nodes: { id: string }[] } }>(page, agent);
    const ticket = tickets.nodes.find(({ subject }) => subject === 'Rozbitý balíček');
    const { ticketReply } = await answered<{ ticketReply: Done & { ticket: { status: string } } }>(page, filled(answer, { 'tic_…': ticket?.id ?? '', 'srp_…': savedReplies.nodes[0]?.id ?? '' }));
    assert.deepEqual([ticketReply.userErrors, ticketReply.ticket.status], [[], 'WAITING']);

    await enter('oliver');
    const { opportunities: { nodes: [card] } } = await answered<{ opportunities: { nodes: { id: string; version: number; pipeline: { id: string; stages: { id: string }[] } }[] } }>(page, seller);
    assert.ok(card);
    const { pipelineBoard } = await answered<{ pipelineBoard: { columns: unknown[] } }>(page, filled(board, { 'ppl_…': card.pipeline.id }));
    assert.equal(pipelineBoard.columns.length, card.pipeline.stages.length);
    const moved = filled(moveCard, { 'opp_…': card.id, 'stg_…': card.pipeline.stages[1]?.id ?? '', '"expectedVersion": 1': `"expectedVersion": ${card.version}` });
    const { opportunityMoveStage } = await answered<{ opportunityMoveStage: Done }>(page, moved);
    assert.deepEqual(opportunityMoveStage.userErrors, []);

    await enter('eva');
    const { channels, mailTemplates } = await answered<{ channels: { nodes: { id: string; kind: string }[] }; mailTemplates: { nodes: { id: string }[] } }>(page, marketer);
    const { campaignPlan } = await answered<{ campaignPlan: Done & { campaign: { id: string; audiencePreview: { mailable: number } } } }>(page, filled(plan, {
      'chn_…': channels.nodes.find(({ kind }) => kind === 'EMAIL')?.id ?? '', 'mtp_…': mailTemplates.nodes[0]?.id ?? '',
    }));
    assert.deepEqual(campaignPlan.userErrors, []);
    assert.ok(campaignPlan.campaign.audiencePreview.mailable > 5);
    const { campaignLaunch } = await answered<{ campaignLaunch: Done }>(page, filled(launch, { 'cmp_…': campaignPlan.campaign.id }));
    assert.deepEqual(campaignLaunch.userErrors, []);
    assert.deepEqual([elsewhere, complaints], [[], []]);
    await context.close();
  });

  it('begins with a sign-in that says what to fill in, on a phone too, and forgets it with the tab', async (t) => {
    if (!browser) return t.skip('NO BROWSER: neither the packaged Chromium nor an installed one runs on this machine');
    const page = await open({ viewport: { width: 390, height: 844 }, isMobile: true });
    await page.locator('.graphiql-query-editor .monaco-editor').click();
    await page.keyboard.press('ControlOrMeta+Enter');
    await eventually(async () => (await shown(page)).includes('userErrors'), 'the refusal to be shown');
    const { width, height } = (await page.locator('.graphiql-response').boundingBox())!;
    assert.ok(width > 250 && height > 250, `The answer pane is ${width} x ${height}.`);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.equal(new URL(page.url()).search, '');
    await context.close();
  });
});
