/**
 * One request that is measured, and what it is measured against. The product is asked in GraphQL; a reference is asked
 * for the same in its own words, and its answer, put into the product's words, must be equal.
 */
import type { Tenant } from './organizations.ts';
import type { World } from './world.ts';

/** Who asks what. */
export interface Turn {
  readonly tenant: Tenant;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Question {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** By hand believes its headers and ignores the document; `PostGraphile` verifies a token and sets the tenant, `PostGraphile, bare` does neither. */
export type Rival = 'by hand' | 'PostGraphile' | 'PostGraphile, bare';

export interface Reference {
  readonly promise: string;
  readonly rival: Rival;
  readonly description: string;
  /** The least ratio, in requests per second, that is promised. Null: none. */
  readonly least: number | null;
  /** Where it is not asked what the product is asked. */
  readonly question?: (turn: Turn) => Question;
  /** The `data` of its answer in the product's words. */
  readonly translate?: (data: never) => unknown;
}

export interface Scenario {
  readonly title: string;
  readonly operationName: string;
  readonly document: string;
  readonly references: readonly Reference[];
  /** Requests to be sent in turns; the first ones are also compared. */
  turns(world: World): Promise<readonly Turn[]>;
  /** The answer's `data`, as JSON text. */
  byHand(variables: Readonly<Record<string, unknown>>, hand: Hand): Promise<string>;
  /** What must be equal on all sides: by default the whole `data`. */
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
