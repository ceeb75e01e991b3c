/** A preview says what its writer wrote. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { previewOf } from '../../src/crm/interactions/preview.ts';

for (const [what, text, preview] of [
  ['its first words on one line', 'Hello,\n\nwhere is\tmy parcel?\n', 'Hello, where is my parcel?'],
  ['without what is quoted and how it is introduced', 'On Mon, 3 Feb 2025 Anna <anna@example.com> wrote:\n> Hello\n>> x\n\nIt is on its way.', 'It is on its way.'],
  ['also when the introduction is broken over two lines', 'Dne po 3. 2. 2025 Anna Nowak\n<anna@example.com> napsal(a):\n> x\nDobrý den', 'Dobrý den'],
  ['in Chinese', '张伟 写道：\n> 你好\n收到了', '收到了'],
  ['without the message that is answered below', 'Thanks!\n\n-----Original Message-----\nFrom: Anna\nHello', 'Thanks!'],
  ['without a signature or the footer of a list', 'Isaac is right.\n-- \nJan\n__________\nusrp-users mailing list', 'Isaac is right.'],
  ['what is quoted when there is nothing else', '> Hello', '> Hello'],
  ['nothing of nothing', ' \n\t', null],
] as const) {
  test(`it is ${what}`, () => assert.equal(previewOf(text), preview));
}

test('it is short, and of whole characters', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
    const preview = previewOf(text) ?? '';
    assert.ok(preview.length <= 200);
    assert.ok(!text.isWellFormed() || preview.isWellFormed());
  }));
});
