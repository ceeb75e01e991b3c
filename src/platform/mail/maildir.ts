/**
 * Finds the messages of a folder: every `.eml` file, and, where a folder is a Maildir (it has `cur` or
 * `new`), every file of those two. Sub-folders are walked too, since mail programs nest both. Names are
 * sorted, so the same folder is always read in the same order; symbolic links are not followed.
 */
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

const MAILDIR_PARTS = new Set(['cur', 'new']);

export async function* messageFiles(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const isMaildir = entries.some((entry) => entry.isDirectory() && MAILDIR_PARTS.has(entry.name));
  const takesEveryFile = MAILDIR_PARTS.has(basename(folder));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && (takesEveryFile || /\.eml$/i.test(entry.name))) yield path;
    // a Maildir's tmp holds deliveries that were never finished
    if (entry.isDirectory() && !(isMaildir && entry.name === 'tmp')) yield* messageFiles(path);
  }
}

export async function sizeOf(files: AsyncIterable<string>): Promise<{ files: number; bytes: number }> {
  const total = { files: 0, bytes: 0 };
  for await (const file of files) {
    total.files += 1;
    total.bytes += await stat(file).then((found) => found.size, () => 0);
  }
  return total;
}
