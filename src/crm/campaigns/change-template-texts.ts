/** What is done to the texts of a template, with the template locked: it is they that make it. */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { MailTemplateText, MOST_LANGUAGES } from './mail-template-text.ts';
import type { MailTemplateCopyInput, MailTemplateTextRemoveInput, MailTemplateTextSetInput } from './mail-template.inputs.ts';
import { MailTemplate } from './mail-template.ts';
import { checkWording } from './render-mail.ts';

export async function setTemplateText(input: MailTemplateTextSetInput, { get, all, add }: Transaction): Promise<MailTemplateText> {
  const { templateId, language, subject, html = null, text = null } = input;
  const template = await get(MailTemplate, templateId);
  template.rewritten();
  const wording = { language, subject, html, text };
  checkWording(wording);
  const texts = await all(MailTemplateText, { template: templateId });
  const known = texts.find((one) => one.language === language);
  if (known) return Object.assign(known, wording);
  if (texts.length >= MOST_LANGUAGES) throw new Refusal('TOO_MANY_LANGUAGES', `A template has at most ${MOST_LANGUAGES} languages.`, { field: ['language'] });
  return add(MailTemplateText.of(template, wording));
}

export async function removeTemplateText({ templateId, language }: MailTemplateTextRemoveInput, { get, all, remove }: Transaction): Promise<MailTemplate> {
  const template = await get(MailTemplate, templateId);
  const [text] = await all(MailTemplateText, { template: templateId, language });
  if (!text) return template;
  if (language === template.fallbackLanguage) throw new Refusal('TEMPLATE_LANGUAGE_NEEDED', `${language} is for whom no other language fits: choose another for that first.`, { field: ['language'] });
  template.rewritten();
  remove(text);
  return template;
}

export async function copyTemplate({ templateId, name }: MailTemplateCopyInput, { get, all, add }: Transaction): Promise<MailTemplate> {
  const { fallbackLanguage } = await get(MailTemplate, templateId);
  const copy = add(MailTemplate.create(name, fallbackLanguage));
  for (const text of await all(MailTemplateText, { template: templateId })) add(MailTemplateText.of(copy, { language: text.language, subject: text.subject, html: text.html, text: text.text }));
  return copy;
}
