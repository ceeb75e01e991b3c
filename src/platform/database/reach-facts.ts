/** What an event remembers of who reached its subject: owners and teams, its own and those it shares. */
import { ownersIn, type ReachFacts } from '../../kernel/actor.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import type { Row } from '../reading/rows.ts';

/** `read` answers another record's state by id, for reach shared through a relation. */
export async function reachFacts(
  model: ModelSpec, state: Row, read: (model: ModelSpec, id: string) => Promise<Row | null>,
): Promise<ReachFacts | null> {
  if (model.reach === null) return null;
  const { team, through } = model.reach;
  const owners = ownersIn(model.reach).map((owner) => state[owner]);
  const teams = team ? [state[team]] : [];
  const link = through ? state[model.link(through).name] : null;
  const target = through ? targetOf(model, through, state) : undefined;
  if (target && typeof link === 'string') {
    const parent = await read(target, link);
    const shared = parent ? await reachFacts(target, parent, read) : null;
    owners.push(...(shared?.owners ?? []));
    teams.push(...(shared?.teams ?? []));
  }
  const ids = (values: unknown[]): string[] => values.filter((value) => typeof value === 'string');
  return { owners: ids(owners), teams: ids(teams) };
}

/** The model of what a relation, or a link to any model, points at. */
function targetOf(model: ModelSpec, through: string, state: Row): ModelSpec | undefined {
  const field = model.field(through);
  if (field.kind !== 'node') return model.target(through);
  return model.holders(through).find(({ name }) => name === state[field.needs[0] ?? '']);
}
