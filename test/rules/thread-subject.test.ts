/** Subjects lose what answering, forwarding and mailing lists add, in whatever language. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { threadSubject } from '../../src/crm/interactions/thread-subject.ts';

describe('an answer is known by its mark', () => {
  for (const subject of [
    'Re: Wycena regału', 'RE: wycena  regału', 'Re[2]: Wycena regału', 'RE (3): Wycena regału', 'Re^2: Wycena regału', 'AW: Wycena regału', 'WG: AW: Wycena regału',
    'Odp: Wycena regału', 'Odp.: Wycena regału', 'ODP : Wycena regału', 'PD: Wycena regału', 'Fwd: Wycena regału', 'FW: Re: Wycena regału', 'Antw: Wycena regału', 'SV: Wycena regału',
    'VS: Wycena regału', '回复：Wycena regału', '答复: Wycena regału', '转发：回复： Wycena regału', '回复[2]: Wycena regału', 'Re: [sales] Wycena regału', '[sales] Re: [sales] AW: Wycena regału',
    'PŘ: Wycena regału', 'TR: Wycena regału', '[Fwd: Wycena regału]', 'Wycena regału (fwd)', 'Re：Wycena regału', ' re:wycena regału ',
  ]) {
    test(subject, () => assert.deepEqual(threadSubject(subject), { key: 'wycena regału', isReply: true, isGeneric: false }));
  }
});

describe('a first mail has none', () => {
  for (const [subject, key] of [
    ['Wycena regału', 'wycena regału'], ['[sales] Wycena regału', 'wycena regału'], ['Reklamacja: regał', 'reklamacja: regał'],
    ['Regarding: shelves', 'regarding: shelves'], ['[URGENT]', '[urgent]'], ['Vs. the others', 'vs. the others'], ['询价：货架五十个', '询价:货架五十个'],
  ] as const) {
    test(subject, () => assert.deepEqual(threadSubject(subject), { key, isReply: false, isGeneric: false }));
  }
});

test('a subject that says nothing joins nothing', () => {
  for (const subject of ['', 'Re:', 'Re: hi', 'AW: Frage', 'Odp: Zapytanie', 'Re: (no subject)', '回复：你好', 'Re: order!', 'Re: ok']) {
    assert.equal(threadSubject(subject).isGeneric, true, subject);
  }
  assert.equal(threadSubject('回复：货架报价').isGeneric, false);
});

test('marks put on top never change the key', () => {
  const marks = fc.array(fc.constantFrom('Re: ', 'AW: ', 'Odp: ', 'Fwd:', 'RE[4]: ', '回复：', '[list] '), { maxLength: 6 });
  fc.assert(fc.property(marks, fc.stringMatching(/^[a-z]{3,10}( [a-z]{3,10}){1,4}$/), (prefix, subject) => {
    assert.equal(threadSubject(prefix.join('') + subject).key, threadSubject(subject).key);
  }));
});

test('any text has a key, and the key of a key is itself', () => {
  const piece = fc.constantFrom('re:', 'Fwd', ':', '：', '[', ']', '(fwd)', ' ', '[a] ', '回复', 'R', 'i', 'x', '[3]', '.');
  fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 }))).map((pieces) => pieces.join('')), (subject) => {
    const { key } = threadSubject(subject);
    assert.deepEqual(threadSubject(key).key, key);
    assert.equal(threadSubject(key).isReply, false);
  }));
});
