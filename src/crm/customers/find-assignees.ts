/** Who is to look after a customer: the owner and team an input names, if they can. They are not locked, since many records share them. */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';
import type { CustomerDetails } from './customer.ts';

type Assignees = Pick<CustomerDetails, 'owner' | 'team'>;

/** What the input does not speak of is left out. */
export async function findAssignees(
  { ownerId, teamId }: { readonly ownerId?: string | null; readonly teamId?: string | null }, { all }: Transaction,
): Promise<Assignees> {
  const [owner] = ownerId ? await all(User, { id: ownerId }) : [null];
  const [team] = teamId ? await all(Team, { id: teamId }) : [null];
  if (owner === undefined) throw new Refusal('OWNER_NOT_FOUND', 'There is no such user in this organisation.', { field: ['ownerId'] });
  if (team === undefined) throw new Refusal('TEAM_NOT_FOUND', 'There is no such team in this organisation.', { field: ['teamId'] });
  if (owner && owner.status !== 'ACTIVE') throw new Refusal('OWNER_NOT_ACTIVE', `${owner.name} no longer works here. Choose an active user.`, { field: ['ownerId'] });
  return { ...(ownerId === undefined ? {} : { owner }), ...(teamId === undefined ? {} : { team }) };
}
