/** An audience as it would be now, as it is answered. */
import { belongsTo, choice, flag, number, object, type Ref } from '../../kernel/fields.ts';
import { result } from '../../kernel/model.ts';
import { Customer } from '../customers/customer.ts';
import { ExclusionReason } from './campaign-member.ts';
import { ExclusionCount } from './campaign-results.ts';

export const MOST_EXAMPLES = 50;
/** Of each reason, and of who is mailed. */
export const EXAMPLES_EACH = 5;

@result('A customer of an audience, and whether they would be mailed.')
export class AudienceExample {
  @belongsTo(() => Customer, 'The customer.')
  customer!: Ref<Customer>;

  @choice(ExclusionReason, 'Why they would be excluded. Null: they would be mailed, or held out.', { optional: true })
  exclusion!: ExclusionReason | null;
}

@result('An audience as it would be now.')
export class AudiencePreview {
  @number('How many customers it has.')
  size!: number;

  @number('How many of them were looked at; the counts below are of these.')
  examined!: number;

  @flag('Whether all were looked at.')
  complete!: boolean;

  @number('How many could be mailed; of these, as many of a hundred as the campaign says are held out.')
  mailable!: number;

  @object(() => ExclusionCount, 'How many would be excluded and why, the most frequent reason first.', { list: true, most: 10 })
  exclusions!: ExclusionCount[];

  @object(() => AudienceExample, `Some of them: up to ${EXAMPLES_EACH} who could be mailed, and as many for each reason to exclude them.`, { list: true, most: MOST_EXAMPLES })
  examples!: AudienceExample[];
}
