/** Puts a record on a customer's timeline: called once for each customer it concerns, by the module that makes the record. */
import type { Transaction } from '../../kernel/context.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { Ref } from '../../kernel/fields.ts';
import { modelOfEntity } from '../../kernel/model.ts';
import type { Customer } from './customer.ts';
import { TimelineEntry } from './timeline-entry.ts';

export function concerns({ add }: Transaction, customer: Ref<Customer>, subject: Entity, at: Date): void {
  add(Object.assign(new TimelineEntry(), { customer, at, type: modelOfEntity(subject).name, subjectId: subject.id }));
}
