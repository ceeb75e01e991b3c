/** What questions of business time are answered with, for a desk to show and a person to check. */
import { choice, day, moment, number, object, text } from '../../kernel/fields.ts';
import { result } from '../../kernel/model.ts';
import { ClockStepKind, MOST_STEPS, type Step } from './explanation.ts';

@result('One stretch of time in how a due time came about. Steps join without gaps.')
export class ClockStep {
  @choice(ClockStepKind, 'What it was for the clock.')
  kind!: ClockStepKind;

  @moment('From when on.')
  startsAt!: Date;

  @moment('Until when. Null: it still goes on.', { optional: true })
  endsAt!: Date | null;

  @text('What the holiday or special day is called, or why the clock stood still. Null: neither.', { optional: true, max: 500 })
  name!: string | null;

  @number('How many seconds of it counted.')
  countedSeconds!: number;

  @number('How many seconds had counted by its end, all steps together.')
  usedSeconds!: number;

  @number('How many seconds of the target were left then.')
  leftSeconds!: number;

  static of({ kind, from, until, name, counted, used, left }: Step): ClockStep {
    return Object.assign(new ClockStep(), {
      kind, name, startsAt: new Date(from), endsAt: until === null ? null : new Date(until),
      countedSeconds: seconds(counted), usedSeconds: seconds(used), leftSeconds: seconds(left),
    });
  }
}

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

@result('When something would be due, and how that comes about.')
export class DueTime {
  @moment('When it would be due.')
  dueAt!: Date;

  @object(() => ClockStep, 'Step by step.', { list: true, most: MOST_STEPS })
  steps!: ClockStep[];
}

@result('How much business time lies between two moments, and which.')
export class BusinessTime {
  @number('How many seconds of business time.')
  seconds!: number;

  @object(() => ClockStep, 'Step by step.', { list: true, most: MOST_STEPS })
  steps!: ClockStep[];
}

@result('A public holiday.')
export class Holiday {
  @day('Which day.')
  fallsOn!: string;

  @text('What it is called there; several names where several meet.', { max: 500 })
  name!: string;
}

@result('A country, or a part of one, whose public holidays are known.')
export class HolidayRegion {
  @text('Its code, such as `DE-BY`: the country, then its parts.')
  code!: string;

  @text('Its name in English.')
  name!: string;
}
