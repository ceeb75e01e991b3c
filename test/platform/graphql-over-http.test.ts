/** The reference audit of GraphQL over HTTP, all of it, and what surrounds `/graphql`. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serverAudits } from 'graphql-http';
import { startLocal, type Local } from '../support/local-server.ts';

let local: Local;
before(async () => { local = await startLocal(); });
after(() => local.stop());

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${local.url}/graphql` });
  it('is audited in 61 points', () => assert.equal(audits.length, 61));
  for (const audit of audits) {
    it(`${audit.id} ${audit.name}`, async () => {
      const result = await audit.fn();
      assert.equal(result.status, 'ok', 'reason' in result ? String(result.reason) : '');
    });
  }
});
