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
const section = readme.split('\n## ').find((text) => text.startsWith('A tour in five documents')) ?? '';
const tour = [...section.matchAll(/```graphql\n(.*?)```(?:\s*```json\n(.*?)```)?/gs)].map(([, document = '', variables = '']) => ({ document, variables }));

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
async function take(page: Page, { document, variables }: { document: string; variables: string }): Promise<void> {
  await page.locator('.graphiql-tab-add').click();
  await paste(page, '.graphiql-query-editor', document);
  const [, name = ''] = /^\w+ (\w+)/.exec(document) ?? [];
  await page.locator('.graphiql-tab-active', { hasText: name }).waitFor(); // GraphiQL reads what is written with a delay
  await page.getByRole('button', { name: 'Variables' }).click();
  if (variables) await paste(page, '.graphiql-editor-tool .graphiql-editor:not(.hidden)', variables);
  await page.locator('.graphiql-query-editor .monaco-editor').click();
  await page.keyboard.press('ControlOrMeta+Enter');
}

/** What the answer pane shows, as far as it fits. */
async function shown(page: Page): Promise<string> {
  const lines = await page.locator('.graphiql-response .view-lines').innerText();
  return lines.replaceAll('\u00a0', ' ');
}

describe('the tour of the README', () => {
  it('has five documents', () => assert.equal(tour.length, 5));

  it('works as pasted into GraphiQL, and nothing comes from elsewhere', async (t) => {
    if (!browser) return t.skip('NO BROWSER: neither the packaged Chromium nor an installed one runs on this machine');
    const page = await open({ viewport: { width: 1280, height: 1600 } });
    const [signIn, customer, logCall, events, follow] = tour as [typeof tour[0], typeof tour[0], typeof tour[0], typeof tour[0], typeof tour[0]];
    const answered = async (step: typeof signIn): Promise<Record<string, unknown>> => {
      // Not the page's own asking for the schema, which may still be under way.
      const theirs = page.waitForResponse((one) => one.url() === `${test.url}/graphql` && !one.request().postData()?.includes('IntrospectionQuery'));
      const [response] = await Promise.all([theirs, take(page, step)]);
      const { data, errors } = await response.json() as { data: Record<string, unknown>; errors?: unknown };
      assert.equal(errors, undefined, JSON.stringify(errors));
      return data;
    };

    const signedIn = await answered(signIn) as { signIn: { accessToken: string; userErrors: unknown[] } };
    assert.deepEqual(signedIn.signIn.userErrors, []);

    const found = await answered(customer) as { position: string; customers: { nodes: { id: string; timeline: { nodes: unknown[] } }[] } };
    const [{ id, timeline } = assert.fail('The customer of the tour is not in the demo.')] = found.customers.nodes;
    assert.ok(timeline.nodes.length > 0);
    await eventually(async () => (await shown(page)).includes(id), 'the answer to be shown');

    const call = { ...logCall, variables: logCall.variables.replace('cus_…', id) };
    assert.notEqual(call.variables, logCall.variables);
    const logged = await answered(call) as { interactionLog: { interaction: { id: string }; userErrors: unknown[] } };
    assert.deepEqual(logged.interactionLog.userErrors, []);

    const now = await answered(events) as { events: { changes: unknown[] } };
    assert.deepEqual(now.events.changes, []);
    const since = await answered({ ...events, variables: events.variables.replace('null', JSON.stringify(found.position)) }) as { events: { changes: { subject: { id: string } }[] } };
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
    await take(page, { ...follow, variables: follow.variables.replace('null', JSON.stringify(found.position)) });
    await eventually(async () => (await shown(page)).includes(data.interactionLog.interaction.id), 'the resumed stream to catch up');

    assert.deepEqual(elsewhere, []);
    assert.deepEqual(complaints, []);
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
