/** Types of what streams tell: one change type per shown type, and the batch that polling partners read. */
import { GraphQLBoolean, GraphQLID, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString, type GraphQLNullableType, type GraphQLOutputType } from 'graphql';
import { ActorKind } from '../../kernel/actor.ts';
import { encodeId } from '../../kernel/ids.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import type { Change, Link } from '../live/change.ts';
import type { Execution } from './execution.ts';
import type { TypeBook } from './output.ts';
import { DateTimeScalar, PositionScalar } from './scalars.ts';

const required = <T extends GraphQLNullableType>(type: T): GraphQLNonNull<T> => new GraphQLNonNull(type);

export class ChangeTypes {
  readonly #book: TypeBook;
  readonly #types = new Map<ModelSpec | null, GraphQLObjectType>();
  readonly #actor: GraphQLObjectType;

  constructor(book: TypeBook) {
    this.#book = book;
    this.#actor = new GraphQLObjectType<NonNullable<Change['actor']>, Execution>({
      name: 'ChangeActor',
      description: 'Who made a change.',
      fields: {
        kind: { type: required(book.enum(ActorKind)), description: 'What kind of actor.' },
        node: {
          type: book.node,
          description: 'The user or API key. Null for the system, and when you may not see it.',
          resolve: ({ kind, id }, _, execution) =>
            kind === 'SYSTEM' ? null : execution.node(kind === 'USER' ? 'User' : 'ApiKey', id),
        },
      },
    });
  }

  /** The change type that shows records of this model; null: of any. */
  of(model: ModelSpec | null): GraphQLObjectType {
    let type = this.#types.get(model);
    if (!type) this.#types.set(model, type = this.#make(model));
    return type;
  }

  readonly batch = new GraphQLObjectType<{ changes: Change[]; position: string; hasMore: boolean }>({
    name: 'EventBatch',
    description: 'A stretch of the event stream, for partners who poll.',
    fields: () => ({
      changes: {
        type: required(new GraphQLList(required(this.of(null)))), extensions: { atMost: 'first' },
        description: 'The changes you may see, in commit order; at most `first`.',
      },
      position: { type: required(PositionScalar), description: 'Poll again with this as `after`.' },
      hasMore: { type: required(GraphQLBoolean), description: 'Whether there is more to read at once.' },
    }),
  });

  #make(model: ModelSpec | null): GraphQLObjectType {
    const shown: GraphQLOutputType = model ? this.#book.object(model.type) : this.#book.node;
    const load = (link: Link | null, execution: Execution) => link && execution.node(link.model, link.id);
    return new GraphQLObjectType<Change, Execution>({
      name: `${model?.name ?? ''}Change`,
      description: model ? `A change that concerns a ${model.name}.` : 'A change of any record.',
      fields: {
        position: { type: required(PositionScalar), description: 'Its place in the stream: resume with this as `after`.' },
        at: { type: required(DateTimeScalar), description: 'When it was committed.' },
        type: {
          type: required(GraphQLString),
          description: 'What happened, `noun.happened`, from the event catalogue; may grow. `stream.started` and `stream.progress` carry only a position.',
        },
        actor: { type: this.#actor, description: 'Who did it. Null on `stream.*`.' },
        changedFields: {
          type: required(new GraphQLList(required(GraphQLString))),
          description: 'Names of the fields that changed and that you may read; at most as many as the type has. Empty for a new record.',
        },
        subjectId: {
          type: GraphQLID,
          description: 'Id of the record the event is of, also when you can no longer see it. Null on `stream.*`.',
          resolve: ({ subject }, _, { host }) => {
            const of = subject && host.models.get(subject.model);
            return of ? encodeId(of, subject.id) : null;
          },
        },
        subject: {
          type: this.#book.node,
          description: 'The record the event is of, as you may see it now. Null when you may not, when it is gone, and on `stream.*`.',
          resolve: ({ subject, node }, _, execution) => (node ? load(subject, execution) : null),
        },
        node: {
          type: shown,
          description: `The ${model?.name ?? 'record'} this stream shows, as you may see it now. Null when it left your reach, is gone, and on \`stream.*\`.`,
          resolve: ({ node }, _, execution) => load(node, execution),
        },
      },
    });
  }
}
