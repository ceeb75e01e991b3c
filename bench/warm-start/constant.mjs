/**
 * The reference of a start: the same PostgreSQL on the same data, the same packages, and one constant for an answer.
 * It does both at once, and lets V8 keep its compiled code, as the product does.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { enableCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';

enableCompileCache(process.env.BENCH_CACHE);
const { postgres, args, account, databaseUrl, packages, port, answer } = JSON.parse(process.env.BENCH_START);

const database = spawn(postgres, args, { cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' }, detached: true, stdio: 'ignore', ...account });
const [{ default: pg }] = await Promise.all([import('pg'), ...packages.map((name) => import(name))]);

async function connect() {
  for (;;) {
    const client = new pg.Client({ connectionString: databaseUrl });
    try {
      await client.connect();
      return client;
    } catch {
      await sleep(10);
    }
  }
}
const client = await connect();
await client.query('select 1');

const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(answer));
});
server.listen(port, '127.0.0.1');

process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void client.end();
  database.kill('SIGINT');
});
