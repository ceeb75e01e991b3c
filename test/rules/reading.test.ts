/** A reading is a question until somebody awaits it, and may be awaited as any promise is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { graphql, GraphQLInt, GraphQLList, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { Customer } from '../../src/crm/customers/customer.ts';
import { modelOf } from '../../src/kernel/model.ts';
import { Reading } from '../../src/kernel/reading.ts';

const question = { model: modelOf(Customer), id: '1' };

function counted<T>(answer: () => Promise<T>): { reading: Reading<T>; times: () => number } {
  let times = 0;
  return { times: () => times, reading: new Reading(question, () => { times += 1; return answer(); }) };
}

describe('a reading', () => {
  it('is not worked on until it is awaited, and then once', async () => {
    const { reading, times } = counted(async () => 7);
    assert.deepEqual([reading.question, times()], [question, 0]);
    assert.equal(await reading, 7);
    assert.equal(await reading, 7);
    assert.equal(times(), 1);
  });

  it('goes with others, is taken apart and passed through as a promise', async () => {
    const { reading } = counted(async () => ({ nodes: [1, 2] }));
    const passed = async () => reading;
    const [{ nodes: [first] }, second] = await Promise.all([reading, passed()]);
    assert.deepEqual([first, second], [1, { nodes: [1, 2] }]);
  });

  it('fails as what it waited for', async () => {
    const { reading } = counted(() => Promise.reject(new Error('no')));
    await assert.rejects(async () => { await reading; }, /^Error: no$/);
    await assert.rejects(Promise.all([reading, 1]), /^Error: no$/);
  });

  it('is an answer of a resolver, alone, in a list and failing', async () => {
    const fails = (): Reading<number> => counted<number>(() => Promise.reject(new Error('no'))).reading;
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: {
          one: { type: GraphQLInt, resolve: () => counted(async () => 1).reading },
          list: { type: new GraphQLList(GraphQLInt), resolve: () => [counted(async () => 1).reading, counted(async () => null).reading] },
          none: { type: GraphQLInt, resolve: fails },
        },
      }),
    });
    const { data, errors } = await graphql({ schema, source: '{ one list none }' });
    assert.deepEqual({ ...data }, { one: 1, list: [1, null], none: null });
    assert.deepEqual(errors?.map(({ message, path }) => [message, path]), [['no', ['none']]]);
  });
});
