/** What can be asked of an organisation: its settings. It is founded outside the API, by `createOrganization`. */
import { expectedVersion, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { countryCode } from '../../kernel/values/country-code.ts';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import { locale } from '../../kernel/values/locale.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';
import type { OrganizationSettings } from './organization.ts';

@input('Settings of the organisation to change; what is not given stays.')
export class OrganizationUpdateInput {
  @text('What the business calls itself. Null: stays.', { optional: true })
  name?: string | null;

  @text('Currency that totals are told in. Null: stays.', { optional: true, value: currencyCode })
  baseCurrency?: string | null;

  @text('Time zone of its days and calendars. Null: stays.', { optional: true, value: timeZone })
  timeZone?: string | null;

  @text('Country of phone numbers written without a country code. Null: stays.', { optional: true, value: countryCode })
  country?: string | null;

  @text('Languages it serves customers in, the preferred first. Null: stays.', { optional: true, list: true, value: locale, most: 20 })
  locales?: string[] | null;

  @text('Mail domains that are its own. Null: stays.', { optional: true, list: true, most: 50 })
  mailDomains?: string[] | null;

  @expectedVersion()
  expectedVersion?: number | null;

  settings(): Partial<OrganizationSettings> {
    const { name, baseCurrency, timeZone, country, locales, mailDomains } = this;
    const given = Object.entries({ name, baseCurrency, timeZone, country, locales, mailDomains }).filter(([, value]) => value != null);
    return Object.fromEntries(given);
  }
}
