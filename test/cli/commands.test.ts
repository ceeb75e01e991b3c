/** The command line as a newcomer and as a machine meet it: each command a process of its own, beside a node that runs. */
import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { Client } from '../support/client.ts';
import { mail, mbox } from '../support/mail-fixtures.ts';

const root = resolve(import.meta.dirname, '../..');
const preload = new URL('../../bin/typescript.mjs', import.meta.url).href;
const run = ['--import', preload, join(root, 'src/cli/rapport.ts')];
const ADMINISTRATOR = 'jana@kolibrik.example';

let folder: string;
let node: ChildProcess;
let url: string;
const said: string[] = [];

const environment = () => ({ ...process.env, LOG_LEVEL: 'error', PORT: '0', RAPPORT_DATA: join(folder, 'data') });

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-cli-'));
  await chmod(folder, 0o755); // Root runs PostgreSQL as somebody else.
  node = spawn(process.execPath, [...run, 'start'], { cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(node.stdout!)) {
    said.push(line);
    url ??= /ready at (\S+)/.exec(line)?.[1] ?? url;
    if (line.includes('Ctrl-C')) break;
  }
});
after(async () => {
  node.kill('SIGINT');
  await once(node, 'exit');
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function rapport(args: readonly string[], env: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...run, ...args], { cwd: folder, env: { ...environment(), ...env } },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }));
  });
}

it('start says where to go and how to sign in, the administrator first, and little else', () => {
  assert.ok(said.length < 20, said.join('\n'));
  assert.ok(said.some((line) => line.endsWith(`${url}/graphiql`)));
  const signIn = said[said.findIndex((line) => line.includes('sign-ins')) + 1] ?? '';
  assert.match(signIn, new RegExp(`^ +${ADMINISTRATOR} +\\S+ +administrator$`));
});

describe('help', () => {
  const commands: readonly (readonly string[])[] = [[], ['start'], ['migrate'], ['demo'], ['import'], ['import', 'mail'], ['import', 'rates'], ['token']];
  it('is there for every command', async () => {
    await Promise.all(commands.map(async (command) => {
      const { code, stdout, stderr } = await rapport([...command, '--help'], { PORT: 'not needed for help' });
      assert.deepEqual([code, stderr], [0, ''], command.join(' '));
      assert.match(stdout, new RegExp(`^Usage: ${['rapport', ...command].join(' ')} `));
      if (command.length === 0) for (const [name] of commands.slice(1)) assert.match(stdout, new RegExp(`^  ${name} `, 'm'));
      if (command[0] === 'start') assert.match(stdout, /^DATABASE_URL .*PostgreSQL/m);
    }));
  });
});

describe('asked wrongly', () => {
  const cases: readonly { readonly args: readonly string[]; readonly env?: Record<string, string>; readonly told: RegExp }[] = [
    { args: ['nonsense'], told: /unknown command 'nonsense'/ },
    { args: ['migrate', 'extra'], told: /too many arguments/ },
    { args: ['import', 'mail'], told: /missing required argument 'file'/ },
    { args: ['import', 'mail', 'a.mbox', '--own', 'not a domain'], told: /'not a domain' is invalid.*such as/ },
    { args: ['demo', '--live', '--pause', 'soon'], told: /'soon' is invalid.*milliseconds/ },
    { args: ['token'], told: /--user <e-mail>/ },
    { args: ['start'], env: { PORT: 'abc' }, told: /PORT: given is "abc"; allowed is/ },
  ];
  it('it answers 2, and says on standard error what is wrong', async () => {
    await Promise.all(cases.map(async ({ args, env, told }) => {
      const { code, stdout, stderr } = await rapport(args, env);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, told);
    }));
  });
});

describe('what fails', () => {
  it('answers 1 with a line that says why', async () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['import', 'mail', 'missing.mbox', '--json'], /missing\.mbox cannot be opened/],
      [['token', '--user', 'nobody@firma.example'], /^No active user signs in as nobody@firma\.example\.\n$/],
      [['start'], /in use by process \d+.*database\.env/],
    ];
    await Promise.all(cases.map(async ([args, told]) => {
      const { code, stdout, stderr } = await rapport(args);
      assert.deepEqual([code, stdout], [1, ''], args.join(' '));
      assert.match(stderr, told);
    }));
  });
});

