/**
 * How many statements each mutation sends, keyed and with all that it can be given: five at most within its transaction,
 * besides BEGIN, the tenant and COMMIT. One asks for the key, one writes all records, one the events with the outcome; two
 * are left for what it must look at. Those that must look at more say so here, and why.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { splitId } from '../../src/kernel/ids.ts';
import { modules } from '../../src/crm/modules.ts';
import { PUBLIC } from '../../src/kernel/operations.ts';
import { Conversation } from '../../src/platform/database/batch.ts';
import type { Sql } from '../../src/platform/database/statement.ts';
import { PASSWORD, startTestApp, type TestApp } from '../support/app.ts';
import { Calls } from '../support/calls.ts';
import { Client } from '../support/client.ts';
import { fill, mutate, type World } from '../support/world.ts';

const MOST = 5;
const WINDOW = { weekday: 'MONDAY', opensAt: '09:00', closesAt: '17:00' };
const CAMPAIGN = {
  goal: 'Beans sold', budget: { amount: '100', currency: 'CZK' }, startsOn: '2026-11-01', endsOn: '2099-12-31', startAt: '2099-01-01T00:00:00Z', timeZone: 'Europe/Prague', sendFrom: '08:00', sendUntil: '17:00',
  weekdaysOnly: true, holdOutPercent: 20,
};
const PROMISE = { priority: 'URGENT', metric: 'RESOLUTION', within: 'PT8H' };

let app: TestApp;
let world: World;
let of: Ids;
/** What was asked on each connection, from the time it was taken until it went back. */
const conversations = new Map<Conversation, string[]>();

before(async () => {
  app = await startTestApp();
  const { ask } = Conversation.prototype;
  Conversation.prototype.ask = function (this: Conversation, sql: Sql) {
    conversations.set(this, [...conversations.get(this) ?? [], sql.text]);
    return ask.call(this, sql);
  };
  world = await fill(app);
  of = await makeIds();
});
after(() => app.stop());

interface Ids {
  readonly customer: string;
  readonly other: string;
  readonly point: string;
  readonly secondPoint: string;
  readonly relationship: string;
  readonly secondRelationship: string;
  readonly channel: string;
  readonly conversation: string;
  readonly pipeline: string;
  readonly emptyPipeline: string;
  readonly emptyStages: readonly string[];
  readonly stages: readonly string[];
  readonly opportunity: string;
  readonly line: string;
  readonly secondLine: string;
  readonly contact: string;
  readonly calendar: string;
  readonly task: string;
  readonly user: string;
  readonly team: string;
  readonly role: string;
  readonly administrators: string;
  readonly key: string;
  readonly session: string;
  readonly category: string;
  readonly level: string;
  readonly reply: string;
  readonly tickets: readonly string[];
  readonly ticketLink: string;
  readonly thirdConversation: string;
  readonly notification: string;
  readonly thirdPoint: string;
  readonly bouncedPoint: string;
  readonly mailConversation: string;
  readonly message: string;
  readonly failedMessage: string;
  readonly template: string;
  readonly secondTemplate: string;
  readonly campaign: string;
  readonly namedCampaign: string;
  readonly member: string;
  readonly suppression: string;
}

interface Case {
  readonly input: (of: Ids) => object;
  /** How many if more than five, and what it must look at. */
  readonly more?: readonly [most: number, because: string];
  /** Who does it, when it would end what the others act by. */
  readonly by?: () => Promise<Client>;
}

