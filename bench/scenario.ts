/**
 * One thing that is promised: what is asked, and the same written by hand, which is the reference. Both servers get the
 * very same requests; the reference takes the variables and ignores the document.
 */
import type { Tenant, World } from './world.ts';

/** Who asks what. */
export interface Turn {
  readonly tenant: Tenant;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** The least ratio to the reference that is promised. */
  readonly promise: number;
  readonly operationName: string;
  readonly document: string;
  /** Requests to be sent in turns; the first ones are also compared. */
  turns(world: World): Promise<readonly Turn[]>;
  /** The answer's `data`, as JSON text. */
  byHand(variables: Readonly<Record<string, unknown>>, hand: Hand): Promise<string>;
  /** What must be equal on both sides: by default the whole `data`. */
  comparable?(data: unknown, world: World, turn: Turn): Promise<unknown>;
}

/** Stands in a variable for text that the load generator makes different in every request; as long as what replaces it. */
export const UNIQUE = 'unique-unique-unique-unique-unique';

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a hand-written server has: a transaction with the tenant set, sent in one round trip. */
export interface Hand {
  readonly tenant: string;
  readonly user: string;
  /** One statement in a read-only snapshot; answers its one value. */
  read(statement: Statement): Promise<string>;
  /** Answers the first row of the last statement. */
  write(statements: readonly Statement[]): Promise<Readonly<Record<string, unknown>>>;
}
