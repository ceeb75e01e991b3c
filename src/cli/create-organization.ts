/** `rapport organization create`: how an installation begins for real, with an organisation and its first administrator. */
import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { createOrganization } from '../crm/identity/create-organization.ts';
import { newId } from '../kernel/ids.ts';
import { countryCode } from '../kernel/values/country-code.ts';
import { currencyCode } from '../kernel/values/currency-code.ts';
import { emailAddress } from '../kernel/values/email-address.ts';
import { locale } from '../kernel/values/locale.ts';
import { timeZone } from '../kernel/values/time-zone.ts';
import { asSystem } from '../platform/graphql/as-system.ts';
import { command, withApp } from './command.ts';
import { telling } from './opening.ts';
import { addressOrDomain, valueOf } from './options.ts';

interface Options {
  readonly administrator: string;
  readonly administratorName: string;
  readonly country: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly language: string;
  readonly mailDomain?: readonly string[];
  readonly json?: boolean;
}

export function organizationCommand(): Command {
  return command('organization', 'Organisations of this installation.').addCommand(
    command('create', 'Begins an organisation and prints the first password of its administrator, once; needs the access of the database owner.')
      .argument('<name>', 'what the business calls itself')
      .requiredOption('--administrator <e-mail>', 'the address the first administrator signs in with', valueOf(emailAddress))
      .requiredOption('--administrator-name <name>', 'their full name')
      .option('--country <code>', 'of phone numbers without a country code, ISO 3166-1', valueOf(countryCode), 'CZ')
      .option('--currency <code>', 'that totals are told in, ISO 4217', valueOf(currencyCode), 'EUR')
      .option('--time-zone <zone>', 'of its days, IANA', valueOf(timeZone), 'Europe/Prague')
      .option('--language <tag>', 'it prefers, BCP 47', valueOf(locale), 'en')
      .option('--mail-domain <domain...>', 'whose writers are us, not customers', addressOrDomain)
      .option('--json', 'answer for machines')
      .action(telling(create)),
  );
}

async function create(name: string, { administrator: email, administratorName, json, ...settings }: Options): Promise<void> {
  const password = randomBytes(18).toString('base64url');
  await withApp(async ({ host }, { database }) => {
    if (!database.ownerUrl) throw new Error('Only the owner of the database may begin an organisation: set DATABASE_OWNER_URL.');
    const { country, currency: baseCurrency, timeZone: zone, language, mailDomain = [] } = settings;
    await asSystem(host, newId(), 'organization create', (transaction) => createOrganization({
      name, baseCurrency, country, timeZone: zone, locales: [language], mailDomains: [...mailDomain],
      administrator: { name: administratorName, email, password },
    }, transaction));
  });
  process.stdout.write(json ? `${JSON.stringify({ email, password })}\n` : `${email} signs in with ${password} and should change it (passwordChange).\n`);
}
