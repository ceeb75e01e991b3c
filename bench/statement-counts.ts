/** C1: how many statements a request takes, besides BEGIN, the tenant and COMMIT: one for each root field of a query, five for a mutation. */
import { loadavg } from 'node:os';
import { operations } from './operations.ts';
import type { Part } from './part.ts';
import { countStatements } from './statements.ts';

const MOST_OF_A_WRITE = 5;

export const statementCounts: Part = {
  promises: ['C1'],
  async run({ stage }) {
    console.error(`C1: statements (load average ${loadavg()[0]?.toFixed(1)})`);
    const on = await stage();
    const { url } = await on.server('product');
    const findings = [];
    for (const { title, document, roots, variables } of operations) {
      const tenant = (roots === null ? on.world.tenants.at(-1) : undefined) ?? on.world.tenants[0];
      const headers = await on.headers('product', tenant);
      const asked = await variables(on.world, tenant);
      const { count, texts } = await countStatements(on.world, asked.map((of) => ({ url, headers, body: JSON.stringify({ query: document, variables: of }) })));
      findings.push({
        rows: [{
          promise: 'C1', what: title, against: roots === null ? 'a mutation' : `${roots} root field${roots === 1 ? '' : 's'}`,
          bound: { most: roots ?? MOST_OF_A_WRITE }, figure: { median: count, least: count, most: count },
          unit: 'statements', values: [count, null] as const, statements: count,
        }],
        details: { operation: title, texts },
      });
    }
    return findings;
  },
};
