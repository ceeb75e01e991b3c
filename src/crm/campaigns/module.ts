/**
 * Campaigns: mails to many, for a goal. An audience is enrolled in a ledger of one row for each customer, part of it held
 * out by a lot that can be drawn again, so that what a campaign brought can be told from what would have come anyway. Who
 * does not want campaigns is believed at once, everywhere.
 */
import type { Module } from '../../kernel/module.ts';
import { findAnswers, markReturned } from './answers.ts';
import { AudienceCondition } from './audience-condition.ts';
import { AudienceCustomer } from './audience-customer.ts';
import { CampaignMember } from './campaign-member.ts';
import { CampaignPolicyResolver } from './campaign-policy.resolver.ts';
import { CampaignPolicy } from './campaign-policy.ts';
import { CampaignVariant } from './campaign-variant.ts';
import { CampaignResolver } from './campaign.resolver.ts';
import { Campaign } from './campaign.ts';
import { MailTemplateText } from './mail-template-text.ts';
import { MailTemplateResolver } from './mail-template.resolver.ts';
import { MailTemplate } from './mail-template.ts';
import { campaignsComeDue, pauseWithJob } from './keep-going.ts';
import { OptOut } from './opt-out.ts';
import { sendCampaign } from './send-campaign.ts';
import { sendTest } from './send-test.ts';
import { keepOptOuts } from './suppress-address.ts';
import { SuppressionResolver } from './suppression.resolver.ts';
import { Suppression } from './suppression.ts';
import { unsubscribePage } from './unsubscribe.ts';

