/**
 * What must hold of any database before we serve from it: a version we know, settings under which a
 * commit survives a crash, and an application role that row-level security really binds.
 */
import type { Database } from './pool.ts';

const OLDEST = 15;

export class UnfitDatabase extends Error {
  constructor(problems: readonly string[]) {
    super(`The database cannot be used as it is:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

export async function checkDatabase(database: Database, options: { durable: boolean }): Promise<void> {
  const [facts] = await database.query({
    values: [],
    text: `select current_setting('server_version_num')::int / 10000 as version, current_user as role,
      rolsuper as superuser, rolbypassrls as bypasses,
      exists (select 1 from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as owner,
      current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit, lower('ŁČÜ') = 'łčü' as letters
      from pg_roles r where rolname = current_user`,
  });
  if (!facts) throw new UnfitDatabase(['It does not say who we are.']);
  const problems = [
    Number(facts['version']) < OLDEST && `It is PostgreSQL ${String(facts['version'])}; ${OLDEST} or newer is needed.`,
    facts['superuser'] && `The role ${String(facts['role'])} is a superuser, whom row-level security does not bind. Use a plain role (docker/roles.sql makes one).`,
    facts['bypasses'] && `The role ${String(facts['role'])} bypasses row-level security. Use one without BYPASSRLS.`,
    facts['owner'] && `The role ${String(facts['role'])} owns tables. DATABASE_URL is for the application's role, DATABASE_OWNER_URL for the owner.`,
    !facts['letters'] && 'It does not know letters beyond ASCII: create it with the locale C.UTF-8 or an ICU one.',
    ...(options.durable ? ['fsync', 'full_page_writes', 'synchronous_commit'].map((name) =>
      facts[name] === 'off' && `${name} is off: an acknowledged write could be lost in a crash. Turn it on.`) : []),
  ].filter((problem) => typeof problem === 'string');
  if (problems.length > 0) throw new UnfitDatabase(problems);
}
