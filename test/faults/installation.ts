/** A whole installation in a folder of its own: the first node with its embedded, durable PostgreSQL and demo data, and more nodes beside it. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { colleagues, PASSWORD } from '../../src/demo/shop.ts';
import { readCredentials, urlsOf } from '../../src/platform/database/embedded/credentials.ts';
import { layoutOf } from '../../src/platform/database/embedded/layout.ts';
import { isPostmaster, runningPostmaster, type Postmaster } from '../../src/platform/database/embedded/postmaster.ts';
import { Client } from '../support/client.ts';
import { NodeProcess } from './node-process.ts';

export class Installation {
  readonly #folder: string;
  readonly #others: NodeProcess[] = [];

  private constructor(folder: string, readonly node: NodeProcess, readonly administrator: Client) {
    this.#folder = folder;
  }

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<Installation> {
    const folder = mkdtempSync(join(tmpdir(), 'rapport-faults-'));
    chmodSync(folder, 0o755); // Root runs PostgreSQL as somebody else.
    try {
      const node = await NodeProcess.start({ ...environment, RAPPORT_DATA: folder, RAPPORT_DEMO: 'on' });
      return new Installation(folder, node, await Client.signIn(node.url, colleagues[0].email, PASSWORD));
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Another node on the same database, started as the first one's message about a folder in use says. */
  async secondNode(): Promise<NodeProcess> {
    const given = readFileSync(layoutOf(this.#folder).environment, 'utf8').trim().split('\n');
    const node = await NodeProcess.start({
      ...Object.fromEntries(given.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])),
      RAPPORT_DATA: join(this.#folder, 'second'), RAPPORT_SECRET: readFileSync(join(this.#folder, 'secret'), 'utf8').trim(),
    });
    this.#others.push(node);
    return node;
  }

  /** Past the application, and past its fences. */
  get superuserUrl(): string {
    const url = new URL(urlsOf(readCredentials(layoutOf(this.#folder)), this.#postmaster()).superuserUrl);
    url.pathname = '/rapport';
    return url.href;
  }

  async ask<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.superuserUrl });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(text, [...values])).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** PostgreSQL's first process; its children end by themselves, and leave everything as it is. */
  async killPostgres(): Promise<void> {
    const { pid } = this.#postmaster();
    process.kill(pid, 'SIGKILL');
    while (isPostmaster(pid, layoutOf(this.#folder).data)) await sleep(5);
  }

  /** Until another runs in its place. */
  async postgresIsBack(): Promise<void> {
    while (!runningPostmaster(layoutOf(this.#folder).data)) await sleep(5);
  }

  async remove(): Promise<void> {
    for (const node of [...this.#others, this.node]) await node.stop();
    const left = runningPostmaster(layoutOf(this.#folder).data);
    if (left) process.kill(left.pid, 'SIGQUIT'); // the node had been killed
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #postmaster(): Postmaster {
    const found = runningPostmaster(layoutOf(this.#folder).data);
    if (!found) throw new Error('PostgreSQL does not run.');
    return found;
  }
}
