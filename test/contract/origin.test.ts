/** Every field that a word of the kernel made says which, so that nobody needs to know it by its name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isObjectType, type GraphQLField } from 'graphql';
import { modules } from '../../src/crm/modules.ts';
import { buildSchema } from '../../src/platform/graphql/schema.ts';

const { schema, models } = buildSchema(modules);
const fieldsOf = (type: string): GraphQLField<unknown, unknown>[] => {
  const found = schema.getType(type);
  return isObjectType(found) ? Object.values(found.getFields()) : [];
};

/** In a word: `field email`, `children Customer by owner`, `operation customers`. */
function told({ extensions: { from } }: GraphQLField<unknown, unknown>): string {
  if (!from) return 'nothing';
  if ('field' in from) return `field ${from.field.name}`;
  if ('children' in from) return `children ${from.children.name} by ${from.by.name}`;
  return 'operation' in from ? `operation ${from.operation.name}` : `page of ${from.pageOf.name}`;
}

test('fields of models are their own, those of their children, or of an operation', () => {
  const wrong: string[] = [];
  for (const model of models.values()) {
    const own = new Set(model.fields.filter(({ description, kind }) => description !== null && kind !== 'hasMany').map(({ name }) => name));
    for (const field of fieldsOf(model.name)) {
      const from = told(field);
      const right = own.has(field.name) ? from === `field ${field.name}` : from.startsWith('children ') || from === `operation ${field.name}`;
      if (!right) wrong.push(`${model.name}.${field.name} is from ${from}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.equal(told(fieldsOf('User').find(({ name }) => name === 'customers') as GraphQLField<unknown, unknown>), 'children Customer by owner');
});

test('fields of connections and their edges are parts of a page', () => {
  const wrong = [...models.values()].flatMap(({ name }) => ['Connection', 'Edge'].flatMap((end) => fieldsOf(name + end)
    .filter((field) => told(field) !== `page of ${name}`).map((field) => `${name}${end}.${field.name}`)));
  assert.deepEqual(wrong, []);
});

test('queries are operations, but for those of the platform itself', () => {
  const others = fieldsOf('Query').filter((field) => told(field) !== `operation ${field.name}`).map(({ name }) => name);
  assert.deepEqual(others.sort(), ['events', 'node', 'nodes', 'position']);
});
