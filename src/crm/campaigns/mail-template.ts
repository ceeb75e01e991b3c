/**
 * Templates of mails: what a campaign says, in as many languages as its audience reads. Once a campaign was launched with
 * one it stays as it is, so that what was sent can be seen again; who wants to change it takes a copy.
 */
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { moment, text } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { locale } from '../../kernel/values/locale.ts';

export interface MailTemplateDetails {
  readonly name?: string | null | undefined;
  readonly fallbackLanguage?: string | null | undefined;
}

@model('What a campaign says, in one or more languages.', {
  prefix: 'mtp', read: 'mailTemplate:read',
  orders: {
    NAME_ASC: { field: 'name', direction: 'asc', description: 'By name.' },
    CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' },
  },
  unique: { mail_template_name: ['TEMPLATE_NAME_TAKEN', 'A template of this name exists already.'] },
})
export class MailTemplate extends Entity {
  @text('What we call it; unique in the organisation. Recipients do not see it.')
  name!: string;

  @text('The language for whom none fits.', { value: locale })
  fallbackLanguage!: string;

  @moment('Since when it stays as it is, because a campaign was launched with it. Null: it can be changed.', { optional: true })
  frozenAt: Date | null = null;

  static create(name: string, fallbackLanguage: string): MailTemplate {
    const template = Object.assign(new MailTemplate(), { name, fallbackLanguage });
    announce(template, 'mailTemplate.created');
    return template;
  }

  update({ name, fallbackLanguage }: MailTemplateDetails): void {
    if (fallbackLanguage && fallbackLanguage !== this.fallbackLanguage) this.refuseFrozen();
    this.name = name ?? this.name;
    this.fallbackLanguage = fallbackLanguage ?? this.fallbackLanguage;
    announce(this, 'mailTemplate.updated');
  }

  /** One of its texts changed. */
  rewritten(): void {
    this.refuseFrozen();
    announce(this, 'mailTemplate.rewritten');
  }

  freeze(at: Date): void {
    if (this.frozenAt !== null) return;
    this.frozenAt = at;
    announce(this, 'mailTemplate.frozen');
  }

  private refuseFrozen(): void {
    if (this.frozenAt !== null) throw new Refusal('TEMPLATE_FROZEN', `A campaign was launched with the template ${this.name}, so it stays as it is. Make a copy, and change that.`);
  }
}
