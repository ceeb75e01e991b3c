/** The record behind a line of the timeline, read as if it had been asked for by its id: a line is no way around its reach. */
import type { Context } from '../../kernel/context.ts';
import { field, NODE, optional } from '../../kernel/operations.ts';
import { TimelineEntry } from './timeline-entry.ts';

export class TimelineResolver {
  @field(() => TimelineEntry, optional(NODE), 'customer:read', 'The record itself. Null when you may not see it.')
  subject({ type, subjectId }: TimelineEntry, _: object, { node }: Context) {
    return node(type, subjectId);
  }
}
