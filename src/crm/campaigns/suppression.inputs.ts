/** What can be asked of the list of suppressed addresses. */
import { choice, flag, id, text } from '../../kernel/fields.ts';
import { input, result } from '../../kernel/model.ts';
import { emailAddress } from '../../kernel/values/email-address.ts';
import { Suppression, SuppressionReason } from './suppression.ts';

@input('What the list is commonly looked up by.')
export class SuppressionsArgs {
  @text('Only this address, in any way of writing. Null: all.', { optional: true, max: 500 })
  address?: string | null;
}

@input('An address that no campaign is to write to.')
export class SuppressionAddInput {
  @text('The e-mail address.', { value: emailAddress, max: 500 })
  address!: string;

  @choice(SuppressionReason, 'Why. Null: its reader does not want campaigns.', { optional: true })
  reason?: SuppressionReason | null;

  @text('What else there is to know. Null: nothing.', { optional: true, max: 500 })
  note?: string | null;
}

@input('An address that campaigns may write to again.')
export class SuppressionRemoveInput {
  @id(() => Suppression, 'Which entry of the list.')
  suppressionId!: string;
}

@result('That an address is no longer on the list.')
export class SuppressionRemoval {
  @flag('Always true.')
  removed!: boolean;
}
