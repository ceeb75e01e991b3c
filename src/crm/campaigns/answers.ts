/**
 * What comes back of a campaign, among the mails that come in: an answer is known by the Message-ID that it answers, a
 * bounce by the address that only the envelope of one member's mail had. Whoever writes to us at all got our mail.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Reaction } from '../../kernel/work.ts';
import { emailKey } from '../../kernel/values/email-address.ts';
import { markAddressUndeliverable } from '../customers/mark-address.ts';
import { InteractionBody } from '../interactions/interaction-body.ts';
import { Interaction } from '../interactions/interaction.ts';
import { MailMessageId } from '../interactions/mail-message-id.ts';
import { MOST_PARTICIPANTS, Participant } from '../interactions/participant.ts';
import { CampaignMember } from './campaign-member.ts';
import { Campaign } from './campaign.ts';
import { bounceIn } from './returned-mail.ts';

/** Of a customer, the campaigns that an answer is looked for among. */
const MOST_MAILS = 50;

export const findAnswers: Reaction = {
  name: 'campaigns.findAnswers',
  on: ['interaction.received'],
  run: ({ subject }, work) => work.step(async (transaction) => {
    const [interaction] = await transaction.all(Interaction, { id: subject });
    if (interaction?.direction !== 'INBOUND' || interaction.channelKind !== 'EMAIL') return;
    if (interaction.automatic) await findBounced(interaction, transaction);
    else await findAnswered(interaction, transaction);
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

async function findBounced({ id, subject, startedAt }: Interaction, transaction: Transaction): Promise<void> {
  const { all, ports, actor } = transaction;
  const [participants, [body]] = await Promise.all([all(Participant, { interaction: id }, MOST_PARTICIPANTS), all(InteractionBody, { interaction: id })]);
  const named = participants.flatMap(({ role, address }) => (role === 'TO' ? ports.mail.named(actor.tenant, address ?? '') ?? [] : []));
  const [member] = named.length > 0 ? await all(CampaignMember, { id: named }) : [];
  const from = participants.find(({ role }) => role === 'FROM');
  const bounce = bounceIn({ from: from?.address ?? from?.name ?? '', subject: subject ?? '', text: body?.text ?? '' });
  if (!member || !bounce || member.bouncedAt !== null) return;
  await change(member.id, transaction, (found) => found.bounce(bounce.statusCode, bounce.reason, startedAt));
  if (bounce.permanent && member.address) await markAddressUndeliverable(emailKey(member.address), bounce.reason, transaction);
}

/** The campaign before its members, as all who lock both do. */
async function change(id: string, { all, get }: Transaction, act: (member: CampaignMember) => void): Promise<void> {
  const [found] = await all(CampaignMember, { id });
  if (!found) return;
  const campaign = await get(Campaign, found.campaign.id);
  act(await get(CampaignMember, id));
  campaign.progress();
}
