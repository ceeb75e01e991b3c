/** Campaigns as tests make them: people to mail, something to say to them, and a look at what became of them. */
import assert from 'node:assert/strict';
import {
  CreateTemplate, LaunchCampaign, MakeCustomer, PlanCampaign, ReadCampaign, ReadMembers, SetTemplateText,
} from '../crm/campaigns.documents.ts';
import type { Client } from './client.ts';
import { done } from './doing.ts';
import { eventually } from './eventually.ts';
import type { CampaignFactsFragment, CampaignMemberFilter, CampaignPlanInput, CampaignStatus, CustomerCreateInput, MemberFactsFragment, ReadMembersQuery } from './graphql/graphql.ts';

let made = 0;

export async function person(client: Client, more: Partial<CustomerCreateInput> = {}, email: string | null = `reader-${made += 1}@customer-${made % 7}.example`): Promise<string> {
  const { customer } = await done(client, MakeCustomer, {
    kind: 'PERSON', givenName: 'Anna', familyName: `Reader ${made += 1}`, contactPoints: email === null ? [] : [{ kind: 'EMAIL', value: email }], ...more,
  });
  return customer?.id ?? '';
}

export const HTML = '<h1>Ahoj {{ customer.greetingName }}</h1>\n<p><a href="{{ unsubscribeUrl }}">Off</a></p>';

export async function template(client: Client, texts: Readonly<Record<string, string>> = { en: 'News for {{ customer.name }}' }): Promise<string> {
  const [fallbackLanguage = 'en'] = Object.keys(texts);
  const { mailTemplate } = await done(client, CreateTemplate, { name: `Template ${made += 1}`, fallbackLanguage });
  const templateId = mailTemplate?.id ?? '';
  for (const [language, subject] of Object.entries(texts)) await done(client, SetTemplateText, { templateId, language, subject, html: HTML });
  return templateId;
}

export async function plan(client: Client, { templateId, ...input }: Partial<CampaignPlanInput> & { templateId?: string } = {}): Promise<CampaignFactsFragment> {
  const { campaign } = await done(client, PlanCampaign, {
    name: `Campaign ${made += 1}`, holdOutPercent: 0, variants: [{ name: 'A', templateId: templateId ?? await template(client) }], ...input,
  });
  assert.ok(campaign);
  return campaign as CampaignFactsFragment;
}

export async function launch(client: Client, campaignId: string): Promise<CampaignFactsFragment> {
  return (await done(client, LaunchCampaign, { campaignId })).campaign as CampaignFactsFragment;
}

export async function look(client: Client, id: string): Promise<CampaignFactsFragment> {
  const { campaign } = await client.ask(ReadCampaign, { id });
  assert.ok(campaign);
  return campaign as CampaignFactsFragment;
}

export const until = (client: Client, id: string, status: CampaignStatus): Promise<CampaignFactsFragment> => eventually(async () => {
  const campaign = await look(client, id);
  return campaign.status === status && campaign;
}, `a campaign that is ${status}`);

/** All of them, page by page. */
export async function members(client: Client, id: string, filter: CampaignMemberFilter | null = null): Promise<MemberFactsFragment[]> {
  const found: MemberFactsFragment[] = [];
  for (let after: string | null = null; ;) {
    const { campaign }: ReadMembersQuery = await client.ask(ReadMembers, { id, filter, after });
    const page: NonNullable<ReadMembersQuery['campaign']>['members'] = campaign?.members ?? null;
    assert.ok(page);
    found.push(...page.nodes as MemberFactsFragment[]);
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor ?? null;
  }
}
