/**
 * The organisation. Its own id is the tenant's: everything else belongs to it by the column that every table begins
 * with.
 */
import { announce } from '../../kernel/events.ts';
import { Entity } from '../../kernel/entity.ts';
import { text } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { countryCode } from '../../kernel/values/country-code.ts';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import { domainOf, emailAddress } from '../../kernel/values/email-address.ts';
import { locale } from '../../kernel/values/locale.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';

export interface OrganizationSettings {
  name: string;
  baseCurrency: string;
  timeZone: string;
  country: string;
  locales: string[];
  mailDomains: string[];
}

@model('A business that uses Rapport: the tenant that everything else belongs to.', { prefix: 'org', read: null })
export class Organization extends Entity {
  @text('What the business calls itself.')
  name!: string;

  @text('Currency that totals are told in, ISO 4217.', { value: currencyCode })
  baseCurrency!: string;

  @text('Time zone of its days and calendars.', { value: timeZone })
  timeZone!: string;

  @text('Country of phone numbers written without a country code, ISO 3166-1.', { value: countryCode })
  country!: string;

  @text('Languages it serves customers in, the preferred first.', { list: true, value: locale, most: 20 })
  locales: string[] = [];

  @text("Mail domains that are its own: whoever writes from them is us, not a customer.", { list: true, most: 50 })
  mailDomains: string[] = [];

  static create(id: string, settings: OrganizationSettings): Organization {
    const organization = Object.assign(new Organization(), { id });
    organization.take(settings);
    announce(organization, 'organization.created');
    return organization;
  }

  update(settings: Partial<OrganizationSettings>): void {
    this.take(settings);
    announce(this, 'organization.updated');
  }

  private take({ mailDomains, ...settings }: Partial<OrganizationSettings>): void {
    Object.assign(this, settings);
    if (mailDomains) this.mailDomains = [...new Set(mailDomains.map(normalDomain))];
  }
}

/** In the form in which the domain of an address is stored, so that the two compare equal. */
function normalDomain(domain: string, i: number): string {
  const read = emailAddress.read(`name@${domain}`);
  if ('value' in read && !domain.includes('@')) return domainOf(read.value);
  throw new Refusal('INVALID_MAIL_DOMAIN', `“${domain}” is not a mail domain. Expected is a form like example.com.`, { field: ['mailDomains', String(i)] });
}
