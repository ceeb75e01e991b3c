/** `rapport token`: an access token for a user, for whoever already has the owner's access to the database. */
import { randomUUIDv7 } from 'node:crypto';
import type { Command } from 'commander';
import pg from 'pg';
import { beginSession } from '../crm/identity/begin-session.ts';
import { User } from '../crm/identity/user.ts';
import { emailKey } from '../kernel/values/email-address.ts';
import { asSystem } from '../platform/graphql/as-system.ts';
import { command, withApp } from './command.ts';
import { telling } from './opening.ts';

export function tokenCommand(): Command {
  return command('token', 'Prints an access token of a user, and nothing else; needs the access of the database owner.')
    .requiredOption('--user <e-mail>', 'the address the user signs in with')
    .option('--organization <name>', 'which organisation, when the address belongs to several')
    .action(telling(async ({ user, organization }: { user: string; organization?: string }) => {
      const token = await withApp(async ({ host }, { database }) => {
        if (!database.ownerUrl) throw new Error('Only the owner of the database may sign in as somebody: set DATABASE_OWNER_URL.');
        const { tenant, id } = await findUser(database.ownerUrl, user, organization);
        return asSystem(host, tenant, 'rapport token', async (transaction) => {
          const found = await transaction.get(User, id);
          const session = await beginSession(found, randomUUIDv7(), 'rapport token', transaction);
          return session.accessToken;
        });
      });
      process.stdout.write(`${token}\n`);
    }));
}

async function findUser(ownerUrl: string, email: string, organization: string | undefined): Promise<{ tenant: string; id: string }> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ tenant: string; id: string; name: string }>(
      `select u.tenant_id as tenant, u.id, o.name from "user" u join organization o on o.tenant_id = u.tenant_id
       where u.email_key = $1 and u.status = 'ACTIVE' and ($2::text is null or o.name = $2)`, [emailKey(email), organization ?? null]);
    const [found, ...more] = rows;
    if (!found) throw new Error(`No active user signs in as ${email}${organization ? ` in ${organization}` : ''}.`);
    if (more.length > 0) throw new Error(`${email} belongs to several organisations; name one with --organization: ${rows.map(({ name }) => name).join(', ')}.`);
    return found;
  } finally {
    await owner.end();
  }
}
