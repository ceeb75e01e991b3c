/**
 * PostGraphile 5 on the product's tables, as its documentation wants it in production: verified tokens become settings of
 * the transaction, operations are parsed and planned once, their SQL is prepared by name, answers leave as text.
 * Plain JavaScript, because the packages it needs are only here.
 */
import { createServer } from 'node:http';
import jsonwebtoken from 'jsonwebtoken';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';
import { POOL_SIZE } from '../by-hand.ts';
import { measured, told } from '../measured.ts';

/** `secret`: of the tokens that name the tenant; null asks for none and sets nothing. */
const { databaseUrl, secret, audience } = told();

// PostGraphile offers filters by the first column of an index only.
const filters = jsonPgSmartTags({ version: 1, config: { class: { customer: { attribute: { archived_at: { tags: { behavior: '+filterBy' } } } } } } });

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [filters],
  pgServices: [makePgService({ connectionString: databaseUrl, schemas: ['public'], pubsub: false, poolConfig: { max: POOL_SIZE } })],
  grafserv: { graphiql: false, websockets: false, outputDataAsString: true },
  grafast: {
    explain: false,
    context: ({ node }) => {
      if (secret === null) return {};
      const { tenant } = jsonwebtoken.verify(node.req.headers.authorization?.slice('Bearer '.length) ?? '', secret, { algorithms: ['HS256'], audience });
      return { pgSettings: { 'app.tenant': tenant } };
    },
  },
});

const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => {
  measured(`http://127.0.0.1:${server.address().port}`, async () => {
    server.close();
    server.closeAllConnections();
    await instance.release();
  });
});
