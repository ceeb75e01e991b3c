/** A saved reply as it would be sent for a ticket: in the customer's language, its variables filled in. */
import type { Context } from '../../kernel/context.ts';
import { flag, text } from '../../kernel/fields.ts';
import { result } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { locale } from '../../kernel/values/locale.ts';
import { Customer } from '../customers/customer.ts';
import { Organization } from '../identity/organization.ts';
import { User } from '../identity/user.ts';
import { fillIn, textFor } from './fill-in.ts';
import { SavedReplyText, type SavedReply } from './saved-reply.ts';
import type { Ticket } from './ticket.ts';

@result('A saved reply as it would be sent.')
export class FilledReply {
  @text('What it says.', { max: 100_000, multiline: true })
  text!: string;

  @text('In which language.', { value: locale })
  language!: string;

  @flag("Whether it is in another language than the customer's, or theirs is not known: it has no text in theirs, so the first serves.")
  fellBack!: boolean;
}

export async function previewSavedReply(reply: SavedReply, ticket: Ticket, { all, actor }: Pick<Context, 'all' | 'actor'>): Promise<FilledReply> {
  if (!reply.active) throw new Refusal('SAVED_REPLY_NOT_ACTIVE', `“${reply.name}” is out of use. Choose another saved reply.`, { field: ['savedReplyId'] });
  const [texts, [customer], [agent], [organization]] = await Promise.all([
    all(SavedReplyText, { savedReply: reply.id }), ticket.customer ? all(Customer, { id: ticket.customer.id }) : [], actor.kind === 'USER' ? all(User, { id: actor.id }) : [], all(Organization, { id: actor.tenant }),
  ]);
  const wanted = customer?.language ?? null;
  const chosen = textFor(texts, wanted);
  if (!chosen) throw new Error('a saved reply has a text');
  const said = fillIn(chosen.text, {
    customer: { name: customer?.name ?? null, greetingName: customer?.greetingName ?? null }, ticket: { reference: ticket.reference, subject: ticket.subject },
    agent: { name: agent?.name ?? null }, organization: { name: organization?.name ?? null },
  });
  const fellBack = wanted === null || wanted.split('-')[0] !== chosen.language.split('-')[0];
  return Object.assign(new FilledReply(), { text: said, language: chosen.language, fellBack });
}
