/**
 * Reads that are compiled to statements answer as the plain path does, to the byte: random documents over the whole
 * schema, random askers, and the same request to two nodes. RAPPORT_SEED runs the cases of an earlier run again.
 */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, it } from 'node:test';
import { unplanned } from './answers.ts';
import { Coverage } from './coverage.ts';
import { everyField } from './every-field.ts';
import { firstDifference, TwoNodes } from './two-nodes.ts';

/** Each is asked four times. */
const CASES = 80;
/** Root fields whose resolvers read by themselves. */
const IN_CODE = new Set([
  'position', 'events', 'viewer', 'pipelineBoard', 'holidayRegions', 'holidays', 'dueTime', 'businessTime', 'serviceLevelAttainment', 'savedReplyPreview',
  'mailTemplatePreview', 'senderCheck',
]);
const seed = Number(process.env['RAPPORT_SEED'] ?? randomInt(2 ** 31));
const again = `RAPPORT_SEED=${seed}`;

let nodes: TwoNodes;
let coverage: Coverage;
before(async () => {
  nodes = await TwoNodes.start({ seed, people: 1 });
  coverage = new Coverage(nodes.app.app.schema);
}, { timeout: 300_000 });
after(() => nodes.stop());

it('every field of every type is answered alike', { timeout: 300_000 }, async () => {
  const askers = nodes.askers.filter(({ name, user }) => name === 'administrator' || user);
  assert.deepEqual(new Set(askers.map(({ reach }) => reach)), new Set(['ALL', 'TEAM', 'OWN']));
  for (const asked of everyField(nodes.app.app.schema, nodes.corpora[0])) for (const asker of askers) {
    const compared = await nodes.compareCase(asked, asker);
    coverage.count(compared);
    if (compared.wrong !== null) assert.fail(compared.wrong);
  }
  assert.deepEqual(coverage.unreached, []);
});

it('what is read by words of the kernel is compiled', async () => {
  const [administrator] = nodes.askers;
  for (const asked of everyField(nodes.app.app.schema, nodes.corpora[0])) {
    const plainly = await unplanned(nodes.app.url, administrator!.credential, asked);
    assert.deepEqual(plainly.filter((field) => !IN_CODE.has(field.replace(/\..*/, ''))), [], asked.document);
  }
});

it(`whatever is asked is answered alike (${again})`, { timeout: 300_000 }, async (t) => {
  const wrong = await firstDifference(nodes, { seed, cases: CASES, shrinkMs: 20_000, seen: (compared) => coverage.count(compared) });
  t.diagnostic(coverage.told);
  if (wrong !== null) assert.fail(`${again}: ${wrong}`);
});
