/**
 * The settings: read from the environment once, at boot, here and nowhere else. The schema below is also what
 * `npm start -- --help` prints; wrong values are answered all at once, each with its name, what was given and what is
 * allowed. An empty variable counts as absent.
 */
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { Duration } from 'luxon';
import * as z from 'zod';

interface About {
  readonly meaning: string;
  /** What is allowed, as the receiver of an error reads it. */
  readonly allowed: string;
  /** What happens without the variable, where that is not a constant. */
  readonly otherwise?: string;
  /** How a wrong value may be shown; secrets may not. */
  readonly shown?: (given: string) => string;
}

const about = z.registry<About>();

const MINUTE = 60;
const DAY = 86_400;
const unitSeconds = new Map([['s', 1], ['m', MINUTE], ['h', 3_600], ['d', DAY]]);

const A_DATABASE = 'a URL such as postgresql://user:password@host:5432/database';

const schema = z.object({
  HOST: z.string().regex(/^[\w.:-]+$/).prefault('127.0.0.1').register(about, {
    meaning: 'The address to listen on.',
    allowed: 'an IP address or host name such as 127.0.0.1, or 0.0.0.0 for every network',
  }),
  PORT: port().prefault('4000').register(about, {
    meaning: 'The port to listen on; 0 takes any free one.',
    allowed: 'a whole number from 0 to 65535',
  }),
  DATABASE_URL: databaseUrl().optional().register(about, {
    meaning: 'An external PostgreSQL, 15 or newer, as the role that serves requests.',
    allowed: A_DATABASE,
    otherwise: 'the embedded one',
    shown: withoutPassword,
  }),
  DATABASE_OWNER_URL: databaseUrl().optional().register(about, {
    meaning: 'The same database as the role that owns the tables; needed to migrate.',
    allowed: `${A_DATABASE}, and only beside DATABASE_URL`,
    otherwise: 'none',
    shown: withoutPassword,
  }),
  DATABASE_JOBS_URL: databaseUrl().optional().register(about, {
    meaning: 'The same database as the role that does background work; a node without it only serves.',
    allowed: `${A_DATABASE}, and only beside DATABASE_URL`,
    otherwise: 'none',
    shown: withoutPassword,
  }),
  RAPPORT_DATA: z.string().prefault('.data').register(about, {
    meaning: 'The folder of the embedded database and of generated keys.',
    allowed: 'a folder',
  }),
  RAPPORT_DEMO: z.enum(['on', 'off']).optional().register(about, {
    meaning: 'Whether an empty database gets a demo organisation, with sign-ins that are printed.',
    allowed: 'on or off; on only with the embedded database and a HOST that other machines cannot reach',
    otherwise: 'on where allowed',
  }),
  RAPPORT_BASE_URL: z.url({ protocol: /^https?$/ }).optional().register(about, {
    meaning: 'The public address, as it stands in links.',
    allowed: 'a URL such as https://crm.example.com',
    otherwise: 'HOST and PORT',
    shown: withoutPassword,
  }),
  RAPPORT_SECRET: z.string().min(32).optional().register(about, {
    meaning: 'What all signing and encryption keys derive from; the same on every node of a database.',
    allowed: '32 characters or more, such as `openssl rand -hex 32` prints; required with DATABASE_URL',
    otherwise: 'made once, kept',
    shown: (given) => `${given.length} characters`,
  }),
  MAIL_URL: mailUrl().optional().register(about, {
    meaning: 'The SMTP server that mail is sent by, with user and password if it asks for them.',
    allowed: 'a URL such as smtps://user:password@mail.example.com or smtp://mail.example.com:587, its password in percent encoding',
    otherwise: 'mail becomes files in RAPPORT_DATA',
    shown: withoutPassword,
  }),
  MAIL_STARTTLS: z.enum(['required', 'offered', 'never']).optional().register(about, {
    meaning: 'Whether a connection of smtp:// must be encrypted: required, where the server offers it, or never.',
    allowed: 'required, offered or never',
    otherwise: 'required, offered on this machine',
  }),
  MAIL_DKIM_KEY: z.string().transform(pem).pipe(z.string().refine(isRsaKey)).optional().register(about, {
    meaning: 'The private key that signs outgoing mail (DKIM), or the file it is in.',
    allowed: 'an RSA key in PEM as `openssl genrsa 2048` prints it, or the path of a file that holds one',
    otherwise: 'mail is not signed here',
    shown: () => 'a text that is no RSA key, nor the path of one',
  }),
  MAIL_DKIM_SELECTOR: z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i).prefault('rapport').register(about, {
    meaning: 'The name under which DNS tells the public key: <selector>._domainkey.<domain>.',
    allowed: 'letters, digits and hyphens',
  }),
  MAIL_DKIM_DOMAIN: z.string().regex(/^([a-z0-9-]+\.)+[a-z0-9-]+$/i).optional().register(about, {
    meaning: 'The domain that signs.',
    allowed: 'a domain such as example.com',
    otherwise: 'that of the sender',
  }),
  MAIL_RETURN: z.enum(['by-message', 'plain']).prefault('by-message').register(about, {
    meaning: 'Where mail comes back to that cannot be delivered: support+b-…@, which tells the message, or the plain address.',
    allowed: 'by-message, or plain where the server does not deliver support+…@ to support@',
  }),
  MAILBOX_NETWORKS: z.enum(['public', 'any']).prefault('public').register(about, {
    meaning: 'Where the mailboxes of channels may be: on the Internet, encrypted, or in private networks too.',
    allowed: 'public or any',
  }),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).prefault('info').register(about, {
    meaning: 'The least important lines that are logged.',
    allowed: 'fatal, error, warn, info, debug, trace or silent',
  }),
  ACCESS_TOKEN_LIFETIME: lifetime(1, DAY).prefault('15m').register(about, {
    meaning: 'How long an access token serves.',
    allowed: 'a time from 1s to 1d, such as 15m or PT15M',
  }),
  REFRESH_TOKEN_LIFETIME: lifetime(MINUTE, 400 * DAY).prefault('30d').register(about, {
    meaning: 'How long a sign-in can be renewed without the password.',
    allowed: 'a time from 1m to 400d, such as 30d or P30D',
  }),
});

