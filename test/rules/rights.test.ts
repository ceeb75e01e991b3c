/** What roles give, and that nobody gives more than they hold. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { modules } from '../../src/crm/modules.ts';
import { excess, permissionsOf, rightsOf, unhideableFields, unknownPermissions, type RoleTerms } from '../../src/crm/identity/rights.ts';
import { catalogueOf, type Catalogue } from '../../src/kernel/module.ts';

const catalogue: Catalogue = {
  permissions: new Map([
    ['tea:brew', { description: 'Brew.', roles: ['agent', 'supervisor'] }],
    ['tea:taste', { description: 'Taste.', roles: ['agent', 'readOnly'] }],
    ['tea:spill', { description: 'Spill.', roles: [] }],
  ]),
  hideable: new Set(['Tea.price', 'Tea.recipe']),
  reactions: new Map(),
  jobs: new Map(),
};
const role = (terms: Partial<RoleTerms>): RoleTerms => ({ builtIn: null, permissions: [], reach: 'OWN', hiddenFields: [], ...terms });

describe('a built-in role', () => {
  it('holds what the modules list for it, the administrator everything', () => {
    assert.deepEqual(permissionsOf(role({ builtIn: 'AGENT' }), catalogue), ['tea:brew', 'tea:taste']);
    assert.deepEqual(permissionsOf(role({ builtIn: 'READ_ONLY' }), catalogue), ['tea:taste']);
    assert.deepEqual(permissionsOf(role({ builtIn: 'SELLER' }), catalogue), []);
    assert.deepEqual(permissionsOf(role({ builtIn: 'ADMINISTRATOR' }), catalogue), ['tea:brew', 'tea:spill', 'tea:taste']);
  });
  it('is not widened by what its row might list', () => {
    assert.deepEqual(permissionsOf(role({ builtIn: 'READ_ONLY', permissions: ['tea:spill'] }), catalogue), ['tea:taste']);
  });
});

describe('several roles', () => {
  it('add their permissions, and the widest reach counts', () => {
    const { permissions, reach } = rightsOf([role({ permissions: ['tea:brew'], reach: 'TEAM' }), role({ permissions: ['tea:spill', 'gone:away'] })], catalogue);
    assert.deepEqual([...permissions], ['tea:brew', 'tea:spill']);
    assert.equal(reach, 'TEAM');
  });
  it('hide only what all of them hide', () => {
    const hiding = role({ hiddenFields: ['Tea.price', 'Tea.recipe'] });
    assert.deepEqual([...rightsOf([hiding, role({ hiddenFields: ['Tea.recipe'] })], catalogue).hidden], ['Tea.recipe']);
    assert.deepEqual([...rightsOf([hiding, role({})], catalogue).hidden], []);
  });
  it('when there are none, give nothing', () => {
    assert.deepEqual(rightsOf([], catalogue), { permissions: new Set(), reach: 'OWN', hidden: new Set(['Tea.price', 'Tea.recipe']) });
  });
});

describe('giving', () => {
  const giver = rightsOf([role({ permissions: ['tea:brew'], reach: 'TEAM', hiddenFields: ['Tea.price'] })], catalogue);
  it('what one holds is allowed', () => {
    assert.equal(excess(rightsOf([role({ permissions: ['tea:brew'], hiddenFields: ['Tea.price', 'Tea.recipe'] })], catalogue), giver), null);
  });
  it('more is told: permissions, reach, sight', () => {
    const wanted = (terms: Partial<RoleTerms>) => excess(rightsOf([role({ hiddenFields: ['Tea.price'], ...terms })], catalogue), giver);
    assert.equal(wanted({ permissions: ['tea:spill', 'tea:taste'] }), 'the permissions `tea:spill`, `tea:taste`');
    assert.equal(wanted({ reach: 'ALL' }), 'the reach ALL');
    assert.equal(wanted({ hiddenFields: [] }), 'the sight of Tea.price');
  });
  it('never widens: whoever holds what was given holds no more than the giver', () => {
    const terms = fc.record({
      permissions: fc.subarray([...catalogue.permissions.keys()]), hiddenFields: fc.subarray([...catalogue.hideable]),
      reach: fc.constantFrom('OWN' as const, 'TEAM' as const, 'ALL' as const),
    });
    fc.assert(fc.property(terms, terms, (mine, given) => {
      const held = rightsOf([role(mine)], catalogue);
      if (excess(rightsOf([role(given)], catalogue), held) !== null) return;
      assert.deepEqual(rightsOf([role(mine), role(given)], catalogue), held);
    }));
  });
});

describe('definitions', () => {
  it('of permissions that do not exist are refused, each at its place', () => {
    assert.deepEqual(unknownPermissions(['tea:brew', 'tea:drink'], catalogue).map(({ code, field }) => ({ code, field })), [{ code: 'UNKNOWN_PERMISSION', field: ['permissions', '1'] }]);
    assert.deepEqual(unhideableFields(['Tea.price', 'Tea.name'], catalogue).map(({ field }) => field), [['hiddenFields', '1']]);
  });
  it('the catalogue of the product has every permission once, and some field that may be hidden', () => {
    const { permissions, hideable } = catalogueOf(modules);
    assert.equal(permissions.size, modules.flatMap((module) => Object.keys(module.permissions)).length);
    for (const name of permissions.keys()) assert.match(name, /^[a-z][A-Za-z]*:[a-z][A-Za-z]*$/);
    assert.ok(hideable.size > 0);
  });
});
