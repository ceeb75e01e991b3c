/** Operations on saved replies. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { MEMBER, mutation, optional, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { each, Refusal } from '../../kernel/refusal.ts';
import { checkVariables } from './fill-in.ts';
import { FilledReply, previewSavedReply } from './preview-saved-reply.ts';
import { SavedReplyCreateInput, SavedReplyPreviewArgs, SavedReplyUpdateInput, type SavedReplyTextInput } from './saved-reply.inputs.ts';
import { SavedReply, SavedReplyText } from './saved-reply.ts';
import { Ticket } from './ticket.ts';

export class SavedReplyResolver {
  @query(pageOf(SavedReply), MEMBER, 'Saved replies, also those no longer offered.')
  savedReplies(args: PageArgs, { page }: Context) {
    return page(SavedReply, args);
  }

  @query(optional(FilledReply), 'ticket:read', 'A saved reply as it would be sent for a ticket by you. Null: either is missing or out of your reach.', { args: SavedReplyPreviewArgs })
  async savedReplyPreview({ savedReplyId, ticketId }: SavedReplyPreviewArgs, context: Context) {
    const [ticket, reply] = await Promise.all([context.find(Ticket, ticketId), context.find(SavedReply, savedReplyId)]);
    return ticket && reply && previewSavedReply(reply, ticket, context);
  }

  @mutation(SavedReply, 'savedReply:create', 'Adds a saved reply.', { input: SavedReplyCreateInput })
  async savedReplyCreate({ name, texts }: SavedReplyCreateInput, { add }: Transaction) {
    const reply = add(SavedReply.create(name));
    for (const text of checked(texts)) add(SavedReplyText.of(reply, text.language, text.text));
    return reply;
  }

  @mutation(SavedReply, 'savedReply:update', 'Changes a saved reply, or takes it out of use.', { input: SavedReplyUpdateInput })
  async savedReplyUpdate({ savedReplyId, expectedVersion, name, active, texts }: SavedReplyUpdateInput, { get, all, add, remove, flush }: Transaction) {
    const reply = await get(SavedReply, savedReplyId, expectedVersion);
    reply.update({ name: name ?? undefined, active: active ?? undefined });
    if (!texts) return reply;
    const others = checked(texts);
    (await all(SavedReplyText, { savedReply: reply.id })).forEach(remove);
    await flush(); // a language is taken until then
    for (const text of others) add(SavedReplyText.of(reply, text.language, text.text));
    reply.rewrite();
    return reply;
  }
}

function checked(texts: readonly SavedReplyTextInput[]): readonly SavedReplyTextInput[] {
  if (texts.length === 0) throw new Refusal('SAVED_REPLY_EMPTY', 'A saved reply has a text in at least one language.', { field: ['texts'] });
  each('texts', texts, ({ text }) => checkVariables(text));
  const languages = texts.map(({ language }) => language);
  const twice = languages.findIndex((language, i) => languages.indexOf(language) !== i);
  if (twice >= 0) throw new Refusal('SAVED_REPLY_LANGUAGE_TWICE', `There are two texts in ${languages[twice]}; a saved reply has one in each language.`, { field: ['texts', String(twice), 'language'] });
  return texts;
}
