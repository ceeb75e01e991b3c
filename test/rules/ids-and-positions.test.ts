import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeId, encodeId, NO_RECORD, splitId } from '../../src/kernel/ids.ts';
import { modelOf } from '../../src/kernel/model.ts';
import { decodePosition, encodePosition } from '../../src/kernel/position.ts';
import { Customer } from '../../src/crm/customers/customer.ts';
import { User } from '../../src/crm/identity/user.ts';

const customer = modelOf(Customer);
const user = modelOf(User);
const uuid = fc.uuid();
const place = fc.record({ epoch: fc.integer({ min: 1, max: 0xffffff }), seq: fc.integer({ min: 0, max: 2 ** 52 }) }, { noNullPrototype: true });

test('an id comes back as it was, and only under its own type', () => {
  fc.assert(fc.property(uuid, (id) => {
    const shown = encodeId(customer, id);
    assert.match(shown, /^cus_[0-9a-f]{32}$/);
    assert.equal(decodeId(customer, shown), id);
    assert.equal(decodeId(user, shown), NO_RECORD);
    assert.deepEqual(splitId(shown), { prefix: 'cus', id });
  }));
});

test('whatever is no id of ours stands for no record', () => {
  fc.assert(fc.property(fc.string(), (text) => assert.equal(decodeId(customer, text), NO_RECORD)));
  assert.equal(decodeId(customer, `cus_${'A'.repeat(32)}`), NO_RECORD);
});

test('a position comes back as it was, and not to another organisation', () => {
  const [ours, theirs] = [randomUUIDv7(), randomUUIDv7()];
  fc.assert(fc.property(place, (position) => {
    const text = encodePosition(ours, position);
    assert.deepEqual(decodePosition(ours, text), position);
    assert.equal(decodePosition(theirs, text), 'foreign');
  }));
  fc.assert(fc.property(fc.string(), (text) => assert.equal(decodePosition(ours, text), null)));
});

test('positions of an organisation sort as text as they lie in the stream', () => {
  const tenant = randomUUIDv7();
  fc.assert(fc.property(place, place, (a, b) => {
    const order = a.epoch - b.epoch || a.seq - b.seq;
    const [first, second] = [encodePosition(tenant, a), encodePosition(tenant, b)];
    assert.equal(Math.sign(order), first < second ? -1 : first > second ? 1 : 0);
  }));
});
