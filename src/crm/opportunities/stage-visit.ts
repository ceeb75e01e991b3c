/** The way of an opportunity through its stages: one visit for each time that it stood in one. */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, computed, moment, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { duration, durationBetween } from '../../kernel/values/duration.ts';
import { User } from '../identity/user.ts';
import { Opportunity } from './opportunity.ts';
import { Stage } from './stage.ts';

@model('That an opportunity stood in a stage, from when until when.', {
  prefix: 'stv', read: 'opportunity:read', reach: { through: 'opportunity' }, partOf: 'opportunity',
  orders: {
    ENTERED_ASC: { field: 'enteredAt', direction: 'asc', description: 'Earliest first.' },
    ENTERED_DESC: { field: 'enteredAt', direction: 'desc', description: 'Latest first.' },
  },
})
export class StageVisit extends Entity {
  @belongsTo(() => Opportunity, 'Which opportunity.', { inverse: { name: 'stageHistory', description: 'In which stages it stood and stands, and for how long.' } })
  opportunity!: Ref<Opportunity>;

  @belongsTo(() => Stage, 'In which stage.')
  stage!: Ref<Stage>;

  @moment('When it entered the stage.')
  enteredAt!: Date;

  @moment('When it left the stage, or was closed. Null: it stands there.', { optional: true })
  leftAt: Date | null = null;

  @belongsTo(() => User, 'Who moved it there. Null: a partner system, or Rapport itself.', { optional: true })
  movedBy: Ref<User> | null = null;

  @computed(duration, 'How long it stood there, in whole seconds. Null: it stands there still.', { optional: true, needs: ['enteredAt', 'leftAt'] })
  get duration(): string | null {
    return this.leftAt && durationBetween(this.enteredAt, this.leftAt);
  }
}
