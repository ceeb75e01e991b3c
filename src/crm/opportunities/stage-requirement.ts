/** What an opportunity must have before it may enter a stage. Rules are data of the stage; what each means is said here. */
import { choices, type Choice } from '../../kernel/choices.ts';
import type { UserError } from '../../kernel/refusal.ts';
import type { ContactRole } from './opportunity-contact.ts';

export const StageRequirement = choices('StageRequirement', 'What an opportunity must have to enter a stage. May grow.', {
  AMOUNT: 'An amount, entered or the sum of its lines.',
  EXPECTED_CLOSE: 'The day on which it is expected to close.',
  OWNER: 'Somebody who works on it.',
  SOURCE: 'How it came about.',
  NEXT_STEP: 'What is done next.',
  LINES: 'At least one line.',
  CONTACTS: 'At least one person on the side of the customer.',
  DECISION_MAKER: 'A person who decides.',
});
export type StageRequirement = Choice<typeof StageRequirement>;

/** What is asked of an opportunity. */
export interface Standing {
  readonly amount: unknown;
  readonly expectedCloseOn: string | null;
  readonly owner: unknown;
  readonly source: string | null;
  readonly nextStep: string | null;
  readonly lines: number;
  readonly roles: readonly ContactRole[];
}

const met: Readonly<Record<StageRequirement, (standing: Standing) => boolean>> = {
  AMOUNT: ({ amount }) => amount !== null,
  EXPECTED_CLOSE: ({ expectedCloseOn }) => expectedCloseOn !== null,
  OWNER: ({ owner }) => owner !== null,
  SOURCE: ({ source }) => source !== null,
  NEXT_STEP: ({ nextStep }) => nextStep !== null,
  LINES: ({ lines }) => lines > 0,
  CONTACTS: ({ roles }) => roles.length > 0,
  DECISION_MAKER: ({ roles }) => roles.includes('DECISION_MAKER'),
};

const asked: Readonly<Record<StageRequirement, string>> = {
  AMOUNT: 'an amount', EXPECTED_CLOSE: 'the day on which it is expected to close', OWNER: 'an owner', SOURCE: 'its source', NEXT_STEP: 'a next step',
  LINES: 'at least one line', CONTACTS: 'at least one contact', DECISION_MAKER: 'a contact who decides',
};

export const missing = (requirements: readonly StageRequirement[], standing: Standing): StageRequirement[] =>
  requirements.filter((requirement) => !met[requirement](standing));

/** One for each that is missing, so that a form can ask for all at once. */
export const lackingErrors = (stage: string, requirements: readonly StageRequirement[]): UserError[] => requirements.map((requirement) => ({
  code: 'STAGE_REQUIRES', message: `In the stage “${stage}” an opportunity has ${asked[requirement]}; this one does not.`, field: ['stageId', requirement],
}));
