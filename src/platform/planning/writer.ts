/** A statement being written from a plan: its values, the names of its tables, and who asks with which arguments. */
import { getArgumentValues, Kind, type ArgumentNode, type ValueNode } from 'graphql';
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
  /** Fields that pages are filtered or ordered by, which are not hidden from the asker. */
  readonly askedBy = new Set<string>();
  #tables = 0;
  #lasting = true;

  constructor(readonly asker: Actor, readonly variables: Readonly<Record<string, unknown>>) {}

  /** Whether the text would be the same with other variables. */
  get lasting(): boolean {
    return this.#lasting;
  }

  hides = (field: string): boolean => {
    this.askedBy.add(field);
    return this.asker.hidden.has(field);
  };

  alias(): string {
    this.#tables += 1;
    return `t${this.#tables}`;
  }

  argumentsOf({ field, node }: Asked): PageArgs {
    this.#lasting &&= !mentionsVariables(node.arguments ?? []);
    return getArgumentValues(field, node, this.variables);
  }
}

const mentionsVariables = (args: readonly ArgumentNode[]): boolean => args.some(({ value }) => mentions(value));

function mentions(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE: return true;
    case Kind.LIST: return value.values.some(mentions);
    case Kind.OBJECT: return value.fields.some((field) => mentions(field.value));
    default: return false;
  }
}
