/** What can be asked of clocks: they are started and changed only by what happens to their records. */
import { id } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { Clock } from './clock.ts';

@input('A clock by id.')
export class ClockArgs {
  @id(() => Clock, 'Its id.')
  id!: string;
}
