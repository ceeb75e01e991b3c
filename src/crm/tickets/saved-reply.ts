/**
 * Saved replies: what is written to customers again and again, in each language it is needed in, with variables in it.
 * What the variables stand for is told in `fill-in.ts`.
 */
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, flag, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { locale } from '../../kernel/values/locale.ts';

export const MOST_LANGUAGES = 20;
export const LONGEST_REPLY = 20_000;

@model('What is written to customers again and again, in each language it is needed in.', {
  prefix: 'srp', read: null,
  orders: { NAME_ASC: { field: 'name', direction: 'asc', description: 'By name.' } },
  unique: { saved_reply_name: ['SAVED_REPLY_NAME_TAKEN', 'A saved reply of this name exists already.'] },
})
export class SavedReply extends Entity {
  @text('What colleagues know it by; unique in the organisation.')
  name!: string;

  @flag('Whether it is offered.')
  active = true;

  static create(name: string): SavedReply {
    const reply = Object.assign(new SavedReply(), { name });
    announce(reply, 'savedReply.created');
    return reply;
  }

  update({ name, active }: { readonly name?: string | undefined; readonly active?: boolean | undefined }): void {
    this.name = name ?? this.name;
    this.active = active ?? this.active;
    announce(this, 'savedReply.updated');
  }

  rewrite(): void {
    announce(this, 'savedReply.rewritten');
  }
}

@model('A saved reply in one language.', {
  prefix: 'srt', read: null, partOf: 'savedReply',
  unique: { saved_reply_language: ['SAVED_REPLY_LANGUAGE_TWICE', 'A saved reply has one text in each language.'] },
})
export class SavedReplyText extends Entity {
  @belongsTo(() => SavedReply, 'Of which saved reply.', { inverse: { name: 'texts', description: 'Its texts, the first of which serves customers of every other language.', max: MOST_LANGUAGES } })
  savedReply!: Ref<SavedReply>;

  @text('In which language.', { value: locale })
  language!: string;

  @text('What it says, with variables such as `{{ customer.greetingName }}`.', { max: LONGEST_REPLY, multiline: true })
  text!: string;

  static of(savedReply: Ref<SavedReply>, language: string, said: string): SavedReplyText {
    return Object.assign(new SavedReplyText(), { savedReply, language, text: said });
  }
}
