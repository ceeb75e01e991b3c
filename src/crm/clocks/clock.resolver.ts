/** Operations on clocks. */
import type { Context } from '../../kernel/context.ts';
import { field, listOf, optional, query } from '../../kernel/operations.ts';
import { courseOfEach } from './course-of-each.ts';
import { ClockArgs } from './clock.inputs.ts';
import { Clock } from './clock.ts';
import { explain, MOST_STEPS } from './explanation.ts';
import { ClockStep } from './explanation.results.ts';

export class ClockResolver {
  @query(optional(Clock), 'clock:read', 'A clock. Null when missing or out of your reach.', { args: ClockArgs })
  clock({ id }: ClockArgs, { find }: Context) {
    return find(Clock, id);
  }

  @field(() => Clock, listOf(ClockStep, MOST_STEPS), 'clock:read', `How its due time came about, step by step from its start until it is due, or until it stands still; for ten years, when it is not due within them. At most ${MOST_STEPS}; beyond them the last sums up the rest.`)
  async explanation(clock: Clock, _: object, context: Context) {
    return explain(await courseOfEach(clock, context)).map(ClockStep.of);
  }
}