const cases: Readonly<Record<string, Case>> = {
  organizationUpdate: { input: () => ({ name: 'Another name', timeZone: 'Europe/Warsaw', country: 'PL', locales: ['pl'], mailDomains: ['example.net'] }) },
  userCreate: { input: ({ role }) => ({ name: 'Olga', email: 'olga@example.com', password: PASSWORD, roleIds: [role], locale: 'cs', timeZone: 'Europe/Prague' }) },
  userUpdate: { input: ({ user }) => ({ userId: user, name: 'Nina', email: 'nina@example.com', locale: 'en', timeZone: 'Europe/Warsaw' }) },
  roleDefine: { input: () => ({ name: 'Callers', description: 'Who call', permissions: ['customer:read'], reach: 'ALL', hiddenFields: [] }) },
  roleGrant: {
    input: ({ user, administrators }) => ({ userId: user, roleId: administrators }),
    more: [6, 'the user, the role, and which roles they hold, of which there is a most'],
  },
  roleRevoke: {
    input: ({ user, administrators }) => ({ userId: user, roleId: administrators }),
    more: [10, "the user, the role, and whether another administrator stays, which takes the organisation's lock, the role, its holders and one of them"],
  },
  teamCreate: {
    input: ({ user }) => ({ name: 'Callers', memberIds: [user] }),
    more: [6, 'its members, the teams they are in, of which there is a most, and who is in it'],
  },
  teamUpdate: {
    input: ({ team, user }) => ({ teamId: team, name: 'Writers', memberIds: [world.administratorId, user] }),
    more: [7, 'the team, who is in it, who comes and goes, and the teams they are in, of which there is a most'],
  },
  apiKeyCreate: { input: () => ({ name: 'Another', permissions: ['customer:read'], expiresAt: '2099-01-01T00:00:00Z' }) },
  apiKeyRevoke: { input: ({ key }) => ({ apiKeyId: key }) },
  passwordChange: { input: () => ({ currentPassword: PASSWORD, newPassword: `${PASSWORD}, changed` }), by: () => Client.signIn(app.url, world.nobodyEmail, PASSWORD) },

  customerCreate: {
    input: ({ user, team }) => ({
      kind: 'PERSON', givenName: 'Eva', familyName: 'Malá', language: 'cs', ownerId: user, teamId: team, tags: ['one', 'two'],
      contactPoints: [{ kind: 'EMAIL', value: 'eva@example.com' }, { kind: 'PHONE', value: '+420601123456' }],
    }),
  },
  customerUpdate: {
    input: ({ customer, user, team }) => ({ customerId: customer, familyName: 'Velká', stage: 'CLIENT', ownerId: user, teamId: team }),
    more: [7, 'the customer, the owner, the team, and the address that names whom nothing else does'],
  },
  customerArchive: { input: ({ customer }) => ({ customerId: customer }) },
  customerRestore: { input: ({ customer }) => ({ customerId: customer }) },
  customerTag: { input: ({ customer }) => ({ customerId: customer, tags: ['three', 'four'] }) },
  customerUntag: { input: ({ customer }) => ({ customerId: customer, tags: ['three', 'four'] }) },
  externalIdSet: { input: ({ customer }) => ({ customerId: customer, system: 'erp', value: '17' }) },
  contactPointAdd: {
    input: ({ customer }) => ({ customerId: customer, kind: 'PHONE', value: '601123457', label: 'work', primary: true }),
    more: [6, 'the customer, their other addresses, and the organisation, by whose country a number without a code is read'],
  },
  contactPointUpdate: {
    input: ({ point }) => ({ contactPointId: point, value: 'moved@example.com', label: 'home' }),
    more: [6, 'the address, the customer, and their other addresses'],
  },
  contactPointMakePrimary: {
    input: ({ secondPoint }) => ({ contactPointId: secondPoint }),
    more: [6, 'the address, the customer, and their other addresses'],
  },
  contactPointMarkDeliverable: { input: ({ bouncedPoint }) => ({ contactPointId: bouncedPoint }) },
  contactPointRemove: {
    input: ({ point }) => ({ contactPointId: point }),
    more: [6, 'the address, the customer, and their other addresses'],
  },
  customerRelate: {
    input: ({ customer, other }) => ({ customerId: customer, toCustomerId: other, type: 'PARTNER_OF', role: 'Partner', sinceOn: '2026-01-01' }),
    more: [6, 'both customers, and what they are to each other already'],
  },
  relationshipEnd: {
    input: ({ relationship }) => ({ relationshipId: relationship, untilOn: '2026-06-30' }),
    more: [8, 'the relationship, both customers, the other side of it, and what else they are to each other'],
  },
  relationshipRemove: {
    input: ({ secondRelationship }) => ({ relationshipId: secondRelationship }),
    more: [7, 'the relationship, both customers, and the other side of it'],
  },

  channelCreate: { input: () => ({ kind: 'EMAIL', name: 'Post', address: 'post@example.com' }) },
  channelUpdate: { input: ({ channel }) => ({ channelId: channel, name: 'Other post', address: 'other@example.com' }) },
  conversationStart: { input: ({ customer, channel }) => ({ customerId: customer, channelId: channel, subject: 'Beans' }) },
  jobCancel: { input: () => ({ jobId: world.ids.get('Job')![0] }) },
  jobRetry: { input: () => ({ jobId: world.ids.get('Job')![1] }) },

  conversationClose: { input: ({ conversation }) => ({ conversationId: conversation }) },
  conversationReopen: { input: ({ conversation }) => ({ conversationId: conversation }) },
  interactionLog: { input: ({ customer }) => ({ customerId: customer, kind: 'CALL', direction: 'OUTBOUND', subject: 'Beans', text: 'Two kilos.', disposition: 'sold', call: { outcome: 'ANSWERED' } }) },
  messageReceive: {
    input: ({ channel }) => ({
      channelId: channel, externalId: randomUUID(), externalConversationId: randomUUID(), from: { kind: 'EMAIL', value: 'somebody@example.org', name: 'Some Body' }, text: 'Hello',
    }),
    more: [8, 'the channel, whether the message is here already, whose address it comes from, and in which conversation it belongs'],
  },

  messageSend: {
    input: ({ channel, thirdPoint, mailConversation }) => ({
      conversationId: mailConversation, contactPointId: thirdPoint, channelId: channel, subject: 'Beans', html: '<p>Hello</p>', cc: ['copy@example.org'], bcc: ['quiet@example.org'],
      language: 'cs', sendAt: '2099-01-01T00:00:00Z',
    }),
    more: [12, 'the conversation, the address, the channel, the customer, who else gets it and whether mail to any of them came back, what was said before, and the name of the organisation'],
  },
  messageCancel: { input: ({ message }) => ({ interactionId: message }), more: [7, 'the message, and what became of it, which is then locked'] },
  messageSendAgain: { input: ({ failedMessage }) => ({ interactionId: failedMessage }), more: [7, 'the message, and what became of it, which is then locked'] },
  pipelineCreate: { input: () => ({ name: 'Retail', stages: [{ name: 'One', probability: 10, requires: ['AMOUNT'], stalledAfter: 'P7D' }, { name: 'Two', probability: 50 }] }) },
  pipelineUpdate: { input: ({ pipeline }) => ({ pipelineId: pipeline, name: 'Wholesale' }) },
  stageCreate: { input: ({ pipeline, stages }) => ({ pipelineId: pipeline, name: 'Offer', probability: 60, requires: ['OWNER'], stalledAfter: 'P7D', before: stages[1] }) },
  stageUpdate: {
    input: ({ stages }) => ({ stageId: stages[0], name: 'Start', probability: 15, requires: [], stalledAfter: 'P1D' }),
    more: [6, 'the stage, its pipeline, and the other stages, among which it is called so alone'],
  },
  stageArchive: {
    input: ({ stages }) => ({ stageId: stages[3] }),
    more: [7, 'the stage, its pipeline, what is open in it, and the other stages'],
  },
  stageRestore: {
    input: ({ stages }) => ({ stageId: stages[3] }),
    more: [6, 'the stage, its pipeline, and the other stages'],
  },
  pipelineReorder: { input: ({ emptyPipeline: pipeline, emptyStages }) => ({ pipelineId: pipeline, stageIds: emptyStages }) },
  opportunityOpen: {
    input: ({ customer, stages, user, team }) => ({
      customerId: customer, title: 'Beans', stageId: stages[0], ownerId: user, teamId: team, amount: { amount: '12.50', currency: 'EUR' }, expectedCloseOn: '2027-01-31', source: 'fair', nextStep: 'Call',
    }),
    more: [8, 'the customer, the stage, its pipeline, the owner and the team'],
  },
  opportunityUpdate: {
    input: ({ opportunity, user, team }) => ({ opportunityId: opportunity, title: 'More', amount: { amount: '13', currency: 'EUR' }, probability: 30, ownerId: user, teamId: team, nextStep: 'Write' }),
    more: [7, 'the opportunity, the owner, the team, and what its stage requires'],
  },
  opportunityMoveStage: {
    input: ({ opportunity, stages }) => ({ opportunityId: opportunity, stageId: stages[1] }),
    more: [6, 'the opportunity, the stage, and since when it stands in the one before'],
  },
  opportunityLineAdd: { input: ({ opportunity }) => ({ opportunityId: opportunity, description: 'Beans', quantity: '2', unitPrice: { amount: '9.99', currency: 'EUR' }, taxRate: '21', discountPercent: '5' }) },
  opportunityLineUpdate: {
    input: ({ line }) => ({ opportunityLineId: line, quantity: '3', taxRate: '12', position: 1 }),
    more: [7, 'which opportunity it is of, that one and the line locked in this order, and the other lines, with which it is counted'],
  },
  opportunityLineRemove: {
    input: ({ secondLine }) => ({ opportunityLineId: secondLine }),
    more: [8, 'which opportunity it is of, that one and the line locked in this order, the other lines, and what the stage requires'],
  },
  opportunityContactAdd: {
    input: ({ opportunity, other }) => ({ opportunityId: opportunity, customerId: other, role: 'DECISION_MAKER' }),
    more: [6, 'the opportunity, the customer, and the other contacts'],
  },
  opportunityContactUpdate: {
    input: ({ contact }) => ({ opportunityContactId: contact, role: 'BUYER' }),
    more: [6, 'the contact, the opportunity, and what its stage requires'],
  },
  opportunityContactRemove: {
    input: ({ contact }) => ({ opportunityContactId: contact }),
    more: [6, 'the contact, the opportunity, and what its stage requires'],
  },
  opportunityLose: { input: ({ opportunity }) => ({ opportunityId: opportunity, reason: 'Price', competitor: 'Rival' }) },
  opportunityReopen: {
    input: ({ opportunity, stages }) => ({ opportunityId: opportunity, stageId: stages[0] }),
    more: [6, 'the opportunity, the stage, and its pipeline'],
  },
  opportunityWin: {
    input: ({ opportunity }) => ({ opportunityId: opportunity, reason: 'Taste' }),
    more: [6, 'the opportunity, since when it stands in its stage, and the customer, who becomes a client'],
  },
  pipelineArchive: { input: ({ emptyPipeline }) => ({ pipelineId: emptyPipeline }) },
  pipelineRestore: { input: ({ emptyPipeline }) => ({ pipelineId: emptyPipeline }) },
  exchangeRateSet: {
    input: () => ({ baseCurrency: 'EUR', quoteCurrency: 'CZK', rate: '24.5', validOn: '2026-01-05', source: 'ECB' }),
    more: [7, 'which day it is where the organisation is, the pair, once to find it and once to lock it, and the rate of that day'],
  },

  calendarCreate: { input: () => ({ name: 'Shop', timeZone: 'Europe/Prague', holidayRegion: 'CZ', windows: [WINDOW], specialDays: [{ fallsOn: '2026-12-24', name: 'Eve' }] }) },
  calendarUpdate: {
    input: ({ calendar }) => ({ calendarId: calendar, name: 'Other shop', timeZone: 'Europe/Warsaw', holidayRegion: 'PL', windows: [WINDOW], specialDays: [], active: true }),
    more: [7, 'the calendar, and its hours with their windows and special days'],
  },
  calendarMakeDefault: { input: ({ calendar }) => ({ calendarId: calendar }), more: [6, 'the calendar, the default before it, and that this one no longer is, before another may be'] },
  taskCreate: {
    input: ({ user, team, customer, calendar, conversation }) => ({
      title: 'Call', note: 'Soon', priority: 'HIGH', assigneeId: user, teamId: team, customerId: customer, subjectId: conversation, dueIn: 'PT8H', calendarId: calendar, warnBefore: 'PT1H', remindAt: '2099-01-01T00:00:00Z',
    }),
    more: [11, 'who is to do it, the team, what it is about, whom it concerns, the calendar, and when first met its hours with their windows and special days'],
  },
  taskUpdate: { input: ({ task }) => ({ taskId: task, title: 'Write', note: 'Later', priority: 'LOW', remindAt: '2099-01-02T00:00:00Z' }) },
  taskReschedule: { input: ({ task }) => ({ taskId: task, dueAt: '2099-01-03T00:00:00Z', warnBefore: 'PT2H' }) },
  taskAssign: { input: ({ task, user, team }) => ({ taskId: task, assigneeId: user, teamId: team }), more: [6, 'the task, who is to do it, and the team'] },
  taskComplete: { input: ({ task }) => ({ taskId: task }) },
  taskReopen: { input: ({ task }) => ({ taskId: task }) },
  taskCancel: { input: ({ task }) => ({ taskId: task }) },

  ticketCategoryCreate: { input: ({ category }) => ({ name: 'Beans', parentId: category }) },
  ticketCategoryUpdate: { input: ({ category }) => ({ categoryId: category, name: 'Delivery', parentId: null, active: true }) },
  ticketSettingsUpdate: { input: () => ({ closeAfterDays: 3, reopenWithinDays: 7 }) },
  serviceLevelCreate: { input: ({ team, category }) => ({ name: 'Silver', categoryId: category, teamId: team, targets: [PROMISE] }), more: [7, 'the others, of which there is a most, the calendar, the team and the category'] },
  serviceLevelUpdate: {
    input: ({ level, team, category }) => ({ serviceLevelId: level, name: 'Bronze', categoryId: category, teamId: team, targets: [PROMISE] }),
    more: [8, 'itself, the team, the category, what it promised, and that this is gone before the same may be promised'],
  },
  savedReplyCreate: { input: () => ({ name: 'Hello', texts: [{ language: 'en', text: 'Hello' }] }) },
  savedReplyUpdate: { input: ({ reply }) => ({ savedReplyId: reply, name: 'Bye', texts: [{ language: 'en', text: 'Bye' }], active: true }), more: [6, 'itself, its texts, and that these are gone before others are in their languages'] },
  ticketOpen: {
    input: ({ thirdConversation, customer, user, team, category }) => ({
      conversationId: thirdConversation, customerId: customer, assigneeId: user, teamId: team, categoryId: category, subject: 'Torn', description: 'Half', kind: 'COMPLAINT', priority: 'HIGH',
    }),
    more: [16, 'the conversation, its tickets and what was said in it, who sees to it, the team, the category, the customer, the service levels and what they go by, and the number'],
  },
  ticketUpdate: { input: ({ tickets: [one] }) => ({ ticketId: one, subject: 'Late', kind: 'REQUEST', priority: 'LOW', categoryId: null }), more: [8, 'the ticket, the service levels and what they go by, its clocks, and who reaches its customer'] },
  ticketAssign: { input: ({ tickets: [one], user, team }) => ({ ticketId: one, assigneeId: user, teamId: team }), more: [10, 'the ticket, who sees to it, the team, the service levels and what they go by, its clocks, and who reaches its customer'] },
  ticketReply: { input: ({ tickets: [one], channel }) => ({ ticketId: one, channelId: channel, html: '<p>Hello</p>', cc: ['copy@example.org'] }), more: [13, 'the ticket, the address of its customer, all that a message looks at, and its clocks'] },
  ticketNote: { input: ({ tickets: [one], user }) => ({ ticketId: one, text: 'Look', mentionIds: [user] }), more: [6, 'the ticket, whom it names, and who reaches its customer'] },
  ticketHold: { input: ({ tickets: [one] }) => ({ ticketId: one, reason: 'Stocktaking', until: new Date(Date.now() + 3_600_000).toISOString() }), more: [6, 'the ticket, its clocks, and who reaches its customer'] },
  ticketResume: { input: ({ tickets: [one] }) => ({ ticketId: one }), more: [6, 'the ticket, its clocks, and who reaches its customer'] },
  ticketFollow: { input: ({ tickets: [one], user }) => ({ ticketId: one, userId: user }), more: [7, 'the ticket, the user, who follows it already, and who reaches its customer'] },
  ticketUnfollow: { input: ({ tickets: [one], user }) => ({ ticketId: one, userId: user }), more: [6, 'the ticket, who follows it, and who reaches its customer'] },
  ticketResolve: { input: ({ tickets: [one] }) => ({ ticketId: one, resolution: 'Sent' }), more: [8, 'the ticket, the settings, its followers and its clocks, and who reaches its customer'] },
  ticketClose: { input: ({ tickets: [one] }) => ({ ticketId: one }) },
  ticketReopen: { input: ({ tickets: [one] }) => ({ ticketId: one }), more: [7, 'the ticket, its clocks, whether another goes on in its conversation, and who reaches its customer'] },
  ticketLink: { input: ({ tickets: [, two, three] }) => ({ ticketId: two, type: 'PARENT_OF', toTicketId: three }), more: [9, 'both tickets, what each is linked to, what is above, and who reaches their customer'] },
  ticketUnlink: { input: ({ ticketLink }) => ({ ticketLinkId: ticketLink }), more: [8, 'the link, both tickets, the other side of it, and who reaches their customer'] },
  ticketMerge: {
    input: ({ tickets: [, , , four, five] }) => ({ ticketId: four, intoTicketId: five }),
    more: [17, 'both tickets, what was merged before, what goes over (the conversation, notes, followers, links and clocks), and who reaches their customer'],
  },
  notificationMarkRead: { input: ({ notification }) => ({ notificationId: notification }) },
  notificationMarkAllRead: { input: () => ({}) },

  mailTemplateCreate: { input: () => ({ name: 'Winter', fallbackLanguage: 'en' }) },
  mailTemplateUpdate: { input: ({ template }) => ({ templateId: template, name: 'Spring', fallbackLanguage: 'en' }) },
  mailTemplateTextSet: { input: ({ template }) => ({ templateId: template, language: 'pl', subject: 'Ziarna', html: '<p>{{ unsubscribeUrl }}</p>', text: '{{ unsubscribeUrl }}' }) },
  mailTemplateTextRemove: { input: ({ template }) => ({ templateId: template, language: 'cs' }) },
  mailTemplateCopy: { input: ({ template }) => ({ templateId: template, name: 'Copy' }) },
  mailTemplateSendTest: { input: ({ template }) => ({ templateId: template, language: 'en' }) },
  campaignPlan: {
    input: ({ channel, customer, template, secondTemplate }) => ({
      ...CAMPAIGN, name: 'Another campaign', channelId: channel, audience: { customerIds: [customer] }, variants: [{ name: 'A', templateId: template }, { name: 'B', templateId: secondTemplate, weight: 2 }],
    }),
    more: [12, 'the organisation, the channel, the audience there was, which is gone before another is, the customers, which of them are named already, the templates, and the variants there were'],
  },
  campaignUpdate: {
    input: ({ namedCampaign, channel, customer, other, template, secondTemplate }) => ({
      ...CAMPAIGN, campaignId: namedCampaign, name: 'Renamed', channelId: channel, audience: { customerIds: [customer, other] },
      variants: [{ name: 'C', templateId: template }, { name: 'D', templateId: secondTemplate, weight: 3 }],
    }),
    more: [12, 'the campaign, the channel, the audience there was, which is gone before another is, the customers, which of them are named already, the templates, and the variants there were'],
  },
  campaignCustomersRemove: { input: ({ namedCampaign, other }) => ({ campaignId: namedCampaign, customerIds: [other] }) },
  campaignCustomersAdd: {
    input: ({ namedCampaign, other }) => ({ campaignId: namedCampaign, customerIds: [other] }),
    more: [8, 'the campaign, whether its audience is chosen by a filter, how many are named, the customers, and which of them are named already'],
  },
  campaignLaunch: {
    input: ({ campaign }) => ({ campaignId: campaign }),
    more: [10, 'the campaign, the channel, its audience, by filter or by name, its variants, and each template they have, which is locked, with its texts'],
  },
  campaignPause: { input: ({ campaign }) => ({ campaignId: campaign }) },
  campaignResume: { input: ({ campaign }) => ({ campaignId: campaign }) },
  campaignStop: { input: ({ campaign }) => ({ campaignId: campaign }) },
  campaignMemberSendAgain: { input: ({ member }) => ({ campaignMemberId: member }), more: [6, 'of which campaign they are, that one and the member locked in this order'] },
  campaignPolicySet: { input: () => ({ mostMails: 4, perDays: 8, domainPerMinute: 100, domainConnections: 3 }) },
  suppressionAdd: { input: () => ({ address: 'never@example.org', reason: 'UNSUBSCRIBED', note: 'By telephone' }) },
  suppressionRemove: { input: ({ suppression }) => ({ suppressionId: suppression }) },
  channelMailboxSet: {
    input: ({ channel }) => ({
      channelId: channel, host: 'imap.own.example', port: 993, security: 'TLS', user: 'letters', password: 'Password', folder: 'INBOX', takesExisting: true,
    }),
    more: [6, 'the channel, and the mailbox it had, which is then locked'],
  },
  channelMailboxRemove: { input: ({ channel }) => ({ channelId: channel }) },

  sessionRevoke: { input: ({ session }) => ({ sessionId: session }) },
  signOut: { input: () => ({}), by: () => Client.signIn(app.url, world.nobodyEmail, `${PASSWORD}, changed`) },
  userDeactivate: {
    input: ({ user }) => ({ userId: user }),
    more: [8, "the user, their sessions, and whether another administrator stays, which takes the organisation's lock, the role and its holders"],
  },
};

