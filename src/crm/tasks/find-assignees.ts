/** Who is to do something: the user and team an input names, if they can. They are not locked, since many records share them. */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';

/** What the input does not speak of is left out. */
export async function findAssignees(
  { assigneeId, teamId }: { readonly assigneeId?: string | null; readonly teamId?: string | null }, { all }: Transaction,
): Promise<{ assignee?: User | null; team?: Team | null }> {
  const [[assignee], [team]] = await Promise.all([assigneeId ? all(User, { id: assigneeId }) : [null], teamId ? all(Team, { id: teamId }) : [null]]);
  if (assignee === undefined) throw new Refusal('ASSIGNEE_NOT_FOUND', 'There is no such user in this organisation.', { field: ['assigneeId'] });
  if (team === undefined) throw new Refusal('TEAM_NOT_FOUND', 'There is no such team in this organisation.', { field: ['teamId'] });
  if (assignee && assignee.status !== 'ACTIVE') throw new Refusal('ASSIGNEE_NOT_ACTIVE', `${assignee.name} no longer works here. Choose an active user.`, { field: ['assigneeId'] });
  return { ...(assigneeId === undefined ? {} : { assignee }), ...(teamId === undefined ? {} : { team }) };
}
