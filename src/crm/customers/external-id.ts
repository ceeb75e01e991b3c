/** External ids: by what name another system, such as an ERP or a web shop, knows a customer. */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { quoted } from '../../kernel/values/text.ts';
import { Customer } from './customer.ts';

@model('The id of a customer in another system. In each system a customer has one id, and an id one customer.', {
  prefix: 'ext', read: 'customer:read', reach: { through: 'customer' }, partOf: 'customer',
  unique: {
    external_id_once: ['EXTERNAL_ID_TAKEN', 'Another customer has this id in that system already. Remove it there first, or merge the two.'],
    external_id_per_system: ['EXTERNAL_ID_TAKEN', 'This customer was given an id in that system at the same moment.'],
  },
})
export class ExternalId extends Entity {
  @belongsTo(() => Customer, 'Who has it.', { inverse: { name: 'externalIds', description: 'Their ids in other systems, in order of entry.', max: 50 } })
  customer!: Ref<Customer>;

  @text('The other system: `erp`, `webshop.pl`.', { max: 50 })
  system!: string;

  @text('The id there, to the letter.')
  value!: string;
}

/** One system is not written in two ways. */
export function systemName(raw: string): string {
  const name = raw.toLowerCase();
  if (!/^[a-z0-9]+([._-][a-z0-9]+)*$/.test(name)) {
    throw new Refusal('INVALID_SYSTEM', `${quoted(raw)} is not the name of a system. Use letters a to z and digits, with single dots, dashes or underscores between: \`webshop.pl\`.`, { field: ['system'] });
  }
  return name;
}