async function made(name: string, shows: string, input: object): Promise<string> {
  const { userErrors, ...payload } = await mutate<Record<string, { id: string }>>(world.administrator, name, `${shows} { id }`, input);
  assert.deepEqual(userErrors, [], name);
  return payload[shows]!.id;
}

async function makeIds(): Promise<Ids> {
  const { administrator } = world;
  const customer = (given: string): Promise<string> => made('customerCreate', 'customer', {
    kind: 'PERSON', givenName: given, contactPoints: [{ kind: 'EMAIL', value: `${given}-one@example.com` }, { kind: 'EMAIL', value: `${given}-two@example.com` }],
  });
  const [one, two, three] = [await customer('anna'), await customer('bela'), await customer('cyril')];
  const points = await administrator.ask<{ customer: { contactPoints: { id: string }[] } }>('query ($id: ID!) { customer(id: $id) { contactPoints { id } } }', { id: one });
  await Client.signIn(app.url, world.email, PASSWORD);
  const { sessions } = await administrator.ask<{ sessions: { nodes: { id: string; current: boolean }[] } }>('{ sessions { nodes { id current } } }');
  const { roles } = await administrator.ask<{ roles: { nodes: { id: string; builtIn: string }[] } }>('{ roles { nodes { id builtIn } } }');
  const channel = await made('channelCreate', 'channel', { kind: 'EMAIL', name: 'Letters', address: 'letters@example.com' });
  const [thirdPoint = '', bouncedPoint = ''] = (await administrator.ask<{ customer: { contactPoints: { id: string }[] } }>(
    'query ($id: ID!) { customer(id: $id) { contactPoints { id } } }', { id: three })).customer.contactPoints.map(({ id }) => id);
  const sent = async (): Promise<{ id: string; conversation: { id: string } }> => (await mutate<{ interaction: { id: string; conversation: { id: string } } }>(administrator, 'messageSend',
    'interaction { id conversation { id } }', { channelId: channel, contactPointId: thirdPoint, text: 'Hello', sendAt: '2099-01-01T00:00:00Z' })).interaction;
  const [message, failedMessage] = [await sent(), await sent()];
  const raw = (id: string): string => splitId(id)?.id ?? '';
  await app.database.asOwner(`update message_delivery set status = 'FAILED', next_at = null where interaction_id = '${raw(failedMessage.id)}'`);
  await app.database.asOwner(`update contact_point set undeliverable_at = now() where id = '${raw(bouncedPoint)}'`);
  const pipeline = async (name: string): Promise<{ id: string; stages: { id: string }[] }> => (await mutate<{ pipeline: { id: string; stages: { id: string }[] } }>(
    administrator, 'pipelineCreate', 'pipeline { id stages { id } }',
    { name, stages: [1, 2, 3, 4].map((n) => ({ name: `Stage ${n}`, probability: n * 20, requires: n === 2 ? ['AMOUNT'] : [] })) })).pipeline;
  const [selling, empty] = [await pipeline('Selling'), await pipeline('Empty')];
  const opportunity = await made('opportunityOpen', 'opportunity', { customerId: three, title: 'Beans', pipelineId: selling.id, amount: { amount: '10', currency: 'EUR' } });
  const line = (): Promise<string> => made('opportunityLineAdd', 'opportunityLine', { opportunityId: opportunity, description: 'Beans', quantity: '1', unitPrice: { amount: '1', currency: 'EUR' }, taxRate: '21' });
  await made('exchangeRateSet', 'currencyPair', { baseCurrency: 'EUR', quoteCurrency: 'CZK', rate: '24', validOn: '2026-01-02', source: 'ECB' });
  return {
    opportunity, pipeline: selling.id, stages: selling.stages.map(({ id }) => id), emptyPipeline: empty.id, emptyStages: empty.stages.map(({ id }) => id), line: await line(), secondLine: await line(),
    contact: await made('opportunityContactAdd', 'opportunityContact', { opportunityId: opportunity, customerId: one, role: 'USER' }),
    customer: one, other: two, channel,
    point: points.customer.contactPoints[0]!.id, secondPoint: points.customer.contactPoints[1]!.id,
    relationship: await made('customerRelate', 'relationship', { customerId: one, toCustomerId: three, type: 'PARTNER_OF' }),
    secondRelationship: await made('customerRelate', 'relationship', { customerId: two, toCustomerId: three, type: 'PARTNER_OF' }),
    conversation: await made('conversationStart', 'conversation', { customerId: two, channelId: channel }),
    calendar: await made('calendarCreate', 'calendar', { name: 'House', timeZone: 'Europe/Prague', windows: [WINDOW] }),
    task: await made('taskCreate', 'task', { title: 'Wait', dueAt: '2099-01-01T00:00:00Z' }),
    user: await made('userCreate', 'user', { name: 'Nina', email: `nina@${world.word}.example`, password: PASSWORD }),
    team: await made('teamCreate', 'team', { name: 'Readers' }),
    role: await made('roleDefine', 'role', { name: 'Readers', permissions: [], reach: 'OWN' }),
    administrators: roles.nodes.find(({ builtIn }) => builtIn === 'ADMINISTRATOR')!.id,
    key: await made('apiKeyCreate', 'apiKey', { name: 'Third', permissions: [] }),
    ...await ticketIds(three, channel),
    ...await campaignIds(one, channel),
    session: sessions.nodes.find(({ current }) => !current)!.id,
    thirdPoint, bouncedPoint, message: message.id, failedMessage: failedMessage.id, mailConversation: message.conversation.id,
  };
}

