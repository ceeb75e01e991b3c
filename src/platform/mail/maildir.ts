/**
 * Finds the messages of a folder: every `.eml` file, and every file in the `cur` and `new` of a Maildir (its
 * `tmp` holds deliveries that were never finished). Sub-folders are walked too, since mail programs nest
 * both. Names are sorted, so a folder is always read in the same order; symbolic links are not followed.
 */
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

const MAILDIR_PARTS = new Set(['cur', 'new']);

export async function* messageFiles(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const takesEveryFile = MAILDIR_PARTS.has(basename(folder));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && (takesEveryFile || /\.eml$/i.test(entry.name))) yield path;
    if (entry.isDirectory()) yield* messageFiles(path);
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