describe('beside a running node', () => {
  let client: Client;

  it('token prints a token that serves, and nothing else', async () => {
    const { code, stdout, stderr } = await rapport(['token', '--user', ADMINISTRATOR.toUpperCase()]);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    client = new Client(url, stdout.trim());
    const { viewer } = await client.ask<{ viewer: { user: { email: string } } }>('{ viewer { user { email } } }');
    assert.equal(viewer.user.email, ADMINISTRATOR);
  });

  it('migrate and demo find their work done, and answer machines in JSON', async () => {
    const [migrate, demo] = await Promise.all([rapport(['migrate', '--json']), rapport(['demo', '--json'])]);
    assert.deepEqual(migrate, { code: 0, stdout: '{"run":[]}\n', stderr: '' });
    const { signIns } = JSON.parse(demo.stdout) as { signIns: { email: string; password: string; role: string }[] };
    const [{ email, password, role } = assert.fail('none')] = signIns;
    assert.deepEqual([email, role], [ADMINISTRATOR, 'ADMINISTRATOR']);
    await Client.signIn(url, email, password);
  });

  it('import mail tells its summary; twice changes nothing; the node shows it', async () => {
    await writeFile(join(folder, 'archive.mbox'), mbox([
      letter('one', 'Anna Nowak <anna@poczta.example>', 'hello@firma.example'),
      letter('two', 'hello@firma.example', 'anna@poczta.example', { 'In-Reply-To': '<one@mail.example>' }),
      letter('three', 'Karel <karel@posta.example>', 'hello@firma.example', { Subject: 'Tea' }),
    ]));
    const imported = async (): Promise<unknown> => {
      const { code, stdout, stderr } = await rapport(['import', 'mail', 'archive.mbox', '--json', '--own', 'firma.example']);
      assert.deepEqual([code, stderr], [0, '']);
      return JSON.parse(stdout);
    };
    const summary = { read: 3, skipped: 0, mended: 0 };
    assert.deepEqual(await imported(), { ...summary, imported: 3, alreadyThere: 0, customers: 2, conversations: 2 });
    assert.deepEqual(await imported(), { ...summary, imported: 0, alreadyThere: 3, customers: 0, conversations: 0 });
    const { customers } = await client.ask<{ customers: { nodes: object[] } }>(`{
      customers(reachedAt: { kind: EMAIL, value: "anna@poczta.example" }) {
        nodes { name conversations { nodes { subject interactions { totalCount } } } }
      }
    }`);
    assert.deepEqual(customers.nodes, [{ name: 'Anna Nowak', conversations: { nodes: [{ subject: 'Coffee', interactions: { totalCount: 2 } }] } }]);
  });

  it('import rates takes a file in; twice changes nothing; what is wrong in a file is told', async () => {
    await writeFile(join(folder, 'rates.csv'), 'Date, USD, CYP, \n27 November 2025, 1.1587, 0.58, \n');
    const imported = async (): Promise<unknown> => JSON.parse((await rapport(['import', 'rates', 'rates.csv', '--json'])).stdout);
    assert.deepEqual(await imported(), { read: 1, set: 1, alreadyThere: 0, leftOut: { CYP: 1 } });
    assert.deepEqual(await imported(), { read: 1, set: 0, alreadyThere: 1, leftOut: { CYP: 1 } });
    const { exchangeRates } = await client.ask<{ exchangeRates: { nodes: object[] } }>(
      '{ exchangeRates(filter: { quoteCurrency: { eq: "USD" } }) { nodes { baseCurrency rates { nodes { rate validOn source } } } } }');
    assert.ok(JSON.stringify(exchangeRates.nodes).includes('{"rate":"1.1587","validOn":"2025-11-27","source":"ECB"}'));
    await writeFile(join(folder, 'wrong.csv'), 'date,base,quote,rate\n2025-11-27,EUR,USD,"1,15"\n');
    const { code, stderr } = await rapport(['import', 'rates', 'wrong.csv', '--source', 'Bank']);
    assert.equal(code, 1);
    assert.match(stderr, /^Line 2: .*not a decimal number/);
  });

  it('organization create begins an organisation that its administrator can sign in to', async () => {
    const { code, stdout } = await rapport(['organization', 'create', 'Bakery', '--administrator', 'ada@bakery.example', '--administrator-name', 'Ada', '--country', 'pl', '--json']);
    assert.equal(code, 0);
    const { email, password } = JSON.parse(stdout) as { email: string; password: string };
    const ada = await Client.signIn(url, email, password);
    const { viewer } = await ada.ask<{ viewer: { organization: object } }>('{ viewer { organization { name country } } }');
    assert.deepEqual(viewer.organization, { name: 'Bakery', country: 'PL' });
  });
});

function letter(id: string, from: string, to: string, more: Record<string, string> = {}): Buffer {
  const headers = { From: from, To: to, Subject: 'Coffee', 'Message-ID': `<${id}@mail.example>`, ...more };
  return mail({ headers, body: `Text of ${id}` });
}
