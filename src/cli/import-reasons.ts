/** Why an import left something out, or what it had to mend: a file with one JSON object a line, made only if there is something to say. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';

export type Reason = { readonly origin: string } & ({ readonly skipped: string } | { readonly mended: readonly string[] });

export class Reasons {
  private readonly path: string | undefined;
  private file: WriteStream | null = null;

  constructor(path: string | undefined) {
    this.path = path;
  }

  async write(reason: Reason): Promise<void> {
    if (this.path === undefined) return;
    this.file ??= createWriteStream(this.path);
    if (!this.file.write(`${JSON.stringify(reason)}\n`)) await once(this.file, 'drain');
  }

  async close(): Promise<void> {
    const { file } = this;
    if (file) await new Promise<void>((resolve, reject) => { file.once('error', reject).end(resolve); });
  }
}
