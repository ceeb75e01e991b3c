import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Entity } from '../../src/kernel/entity.ts';
import type { Order } from '../../src/kernel/model.ts';
import { encodeCursor, windowOf, WrongPage } from '../../src/kernel/pages.ts';

const order: Order = { field: 'name', direction: 'asc', description: 'By name.' };
const row = (name: unknown, id: string) => ({ name, id }) as unknown as Entity;

test('a cursor carries its place, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.uuid(), (name, id) => {
    const { after } = windowOf({ first: 1, after: encodeCursor('NAME_ASC', order, row(name, id)) }, 'NAME_ASC');
    assert.deepEqual(after, [name.toWellFormed(), id]);
  }));
});

test('a cursor of another order, or of nobody, is told', () => {
  const cursor = encodeCursor('NAME_ASC', order, row('a', '01a20257-b052-7ef7-812e-349efc715cc6'));
  assert.throws(() => windowOf({ after: cursor }, 'CREATED_DESC'), WrongPage);
  fc.assert(fc.property(fc.string(), (text) => assert.throws(() => windowOf({ after: text }, 'NAME_ASC'), WrongPage)));
});

test('a page holds 1 to 100 items from one end', () => {
  assert.equal(windowOf({}, 'A').size, 20);
  assert.deepEqual(windowOf({ last: 7 }, 'A'), { size: 7, backwards: true, after: null, before: null });
  for (const args of [{ first: 0 }, { first: -1 }, { first: 101 }, { last: 0 }, { first: 1, last: 1 }]) {
    assert.throws(() => windowOf(args, 'A'), WrongPage);
  }
});