async function ticketIds(customerId: string, channelId: string): Promise<Pick<Ids, 'category' | 'level' | 'reply' | 'tickets' | 'ticketLink' | 'thirdConversation' | 'notification'>> {
  const tickets: string[] = [];
  for (const subject of ['1', '2', '3', '4', '5', '6', '7']) tickets.push(await made('ticketOpen', 'ticket', { subject, customerId }));
  await made('ticketNote', 'ticketNote', { ticketId: tickets[3], text: 'x' });
  await made('ticketFollow', 'ticket', { ticketId: tickets[3] });
  await made('ticketLink', 'ticketLink', { ticketId: tickets[3], type: 'RELATED', toTicketId: tickets[5] });
  return {
    tickets, category: await made('ticketCategoryCreate', 'ticketCategory', { name: 'Deliveries' }),
    level: await made('serviceLevelCreate', 'serviceLevel', { name: 'Iron', targets: [PROMISE] }),
    reply: await made('savedReplyCreate', 'savedReply', { name: 'Sorry', texts: [{ language: 'en', text: 'Sorry' }] }),
    ticketLink: await made('ticketLink', 'ticketLink', { ticketId: tickets[5], type: 'RELATED', toTicketId: tickets[6] }),
    thirdConversation: await made('conversationStart', 'conversation', { customerId, channelId }),
    notification: await ownNotification(tickets[6] ?? ''),
  };
}

