/** A node as an operator starts it: the real command in a process group of its own, to be killed, stopped and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 90_000;
const LONGEST_SAID = 4_000;

export class NodeProcess {
  #child: ChildProcess | null = null;
  #said = '';

  private constructor(readonly port: number, private readonly environment: Readonly<Record<string, string>>) {}

  static async start(environment: Readonly<Record<string, string>>): Promise<NodeProcess> {
    const node = new NodeProcess(await freePort(), environment);
    await node.start();
    return node;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What it wrote on both outputs since it was last started. */
  get said(): string {
    return this.#said;
  }

  /** Until it is ready to serve. */
  async start(): Promise<void> {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, ['bin/bootstrap.mjs', 'src/main.ts'], {
      cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH, HOME, LOG_LEVEL: 'warn', ACCESS_TOKEN_LIFETIME: '1d', ...this.environment, PORT: String(this.port) },
    });
    this.#child = child;
    this.#said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { this.#said += chunk.toString(); });
    child.once('exit', (code, how) => { if (this.#child === child) console.error(`The node ended by itself, with ${how ?? code}:\n${this.#said.slice(-LONGEST_SAID)}`); });
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await this.#ready())) {
      if (child.exitCode !== null) throw new Error(`The node ended with ${child.exitCode}:\n${this.#said}`);
      if (Date.now() > deadline) throw new Error(`The node was not ready after ${PATIENCE_MS} ms:\n${this.#said}`);
      await sleep(20);
    }
  }

  /** All its processes at once, with nothing said before; its PostgreSQL lives on in a group of its own. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As an operator stops it; answers the exit code and how long it took. */
  async stop(): Promise<{ readonly code: number | null; readonly ms: number }> {
    const startedAt = performance.now();
    const code = await this.#end('SIGTERM');
    return { code, ms: performance.now() - startedAt };
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (!child?.pid || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
    const [code] = await ended as [number | null];
    return code;
  }

  async #ready(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(5_000) })).ok;
    } catch {
      return false;
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
