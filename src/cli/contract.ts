/**
 * `npm run contract` writes the public contract under `schema/`, and refuses a schema that breaks what the
 * last release promised. `--check` only says whether the files are up to date.
 */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { buildSchema as readSchema, findBreakingChanges } from 'graphql';
import { contract } from '../contract.ts';
import { modules } from '../crm/modules.ts';
import { buildSchema } from '../platform/graphql/schema.ts';

const FOLDER = new URL('../../schema/', import.meta.url);

const outdated: string[] = [];
for (const [name, text] of Object.entries(contract())) {
  const file = new URL(name, FOLDER);
  const present = await readFile(file, 'utf8').catch(() => '');
  if (present === text) continue;
  outdated.push(name);
  if (!process.argv.includes('--check')) await writeFile(file, text);
}

const breaking = breakingChanges();
for (const change of breaking) console.error(`Breaks the last release: ${change}`);
if (outdated.length > 0) console.log(`${process.argv.includes('--check') ? 'Out of date' : 'Written'}: ${outdated.join(', ')}`);
if (breaking.length > 0 || (outdated.length > 0 && process.argv.includes('--check'))) process.exitCode = 1;

/** Against the schema of the newest release tag; before the first release there is nothing to break. */
function breakingChanges(): string[] {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const tag = git('describe', '--tags', '--abbrev=0', '--match', 'v*').trim();
    const released = readSchema(git('show', `${tag}:schema/schema.graphql`));
    return findBreakingChanges(released, buildSchema(modules).schema).map(({ description }) => description);
  } catch {
    return [];
  }
}
