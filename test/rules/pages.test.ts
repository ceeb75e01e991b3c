import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Entity } from '../../src/kernel/entity.ts';
import type { FieldKind } from '../../src/kernel/fields.ts';
import type { Order } from '../../src/kernel/model.ts';
import { encodeCursor, windowOf, WrongPage } from '../../src/kernel/pages.ts';

const order: Order = { field: 'name', direction: 'asc', description: 'By name.' };
const row = (name: unknown, id: string) => ({ name, id }) as unknown as Entity;

test('a cursor carries its place, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')), fc.uuid(), (name, id) => {
    const { after } = windowOf({ first: 1, after: encodeCursor('NAME_ASC', order, row(name, id)) }, 'NAME_ASC', 'text');
    assert.deepEqual(after, [name.toWellFormed(), id]);
  }));
});

test('a cursor of another order, or of nobody, is told', () => {
  const cursor = encodeCursor('NAME_ASC', order, row('a', '01a20257-b052-7ef7-812e-349efc715cc6'));
  assert.throws(() => windowOf({ after: cursor }, 'CREATED_DESC', 'moment'), WrongPage);
  fc.assert(fc.property(fc.string(), (text) => assert.throws(() => windowOf({ after: text }, 'NAME_ASC', 'text'), WrongPage)));
});

test('a cursor whose place cannot be compared with the column is told, too', () => {
  const places: [FieldKind, unknown[]][] = [
    ['text', [null, 1, true, 'a\0b']], ['number', [null, '1', 1.5, 2 ** 31, 1e300]], ['day', [null, 1, 'x', '2026-02-30', '0000-01-01']],
    ['moment', [null, '2026-01-01', 1.5, 1e300, Date.parse('9999-12-31T23:59:59.999Z') + 1]], ['id', [null, 1, 'x', '-'.repeat(36)]],
  ];
  for (const [kind, values] of places) for (const value of values) {
    const after = encodeCursor('A', order, row(value, '01a20257-b052-7ef7-812e-349efc715cc6'));
    assert.throws(() => windowOf({ after }, 'A', kind), WrongPage, `${kind} ${String(value)}`);
  }
  const noRecord = encodeCursor('A', order, row('a', '-'.repeat(36)));
  assert.throws(() => windowOf({ after: noRecord }, 'A', 'text'), WrongPage);
});

test('a page holds 1 to 100 items from one end', () => {
  assert.equal(windowOf({}, 'A', 'text').size, 20);
  assert.deepEqual(windowOf({ last: 7 }, 'A', 'text'), { size: 7, backwards: true, after: null, before: null });
  for (const args of [{ first: 0 }, { first: -1 }, { first: 101 }, { last: 0 }, { first: 1, last: 1 }]) {
    assert.throws(() => windowOf(args, 'A', 'text'), WrongPage);
  }
});
