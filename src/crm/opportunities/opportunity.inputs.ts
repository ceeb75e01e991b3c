/** What can be asked of opportunities. Each mutation has an input of its own, so that one can grow without the others. */
import { choice, day, expectedVersion, id, money, number, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import type { Money } from '../../kernel/values/money.ts';
import { Customer } from '../customers/customer.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';
import { AmountSource, Opportunity } from './opportunity.ts';
import { Pipeline } from './pipeline.ts';
import { Stage } from './stage.ts';

@input('An opportunity by id.')
export class OpportunityArgs {
  @id(() => Opportunity, 'Its id.')
  id!: string;
}

abstract class OpportunityFields {
  @text('What else there is to know. Null: nothing.', { optional: true, max: 10_000, multiline: true })
  description?: string | null;

  @text('How it came about: `trade fair`, `referral`. Null: not said.', { optional: true, max: 100 })
  source?: string | null;

  @text('What is done next. Null: not said.', { optional: true, max: 500 })
  nextStep?: string | null;

  @day('The day on which it is expected to be decided. Null: not known.', { optional: true })
  expectedCloseOn?: string | null;

  @money('What the customer may pay, before tax. Null: not known.', { optional: true, min: 0 })
  amount?: Money | null;

  @number('How likely it is to be won, in percent, where somebody knows better than its stage. Null: as it is.', { optional: true, min: 0, max: 100 })
  probability?: number | null;

  @id(() => Team, 'Whose it is besides. Null: no team’s.', { optional: true })
  teamId?: string | null;
}

@input('A new opportunity.')
export class OpportunityOpenInput extends OpportunityFields {
  @id(() => Customer, 'Who may buy.')
  customerId!: string;

  @text('What it is about, in a few words.')
  title!: string;

  @id(() => Pipeline, 'In which pipeline, at its first stage. Null: in that of the stage, or in the only one there is.', { optional: true })
  pipelineId?: string | null;

  @id(() => Stage, 'In which stage. Null: the first.', { optional: true })
  stageId?: string | null;

  @text('Currency of its amounts. Null: that of the amount, or the base currency.', { optional: true, value: currencyCode })
  currency?: string | null;

  @id(() => User, 'Who works on it, an active user. Not given: you, if you see only what is yours or your teams’; else who looks after the customer. Null: nobody; but you, if you would not see it otherwise.', { optional: true })
  ownerId?: string | null;
}

abstract class OneOpportunity {
  @id(() => Opportunity, 'Which opportunity.')
  opportunityId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Plain attributes of an opportunity to change; what is not given stays.')
export class OpportunityUpdateInput extends OpportunityFields {
  @id(() => Opportunity, 'Which opportunity.')
  opportunityId!: string;

  @text('What it is about, in a few words. Null: as it is.', { optional: true })
  title?: string | null;

  @choice(AmountSource, 'LINES: its amount is the sum of its lines again, and follows them. Null: as it is, entered when an amount is given.', { optional: true })
  amountSource?: AmountSource | null;

  @id(() => User, 'Who works on it, an active user. Null: nobody in particular.', { optional: true })
  ownerId?: string | null;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('To which stage an opportunity moves.')
export class OpportunityMoveStageInput extends OneOpportunity {
  @id(() => Stage, 'The stage, also of another pipeline.')
  stageId!: string;
}

@input('That an opportunity is won.')
export class OpportunityWinInput extends OneOpportunity {
  @text('Why. Null: not said.', { optional: true, max: 500 })
  reason?: string | null;

  @text('Against whom. Null: nobody, or not known.', { optional: true, max: 200 })
  competitor?: string | null;
}

@input('That an opportunity is lost, and why.')
export class OpportunityLoseInput extends OneOpportunity {
  @text('Why.', { max: 500 })
  reason!: string;

  @text('To whom. Null: nobody, or not known.', { optional: true, max: 200 })
  competitor?: string | null;
}

@input('Which decided opportunity goes on.')
export class OpportunityReopenInput extends OneOpportunity {
  @id(() => Stage, 'In which stage it goes on. Null: in which it was decided.', { optional: true })
  stageId?: string | null;
}
