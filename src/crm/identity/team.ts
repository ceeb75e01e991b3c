/** Teams: records can be a team's, and roles can reach as far. */
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { text } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';

@model('People who share work and reach.', {
  prefix: 'tea', read: null,
  orders: { NAME_ASC: { field: 'name', direction: 'asc', description: 'By name.' } },
  unique: { team_name: ['TEAM_NAME_TAKEN', 'A team of this name exists already.'] },
})
export class Team extends Entity {
  @text('What the team is called; unique in the organisation.')
  name!: string;

  static create(name: string): Team {
    const team = Object.assign(new Team(), { name });
    announce(team, 'team.created');
    return team;
  }

  rename(name: string): void {
    this.name = name;
    announce(this, 'team.updated');
  }
}
