/** The root fields that belong to no module: any record by id, the position, and the stream of changes. */
import { GraphQLID, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLString, type GraphQLResolveInfo } from 'graphql';
import { eventMatches } from '../../kernel/events.ts';
import { decodeId, splitId } from '../../kernel/ids.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import { MEMBER, type StreamFilter } from '../../kernel/operations.ts';
import { WrongPage } from '../../kernel/pages.ts';
import { encodePosition } from '../../kernel/position.ts';
import { quoted } from '../../kernel/values/text.ts';
import { changeFor, wanted, type Change } from '../live/change.ts';
import { eventFrom, eventsAfter } from '../live/log.ts';
import { refuseGap, seqAfter } from '../live/resume.ts';
import type { ChangeTypes } from './changes.ts';
import type { Execution } from './execution.ts';
import type { FieldMap, TypeBook } from './output.ts';
import { permit } from './permit.ts';
import { PositionScalar } from './scalars.ts';

const MOST_NODES = 100;
const MOST_EVENTS = 100;

const ids = new GraphQLList(new GraphQLNonNull(GraphQLID));

const changeFilter = new GraphQLInputObjectType({
  name: 'ChangeFilter',
  description: 'Which changes to be told; all that are given must hold.',
  fields: {
    types: { type: new GraphQLList(new GraphQLNonNull(GraphQLString)), description: 'Event types, or `noun.*` for all of a noun; at most 50. Null: all.' },
    about: { type: ids, description: 'Only changes of these records, or of records linked to them; at most 100. Null: all.' },
  },
});

/** Bookkeeping that the schema does not show is not to be had by id either. */
function find(models: ReadonlyMap<string, ModelSpec>, { schema }: GraphQLResolveInfo, execution: Execution, id: string) {
  const prefix = splitId(id)?.prefix;
  const model = [...models.values()].find((candidate) => candidate.prefix === prefix && schema.getType(candidate.name));
  return model ? execution.find(model.type, decodeId(model, id)) : null;
}

/** A client's filter with its records' ids decoded. A type that nothing announces would be waited for without end. */
function streamFilter(raw: { types?: string[] | null; about?: string[] | null } | null | undefined, known: readonly string[]): StreamFilter {
  const { types, about } = raw ?? {};
  if ((types?.length ?? 0) > 50 || (about?.length ?? 0) > 100) throw new WrongPage('A change filter takes at most 50 types and 100 records.');
  const unknown = types?.find((pattern) => !known.some((type) => eventMatches(pattern, type)));
  if (unknown !== undefined) {
    throw new WrongPage(`No event is of the type ${quoted(unknown)}. There are: ${known.join(', ')}; \`noun.*\` stands for all of a noun.`);
  }
  return { types: types ?? [], about: (about ?? []).map((id) => splitId(id)?.id ?? id) };
}

export function spineQueries(book: TypeBook, changes: ChangeTypes, models: ReadonlyMap<string, ModelSpec>, types: readonly string[]): FieldMap {
  return {
    node: {
      type: book.node,
      description: 'Any record by its id. Null when it is missing or you may not see it.',
      args: { id: { type: new GraphQLNonNull(GraphQLID), description: 'Its id.' } },
      resolve: (_, { id }, execution, info) => {
        permit(execution, MEMBER);
        return find(models, info, execution, String(id));
      },
    },
    nodes: {
      type: new GraphQLNonNull(new GraphQLList(book.node)),
      description: `Records by their ids, in the same order, at most ${MOST_NODES}; null where one is missing or you may not see it.`,
      args: { ids: { type: new GraphQLNonNull(ids), description: `Their ids, at most ${MOST_NODES}.` } },
      resolve: (_, { ids }, execution, info) => {
        permit(execution, MEMBER);
        const wantedIds = ids as string[];
        if (wantedIds.length > MOST_NODES) throw new WrongPage(`At most ${MOST_NODES} ids are taken; ${wantedIds.length} were given.`);
        return wantedIds.map((id) => find(models, info, execution, id));
      },
    },
    position: {
      type: new GraphQLNonNull(PositionScalar),
      description: 'The place in the event stream of the very snapshot this operation reads: subscribe with it as `after` and nothing is missed or doubled.',
      resolve: async (_, __, execution) => {
        permit(execution, MEMBER);
        return encodePosition(execution.actor.tenant, await execution.position());
      },
    },
    events: {
      type: new GraphQLNonNull(changes.batch),
      description: 'The stream of changes since a position, for partners who poll. Errors: RESYNC_REQUIRED when the position is too old or from before a restore.',
      args: {
        after: { type: PositionScalar, description: 'Everything since this position. Null: nothing yet, only the current position.' },
        filter: { type: changeFilter, description: 'Which changes. Null: all you may see.' },
        first: { type: GraphQLInt, defaultValue: MOST_EVENTS, description: `How many events to look at, 1 to ${MOST_EVENTS}.` },
      },
      resolve: (_, { after, filter, first }, execution) => {
        permit(execution, MEMBER);
        return batch(execution, models, (after as string | null) ?? null, streamFilter(filter as never, types), Number(first ?? MOST_EVENTS));
      },
    },
  };
}

async function batch(
  execution: Execution, models: ReadonlyMap<string, ModelSpec>, after: string | null, filter: StreamFilter, first: number,
): Promise<{ changes: Change[]; position: string; hasMore: boolean }> {
  if (first < 1 || first > MOST_EVENTS) throw new WrongPage(`\`first\` is 1 to ${MOST_EVENTS}; ${first} was given.`);
  const { actor } = execution;
  const head = await execution.position();
  const at = (seq: number): string => encodePosition(actor.tenant, { epoch: head.epoch, seq });
  if (after === null) return { changes: [], position: at(head.seq), hasMore: false };
  const from = seqAfter(actor.tenant, after, head);
  const events = (await execution.run(eventsAfter(from, first))).map(eventFrom);
  if (from < head.seq) refuseGap(actor.tenant, from, events[0], head, execution.now());
  const changes = events.filter((event) => wanted(event, filter))
    .map((event) => changeFor(event, at(event.seq), actor, models.get(event.subject.model), filter))
    .filter((change) => change !== null);
  const last = events.at(-1)?.seq ?? from;
  return { changes, position: at(last), hasMore: last < head.seq };
}

export function spineSubscriptions(changes: ChangeTypes, types: readonly string[]): FieldMap {
  return {
    changes: {
      type: new GraphQLNonNull(changes.of(null)),
      description: 'Every change you may see, in commit order, without a gap or a double.',
      args: {
        filter: { type: changeFilter, description: 'Which changes. Null: all you may see.' },
        after: afterArgument,
      },
      subscribe: (_, { filter, after }, execution: Execution) => {
        permit(execution, MEMBER);
        return execution.follow(streamFilter(filter as never, types), (after as string | null) ?? null);
      },
      resolve: (change) => change,
    },
  };
}

export const afterArgument = {
  type: PositionScalar,
  description: 'Everything since this position, then live. Null: live from now. Errors: RESYNC_REQUIRED when it is too old or from before a restore.',
};
