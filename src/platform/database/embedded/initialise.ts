/**
 * A new database folder: PostgreSQL's own files, then our roles and our database, put there in single-user mode before
 * any port is open. It is made under another name and renamed at the end, so a start that was cut short leaves nothing
 * that could be taken for a database.
 */
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { mayEnter } from './account.ts';
import { newCredentials, saveCredentials, type Credentials } from './credentials.ts';
import { SYSTEM_FOLDER, type Layout } from './layout.ts';
import { spawnOptions, type Server } from './server.ts';

export async function initialise(server: Server, layout: Layout): Promise<void> {
  const reachable = server.account === undefined || mayEnter(layout.folder, server.account);
  const data = reachable ? layout.data : join(SYSTEM_FOLDER, `pg-${randomBytes(4).toString('hex')}`);
  const unfinished = `${data}.unfinished`;
  const credentials = newCredentials();

  makeFolder(unfinished, server);
  await run(server, server.binaries.initdb, [
    `--pgdata=${unfinished}`, '--username=postgres', '--auth=reject', '--encoding=UTF8', '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8', '--no-instructions', '--no-sync',
  ]);
  await run(server, server.binaries.postgres, [
    '--single', '-j', '-F', '-D', unfinished, '-c', 'exit_on_error=on', '-c', 'log_min_error_statement=panic', 'postgres',
  ], rolesSql(credentials));
  if (server.durable) await run(server, server.binaries.initdb, ['--sync-only', `--pgdata=${unfinished}`]);

  saveCredentials(layout, credentials);
  renameSync(unfinished, data);
  if (data !== layout.data) symlinkSync(data, layout.data);
}

function rolesSql(credentials: Credentials): string {
  const passwords: Record<string, string> = {
    owner_password: credentials.rapport_owner,
    app_password: credentials.rapport_app,
    jobs_password: credentials.rapport_jobs,
  };
  const roles = readFileSync(new URL('../roles.sql', import.meta.url), 'utf8').replaceAll(/:'(\w+)'/g, (_, name: string) => `'${passwords[name]}'`);
  return `alter role postgres password '${credentials.postgres}';\n\n${roles}\n`;
}

function makeFolder(folder: string, { account }: Server): void {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
}

async function run(server: Server, program: string, args: string[], input = ''): Promise<void> {
  const child = spawn(program, args, { ...spawnOptions(server), stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  child.stdin.on('error', () => {}); // It ended early; its exit tells why.
  child.stdin.end(input);
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject).once('close', resolve);
  const code = await promise;
  if (code !== 0) throw new Error(`The database could not be made: ${program} ended with ${code}.\n${output.trim()}`);
}
