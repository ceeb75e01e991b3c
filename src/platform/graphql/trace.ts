/**
 * How an operation's reads were answered, for whoever wants to know why it is slow: each statement with the field
 * it answers, its rows and milliseconds, and which fields no statement could answer whole. Told as
 * `extensions.plan` to those who ask for it (`"extensions": {"plan": true}` in the request) and may know.
 */
import type { PermissionGrant } from '../../kernel/module.ts';
import type { Sql } from '../database/statement.ts';
import type { Row } from '../reading/rows.ts';

export const PLAN_READ = 'plan:read';

export const tracePermissions: Readonly<Record<string, PermissionGrant>> = {
  [PLAN_READ]: { description: 'See how a request was answered, by `extensions.plan`: its statements, what they brought and took.', roles: [] },
};

export interface TraceReport {
  readonly statements: readonly {
    /** The field it answers; null: it was asked for by code. */
    readonly field: string | null;
    readonly ms: number;
    /** Objects in the answer. */
    readonly rows: number;
    readonly bytes: number;
    readonly sql: string;
  }[];
  readonly fallBacks: readonly { readonly field: string; readonly why: string }[];
}

const OBJECT = /\{"/g;

export class Trace {
  readonly #statements: TraceReport['statements'][number][] = [];
  readonly #fallBacks: TraceReport['fallBacks'][number][] = [];

  /** A planned statement answers with JSON, `j`, whose objects are its rows. */
  sent(field: string | null, { text }: Sql, rows: readonly Row[], ms: number): void {
    const [first] = rows;
    const json = field === null ? null : String(first?.['j'] ?? '');
    this.#statements.push({
      field, ms: Math.round(ms * 100) / 100, sql: text,
      rows: json === null ? rows.length : json.match(OBJECT)?.length ?? 0,
      bytes: json === null ? 0 : Buffer.byteLength(json),
    });
  }

  fellBack(field: string, why: string): void {
    this.#fallBacks.push({ field, why });
  }

  get report(): TraceReport {
    return { statements: this.#statements, fallBacks: this.#fallBacks };
  }
}