type Settings = z.output<typeof schema>;
type Name = keyof Settings;

/** Rules between variables, and which of them is wrong where one does not hold. */
const rules: { readonly wrong: Name; readonly holds: (given: Partial<Settings>) => boolean }[] = [
  { wrong: 'DATABASE_OWNER_URL', holds: (given) => given.DATABASE_OWNER_URL === undefined || given.DATABASE_URL !== undefined },
  { wrong: 'DATABASE_JOBS_URL', holds: (given) => given.DATABASE_JOBS_URL === undefined || given.DATABASE_URL !== undefined },
  { wrong: 'RAPPORT_SECRET', holds: (given) => given.RAPPORT_SECRET !== undefined || given.DATABASE_URL === undefined },
  { wrong: 'RAPPORT_DEMO', holds: (given) => given.RAPPORT_DEMO !== 'on' || demoAllowed(given) },
];
const settings = rules.reduce((all, { wrong, holds }) => all.refine(holds, { path: [wrong], when: () => true }), schema);

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Undefined means the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly databaseJobsUrl: string | undefined;
  readonly dataFolder: string;
  readonly demo: boolean;
  readonly baseUrl: string | undefined;
  readonly secret: string | undefined;
  readonly mail: {
    /** Undefined means files in the data folder. */
    readonly url: string | undefined;
    readonly startTls: 'REQUIRED' | 'OFFERED' | 'NEVER';
    readonly dkim: { readonly selector: string; readonly privateKey: string; readonly domain: string | null } | null;
    readonly returnByMessage: boolean;
  };
  /** Whether mailboxes may be in private networks. */
  readonly privateMailboxes: boolean;
  readonly logLevel: Settings['LOG_LEVEL'];
  /** In seconds, as the next one. */
  readonly accessTokenLifetime: number;
  readonly refreshTokenLifetime: number;
}

