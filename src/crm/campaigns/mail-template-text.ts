/** A template in one language: subject, HTML, plain text. That they can be rendered is checked before they are kept. */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { locale } from '../../kernel/values/locale.ts';
import { LONGEST_TEMPLATE } from './liquid.ts';
import { MailTemplate } from './mail-template.ts';

export const MOST_LANGUAGES = 30;
export const LONGEST_SUBJECT_TEMPLATE = 1000;

export interface Wording {
  readonly language: string;
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
}

@model('A template in one language.', {
  prefix: 'mtt', read: 'mailTemplate:read', partOf: 'template',
  unique: { mail_template_text_once: ['TEMPLATE_LANGUAGE_TAKEN', 'The template got a text in this language at the same moment.'] },
})
export class MailTemplateText extends Entity implements Wording {
  @belongsTo(() => MailTemplate, 'Of which template.', { inverse: { name: 'texts', description: 'What it says, by language, in order of entry.', max: MOST_LANGUAGES } })
  template!: Ref<MailTemplate>;

  @text('In which language; customers of `de-AT` get `de` where there is no `de-AT`.', { value: locale })
  language!: string;

  @text('The subject, as Liquid.', { max: LONGEST_SUBJECT_TEMPLATE })
  subject!: string;

  @text('The mail as HTML, as Liquid; what it puts out is escaped. Null: it is sent as plain text only.', { optional: true, max: LONGEST_TEMPLATE, multiline: true })
  html: string | null = null;

  @text('The mail as plain text, as Liquid. Null: it is made from the HTML.', { optional: true, max: LONGEST_TEMPLATE, multiline: true })
  text: string | null = null;

  static of(template: Ref<MailTemplate>, wording: Wording): MailTemplateText {
    return Object.assign(new MailTemplateText(), { template, ...wording });
  }
}
