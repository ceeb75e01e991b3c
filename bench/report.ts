/** What was found, as a table for people and as JSON for comparing runs. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Spread } from './statistics.ts';

/** A figure of the product beside the reference's. */
export type Pair = readonly [product: number | null, reference: number | null];

/** One promise against one reference. */
export interface Row {
  readonly promise: string;
  readonly what: string;
  readonly against: string;
  readonly bound: { readonly least: number } | { readonly most: number } | null;
  /** What the bound is for: in most rows the ratio of product to reference. */
  readonly figure: Spread;
  readonly unit: string;
  readonly values: Pair;
  /** Milliseconds of processor time for a request or message. */
  readonly server?: Pair;
  readonly database?: Pair;
  /** Resident memory of the server, in MB. */
  readonly memory?: Pair;
  /** The product's statements for a request besides BEGIN, the tenant and the end of the transaction. */
  readonly statements?: number;
}

/** Rows, and what they were made of. */
export interface Finding {
  readonly rows: readonly Row[];
  readonly details: object;
}

const TITLES = ['', 'what', 'against', 'promised', 'ratio', '(spread)', 'by CPU', 'kept', 'unit', 'product', 'reference', 'CPU server', 'CPU database', 'memory MB', 'SQL'];
const TEXTS = new Set(['', 'what', 'against', 'kept', 'unit']);

export function tableOf(rows: readonly Row[]): string {
  const lines = [TITLES, ...rows.map(lineOf)];
  const widths = TITLES.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) => line.map((cell, column) => (TEXTS.has(TITLES[column]!) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd()).join('\n');
}

function lineOf({ promise, what, against, bound, figure, unit, values, server, database, memory, statements }: Row): string[] {
  return [
    promise, what, against,
    bound === null ? '' : 'least' in bound ? `>= ${bound.least}` : `<= ${bound.most}`,
    short(figure.median), figure.least === figure.most ? '' : `${short(figure.least)}-${short(figure.most)}`,
    byProcessorTime({ server, database }),
    bound === null ? '' : kept(bound, figure.median) ? 'yes' : 'NO',
    unit, short(values[0]), short(values[1]),
    pair(server), pair(database), pair(memory), statements === undefined ? '' : String(statements),
  ];
}

/** To the two digits that are shown: nobody should read 0.90 and "not kept" of 0.9. */
function kept(bound: NonNullable<Row['bound']>, value: number): boolean {
  const shown = Math.round(value * 100) / 100;
  return 'least' in bound ? shown >= bound.least : shown <= bound.most;
}

const short = (value: number | null): string => value === null ? '-' : value === Number.POSITIVE_INFINITY ? 'never' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** The same ratio, of processor time instead of time. */
function byProcessorTime({ server, database }: Pick<Row, 'server' | 'database'>): string {
  if (!server) return '';
  const [product, reference] = [0, 1].map((side) => (server[side] ?? 0) + (database?.[side] ?? 0)) as [number, number];
  return product > 0 ? short(reference / product) : '';
}

const pair = (figures: Pair | undefined): string => figures ? figures.map(short).join(' / ') : '';

export function keep(folder: URL, findings: readonly Finding[], circumstances: object): URL {
  const at = new Date();
  mkdirSync(folder, { recursive: true });
  const file = new URL(`${at.toISOString().replaceAll(':', '')}.json`, folder);
  writeFileSync(file, JSON.stringify({
    at, commit: commit(), node: process.version, processors: `${cpus().length} x ${cpus()[0]?.model}`, memoryGb: Math.round(totalmem() / 1e9),
    loadAverageAtEnd: loadavg()[0], ...circumstances, findings,
  }, null, 1));
  return file;
}

function commit(): string | null {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { cwd: import.meta.dirname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}
