/** Operations on templates. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { mutation, optional, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Job } from '../jobs/job.ts';
import { channelOf } from './compose-campaign.ts';
import { copyTemplate, removeTemplateText, setTemplateText } from './change-template-texts.ts';
import { MailTemplateText } from './mail-template-text.ts';
import {
  MailPreview, MailTemplateArgs, MailTemplateCopyInput, MailTemplateCreateInput, MailTemplatePreviewArgs, MailTemplateSendTestInput,
  MailTemplateTextRemoveInput, MailTemplateTextSetInput, MailTemplateUpdateInput,
} from './mail-template.inputs.ts';
import { MailTemplate } from './mail-template.ts';
import { previewMail } from './preview-mail.ts';
import { wordingFor } from './render-mail.ts';
import { ownOrganization } from './own-organization.ts';

export class MailTemplateResolver {
  @query(optional(MailTemplate), 'mailTemplate:read', 'A template. Null when missing.', { args: MailTemplateArgs })
  mailTemplate({ id }: MailTemplateArgs, { find }: Context) {
    return find(MailTemplate, id);
  }

  @query(pageOf(MailTemplate), 'mailTemplate:read', 'Templates of mails.')
  mailTemplates(args: PageArgs, { page }: Context) {
    return page(MailTemplate, args);
  }

  @query(optional(MailPreview), 'mailTemplate:read', 'A mail as a customer would get it, its unsubscribe link apart. Null: the template says nothing yet, or it or the customer is missing or out of your reach.', { args: MailTemplatePreviewArgs })
  mailTemplatePreview(args: MailTemplatePreviewArgs, context: Context) {
    return previewMail(args, context);
  }

  @mutation(MailTemplate, 'mailTemplate:edit', 'Adds a template.', { input: MailTemplateCreateInput })
  async mailTemplateCreate({ name, fallbackLanguage }: MailTemplateCreateInput, transaction: Transaction) {
    const { locales } = await ownOrganization(transaction);
    return transaction.add(MailTemplate.create(name, fallbackLanguage ?? locales[0] ?? 'en'));
  }

  @mutation(MailTemplate, 'mailTemplate:edit', 'Changes attributes of a template.', { input: MailTemplateUpdateInput })
  async mailTemplateUpdate({ templateId, expectedVersion, ...details }: MailTemplateUpdateInput, { get }: Transaction) {
    const template = await get(MailTemplate, templateId, expectedVersion);
    template.update(details);
    return template;
  }

  @mutation(MailTemplateText, 'mailTemplate:edit', 'Says what a template says in one language. It is checked before it is kept: each refusal names the line.', { input: MailTemplateTextSetInput })
  mailTemplateTextSet(input: MailTemplateTextSetInput, transaction: Transaction) {
    return setTemplateText(input, transaction);
  }

  @mutation(MailTemplate, 'mailTemplate:edit', 'Removes a language from a template.', { input: MailTemplateTextRemoveInput })
  mailTemplateTextRemove(input: MailTemplateTextRemoveInput, transaction: Transaction) {
    return removeTemplateText(input, transaction);
  }

  @mutation(MailTemplate, 'mailTemplate:edit', 'Copies a template with all its languages, to change the copy.', { input: MailTemplateCopyInput })
  mailTemplateCopy(input: MailTemplateCopyInput, transaction: Transaction) {
    return copyTemplate(input, transaction);
  }

  @mutation(Job, 'mailTemplate:edit', 'Sends a template to your own address, filled for somebody made up. Its link takes nobody off.', { input: MailTemplateSendTestInput })
  async mailTemplateSendTest({ templateId, channelId, language = null }: MailTemplateSendTestInput, transaction: Transaction) {
    const { actor, get, all, add } = transaction;
    if (actor.kind !== 'USER') throw new Refusal('PEOPLE_ONLY', 'A test goes to the address of whoever asks for it, and an API key has none.');
    const template = await get(MailTemplate, templateId);
    const wording = wordingFor(language, await all(MailTemplateText, { template: templateId }), template.fallbackLanguage);
    if (!wording) throw new Refusal('TEMPLATE_INCOMPLETE', `The template ${template.name} says nothing in ${template.fallbackLanguage} yet.`);
    const channel = channelId ? await channelOf(channelId, transaction) : null;
    return add(Job.queue({ kind: 'mailTemplate.sendTest', subject: wording, total: 1, given: channel?.id ?? null, by: actor }));
  }
}