type CampaignIds = Pick<Ids, 'template' | 'secondTemplate' | 'campaign' | 'namedCampaign' | 'member' | 'suppression'>;

/** Of the members of the fill world, one whose mail failed in a campaign that is done: to be mailed again, it has to be set going. */
async function campaignIds(customerId: string, channelId: string): Promise<CampaignIds> {
  const template = async (name: string): Promise<string> => {
    const templateId = await made('mailTemplateCreate', 'mailTemplate', { name, fallbackLanguage: 'en' });
    for (const language of ['en', 'cs']) await made('mailTemplateTextSet', 'mailTemplateText', { templateId, language, subject: name, html: '<p>{{ unsubscribeUrl }}</p>' });
    return templateId;
  };
  const [first, second, launched] = [await template('Summer'), await template('Autumn'), await template('Sent')];
  const plan = (name: string, templateId: string, audience: object): Promise<string> => made('campaignPlan', 'campaign', { name, channelId, audience, variants: [{ name: 'A', templateId }] });
  await made('channelMailboxSet', 'channel', { channelId, host: 'imap.own.example', user: 'letters', password: PASSWORD });
  const [member = ''] = world.ids.get('CampaignMember')!;
  const raw = splitId(member)?.id ?? '';
  await app.database.asOwner(`update campaign_member set status = 'FAILED', bounced_at = null where id = '${raw}'`);
  await app.database.asOwner(`update campaign set status = 'DONE', ended_at = now(), job_id = null where id = (select campaign_id from campaign_member where id = '${raw}')`);
  return {
    template: first, secondTemplate: second, member,
    campaign: await plan('Launched', launched, { customerIds: [customerId] }),
    namedCampaign: await plan('Named', first, { customerIds: [customerId] }),
    suppression: await made('suppressionAdd', 'suppression', { address: 'off@example.org' }),
  };
}

