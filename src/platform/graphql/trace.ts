/**
 * How an operation was answered, for whoever wants to know why it is slow: each statement with what it was
 * for, its rows and milliseconds, and which fields no statement could answer whole.
 */
export interface SentStatement {
  /** The field it answers, or the first words of it. */
  readonly of: string;
  readonly rows: number;
  readonly ms: number;
}

export interface FallBack {
  readonly field: string;
  readonly why: string;
}

export class Trace {
  readonly statements: SentStatement[] = [];
  readonly fallBacks: FallBack[] = [];
}
