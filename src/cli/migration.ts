/**
 * `npm run migration -- customer contact-point` writes a migration with the tables those models ask for,
 * to be read and mended by hand before it is committed: unique constraints, collations of names, what old
 * rows get.
 */
import { writeFile } from 'node:fs/promises';
import { modules } from '../crm/modules.ts';
import { modelOf, type ModelSpec } from '../kernel/model.ts';
import { tableSql } from '../platform/database/table-sql.ts';

const FOLDER = new URL('../../migrations/', import.meta.url);

const kebab = (model: ModelSpec): string => model.table.replaceAll('_', '-');
const models = new Map(modules.flatMap((module) => module.models.map(modelOf)).map((model) => [kebab(model), model]));

const named = process.argv.slice(2);
const unknown = named.filter((name) => !models.has(name));
if (named.length === 0 || unknown.length > 0) {
  const wrong = unknown.length > 0 ? `No model is called ${unknown.join(', ')}. ` : '';
  console.error(`${wrong}Usage: npm run migration -- <model>…\nModels: ${[...models.keys()].join(', ')}`);
  process.exit(1);
}

const chosen = [...models].filter(([name]) => named.includes(name)).map(([, model]) => model); // links need their targets first
const stamp = new Date().toISOString().replace(/[-:]/g, '').slice(0, 13);
const file = `${stamp}_${named[0]?.replaceAll('-', '_')}.sql`;
await writeFile(new URL(file, FOLDER), `${chosen.map((model) => `-- ${model.description}\n${tableSql(model)}`).join('\n\n')}\n`, { flag: 'wx' });
console.log(`migrations/${file}`);
