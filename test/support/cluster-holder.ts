/** A process that owns an embedded database until it is told to stop, to be killed by tests: tells its URLs, or why not. */
import { startCluster } from '../../src/platform/database/embedded/cluster.ts';

const say = (message: object): void => void process.stdout.write(`${JSON.stringify(message)}\n`);

try {
  const cluster = await startCluster({
    folder: process.argv[2]!,
    durable: process.argv[3] === 'durable',
    log: { info() {}, warn: (message) => process.stderr.write(`${message}\n`) },
  });
  process.once('SIGTERM', () => void cluster.stop().then(() => process.exit(0)));
  const stillHere = setInterval(() => {}, 60_000);
  process.once('exit', () => clearInterval(stillHere));
  say({ ...cluster });
} catch (error) {
  say({ error: String(error) });
  process.exitCode = 1;
}
