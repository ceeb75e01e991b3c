/**
 * What comes back of a campaign: answers among the mails that come in, known by the Message-ID that they answer, and
 * mails that servers returned, known by a name that only the mail of one member had. Whoever writes to us got ours.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Reaction } from '../../kernel/work.ts';
import { emailKey } from '../../kernel/values/email-address.ts';
import { markAddressUndeliverable } from '../customers/mark-address.ts';
import { Interaction } from '../interactions/interaction.ts';
import { MailMessageId } from '../interactions/mail-message-id.ts';
import { ReturnedMail } from '../interactions/returned-mail.ts';
import { CampaignMember } from './campaign-member.ts';
import { Campaign } from './campaign.ts';

/** Of a customer, the campaigns that an answer is looked for among. */
const MOST_MAILS = 50;

export const findAnswers: Reaction = {
  name: 'campaigns.findAnswers',
  on: ['interaction.received'],
  run: ({ subject }, work) => work.step(async (transaction) => {
    const [interaction] = await transaction.all(Interaction, { id: subject });
    if (interaction?.direction !== 'INBOUND' || interaction.channelKind !== 'EMAIL' || interaction.automatic) return;
    await findAnswered(interaction, transaction);
  }),
};

export const markReturned: Reaction = {
  name: 'campaigns.markReturned',
  on: ['mail.returned'],
  run: ({ subject }, work) => work.step(async (transaction) => {
    const [returned] = await transaction.all(ReturnedMail, { id: subject });
    const [member] = returned ? await transaction.all(CampaignMember, { id: returned.mail }) : [];
    if (!returned || !member || member.bouncedAt !== null) return;
    const { statusCode, reason, createdAt } = returned;
    await change(member.id, transaction, (found) => found.bounce(statusCode, reason, createdAt));
    if (member.address && returned.saysDead(member.address)) await markAddressUndeliverable(emailKey(member.address), reason, transaction);
  }),
};

async function findAnswered({ customer, conversation, startedAt }: Interaction, transaction: Transaction): Promise<void> {
  const { all, page } = transaction;
  if (!customer || !conversation) return;
  const { nodes } = await page(CampaignMember, { last: MOST_MAILS, orderBy: 'ENROLLED_ASC' }, { all: [
    { field: 'customer', is: 'eq', value: customer.id }, { not: { field: 'messageKey', is: 'eq', value: null } },
  ] });
  const mentioned = await all(MailMessageId, { conversation: conversation.id, key: nodes.flatMap((member) => member.messageKey ?? []) });
  const answered = nodes.find((member) => mentioned.some(({ key }) => key === member.messageKey));
  if (answered && answered.repliedAt === null) await change(answered.id, transaction, (member) => member.reply(startedAt));
}

/** The campaign before its members, as all who lock both do. */
async function change(id: string, { all, get }: Transaction, act: (member: CampaignMember) => void): Promise<void> {
  const [found] = await all(CampaignMember, { id });
  if (!found) return;
  const campaign = await get(Campaign, found.campaign.id);
  act(await get(CampaignMember, id));
  campaign.progress();
}
