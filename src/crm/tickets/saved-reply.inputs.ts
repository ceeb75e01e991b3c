/** What can be said of saved replies. */
import { expectedVersion, flag, id, object, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { locale } from '../../kernel/values/locale.ts';
import { variablesTold } from './fill-in.ts';
import { LONGEST_REPLY, MOST_LANGUAGES, SavedReply } from './saved-reply.ts';
import { Ticket } from './ticket.ts';

@input('A saved reply in one language.')
export class SavedReplyTextInput {
  @text('In which language.', { value: locale })
  language!: string;

  @text(`What it says, with variables. ${variablesTold}`, { max: LONGEST_REPLY, multiline: true })
  text!: string;
}

@input('A new saved reply.')
export class SavedReplyCreateInput {
  @text('What colleagues know it by; unique in the organisation.')
  name!: string;

  @object(() => SavedReplyTextInput, 'Its text in each language, at least one; the first serves customers of every other language.', { list: true, most: MOST_LANGUAGES })
  texts!: SavedReplyTextInput[];
}

@input('What to change of a saved reply; what is not given stays.')
export class SavedReplyUpdateInput {
  @id(() => SavedReply, 'Which saved reply.')
  savedReplyId!: string;

  @expectedVersion()
  expectedVersion?: number | null;

  @text('What colleagues know it by. Null: stays.', { optional: true })
  name?: string | null;

  @flag('Whether it is offered. Null: stays.', { optional: true })
  active?: boolean | null;

  @object(() => SavedReplyTextInput, 'All its texts, in place of those it has. Null: they stay.', { list: true, most: MOST_LANGUAGES, optional: true })
  texts?: SavedReplyTextInput[] | null;
}

@input('Which saved reply, for which ticket.')
export class SavedReplyPreviewArgs {
  @id(() => SavedReply, 'Which saved reply.')
  savedReplyId!: string;

  @id(() => Ticket, 'For which ticket.')
  ticketId!: string;
}
