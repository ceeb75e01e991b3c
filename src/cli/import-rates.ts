/** `rapport import rates`: a file of exchange rates becomes the rates by which totals are converted. All of it is looked at before any of it is taken. */
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { readRateFile } from '../crm/opportunities/rate-file.ts';
import { setExchangeRates } from '../crm/opportunities/set-exchange-rates.ts';
import { asSystem } from '../platform/graphql/as-system.ts';
import type { Host } from '../platform/graphql/execution.ts';
import { command, withApp } from './command.ts';
import { telling } from './opening.ts';
import { findOrganization } from './organization.ts';

interface RatesOptions {
  readonly source?: string;
  readonly organization?: string;
  readonly json?: boolean;
}

export interface RatesImportSummary {
  /** In the file, of currencies in use. */
  readonly read: number;
  /** New ones, and those that were corrected. */
  readonly set: number;
  readonly alreadyThere: number;
  /** Currencies that are no longer in use, with how many rates of each were left out. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** Rates in one transaction. */
const BATCH_SIZE = 1000;

export function ratesCommand(): Command {
  return command('rates', 'Takes in exchange rates: XML or CSV of the European Central Bank, or CSV with the columns date, base, quote, rate and source. Imported twice, it changes nothing.')
    .argument('<file>', 'the file')
    .option('--source <name>', 'who quotes the rates of a CSV file that does not say so')
    .option('--organization <name>', 'into which organisation, when there are several')
    .option('--json', 'the summary as JSON')
    .action(telling(run));
}

async function run(path: string, { source, organization, json = false }: RatesOptions): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => { throw new Error(`${path} cannot be read.`); });
  const summary = await withApp(async ({ host }, { database }) => importRates(host, await findOrganization(database.ownerUrl, organization), text, source ?? null));
  process.stdout.write(json ? `${JSON.stringify(summary)}\n` : told(summary));
}

export async function importRates(host: Host, tenant: string, text: string, source: string | null): Promise<RatesImportSummary> {
  const { quotes, unknown } = readRateFile(text, source);
  const inOrder = quotes.toSorted((a, b) => (a.validOn < b.validOn ? -1 : 1));
  let [set, alreadyThere] = [0, 0];
  for (let from = 0; from < inOrder.length; from += BATCH_SIZE) {
    const done = await asSystem(host, tenant, 'import rates', (transaction) => setExchangeRates(inOrder.slice(from, from + BATCH_SIZE), transaction));
    set += done.set;
    alreadyThere += done.alreadyThere;
  }
  return { read: quotes.length, set, alreadyThere, leftOut: Object.fromEntries(unknown) };
}

function told({ read, set, alreadyThere, leftOut }: RatesImportSummary): string {
  const without = Object.entries(leftOut).map(([code, count]) => `${count} of ${code}`).join(', ');
  return [`${read} rates read`, `${set} set, ${alreadyThere} were there already`, ...(without ? [`left out, of currencies no longer in use: ${without}`] : []), ''].join('\n');
}
