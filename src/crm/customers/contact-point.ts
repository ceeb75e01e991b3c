import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, choice, flag, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { emailAddress, emailKey } from '../../kernel/values/email-address.ts';
import { readPhone } from '../../kernel/values/phone-number.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Customer } from './customer.ts';

export const ContactPointKind = choices('ContactPointKind', 'What kind of address reaches a customer. May grow.', {
  EMAIL: 'An e-mail address.',
  PHONE: 'A phone number.',
  HANDLE: 'A name on a service: `telegram:anna_s`.',
  POSTAL: 'A postal address.',
});
export type ContactPointKind = Choice<typeof ContactPointKind>;

/**
 * One customer holds an address once; several customers may hold the same one, as families and
 * offices do. What counts as the same is decided on the key.
 */
@model('An address under which a customer is reached. A customer has each address once; several customers may share one.', {
  prefix: 'cpt', read: 'customer:read', reach: { through: 'customer' }, partOf: 'customer',
  unique: { contact_point_once: ['CONTACT_POINT_TAKEN', 'This customer has this address already.'] },
})
export class ContactPoint extends Entity {
  @belongsTo(() => Customer, 'Whom it reaches.', { inverse: { name: 'contactPoints', description: 'How to reach them, in order of entry.', max: 50 } })
  customer!: Ref<Customer>;

  @choice(ContactPointKind, 'What kind of address.')
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

  static create(customer: Ref<Customer>, kind: ContactPointKind, raw: string, country: string | null): ContactPoint {
    return Object.assign(new ContactPoint(), { customer, kind, raw, ...normalForm(kind, raw, country) });
  }
}

/** The one normalised form of an address, and the key that tells whether two are the same. */
export function normalForm(kind: ContactPointKind, raw: string, country: string | null): { value: string; key: string } {
  switch (kind) {
    case 'EMAIL': {
      const read = emailAddress.read(raw);
      if ('wrong' in read) throw new Refusal(emailAddress.code, read.wrong, { field: ['value'] });
      return { value: read.value, key: emailKey(read.value) };
    }
    case 'PHONE': {
      const read = readPhone(raw, country);
      if ('wrong' in read) throw new Refusal('INVALID_PHONE_NUMBER', read.wrong, { field: ['value'] });
      return { value: read.e164, key: read.e164 };
    }
    case 'HANDLE': {
      const match = /^([a-z][a-z0-9-]{0,30}):\s*@?(\S{1,200})$/i.exec(raw);
      if (!match) throw new Refusal('INVALID_HANDLE', `A handle names its service, like \`telegram:anna_s\`; \`${raw}\` does not.`, { field: ['value'] });
      const value = `${match[1]?.toLowerCase()}:${match[2]}`;
      return { value, key: value.toLowerCase() };
    }
    case 'POSTAL':
      return { value: raw, key: raw.replace(/[\s,.]+/g, ' ').trim().toLowerCase() };
  }
}
