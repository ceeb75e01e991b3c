/**
 * A computed field reads nothing but what it says it needs: a compiled read fetches just that. Each getter
 * is run over a record that has only those fields, with every mixture of what they may hold.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modules } from '../../src/crm/modules.ts';
import { choicesSpec } from '../../src/kernel/choices.ts';
import type { FieldSpec } from '../../src/kernel/fields.ts';
import { modelOf, type ModelSpec } from '../../src/kernel/model.ts';
import { Money } from '../../src/kernel/values/money.ts';

const at = new Date('2026-01-31T12:00:00Z');

/** What a field may hold, as far as it can make a getter read further. */
function examples(field: FieldSpec): unknown[] {
  const held = field.choices ? Object.keys(choicesSpec(field.choices).values) : ({
    id: ['00000000-0000-7000-8000-000000000001'], text: ['Text', ''], flag: [true, false], number: [0, 1], moment: [at, new Date(at.getTime() + 1)],
    day: ['2026-01-31'], decimal: ['1.5', '0'], money: [new Money(150n, 'EUR'), new Money(0n, 'EUR')], belongsTo: [{ id: '00000000-0000-7000-8000-000000000001' }], object: [{}], filter: [], node: [], hasMany: [], choice: [], computed: [],
  } satisfies Record<FieldSpec['kind'], unknown[]>)[field.kind];
  return [...(field.list ? [[], held] : held), ...(field.optional ? [null] : [])];
}

/** At most some thousands: texts beyond the first few are only filled or unset. */
function mixtures(fields: readonly FieldSpec[]): Record<string, unknown>[] {
  return fields.reduce<Record<string, unknown>[]>((mixed, field) => {
    const values = examples(field);
    const few = mixed.length * values.length > 5000 ? values.slice(-2) : values;
    return mixed.flatMap((one) => few.map((value) => ({ ...one, [field.name]: value })));
  }, [{}]);
}

function readOver(model: ModelSpec, field: FieldSpec, held: Record<string, unknown>): unknown {
  const record = new Proxy(Object.assign(Object.create(model.type.prototype as object) as object, held), {
    get(target, name, receiver) {
      const other = model.fields.some((candidate) => candidate.name === name && candidate !== field) && !(String(name) in held);
      if (other) throw new Error(`${model.name}.${field.name} reads ${String(name)}, which is not among its needs: ${field.needs.join(', ')}`);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  return (record as Record<string, unknown>)[field.name];
}

const computed = modules.flatMap((module) => module.models.map(modelOf))
  .flatMap((model) => model.fields.filter(({ kind }) => kind === 'computed').map((field) => ({ model, field })));

for (const { model, field } of computed) {
  test(`${model.name}.${field.name} reads only what it needs`, () => {
    for (const held of mixtures(field.needs.map((name) => model.field(name)))) readOver(model, field, held);
  });
  test(`${model.name}.${field.name} needs all that it says`, () => {
    for (const left of field.needs) {
      const needs = field.needs.filter((name) => name !== left);
      assert.throws(() => mixtures(needs.map((name) => model.field(name))).forEach((held) => readOver(model, field, held)), `${left} is never read`);
    }
  });
}