export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { data, error } = settings.safeParse(given);
  if (error) throw new WrongSettings(complaint(new Set(error.issues.map((issue) => issue.path[0] as Name)), given));
  return {
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    databaseOwnerUrl: data.DATABASE_OWNER_URL,
    databaseJobsUrl: data.DATABASE_JOBS_URL,
    dataFolder: data.RAPPORT_DATA,
    demo: data.RAPPORT_DEMO === undefined ? demoAllowed(data) : data.RAPPORT_DEMO === 'on',
    baseUrl: data.RAPPORT_BASE_URL?.replace(/\/+$/, ''),
    secret: data.RAPPORT_SECRET,
    mail: {
      url: data.MAIL_URL,
      startTls: startTls(data),
      dkim: data.MAIL_DKIM_KEY === undefined ? null : { selector: data.MAIL_DKIM_SELECTOR, privateKey: data.MAIL_DKIM_KEY, domain: data.MAIL_DKIM_DOMAIN?.toLowerCase() ?? null },
      returnByMessage: data.MAIL_RETURN === 'by-message',
    },
    privateMailboxes: data.MAILBOX_NETWORKS === 'any',
    logLevel: data.LOG_LEVEL,
    accessTokenLifetime: data.ACCESS_TOKEN_LIFETIME,
    refreshTokenLifetime: data.REFRESH_TOKEN_LIFETIME,
  };
}

/** The table of all settings for people: name, default, meaning. */
export function describeSettings(): string {
  const rows = Object.entries(schema.shape).map(([name, field]) => {
    const { meaning, otherwise = '' } = about.get(field)!;
    return [name, field instanceof z.ZodPrefault ? String(field.def.defaultValue) : otherwise, meaning];
  });
  const table = [['Variable', 'Default', 'Meaning'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]!.length)));
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n');
}

function complaint(wrong: Set<Name>, given: Environment): string {
  const lines = [...wrong].map((name) => {
    const { allowed, shown = JSON.stringify } = about.get(schema.shape[name])!;
    const value = given[name];
    return `  ${name}: given is ${value === undefined ? 'nothing' : shown(value.slice(0, 200))}; allowed is ${allowed}.`;
  });
  return `The settings in the environment are wrong:\n${lines.join('\n')}`;
}

function startTls({ MAIL_STARTTLS: given, MAIL_URL: url }: Settings): Config['mail']['startTls'] {
  if (given) return given.toUpperCase() as Config['mail']['startTls'];
  return url && isLoopback(new URL(url).hostname) ? 'OFFERED' : 'REQUIRED';
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));

/** Its passwords are public knowledge. */
function demoAllowed({ DATABASE_URL: url, HOST: host = '' }: Partial<Settings>): boolean {
  return url === undefined && isLoopback(host);
}

function port() {
  return z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.number().max(65_535));
}

function databaseUrl() {
  return z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1;
  });
}

function mailUrl() {
  return z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname) && url.search === '' && (url.username !== '' || url.password === '');
  });
}

/** The key itself, in whose stead a file may be named; line ends may be written `\n`, as in many a settings file. */
function pem(given: string): string {
  if (given.includes('-----BEGIN')) return given.replaceAll('\\n', '\n');
  try {
    return readFileSync(given, 'utf8');
  } catch {
    return '';
  }
}

function isRsaKey(text: string): boolean {
  try {
    return createPrivateKey(text).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/** In seconds; written like `15m`, or in ISO 8601. */
function lifetime(shortest: number, longest: number) {
  return z.string().transform(secondsOf).pipe(z.int().min(shortest).max(longest));
}

function secondsOf(text: string): number {
  const [, amount, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  return unit === undefined ? Duration.fromISO(text).as('seconds') : Number(amount) * (unitSeconds.get(unit) ?? NaN);
}

function withoutPassword(given: string): string {
  const url = URL.parse(given);
  if (!url?.host) return 'a text that is no URL';
  const user = url.username === '' ? '' : `${url.username}${url.password === '' ? '' : ':…'}@`;
  return JSON.stringify(`${url.protocol}//${user}${url.host}${url.pathname}${url.search === '' ? '' : '?…'}`);
}
