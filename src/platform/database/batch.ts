/**
 * Statements that travel together. Whatever is asked of a connection within one turn of the event loop goes to
 * PostgreSQL as one message with one end (Sync): one write, one wake-up, one wait, however many statements. The
 * server skips what follows an error up to that end, so a COMMIT that travels behind a failed statement is not done.
 */
import pg from 'pg';
import type { Row } from '../reading/rows.ts';
import { parameter } from './parameter.ts';
import type { Sql } from './statement.ts';

export interface Outcome {
  readonly rows: Row[];
  /** What the server says it did: `COMMIT`, `UPDATE 1`. */
  readonly done: string;
}

/** How to read the columns of a statement's rows. */
interface Shape {
  readonly columns: readonly { readonly name: string; readonly read: (text: string) => unknown }[];
  /** A row without values: copied, all rows have the same layout in memory. */
  readonly blank: Row;
}
const NO_COLUMNS: Shape = { columns: [], blank: {} };

interface Asked {
  readonly sql: Sql;
  readonly rows: Row[];
  shape: Shape;
  answer(outcome: Outcome): void;
  fail(error: Error): void;
}

/** What `pg` knows of a connection; the shapes are ours, of statements whose plan the server keeps. */
interface Wire extends pg.Connection {
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
}

/** What a connection keeps under names. */
interface Kept {
  readonly shapes: Map<string, Shape>;
  characters: number;
}
const kept = new WeakMap<pg.Connection, Kept>();

/** A kept plan takes the server some hundred times its text in memory. */
const MOST_KEPT_CHARACTERS = 500_000;

/** What is said on one connection, gathered into batches. */
export class Conversation {
  #gathering: Batch | null = null;

  constructor(readonly connection: pg.PoolClient) {
    const wire = (connection as unknown as { connection: Wire }).connection;
    if (keptOn(wire).characters > MOST_KEPT_CHARACTERS) this.#forgetAll(wire);
  }

  /**
   * Goes ahead of all that is asked from now on, which is understood anew. A message of its own: whatever stands
   * before BEGIN in the same one is of its transaction, whose isolation can then no longer be chosen.
   */
  #forgetAll(wire: Wire): void {
    wire.parsedStatements = {};
    wire.submittedNamedStatements = {};
    kept.delete(wire);
    const batch = new Batch();
    batch.add({ text: 'deallocate all', values: [] }).catch(() => {}); // only a lost connection can fail it, and what follows tells
    this.connection.query(batch);
  }

  ask(sql: Sql): Promise<Outcome> {
    if (this.#gathering === null) {
      const batch = this.#gathering = new Batch();
      process.nextTick(() => {
        this.#gathering = null;
        this.connection.query(batch);
      });
    }
    return this.#gathering.add(sql);
  }
}

/** Handled by `pg` as one query; its methods and getters are what `pg` calls. */
export class Batch implements pg.Submittable {
  readonly #asked: Asked[] = [];
  #kept: Kept = { shapes: new Map(), characters: 0 };
  #done = 0;

  add(sql: Sql): Promise<Outcome> {
    return new Promise((answer, fail) => { this.#asked.push({ sql, rows: [], shape: NO_COLUMNS, answer, fail }); });
  }

  get statements(): readonly Sql[] {
    return this.#asked.map(({ sql }) => sql);
  }

  /** Of the statement that is being answered: `pg` notes when the server has parsed it. */
  get name(): string | undefined {
    return this.#asked[this.#done]?.sql.name;
  }

  get text(): string | undefined {
    return this.#asked[this.#done]?.sql.text;
  }

  /** Answers why it cannot be sent, and then sends none of it. */
  submit(connection: pg.Connection): Error | null {
    const wire = connection as Wire;
    this.#kept = keptOn(connection);
    try {
      const bound = this.#asked.map(({ sql }) => sql.values.map(parameter));
      for (const { sql } of this.#asked) mustBeItself(sql, wire);
      wire.stream.cork();
      this.#asked.forEach((asked, i) => this.#write(asked, bound[i] ?? [], wire));
      wire.sync();
      wire.stream.uncork();
      return null;
    } catch (error) {
      return error as Error;
    }
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    const asked = this.#asked[this.#done];
    if (!asked) return;
    const columns = fields.map(({ name, dataTypeID }) => ({ name, read: pg.types.getTypeParser(dataTypeID, 'text') as (text: string) => unknown }));
    asked.shape = { columns, blank: Object.fromEntries(columns.map(({ name }) => [name, null])) };
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const asked = this.#asked[this.#done];
    asked?.rows.push(rowOf(asked.shape, fields));
  }

  handleCommandComplete({ text }: { text: string }): void {
    const asked = this.#asked[this.#done];
    this.#done += 1;
    if (asked?.sql.name !== undefined) this.#kept.shapes.set(asked.sql.name, asked.shape);
    asked?.answer({ rows: asked.rows, done: text });
  }

  /** What follows was skipped by the server, or will never be answered. */
  handleError(error: Error, connection: pg.Connection): void {
    for (const { sql, fail } of this.#asked.slice(this.#done)) {
      if (sql.name !== undefined) delete (connection as Wire).submittedNamedStatements[sql.name];
      fail(error);
    }
    this.#done = this.#asked.length;
  }

  handleReadyForQuery(): void {
    // Each statement was answered when it was complete.
  }

  #write(asked: Asked, values: (string | Buffer | null)[], wire: Wire): void {
    const { name = '', text } = asked.sql;
    if (textOf(name, wire) === undefined) {
      wire.parse({ name, text, types: [] }, true);
      if (name !== '') {
        wire.submittedNamedStatements[name] = text;
        this.#kept.characters += text.length;
      }
    }
    wire.bind({ statement: name, values }, true);
    const shape = this.#kept.shapes.get(name);
    if (shape) asked.shape = shape;
    else wire.describe({ type: 'P' }, true);
    wire.execute(null, true);
  }
}

/** What the server knows, or will know by then, under a name. */
const textOf = (name: string, wire: Wire): string | undefined => wire.parsedStatements[name] ?? wire.submittedNamedStatements[name];

function mustBeItself({ name = '', text }: Sql, wire: Wire): void {
  if ((textOf(name, wire) ?? text) !== text) throw new Error(`"${name}" is the name of another statement`);
}

function keptOn(connection: pg.Connection): Kept {
  let known = kept.get(connection);
  if (!known) kept.set(connection, known = { shapes: new Map(), characters: 0 });
  return known;
}

function rowOf({ columns, blank }: Shape, fields: readonly (string | null)[]): Row {
  const row: Record<string, unknown> = { ...blank };
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i];
    const text = fields[i] ?? null;
    if (column && text !== null) row[column.name] = column.read(text);
  }
  return row;
}
