/** What can be asked of templates. */
import { expectedVersion, id, text } from '../../kernel/fields.ts';
import { input, result } from '../../kernel/model.ts';
import { locale } from '../../kernel/values/locale.ts';
import { Customer } from '../customers/customer.ts';
import { Channel } from '../interactions/channel.ts';
import { LONGEST_OUTPUT, LONGEST_TEMPLATE } from './liquid.ts';
import { LONGEST_SUBJECT_TEMPLATE } from './mail-template-text.ts';
import { MailTemplate } from './mail-template.ts';

const NAMES = '`customer.name`, `customer.greetingName`, `customer.givenName`, `customer.familyName`, `customer.organizationName`, `customer.kind`, `customer.language`, `campaign.name`, `organization.name`, `unsubscribeUrl`';

@input('A template by id.')
export class MailTemplateArgs {
  @id(() => MailTemplate, 'Its id.')
  id!: string;
}

@input('Whose mail to show.')
export class MailTemplatePreviewArgs {
  @id(() => MailTemplate, 'Which template.')
  templateId!: string;

  @id(() => Customer, 'As this customer would get it. Null: as somebody made up.', { optional: true })
  customerId?: string | null;

  @text("In this language, or the nearest there is. Null: in the customer's.", { optional: true, value: locale })
  language?: string | null;
}

@result('A mail as somebody would get it.')
export class MailPreview {
  @text('The language it is in.', { value: locale })
  language!: string;

  @text('The subject.', { max: LONGEST_OUTPUT })
  subject!: string;

  @text('The HTML. Null: it is plain text only.', { optional: true, max: LONGEST_OUTPUT, multiline: true })
  html!: string | null;

  @text('The plain text.', { max: LONGEST_OUTPUT, multiline: true })
  text!: string;
}

@input('A new template; what it says is added by language.')
export class MailTemplateCreateInput {
  @text('What we call it; unique in the organisation.')
  name!: string;

  @text("The language for whom none fits. Null: the organisation's first.", { optional: true, value: locale })
  fallbackLanguage?: string | null;
}

abstract class OneTemplate {
  @id(() => MailTemplate, 'Which template.')
  templateId!: string;
}

@input('Attributes of a template to change; what is not given stays.')
export class MailTemplateUpdateInput extends OneTemplate {
  @text('What we call it. Null: stays.', { optional: true })
  name?: string | null;

  @text('The language for whom none fits. Null: stays.', { optional: true, value: locale })
  fallbackLanguage?: string | null;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('What a template says in one language, in the place of what it said.')
export class MailTemplateTextSetInput extends OneTemplate {
  @text('In which language.', { value: locale })
  language!: string;

  @text(`The subject, as Liquid. It may name ${NAMES}.`, { max: LONGEST_SUBJECT_TEMPLATE })
  subject!: string;

  @text('The mail as HTML, as Liquid; whatever it puts out is escaped. It must put out `unsubscribeUrl`. Null: plain text only.', { optional: true, max: LONGEST_TEMPLATE, multiline: true })
  html?: string | null;

  @text('The mail as plain text, as Liquid. Null: made from the HTML.', { optional: true, max: LONGEST_TEMPLATE, multiline: true })
  text?: string | null;
}

@input('In which language a template is to say nothing any more.')
export class MailTemplateTextRemoveInput extends OneTemplate {
  @text('In which language; not the one for whom none fits.', { value: locale })
  language!: string;
}

@input('Which template to copy.')
export class MailTemplateCopyInput extends OneTemplate {
  @text('What the copy is called; unique in the organisation.')
  name!: string;
}

@input('Which template to send to yourself.')
export class MailTemplateSendTestInput extends OneTemplate {
  @id(() => Channel, 'From which of our e-mail channels. Null: the first that can send.', { optional: true })
  channelId?: string | null;

  @text('In this language, or the nearest there is. Null: the one for whom none fits.', { optional: true, value: locale })
  language?: string | null;
}
