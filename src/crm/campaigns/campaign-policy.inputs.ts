/** What can be said of how an organisation mails. */
import { number } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';

@input('How an organisation mails; what is not given stays.')
export class CampaignPolicySetInput {
  @number('Most mails of campaigns that a customer gets within `perDays`. Null: stays.', { optional: true, min: 1, max: 1000 })
  mostMails?: number | null;

  @number('Within how many days they are counted. Null: stays.', { optional: true, min: 1, max: 366 })
  perDays?: number | null;

  @number('Most mails a minute to the addresses of one domain, of all campaigns together. Null: stays.', { optional: true, min: 1, max: 1_000_000 })
  domainPerMinute?: number | null;

  @number('Most connections at a time by which the mails of a campaign go to one domain. Null: stays.', { optional: true, min: 1, max: 50 })
  domainConnections?: number | null;
}