/** By a key: nobody is told what they do themselves. */
async function ownNotification(ticketId: string): Promise<string> {
  await mutate(world.key, 'ticketAssign', 'ticket { id }', { ticketId, assigneeId: world.administratorId });
  const { notifications } = await world.administrator.ask<{ notifications: { nodes: { id: string }[] } }>('{ notifications { nodes { id } } }');
  return notifications.nodes[0]!.id;
}

describe('a keyed mutation', () => {
  it('is counted here, whichever there is', () => {
    const keyed = new Calls(app.app.schema, modules).operations.filter(({ kind, permission }) => kind === 'mutation' && permission !== PUBLIC);
    assert.deepEqual(Object.keys(cases).sort(), keyed.map(({ name }) => name).sort());
  });

  it('says where it needs more, and only there', () => {
    assert.deepEqual(Object.entries(cases).filter(([, { more }]) => more && more[0] <= MOST), []);
  });

  for (const [name, { input, more, by }] of Object.entries(cases)) {
    it(`${name}: at most ${more?.[0] ?? MOST} statements${more ? `: it looks at ${more[1]}` : ''}`, async () => {
      const client = by ? await by() : world.administrator;
      conversations.clear();
      const { userErrors } = await mutate(client, name, 'position', { ...input(of), idempotencyKey: randomUUID() });
      assert.deepEqual(userErrors, []);
      const transactions = [...conversations.values()].filter(([first]) => first === 'begin');
      assert.equal(transactions.length, 1);
      const [, tenant, ...sent] = transactions[0]!;
      assert.match(tenant!, /set_config/);
      assert.equal(sent.pop(), 'commit');
      if (more) assert.equal(sent.length, more[0], sent.join('\n'));
      else assert.ok(sent.length <= MOST, sent.join('\n'));
    });
  }
});

describe('coming in', () => {
  const sentBy = async <T>(name: string, shows: string, input: object): Promise<[T, number]> => {
    conversations.clear();
    const payload = await mutate<T>(app.stranger, name, shows, input);
    assert.deepEqual(payload.userErrors, []);
    const sent = [...conversations.values()].filter(([first]) => first !== 'begin isolation level repeatable read read only').flat();
    return [payload, sent.filter((text) => text !== 'begin' && text !== 'commit' && !text.includes('set_config')).length];
  };

  it('takes at most five statements, by password and by refresh token', async () => {
    const [{ refreshToken }, signingIn] = await sentBy<{ refreshToken: string }>('signIn', 'refreshToken', { email: world.email, password: PASSWORD });
    const [, refreshing] = await sentBy('tokenRefresh', 'accessToken', { refreshToken });
    assert.ok(signingIn <= MOST && refreshing <= MOST, `${signingIn} and ${refreshing}`);
  });
});
