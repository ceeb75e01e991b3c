/** A query that answers with a page returns it as it was asked, unawaited: so it can be compiled. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modules } from '../../src/crm/modules.ts';
import { systemActor } from '../../src/kernel/actor.ts';
import type { Context } from '../../src/kernel/context.ts';
import type { ModelClass } from '../../src/kernel/fields.ts';
import { modelOf } from '../../src/kernel/model.ts';
import { operationsOf } from '../../src/kernel/operations.ts';
import { Reading } from '../../src/kernel/reading.ts';
import { Reader } from '../../src/platform/reading/reader.ts';

const reader = new Reader(() => assert.fail('no statement is sent for a question'), systemActor('00000000-0000-7000-8000-000000000001'));
const context = {
  actor: reader.actor, now: () => new Date(),
  find: reader.find.bind(reader), page: reader.page.bind(reader),
} as unknown as Context;

for (const resolver of modules.flatMap((module) => module.resolvers)) {
  for (const { kind, name, type } of operationsOf(resolver)) {
    if (kind !== 'query' || typeof type !== 'object' || !('pageOf' in type)) continue;
    const model = modelOf(type.pageOf as ModelClass);
    test(`${name} asks for a page of ${model.name}`, () => {
      const method = resolver[name as keyof typeof resolver] as (args: object, context: Context) => unknown;
      const asked = method.call(resolver, {}, context);
      assert.ok(asked instanceof Reading);
      assert.equal(asked.question.model, model);
    });
  }
}
