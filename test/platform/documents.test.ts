/** What was understood is kept within a bound, and nothing of what was refused. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { buildSchema } from 'graphql';
import { createDocuments } from '../../src/platform/http/documents.ts';
import { DEFAULT_LIMITS } from '../../src/platform/http/limits.ts';

const documents = createDocuments(buildSchema('type Query { name: String }'), DEFAULT_LIMITS);

it('a document is understood once, until many others came', () => {
  const understood = documents('{ name }');
  assert.ok('operations' in understood);
  assert.equal(documents('{ name }'), understood);
  for (let i = 0; i < 2_500; i += 1) documents(`{ a${i}: name }`);
  assert.notEqual(documents('{ name }'), understood);
});

it('what is refused is not kept: strangers can send it without end', () => {
  for (const text of ['{ nothing }', '{ name', `{ ${'name '.repeat(100_000)} }`]) {
    const refused = documents(text);
    assert.ok('errors' in refused);
    assert.notEqual(documents(text), refused);
  }
});
