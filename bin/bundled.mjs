// The bundle of a checkout: made when it is first started, kept, and made anew whenever anything that went into it is
// not what it was. Our sources are known by their text, the files of packages by size and time. Where it cannot be made
// or kept, the sources are run as they are: nothing but time is lost.
//
// Runs as a program of its own (`node bin/bundled.mjs`) to make one, so that the bundler is in no server's memory.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const self = fileURLToPath(import.meta.url);
const root = dirname(dirname(self));
/** Packages may be another checkout's, by a symbolic link; the bundle is never. */
const place = join(root, 'node_modules/.cache/rapport', `bundle-${digestOf([root]).slice(0, 16)}`);
const note = join(place, 'made.json');
/** What else decides how it comes out. */
const making = ['bin/bundle.mjs', 'bin/bundled.mjs', 'bin/swc.mjs', 'package-lock.json'];

const KEPT = 5;
const TIME_IS_THIS_COARSE_MS = 2000;

/** The folder of a bundle that is what the sources are, made by `node` if need be; null where there can be none. */
export function bundled(node) {
  return fresh() ?? (writable() && spawnSync(node, [self], { stdio: 'ignore' }).status === 0 ? fresh() : null);
}

function fresh() {
  try {
    const { folder, digest, sources, packages } = JSON.parse(readFileSync(note, 'utf8'));
    const same = packages.every(([path, size, time]) => {
      const file = statSync(join(root, path));
      return file.size === size && file.mtimeMs === time;
    });
    return same && digest === digestOf([...making, ...sources].map(textOf)) ? join(place, folder) : null;
  } catch {
    return null; // there is none, or something that it was made of is gone
  }
}

async function make() {
  const { bundle } = await import('./bundle.mjs');
  const startedAt = Date.now();
  const made = making.map(textOf);
  const folder = `${startedAt}-${process.pid}`;
  const { sources, packages } = await bundle(join(place, folder), relative(join(place, folder), root).replaceAll(sep, '/'));
  const files = packages.map((path) => {
    const { size, mtimeMs } = statSync(path);
    if (mtimeMs > startedAt - TIME_IS_THIS_COARSE_MS && mtimeMs <= Date.now()) throw new Error(`${path} changes meanwhile`);
    return [relative(root, path), size, mtimeMs];
  });
  const text = JSON.stringify({ folder, digest: digestOf([...made, ...sources.values()]), sources: [...sources.keys()], packages: files });
  writeFileSync(`${note}.${process.pid}`, text);
  renameSync(`${note}.${process.pid}`, note);
  forgetOld();
}

/** Not the last few: a node that was started from one still finds its lines of source there. */
function forgetOld() {
  const folders = readdirSync(place, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  for (const name of folders.slice(0, -KEPT)) rmSync(join(place, name), { recursive: true, force: true });
}

function writable() {
  try {
    mkdirSync(place, { recursive: true });
    const probe = join(place, `probe.${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return true;
  } catch {
    return false;
  }
}

function textOf(path) {
  return readFileSync(join(root, path), 'utf8');
}

function digestOf(texts) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}\0`).update(text);
  return hash.digest('hex');
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === self) await make();
