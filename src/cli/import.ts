/** `rapport import mail`: an archive of mails becomes customers, conversations and interactions. */
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { command, withApp } from './command.ts';
import { importArchive, type MailImportSummary } from './import-mail.ts';
import { telling } from './opening.ts';
import { addressOrDomain } from './options.ts';
import { ratesCommand } from './import-rates.ts';
import { findOrganization } from './organization.ts';

interface MailOptions {
  readonly own?: readonly string[];
  readonly organization?: string;
  readonly reasons: string;
  readonly json?: boolean;
}

export function importCommand(): Command {
  return command('import', 'Takes existing data in.').addCommand(
    command('mail', 'Takes in an mbox (also gzipped), a folder of .eml files or a Maildir. Cut off and started again, it goes on where it was; imported twice, it changes nothing.')
      .argument('<file>', 'the archive')
      .option('--own <address or domain...>', "which side is us (default: the organisation's mail domains)", addressOrDomain)
      .option('--organization <name>', 'into which organisation, when there are several')
      .option('--reasons <file>', 'where to write what was skipped or mended, and why, a JSON object a line', 'import-reasons.jsonl')
      .option('--json', 'no progress bar; the summary as JSON')
      .action(telling(importMail)),
  ).addCommand(ratesCommand());
}

async function importMail(path: string, { own, organization, reasons, json = false }: MailOptions): Promise<void> {
  const summary = await withApp(async ({ host }, { database }) => {
    const tenant = await findOrganization(database.ownerUrl, organization);
    const bar = new SingleBar({ format: '{bar} {percentage} %  {imported} of {read} mails taken in  {rate}/s', stream: process.stderr, hideCursor: true });
    const began = Date.now();
    if (!json) bar.start(1, 0, { imported: 0, read: 0, rate: 0 });
    try {
      return await importArchive({
        host, tenant, path, reasonsFile: reasons, ...(own ? { own } : {}),
        onProgress: ({ bytesRead, totalBytes, summary: { read, imported } }) => {
          bar.setTotal(totalBytes);
          bar.update(bytesRead, { read, imported, rate: Math.round(read / Math.max(1, (Date.now() - began) / 1000)) });
        },
      });
    } finally {
      if (!json) bar.stop();
    }
  });
  process.stdout.write(json ? `${JSON.stringify(summary)}\n` : told(summary, reasons));
}

function told({ read, imported, alreadyThere, skipped, mended, customers, conversations }: MailImportSummary, reasons: string): string {
  return [
    `${read} mails read`,
    `${imported} new interactions in ${conversations} new conversations with ${customers} new customers`,
    `${alreadyThere} were there already`,
    `${skipped} skipped, ${mended} mended${skipped + mended > 0 ? `: why is in ${reasons}` : ''}`,
    '',
  ].join('\n');
}
