/**
 * How somebody takes themselves off: by the button of the page that a mail links to, or by that of their mail program
 * (RFC 8058), which asks for the same. It takes effect with the next mail of any campaign, those being sent among them.
 */
import type { PageContent, PublicPage } from '../../kernel/public-page.ts';
import type { Transaction } from '../../kernel/context.ts';
import { Customer } from '../customers/customer.ts';
import { CampaignMember } from './campaign-member.ts';
import { Campaign } from './campaign.ts';
import { ownOrganization } from './own-organization.ts';
import { suppressAddress } from './suppress-address.ts';
import { wordsFor, type UnsubscribeWords } from './unsubscribe-words.ts';

export const unsubscribePage: PublicPage = {
  name: 'unsubscribe',
  show: (id, work) => work.step(async (transaction) => {
    const [member] = await transaction.all(CampaignMember, { id });
    return member ? content(member, transaction, ({ ask, button }, from) => ({ ...ask(from), button })) : null;
  }),
  act: (id, work) => work.step(async (transaction) => {
    const [found] = await transaction.all(CampaignMember, { id });
    if (!found) return null;
    await unsubscribe(found, transaction);
    return content(found, transaction, ({ done }, from) => ({ ...done(from), button: null }));
  }),
};

/** Pressed again it says the same again: somebody may have let campaigns write to the address meanwhile. */
async function unsubscribe(found: CampaignMember, transaction: Transaction): Promise<void> {
  const { get, now } = transaction;
  const campaign = await get(Campaign, found.campaign.id); // before its members, as all who lock both do
  const member = await get(CampaignMember, found.id);
  if (member.address === null) return;
  await suppressAddress(member.address, { reason: 'UNSUBSCRIBED', source: 'LINK', member }, transaction);
  if (member.unsubscribedAt !== null) return;
  member.unsubscribe(now());
  campaign.progress();
}

async function content(
  { customer }: CampaignMember, transaction: Transaction, say: (words: UnsubscribeWords, from: string) => Omit<PageContent, 'language'>,
): Promise<PageContent> {
  const [recipient] = await transaction.all(Customer, { id: customer.id });
  const { name, locales } = await ownOrganization(transaction);
  const words = wordsFor(recipient?.language ?? locales[0] ?? null);
  return { language: words.language, ...say(words, name) };
}
