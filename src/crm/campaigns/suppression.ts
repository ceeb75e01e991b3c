/**
 * Suppressions: addresses that no campaign writes to, whoever has them. An address is on the list once; who takes it off
 * answers for it.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { emailKey } from '../../kernel/values/email-address.ts';
import { CampaignMember } from './campaign-member.ts';

export const SuppressionReason = choices('SuppressionReason', 'Why an address is not written to. May grow.', {
  UNSUBSCRIBED: 'Who reads it does not want campaigns.',
  COMPLAINED: 'Who reads it called a mail of ours unwanted.',
  BOUNCED: 'Nothing arrives there.',
  OTHER: 'For another reason, which the note tells.',
});
export type SuppressionReason = Choice<typeof SuppressionReason>;

export const SuppressionSource = choices('SuppressionSource', 'How an address came onto the list. May grow.', {
  LINK: 'By the link of a mail, or by the button of a mail program.',
  PERSON: 'A user or a partner system put it there.',
  DELIVERY: 'A mail server said so.',
});
export type SuppressionSource = Choice<typeof SuppressionSource>;

/** What its reader said, which no servers and no users say better. */
export const OWN_WISH: ReadonlySet<SuppressionReason> = new Set(['UNSUBSCRIBED', 'COMPLAINED']);

type Facts = 'reason' | 'source' | 'note' | 'member';

@model('That no campaign writes to an address.', {
  prefix: 'sup', read: 'suppression:read',
  orders: {
    CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' },
    ADDRESS_ASC: { field: 'key', direction: 'asc', description: 'By address.' },
  },
  unique: { suppression_once: ['SUPPRESSION_EXISTS', 'This address was put on the list at the same moment.'] },
})
export class Suppression extends Entity {
  @text('The e-mail address.', { max: 254, hideable: true })
  address!: string;

  @text(undefined, { max: 254 })
  key!: string;

  @choice(SuppressionReason, 'Why.', { filter: true })
  reason!: SuppressionReason;

  @choice(SuppressionSource, 'How it came onto the list.', { filter: true })
  source!: SuppressionSource;

  @text('What else there is to know. Null: nothing.', { optional: true, max: 500, hideable: true })
  note: string | null = null;

  @belongsTo(() => CampaignMember, 'The mail that it came from. Null: from none.', { optional: true })
  member: Ref<CampaignMember> | null = null;

  static add(address: string, facts: Pick<Suppression, 'reason' | 'source'> & Partial<Pick<Suppression, Facts>>): Suppression {
    const suppression = Object.assign(new Suppression(), { address, key: emailKey(address), ...facts });
    announce(suppression, 'suppression.added');
    return suppression;
  }

  /** Somebody's own wish outweighs whatever else is known, before or after. A note is added to either. */
  become({ note, ...facts }: Pick<Suppression, 'reason' | 'source'> & Partial<Pick<Suppression, Facts>>): void {
    if (this.reason !== facts.reason && (OWN_WISH.has(facts.reason) || !OWN_WISH.has(this.reason))) Object.assign(this, facts);
    this.note = note ?? this.note;
    announce(this, 'suppression.updated');
  }

  /** Before it is removed. */
  lift(): void {
    announce(this, 'suppression.removed');
  }
}
