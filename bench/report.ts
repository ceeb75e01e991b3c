/** Medians and spreads, as a table for people and as JSON for comparing runs. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Measured, Pace, Round, Sample } from './measure.ts';
import type { Size } from './world.ts';

export interface Circumstances {
  readonly size: Size;
  readonly pace: Pace;
  readonly postgres: string;
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

function median(values: readonly number[]): number {
  const all = sorted(values);
  const middle = all.length >> 1;
  return all.length % 2 === 1 ? all[middle] ?? 0 : ((all[middle - 1] ?? 0) + (all[middle] ?? 0)) / 2;
}

interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

function spread(values: readonly number[]): Ratio {
  const all = sorted(values);
  return { median: median(all), least: all[0] ?? 0, most: all.at(-1) ?? 0 };
}

/** Of requests per second, each round by itself. */
const ratioOf = (rounds: readonly Round[]): Ratio => spread(rounds.map(({ product, reference }) => product.perSecond / reference.perSecond));

const TITLES = ['', '', 'promised', 'ratio', '(spread)', 'requests/s', 'p50 ms', 'p99 ms', 'CPU server', 'CPU database', 'kB', 'SQL'];

export function tableOf(results: readonly Measured[]): string {
  const lines = results.flatMap(({ scenario, rounds, statements }) => {
    const ratio = ratioOf(rounds);
    return [
      [scenario.name, 'product', `>= ${scenario.promise}`, ratio.median.toFixed(2), `${ratio.least.toFixed(2)}-${ratio.most.toFixed(2)}`,
        ...figures(rounds.map(({ product }) => product)), String(statements)],
      ['', 'by hand', '', '', '', ...figures(rounds.map(({ reference }) => reference)), ''],
    ];
  });
  const rows = [TITLES, ...lines];
  const widths = TITLES.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ')).join('\n');
}

function figures(samples: readonly Sample[]): string[] {
  const of = (value: (sample: Sample) => number | null, digits: number): string => {
    const values = samples.map(value).filter((one) => one !== null);
    return values.length === 0 ? '-' : median(values).toFixed(digits);
  };
  return [
    of(({ perSecond }) => perSecond, 0), of(({ p50 }) => p50, 1), of(({ p99 }) => p99, 1),
    of(({ serverCpu }) => serverCpu, 2), of(({ databaseCpu }) => databaseCpu, 2), of(({ bytes }) => bytes / 1000, 1),
  ];
}

export function keep(folder: URL, results: readonly Measured[], circumstances: Circumstances): URL {
  const at = new Date();
  mkdirSync(folder, { recursive: true });
  const file = new URL(`${at.toISOString().replaceAll(':', '')}.json`, folder);
  writeFileSync(file, JSON.stringify({
    at, commit: commit(), node: process.version, processors: `${cpus().length} x ${cpus()[0]?.model}`, memoryGb: Math.round(totalmem() / 1e9), ...circumstances,
    scenarios: results.map(({ scenario: { name, title, promise }, rounds, statements }) => ({ name, title, promise, ratio: ratioOf(rounds), statements, rounds })),
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
