/**
 * Files in a folder, each under its organisation and the SHA-256 of its content: the same content is
 * kept once per organisation and never shared between two, or a hash would tell one what the other has.
 * A file appears whole or not at all, also when the machine stops in between.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileStore } from '../../kernel/ports.ts';

export interface StoredFile {
  readonly size: number;
  open(): Readable;
}

export interface StoredFiles {
  /** Null when there is none. */
  get(tenant: string, hash: string): Promise<StoredFile | null>;
  /** The whole content; throws when there is none. */
  read(tenant: string, hash: string): Promise<Buffer>;
}

export function createFolderStore(folder: string): FileStore & StoredFiles {
  return {
    async put(tenant, content) {
      const hash = createHash('sha256').update(content).digest('hex');
      const path = pathOf(folder, tenant, hash);
      if ((await sizeOf(path)) !== content.byteLength) await write(path, content);
      return { hash, size: content.byteLength };
    },
    read: (tenant, hash) => readFile(pathOf(folder, tenant, hash)),
    async get(tenant, hash) {
      const path = pathOf(folder, tenant, hash);
      const size = await sizeOf(path);
      return size === null ? null : { size, open: () => createReadStream(path) };
    },
  };
}

/** Two levels, so that no folder holds more files than file systems like. */
function pathOf(folder: string, tenant: string, hash: string): string {
  if (!/^[0-9a-f-]{36}$/.test(tenant)) throw new Error('A file is stored under the id of an organisation.');
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('A file is found by the SHA-256 of its content in hex.');
  return join(folder, tenant, hash.slice(0, 2), hash);
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function write(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const passing = `${path}.${randomUUID()}`;
  try {
    const file = await open(passing, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(passing, path);
  } catch (error) {
    await rm(passing, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** The name of the file is content of its folder. Windows neither needs nor allows this. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
