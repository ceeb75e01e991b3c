/** What an event remembers of who reached its subject: owners and teams, its own and those it shares. */
import type { ReachFacts } from '../../kernel/actor.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import type { Row } from '../reading/rows.ts';

/** `read` answers another record's state by id, for reach shared through a relation. */
export async function reachFacts(
  model: ModelSpec, state: Row, read: (model: ModelSpec, id: string) => Promise<Row | null>,
): Promise<ReachFacts | null> {
  if (model.reach === null) return null;
  const { owner, team, through } = model.reach;
  const owners = owner ? [state[owner]] : [];
  const teams = team ? [state[team]] : [];
  const link = through ? state[through] : null;
  if (through && typeof link === 'string') {
    const target = model.target(through);
    const parent = await read(target, link);
    const shared = parent ? await reachFacts(target, parent, read) : null;
    owners.push(...(shared?.owners ?? []));
    teams.push(...(shared?.teams ?? []));
  }
  const ids = (values: unknown[]): string[] => values.filter((value) => typeof value === 'string');
  return { owners: ids(owners), teams: ids(teams) };
}
