/** `rapport demo`: the demo organisation, and on request live traffic in it. */
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { demoSignIns, hasBegun, loadDemo, signInLines } from '../demo/load.ts';
import { sendTraffic } from '../demo/traffic.ts';
import { command, withApp } from './command.ts';
import { signalled, telling } from './opening.ts';
import { milliseconds } from './options.ts';

interface DemoOptions {
  readonly live?: boolean;
  readonly url?: string;
  readonly pause: number;
  readonly json?: boolean;
}

export function demoCommand(): Command {
  return command('demo', 'Loads the demo organisation into an empty installation.')
    .option('--live', 'send live traffic to a running node instead, until stopped')
    .option('--url <address>', 'of the running node (default: where HOST and PORT say)')
    .option('--pause <milliseconds>', 'between two messages', milliseconds, 1000)
    .option('--json', 'answer for machines')
    .action(telling((options: DemoOptions) => (options.live ? live(options) : load(options))));
}

async function load({ json }: DemoOptions): Promise<void> {
  const signIns = await withApp(async (app, { config, database }) => {
    if (!config.demo || !database.ownerUrl) {
      throw new Error('The demo has well-known passwords: it goes only into the embedded database of a node that other machines cannot reach.');
    }
    if (!(await hasBegun(database.ownerUrl))) await loadDemo(app);
    return demoSignIns(database.ownerUrl);
  });
  if (json) process.stdout.write(`${JSON.stringify({ signIns })}\n`);
  else process.stdout.write(signIns.length > 0 ? `${signInLines(signIns).join('\n')}\n` : 'This installation has organisations of its own; nothing was loaded.\n');
}

async function live({ url, pause, json }: DemoOptions): Promise<void> {
  const { host, port, baseUrl } = readConfig();
  const stopped = new AbortController();
  void signalled().then(() => stopped.abort());
  await sendTraffic({
    url: url ?? baseUrl ?? `http://${host}:${port}`,
    pauseMs: pause,
    until: stopped.signal,
    onMessage: (message) => process.stdout.write(json ? `${JSON.stringify({ message })}\n` : `${message}\n`),
  });
}
