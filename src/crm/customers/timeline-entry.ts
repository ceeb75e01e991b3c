/**
 * One line of a customer's timeline. It holds only what pages and filters of a timeline need; all else is read from
 * the subject itself, so the timeline never tells another story than the record. Subjects come from modules this one
 * does not know, hence the name of their type instead of a foreign key.
 */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, id, moment, node, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Customer } from './customer.ts';

@model('Something that concerns a customer, in its place in time.', {
  prefix: 'tle', read: 'customer:read', reach: { through: 'customer' }, partOf: 'customer', silent: true,
  orders: {
    AT_DESC: { field: 'at', direction: 'desc', description: 'Latest first.' },
    AT_ASC: { field: 'at', direction: 'asc', description: 'Earliest first.' },
  },
})
export class TimelineEntry extends Entity {
  @belongsTo(() => Customer, 'Whom it concerns.', { inverse: { name: 'timeline', description: 'Everything that concerns them, of all types, in order of time.' } })
  customer!: Ref<Customer>;

  @moment('When it happened.')
  at!: Date;

  @text("Name of the subject's type, such as `Interaction`. May grow.", { filter: true })
  type!: string;

  @id(null)
  subjectId!: string;

  @node('The record itself. Null when you may not see it.', { model: 'type', id: 'subjectId' })
  subject?: never;
}
