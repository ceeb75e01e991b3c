/**
 * Contact points: the addresses under which a customer is reached. What counts as the same address is decided on its
 * key, in `normalForm`; what holds of all addresses of a customer together, in the address book.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, choice, flag, moment, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { emailAddress, emailKey } from '../../kernel/values/email-address.ts';
import { phoneNumber, readPhone } from '../../kernel/values/phone-number.ts';
import { quoted } from '../../kernel/values/text.ts';
import { Customer } from './customer.ts';

export const ContactPointKind = choices('ContactPointKind', 'What kind of address reaches a customer. May grow.', {
  EMAIL: 'An e-mail address.',
  PHONE: 'A phone number.',
  HANDLE: 'A name on a service: `telegram:anna_s`.',
  POSTAL: 'A postal address.',
});
export type ContactPointKind = Choice<typeof ContactPointKind>;

const LONGEST_REASON = 500;

@model(
  'An address under which a customer is reached. A customer has each address once, also when it is written another way; several customers may share one, as families and offices do.',
  {
    prefix: 'cpt', read: 'customer:read', reach: { through: 'customer' }, partOf: 'customer',
    unique: { contact_point_once: ['CONTACT_POINT_TAKEN', 'This customer has this address already.'] },
  },
)
export class ContactPoint extends Entity {
  @belongsTo(() => Customer, 'Whom it reaches.', { inverse: { name: 'contactPoints', description: 'How to reach them, in order of entry.', max: 50 } })
  customer!: Ref<Customer>;

  @choice(ContactPointKind, 'What kind of address; never changes.')
  kind!: ContactPointKind;

  @text('The address: an e-mail address, a number in E.164, `service:name`, or a postal address in lines.', { max: 500, multiline: true, hideable: true })
  value!: string;

  @text('As it was written when it was entered.', { max: 500, multiline: true, hideable: true })
  raw!: string;

  @text(undefined, { max: 500 })
  key!: string;

  @text('What it is for: `work`, `home`. Null: not said.', { optional: true, max: 50 })
  label: string | null = null;

  @flag('The one to use first among those of its kind.')
  primary = false;

  @moment('When mail to it came back for good: nothing is sent to it since. Null: as far as is known, what is sent to it arrives.', { optional: true })
  undeliverableAt: Date | null = null;

  @text('Why nothing arrives, in the words of a mail server. Null: it arrives, or nothing was said.', { optional: true, max: 500, hideable: true })
  undeliverableReason: string | null = null;

  /** `country`: of phone numbers written without a country code. */
  static create(customer: Ref<Customer>, kind: ContactPointKind, raw: string, country: string | null): ContactPoint {
    return Object.assign(new ContactPoint(), { customer, kind, raw, ...normalForm(kind, raw, country) });
  }

  rewrite(raw: string, country: string | null): void {
    const { key } = this;
    Object.assign(this, { raw, ...normalForm(this.kind, raw, country) });
    if (this.key !== key) this.markDeliverable();
  }

  markUndeliverable(reason: string, at: Date): void {
    this.undeliverableAt = at;
    this.undeliverableReason = reason.slice(0, LONGEST_REASON);
  }

  markDeliverable(): void {
    this.undeliverableAt = this.undeliverableReason = null;
  }
}

/** The one form an address is stored in, and the key that tells whether two are the same. */
export function normalForm(kind: ContactPointKind, raw: string, country: string | null): { value: string; key: string } {
  const wrong = (code: string, message: string): Refusal => new Refusal(code, message, { field: ['value'] });
  switch (kind) {
    case 'EMAIL': {
      const read = emailAddress.read(raw);
      if ('wrong' in read) throw wrong(emailAddress.code, read.wrong);
      return { value: read.value, key: emailKey(read.value) };
    }
    case 'PHONE': {
      const read = readPhone(raw, country);
      if ('wrong' in read) throw wrong(phoneNumber.code, read.wrong);
      return { value: read.e164, key: read.e164 };
    }
    case 'HANDLE': {
      const [, service, name] = /^([a-z][a-z0-9-]{0,30}):\s*@?([^\s@]\S{0,199})$/i.exec(raw) ?? [];
      if (!service || !name) throw wrong('INVALID_HANDLE', `${quoted(raw)} does not name a service and somebody on it. Write it like \`telegram:anna_s\`, without spaces in the name.`);
      const value = `${service.toLowerCase()}:${name}`;
      return { value, key: value.toLowerCase() };
    }
    case 'POSTAL': {
      const key = raw.toLowerCase().replace(/[\s\p{Punctuation}]+/gu, ' ').trim();
      if (!key) throw wrong('INVALID_POSTAL_ADDRESS', `${quoted(raw)} is not a postal address: it has neither letters nor digits.`);
      return { value: raw, key };
    }
  }
}
