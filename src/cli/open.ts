/**
 * What commands need before they can work: the database (the embedded one, started or joined, or an
 * external one), brought up to date, and the installation's secret.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AppOptions } from '../app.ts';
import type { Config } from '../config.ts';
import { joinCluster, startCluster } from '../platform/database/embedded/cluster.ts';
import { migrate, pendingMigrations } from '../platform/database/migrate.ts';
import type { MailerOptions } from '../platform/mail/outgoing/mailer.ts';
import type { Log } from '../platform/http/logging.ts';

export interface OpenDatabase {
  readonly appUrl: string;
  /** Null: the owner's access was not given. */
  readonly ownerUrl: string | null;
  /** Null: the access of the jobs' role was not given. */
  readonly jobsUrl: string | null;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

/** `join`: beside a running node use its database rather than refuse. */
export async function openDatabase(config: Config, log: Log, options: { join: boolean }): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    return { appUrl: config.databaseUrl, ownerUrl: config.databaseOwnerUrl ?? null, jobsUrl: config.databaseJobsUrl ?? null, embedded: false, stop: async () => {} };
  }
  const told = { info: (message: string) => log.debug(message), warn: (message: string) => log.warn(message) };
  const joined = options.join ? await joinCluster(config.dataFolder) : undefined;
  const cluster = joined ?? await startCluster({ folder: config.dataFolder, durable: true, log: told });
  return { appUrl: cluster.appUrl, ownerUrl: cluster.ownerUrl, jobsUrl: cluster.jobsUrl, embedded: true, stop: () => cluster.stop() };
}

/** Migrates where we may; else refuses a database that is behind. */
export async function bringUpToDate({ ownerUrl, appUrl }: OpenDatabase): Promise<string[]> {
  if (ownerUrl) return migrate(ownerUrl);
  const pending = await pendingMigrations(appUrl);
  if (pending.length === 0) return [];
  throw new Error(`The database lacks ${pending.length} migration${pending.length === 1 ? '' : 's'}. Run \`rapport migrate\` with DATABASE_OWNER_URL set to the owner's address.`);
}

/** The configured secret, or one made once and kept in the data folder. */
export async function installationSecret(config: Config): Promise<string> {
  if (config.secret) return config.secret;
  const file = join(config.dataFolder, 'secret');
  await mkdir(config.dataFolder, { recursive: true });
  try {
    await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

export async function appOptions(config: Config, database: OpenDatabase, log: Log): Promise<AppOptions> {
  return {
    databaseUrl: database.appUrl, jobsUrl: database.jobsUrl, durable: true, secret: await installationSecret(config), log,
    filesFolder: resolve(config.dataFolder, 'files'), mail: mailOptions(config), privateMailboxes: config.privateMailboxes,
    listen: { host: config.host, port: config.port }, baseUrl: config.baseUrl ?? null,
    accessTokenLifetime: config.accessTokenLifetime, refreshTokenLifetime: config.refreshTokenLifetime,
  };
}

/** Where mails lie that no server was given for. */
export const mailFolder = (config: Config): string => resolve(config.dataFolder, 'mail');

function mailOptions(config: Config): MailerOptions {
  const { url, startTls, dkim, returnByMessage } = config.mail;
  return { smtp: url ? { url, startTls } : null, folder: mailFolder(config), dkim, returnByMessage };
}
