/** The rules of customers that need no database: their names, their addresses taken together, their relationships in time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AddressBook } from '../../src/crm/customers/address-book.ts';
import { ContactPoint, ContactPointKind, normalForm } from '../../src/crm/customers/contact-point.ts';
import { CustomerTag } from '../../src/crm/customers/customer-tag.ts';
import { Customer } from '../../src/crm/customers/customer.ts';
import { systemName } from '../../src/crm/customers/external-id.ts';
import { nameKey } from '../../src/crm/customers/name-key.ts';
import { overlaps, RECIPROCAL, Relationship, RelationshipType, type Period } from '../../src/crm/customers/relationship.ts';
import { choicesSpec } from '../../src/kernel/choices.ts';
import { each, Refusal } from '../../src/kernel/refusal.ts';

const customer = { id: 'c' };
const refused = (code: string) => (error: unknown): boolean => error instanceof Refusal && error.errors.some((told) => told.code === code);

describe('a customer is known', () => {
  it('by the parts of a name, put together as its language does', () => {
    const known = (details: Parameters<typeof Customer.create>[1]) => {
      const { name, sortName, greetingName } = Customer.create('PERSON', details);
      return [name, sortName, greetingName];
    };
    assert.deepEqual(known({ givenName: 'Petr', familyName: 'Novák', namePrefix: 'Ing.', nameSuffix: 'Ph.D.', addressAs: 'pane inženýre' }),
      ['Ing. Petr Novák, Ph.D.', 'Novák, Petr', 'pane inženýre']);
    assert.deepEqual(known({ givenName: 'Łucja', familyName: 'Ós' }), ['Łucja Ós', 'Ós, Łucja', 'Łucja']);
    assert.deepEqual(known({ givenName: '小明', familyName: '王' }), ['王小明', '王小明', '王小明']);
    assert.deepEqual(known({ givenName: 'Anna', familyName: 'von der Höh' }), ['Anna von der Höh', 'von der Höh, Anna', 'Anna']);
    assert.deepEqual(known({ familyName: 'Nagy', givenName: 'László', nameOrder: 'FAMILY_FIRST' }), ['Nagy László', 'Nagy, László', 'László']);
  });

  it('else by an address, until there is a name', () => {
    const nameless = Customer.create('PERSON', {}, 'anna@example.com');
    assert.equal(nameless.name, 'anna@example.com');
    nameless.update({ givenName: 'Anna' }, 'anna@example.com');
    assert.equal(nameless.name, 'Anna');
    nameless.update({ givenName: null }, 'anna@example.com');
    assert.equal(nameless.name, 'anna@example.com');
    assert.throws(() => nameless.knowBy(''), refused('NAME_REQUIRED'));
  });

  it('as a person or as an organisation, never as both', () => {
    assert.throws(() => Customer.create('PERSON', { organizationName: 'Acme' }), refused('NAME_OF_ANOTHER_KIND'));
    assert.throws(() => Customer.create('ORGANIZATION', { organizationName: 'Acme', familyName: 'Novák' }), refused('NAME_OF_ANOTHER_KIND'));
  });
});

describe('the key of a name', () => {
  it('needs no other keyboard', () => {
    for (const [name, key] of Object.entries({ 'Łódź': 'lodz', 'Müller': 'muller', 'Großmann': 'grossmann', 'ŽĎÁR': 'zdar', 'Øre, Æsa': 'ore, aesa', '王小明': '王小明' })) {
      assert.equal(nameKey(name), key);
    }
  });

  it('is bounded, whatever a character unfolds into', () => {
    assert.equal([...nameKey('ﷺ'.repeat(100))].length, 200);
    assert.equal([...nameKey('𐐀'.repeat(300))].length, 200);
  });

  it('begins with the key of each beginning of the name', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (name, cut) => {
      const letters = [...name];
      assert.ok(nameKey(name).startsWith(nameKey(letters.slice(0, cut % (letters.length + 1)).join(''))));
    }));
    assert.ok(nameKey('ΟΔΟΣΑ').startsWith(nameKey('ΟΔΟΣ')));
  });
});

describe('an address', () => {
  const forms: [ContactPointKind, string, string, string][] = [
    ['EMAIL', 'Anna@Example.COM', 'Anna@example.com', 'anna@example.com'],
    ['PHONE', '601 234 567', '+48601234567', '+48601234567'],
    ['HANDLE', 'Telegram: @Anna_S', 'telegram:Anna_S', 'telegram:anna_s'],
    ['POSTAL', 'Rynek 1,\n50-001 Wrocław', 'Rynek 1,\n50-001 Wrocław', 'rynek 1 50 001 wrocław'],
  ];

  it('has one normal form', () => {
    for (const [kind, raw, value, key] of forms) assert.deepEqual(normalForm(kind, raw, 'PL'), { value, key });
  });

  it('says what is wrong with it', () => {
    const wrong: [ContactPointKind, string, string][] = [
      ['EMAIL', 'anna', 'INVALID_EMAIL_ADDRESS'], ['PHONE', '12', 'INVALID_PHONE_NUMBER'], ['PHONE', '+999 1', 'INVALID_PHONE_NUMBER'],
      ['HANDLE', 'anna', 'INVALID_HANDLE'], ['HANDLE', 'telegram:', 'INVALID_HANDLE'], ['HANDLE', 'telegram:@', 'INVALID_HANDLE'],
      ['POSTAL', ' , \n.', 'INVALID_POSTAL_ADDRESS'],
    ];
    for (const [kind, raw, code] of wrong) assert.throws(() => normalForm(kind, raw, 'PL'), refused(code), raw);
  });
});

describe('the addresses of one customer', () => {
  const point = (raw: string): ContactPoint => ContactPoint.create(customer, raw.includes('@') ? 'EMAIL' : 'HANDLE', raw, null);

  it('are never twice the same, and at most fifty', () => {
    const book = new AddressBook([point('anna@example.com')]);
    assert.throws(() => book.add(point('ANNA@example.com')), refused('CONTACT_POINT_TAKEN'));
    const other = new AddressBook([point('anna@example.com')]);
    const second = other.add(point('b@example.com'));
    assert.throws(() => other.rewrite(second, 'Anna@example.com', null), refused('CONTACT_POINT_TAKEN'));
    const full = new AddressBook(Array.from({ length: 50 }, (_, i) => point(`a${i}@example.com`)));
    assert.throws(() => full.add(point('b@example.com')), refused('TOO_MANY_CONTACT_POINTS'));
  });

  it('have one primary of each kind, whatever is done to them', () => {
    const step = fc.record({ what: fc.constantFrom('add', 'remove', 'primary'), mail: fc.boolean(), which: fc.nat(20) });
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const book = new AddressBook();
      let points: ContactPoint[] = [];
      steps.forEach(({ what, mail, which }, i) => {
        const chosen = points[which % (points.length || 1)];
        if (what === 'add') points.push(book.add(point(mail ? `a${i}@example.com` : `telegram:a${i}`)));
        else if (chosen && what === 'primary') book.makePrimary(chosen);
        else if (chosen) {
          book.remove(chosen);
          points = points.filter((other) => other !== chosen);
        }
        assert.equal(book.first, points[0]?.value ?? '');
        for (const kind of [ContactPointKind.EMAIL, ContactPointKind.HANDLE]) {
          const ofKind = points.filter((other) => other.kind === kind);
          assert.equal(ofKind.filter(({ primary }) => primary).length, Math.min(1, ofKind.length));
        }
      });
    }));
  });
});

describe('tags', () => {
  it('are given once, whatever their case, and at most fifty', () => {
    const first = CustomerTag.missing(customer, ['VIP', 'vip', 'b2b'], []);
    assert.deepEqual(first.map(({ name }) => name), ['VIP', 'b2b']);
    assert.deepEqual(CustomerTag.missing(customer, ['Vip', 'new'], first).map(({ name }) => name), ['new']);
    assert.throws(() => CustomerTag.missing(customer, Array.from({ length: 49 }, (_, i) => `t${i}`), first), refused('TOO_MANY_TAGS'));
  });
});

describe('the name of another system', () => {
  it('is written in one way', () => {
    assert.equal(systemName('Webshop.PL'), 'webshop.pl');
    for (const raw of ['', 'a b', '.a', 'a..b', 'účetnictví']) assert.throws(() => systemName(raw), refused('INVALID_SYSTEM'), raw);
  });
});

describe('a relationship', () => {
  const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2020-02-15'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const period = fc.record({ sinceOn: fc.option(day), untilOn: fc.option(day) })
    .filter(({ sinceOn, untilOn }) => !sinceOn || !untilOn || sinceOn <= untilOn);

  it('reads the same from the other side of the other side', () => {
    for (const type of Object.keys(choicesSpec(RelationshipType).values) as RelationshipType[]) assert.equal(RECIPROCAL[RECIPROCAL[type]], type);
    const [anna, acme] = [Customer.create('PERSON', { givenName: 'Anna' }), Customer.create('ORGANIZATION', { organizationName: 'Acme' })];
    const [one, other] = Relationship.between(anna, 'EMPLOYEE_OF', acme, { role: 'Buyer', sinceOn: '2020-01-01', untilOn: null });
    assert.deepEqual([one.from, one.type, one.to, one.role], [anna, 'EMPLOYEE_OF', acme, 'Buyer']);
    assert.deepEqual([other.from, other.type, other.to, other.role, other.pair], [acme, 'EMPLOYER_OF', anna, 'Buyer', one.pair]);
    assert.throws(() => one.end('2019-12-31'), refused('PERIOD_ENDS_BEFORE_IT_BEGINS'));
  });

  it('overlaps another when they share a day', () => {
    const holds = ({ sinceOn, untilOn }: Period, on: string): boolean => (!sinceOn || sinceOn <= on) && (!untilOn || on <= untilOn);
    const days = Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2019, 11, 25 + i)).toISOString().slice(0, 10));
    fc.assert(fc.property(period, period, (one, other) => {
      assert.equal(overlaps(one, other), days.some((on) => holds(one, on) && holds(other, on)));
    }));
  });
});

describe('a rule on a list', () => {
  it('tells all refusals at once, each with its path, and no other error', () => {
    const odd = (n: number): number => {
      if (n % 2 === 0) throw new Refusal('EVEN', 'Even.', n === 0 ? {} : { field: ['value'] });
      return n;
    };
    assert.deepEqual(each('numbers', [1, 3], odd), [1, 3]);
    assert.throws(() => each('numbers', [1, 2, 0], odd), (error: unknown) => {
      assert.ok(error instanceof Refusal);
      assert.deepEqual(error.errors.map(({ field }) => field), [['numbers', '1', 'value'], ['numbers', '2']]);
      return true;
    });
    assert.throws(() => each('numbers', [1], () => { throw new TypeError('bug'); }), TypeError);
  });
});
