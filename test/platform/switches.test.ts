/** Parts that variables switch on and off: a switch that was given null is told, also where the same document was answered before. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { startTestApp, type TestApp } from '../support/app.ts';
import { Client, type Answer } from '../support/client.ts';

let app: TestApp;
before(async () => { app = await startTestApp(); });
after(() => app.stop());

const DOCUMENTS = [
  'query ($off: Boolean = true) { users { totalCount } position @skip(if: $off) }',
  'query ($off: Boolean = true) { users { nodes { id name @skip(if: $off) } } }',
];

it('null is no switch, for the compiled path as for the plain one', async () => {
  const { administrator } = await app.tenant();
  const plain = new Client((await app.node({ planned: false })).url, administrator.credential);
  const told = ({ status, data, errors }: Answer<unknown>): object => ({ status, data, errors: errors.map(({ extensions: { code } }) => code) });
  for (const document of DOCUMENTS) {
    await administrator.ask(document, { off: false });
    const answer = told(await administrator.send(document, { off: null }));
    assert.deepEqual(answer, { status: 200, data: null, errors: ['BAD_USER_INPUT'] });
    assert.deepEqual(answer, told(await plain.send(document, { off: null })));
  }
});