export const campaigns: Module = {
  name: 'campaigns',
  description: 'Mails to an audience, for a goal, with a group held out to compare with; who does not want them is believed at once.',
  models: [MailTemplate, MailTemplateText, Campaign, AudienceCondition, AudienceCustomer, CampaignVariant, CampaignMember, Suppression, OptOut, CampaignPolicy],
  resolvers: [new CampaignResolver(), new MailTemplateResolver(), new SuppressionResolver(), new CampaignPolicyResolver()],
  permissions: {
    'campaign:read': { description: 'See campaigns, their members and results.', roles: ['supervisor', 'agent', 'seller', 'marketer', 'readOnly'] },
    'campaign:plan': { description: 'Plan campaigns: audience, variants, times.', roles: ['marketer'] },
    'campaign:launch': { description: 'Launch and resume campaigns, and mail members again.', roles: ['marketer'] },
    'campaign:pause': { description: 'Pause and stop campaigns.', roles: ['supervisor', 'marketer'] },
    'campaignPolicy:set': { description: 'Say how often and how fast the organisation mails.', roles: ['marketer'] },
    'mailTemplate:read': { description: 'See templates of mails.', roles: ['supervisor', 'marketer', 'readOnly'] },
    'mailTemplate:edit': { description: 'Write templates of mails.', roles: ['marketer'] },
    'suppression:read': { description: 'See which addresses no campaign writes to.', roles: ['supervisor', 'agent', 'marketer', 'readOnly'] },
    'suppression:add': { description: 'Take addresses off all campaigns.', roles: ['supervisor', 'agent', 'seller', 'marketer'] },
    'suppression:remove': { description: 'Let campaigns write to an address again.', roles: ['supervisor', 'marketer'] },
  },
  events: {
    'campaign.planned': 'A campaign was planned.',
    'campaign.updated': 'Plain attributes of a planned campaign changed.',
    'campaign.recomposed': 'The audience or the variants of a planned campaign changed.',
    'campaign.launched': 'A campaign was launched.',
    'campaign.started': 'A campaign began to enrol its audience and to mail.',
    'campaign.progressed': 'Members of a campaign got further, or did something; told once for many.',
    'campaign.paused': 'A campaign was paused: by somebody, because its job ended, or because a mail server takes nothing from its sender.',
    'campaign.resumed': 'A paused campaign goes on.',
    'campaign.stopped': 'A campaign was stopped for good.',
    'campaign.done': 'A campaign mailed everybody it is for, as far as it could, or its period is over.',
    'campaignPolicy.set': 'How an organisation mails was set.',
    'mailTemplate.created': 'A template was added.',
    'mailTemplate.updated': 'Attributes of a template changed.',
    'mailTemplate.rewritten': 'What a template says changed in a language.',
    'mailTemplate.frozen': 'A campaign was launched with a template, which stays as it is from then on.',
    'suppression.added': 'Campaigns no longer write to an address.',
    'suppression.updated': 'An address is suppressed for another reason, or there is more to know.',
    'suppression.customerAdded': 'It is known of a customer that they do not want campaigns.',
    'suppression.removed': 'Campaigns may write to an address again.',
  },
  refusals: {
    AUDIENCE_AMBIGUOUS: 'An audience is chosen by a filter and tags, or named one by one; both, or neither, was asked for.',
    AUDIENCE_CUSTOMER_TAKEN: 'The same customer was named for the audience at the same moment.',
    CAMPAIGN_LAUNCHED: 'The campaign was launched, and stays as it was planned.',
    CAMPAIGN_MEMBER_TAKEN: 'The same customer, or address, was enrolled at the same moment.',
    CAMPAIGN_NEEDS_REACH: 'Only who reaches all customers can launch a campaign.',
    CAMPAIGN_NOT_GOING: 'The campaign is not launched, or is over.',
    CAMPAIGN_NOT_PAUSED: 'The campaign is not paused.',
    CAMPAIGN_OVER: 'The period of the campaign ends before anything could be sent.',
    CAMPAIGN_POLICY_BEING_SET: 'How the organisation mails was being set at the same moment.',
    CAMPAIGN_WITHOUT_AUDIENCE: 'The campaign is for nobody yet.',
    CAMPAIGN_WITHOUT_VARIANT: 'The campaign says nothing yet.',
    CHANNEL_CANNOT_SEND: 'The channel has no address to send e-mail from, or several have and none was named.',
    CHANNEL_NOT_ACTIVE: 'The channel is out of use.',
    CHANNEL_NOT_FOUND: 'There is no such channel.',
    CUSTOMER_NOT_FOUND: 'A customer is missing or out of reach, or is to be taken off an audience that does not name them.',
    MEMBER_NOT_SENDABLE_AGAIN: 'Only a mail that failed or is uncertain can be sent again.',
    PEOPLE_ONLY: 'A test goes to the address of whoever asks for it, and an API key has none.',
    PERIOD_ENDS_BEFORE_IT_BEGINS: 'A period ends before it begins.',
    SEND_WINDOW_EMPTY: 'The times of day leave no time to send.',
    SUPPRESSION_EXISTS: 'The address was put on the list at the same moment.',
    TEMPLATE_FAULTY: 'A template cannot be filled; the message names line and reason.',
    TEMPLATE_FROZEN: 'A campaign was launched with the template, so it stays as it is.',
    TEMPLATE_INCOMPLETE: 'A template says nothing in the language for whom no other fits.',
    TEMPLATE_LANGUAGE_NEEDED: 'The language is the one for whom no other fits.',
    TEMPLATE_LANGUAGE_TAKEN: 'The template got a text in the language at the same moment.',
    TEMPLATE_NAME_TAKEN: 'A template of this name exists already.',
    TEMPLATE_NOT_FOUND: 'A template is missing.',
    TEMPLATE_WITHOUT_TEXT: 'A template has neither HTML nor plain text.',
    TEST_NOT_SENT: 'The mail server did not take a test.',
    TOO_MANY_CONDITIONS: 'An audience is chosen by more conditions than are taken.',
    TOO_MANY_CUSTOMERS: 'More customers would be named for an audience than are taken.',
    TOO_MANY_LANGUAGES: 'The template has as many languages as can be kept.',
    VARIANT_NAME_TAKEN: 'Two variants of a campaign have the same name.',
  },
  reactions: [findAnswers, keepOptOuts, markReturned, pauseWithJob],
  timers: [campaignsComeDue],
  jobs: [sendCampaign, sendTest],
  pages: [unsubscribePage],
};
