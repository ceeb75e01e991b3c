/**
 * What an audience is chosen by: the filter that a list of customers takes, kept as rows, one for each of its parts. So it
 * stays typed: a field of customers, a comparison, values as texts of the field's kind. Public ids stand for records, as
 * clients gave them and see them again.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, choice, text, type FieldSpec, type Ref } from '../../kernel/fields.ts';
import { decodeId, encodeId } from '../../kernel/ids.ts';
import { model, modelOf } from '../../kernel/model.ts';
import type { Comparison, Predicate } from '../../kernel/predicates.ts';
import { CustomerTag } from '../customers/customer-tag.ts';
import { Customer } from '../customers/customer.ts';
import { Campaign } from './campaign.ts';

export const AudienceConditionKind = choices('AudienceConditionKind', 'What a part of the choice of an audience says.', {
  ALL: 'All of its parts hold.',
  ANY: 'At least one of its parts holds.',
  NOT: 'Its part does not hold.',
  COMPARISON: 'A field of the customer compares so.',
  TAGGED: 'The customer has the tag.',
});
export type AudienceConditionKind = Choice<typeof AudienceConditionKind>;

export const AudienceComparison = choices('AudienceComparison', 'How a field compares.', {
  EQ: 'It equals the value; without a value, it has none.',
  IN: 'It is one of the values.',
  LT: 'It is before, or less than, the value.',
  LTE: 'It is before, less than or equal to the value.',
  GT: 'It is after, or more than, the value.',
  GTE: 'It is after, more than or equal to the value.',
  STARTS_WITH: 'It begins with the value.',
});
export type AudienceComparison = Choice<typeof AudienceComparison>;

const COMPARISONS: Readonly<Record<Comparison, AudienceComparison>> = { eq: 'EQ', in: 'IN', lt: 'LT', lte: 'LTE', gt: 'GT', gte: 'GTE', startsWith: 'STARTS_WITH' };
const BY_COMPARISON = new Map(Object.entries(COMPARISONS).map(([is, comparison]) => [comparison, is as Comparison]));

export const MOST_CONDITIONS = 200;
const MOST_VALUES = 100;

@model('A part of the choice of an audience. The one that is part of no other is the whole.', { prefix: 'aco', read: 'campaign:read', partOf: 'campaign' })
export class AudienceCondition extends Entity {
  @belongsTo(() => Campaign, 'Of which campaign.', { inverse: { name: 'audienceConditions', description: 'What its audience is chosen by, the whole before its parts; none when its customers are named.', max: MOST_CONDITIONS } })
  campaign!: Ref<Campaign>;

  @belongsTo(() => AudienceCondition, 'Of which condition it is a part. Null: it is the whole.', { optional: true })
  within: Ref<AudienceCondition> | null = null;

  @choice(AudienceConditionKind, 'What it says.')
  kind!: AudienceConditionKind;

  @text('Which field of the customer, by its name in `CustomerFilter`. Null: it compares none.', { optional: true, max: 100 })
  field: string | null = null;

  @choice(AudienceComparison, 'How it compares. Null: it compares none.', { optional: true })
  comparison: AudienceComparison | null = null;

  @text('What it compares with, or the tag: moments in UTC, records by their ids, choices by their names.', { list: true, max: 500, most: MOST_VALUES })
  values: string[] = [];

  /** The rows of a predicate, the whole before its parts. */
  static of(campaign: Ref<Campaign>, predicate: Predicate, tags: readonly string[]): AudienceCondition[] {
    const rows: AudienceCondition[] = [];
    const add = (within: AudienceCondition | null, facts: Pick<AudienceCondition, 'kind'> & Partial<AudienceCondition>): AudienceCondition => {
      const row = Object.assign(new AudienceCondition(), { campaign, within, ...facts });
      rows.push(row);
      return row;
    };
    const put = (part: Predicate, within: AudienceCondition | null): void => {
      if ('field' in part) {
        add(within, { kind: 'COMPARISON', field: part.field, comparison: COMPARISONS[part.is], values: writtenValues(customers().field(part.field), part.value) });
      } else if ('not' in part) {
        put(part.not, add(within, { kind: 'NOT' }));
      } else {
        const parts = 'all' in part ? part.all : 'any' in part ? part.any : null;
        if (parts === null) throw new Error('a filter asks of a customer only what it holds itself');
        const row = add(within, { kind: 'all' in part ? 'ALL' : 'ANY' });
        for (const one of parts) put(one, row);
      }
    };
    const whole = add(null, { kind: 'ALL' });
    for (const tag of tags) add(whole, { kind: 'TAGGED', values: [tag] });
    put(predicate, whole);
    return rows;
  }

  static predicateOf(rows: readonly AudienceCondition[]): Predicate {
    const partsOf = Map.groupBy(rows, ({ within }) => within?.id ?? null);
    const read = (row: AudienceCondition): Predicate => {
      const parts = (): Predicate[] => (partsOf.get(row.id) ?? []).map(read);
      switch (row.kind) {
        case 'ALL': return { all: parts() };
        case 'ANY': return { any: parts() };
        case 'NOT': return { not: { all: parts() } };
        case 'TAGGED': return { some: CustomerTag, by: 'customer', where: { field: 'key', is: 'eq', value: CustomerTag.keyOf(row.values[0] ?? '') } };
        case 'COMPARISON': {
          const is = BY_COMPARISON.get(row.comparison ?? 'EQ') ?? 'eq';
          const values = readValues(customers().field(row.field ?? ''), row.values);
          return { field: row.field ?? '', is, value: is === 'in' ? values : values[0] ?? null };
        }
      }
    };
    return { all: (partsOf.get(null) ?? []).map(read) };
  }
}

const customers = (): ReturnType<typeof modelOf> => modelOf(Customer);

function writtenValues(field: FieldSpec, value: unknown): string[] {
  const target = field.kind === 'belongsTo' ? customers().target(field.name) : null;
  const written = (one: unknown): string => (one instanceof Date ? one.toISOString() : target ? encodeId(target, String(one)) : String(one));
  return value === null ? [] : (Array.isArray(value) ? value : [value]).map(written);
}

function readValues(field: FieldSpec, values: readonly string[]): unknown[] {
  const target = field.kind === 'belongsTo' ? customers().target(field.name) : null;
  return values.map((value) => {
    if (target) return decodeId(target, value);
    switch (field.kind) {
      case 'moment': return new Date(value);
      case 'flag': return value === 'true';
      case 'number': return Number(value);
      default: return value;
    }
  });
}

/** The fields of customers that a predicate compares. */
export function fieldsCompared(predicate: Predicate): string[] {
  if ('field' in predicate) return [predicate.field];
  if ('not' in predicate) return fieldsCompared(predicate.not);
  if ('all' in predicate) return predicate.all.flatMap(fieldsCompared);
  return 'any' in predicate ? predicate.any.flatMap(fieldsCompared) : [];
}
