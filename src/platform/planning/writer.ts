/** A statement being written from a plan: its values, the names of its tables, and who asks with which arguments. */
import { getArgumentValues } from 'graphql';
import type { Actor } from '../../kernel/actor.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { Values } from '../database/statement.ts';
import type { Json } from './json-text.ts';
import type { Asked, RecordPlan } from './plan.ts';
import type { Points } from './points.ts';

export interface Written {
  readonly json: Json;
  /** What the JSON stands on, beside the record's own table. */
  readonly joins: string;
  readonly points: Points;
}

/** Writes the record in the table known by the alias. Records hold pages and pages records, so one is given to the other. */
export type WriteRecord = (plan: RecordPlan, alias: string, writer: Writer) => Written;

export class Writer {
  readonly values = new Values();
  #tables = 0;

  constructor(readonly asker: Actor, readonly variables: Readonly<Record<string, unknown>>) {}

  alias(): string {
    this.#tables += 1;
    return `t${this.#tables}`;
  }

  argumentsOf({ field, node }: Asked): PageArgs {
    return getArgumentValues(field, node, this.variables);
  }
}
