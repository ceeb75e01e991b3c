/** What a statement leaves open until it is known who asks: its text is one for all, its values are theirs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ContactPoint } from '../../src/crm/customers/contact-point.ts';
import { Customer } from '../../src/crm/customers/customer.ts';
import { reachOf, systemActor, type Actor } from '../../src/kernel/actor.ts';
import { modelOf } from '../../src/kernel/model.ts';
import { Param, type Predicate } from '../../src/kernel/predicates.ts';
import { condition } from '../../src/platform/database/condition.ts';
import { Values } from '../../src/platform/database/statement.ts';

const asker = (id: string, teams: string[]): Actor => ({ ...systemActor('tenant'), id, teams });

function compiled(model: typeof Customer | typeof ContactPoint, predicate: Predicate) {
  const values = new Values();
  return { text: condition(modelOf(model), predicate, 't', values), of: (who: Actor) => values.of(who) };
}

describe('reach', () => {
  it('is a matter of the level; who asks comes later', () => {
    const { text, of } = compiled(Customer, reachOf(modelOf(Customer), 'TEAM'));
    assert.equal(text, '(t."owner_id" = $1::uuid or t."team_id" = any($2::uuid[]))');
    assert.deepEqual(of(asker('ada', ['a', 'b'])), ['ada', ['a', 'b']]);
    assert.deepEqual(of(asker('bob', [])), ['bob', []]);
  });

  it('of a part is that of its whole', () => {
    const { text, of } = compiled(ContactPoint, reachOf(modelOf(ContactPoint), 'OWN'));
    assert.equal(text, `(coalesce((select (tp."owner_id" = $1::uuid) from "customer" tp where tp.id = t."customer_id"), false))`);
    assert.deepEqual(of(asker('ada', ['a'])), ['ada']);
  });

  it('of everything asks nothing', () => {
    assert.equal(compiled(Customer, reachOf(modelOf(Customer), 'ALL')).text, 'true');
  });
});

describe('a param', () => {
  it('may be changed before it is known', () => {
    const { text, of } = compiled(Customer, { field: 'name', is: 'startsWith', value: new Param(({ id }) => id) });
    assert.equal(text, '(t."name" collate "C" >= $1::text and ($2::text is null or t."name" collate "C" < $2::text))');
    assert.deepEqual(of(asker('Ada', [])), ['Ada', 'Adb']);
    assert.deepEqual(of(asker('', [])), ['', null]);
  });
});
