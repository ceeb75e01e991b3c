/** A mail as a customer would get it, with a link that leads nowhere: looking at a mail must take nobody off. */
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Customer } from '../customers/customer.ts';
import { Faulty } from './liquid.ts';
import { MailTemplateText } from './mail-template-text.ts';
import { MailPreview, type MailTemplatePreviewArgs } from './mail-template.inputs.ts';
import { MailTemplate } from './mail-template.ts';
import { ownOrganization } from './own-organization.ts';
import { dataOf, MailRenderer, SAMPLE, wordingFor } from './render-mail.ts';

/** RFC 2606: never anybody's. */
export const NO_LINK = 'https://unsubscribe.invalid/preview';

export async function previewMail({ templateId, customerId, language }: MailTemplatePreviewArgs, context: Context): Promise<MailPreview | null> {
  const { find, all } = context;
  const template = await find(MailTemplate, templateId);
  const customer = customerId ? await find(Customer, customerId) : SAMPLE;
  if (!template || !customer) return null;
  const wording = wordingFor(language ?? customer.language, await all(MailTemplateText, { template: templateId }), template.fallbackLanguage);
  if (!wording) return null;
  const data = dataOf(customer, { campaign: { name: template.name }, organization: await ownOrganization(context), unsubscribeUrl: NO_LINK });
  try {
    return Object.assign(new MailPreview(), new MailRenderer(wording).render(data));
  } catch (error) {
    if (error instanceof Faulty) throw new Refusal('TEMPLATE_FAULTY', error.message);
    throw error;
  }
}
