/**
 * The only place that sees everything: it puts platform and modules together for one node and answers
 * how to start and stop it. Nothing here decides anything; it connects.
 */
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { createAuthenticator } from './crm/identity/authenticate.ts';
import { beginMailbox, openMailbox, reportMailbox, takeFromMailbox } from './crm/interactions/watch-mailbox.ts';
import { Job } from './crm/jobs/job.ts';
import { failureOf } from './crm/jobs/run-job.ts';
import { modules as allModules } from './crm/modules.ts';
import { catalogueOf, type Module } from './kernel/module.ts';
import type { Resolve } from './kernel/ports.ts';
import { checkDatabase } from './platform/database/boot-check.ts';
import { askDefiner } from './platform/database/definer.ts';
import { Database } from './platform/database/pool.ts';
import { createDns, systemResolver } from './platform/dns/dns.ts';
import { createFileLinks } from './platform/files/file-link.ts';
import { createFolderStore } from './platform/files/folder-store.ts';
import type { Host } from './platform/graphql/execution.ts';
import { buildSchema } from './platform/graphql/schema.ts';
import { tracePermissions } from './platform/graphql/trace.ts';
import type { Limits } from './platform/http/limits.ts';
import { createLog, type Log } from './platform/http/logging.ts';
import { createSealing } from './platform/http/sealing.ts';
import { createServer } from './platform/http/server.ts';
import { createTokens, type Tokens } from './platform/http/tokens.ts';
import { keepHouse } from './platform/database/housekeeping.ts';
import { Workplace } from './platform/jobs/workplace.ts';
import { Live } from './platform/live/live.ts';
import { mailboxPolicy } from './platform/mail/incoming/mailbox-network.ts';
import { Mailboxes } from './platform/mail/incoming/mailboxes.ts';
import { createMailer, type MailerOptions } from './platform/mail/outgoing/mailer.ts';
import { createPageLinks } from './platform/pages/page-link.ts';

export interface AppOptions {
  /** The database as the application's role. */
  readonly databaseUrl: string;
  /** Whether acknowledged writes must survive a crash; only tests do without. */
  readonly durable: boolean;
  /** The database as the role of the jobs; null: this node only serves, and leaves what follows from changes to others. */
  readonly jobsUrl: string | null;
  /** Those of the product, unless a test adds one. */
  readonly modules?: readonly Module[];
  readonly poolSize?: number;
  readonly secret: string;
  readonly filesFolder: string;
  /** By default outgoing mails become files beside the stored ones. */
  readonly mail?: MailerOptions;
  /** By default the name servers of this machine. */
  readonly dns?: Resolve;
  /** Whether mailboxes may be in private networks; by default not. */
  readonly privateMailboxes?: boolean;
  readonly listen: { readonly host: string; readonly port: number };
  /** Public address; null: where it listens. */
  readonly baseUrl: string | null;
  readonly accessTokenLifetime: number;
  readonly refreshTokenLifetime: number;
  readonly limits?: Partial<Limits>;
  /** Whether reads are compiled to statements (the default); the plain path is what they must equal. */
  readonly planned?: boolean;
  readonly log?: Log;
  readonly now?: () => Date;
}

export interface App {
  readonly host: Host;
  readonly schema: GraphQLSchema;
  readonly tokens: Tokens;
  /** Takes part in the installation without serving: what it commits reaches the other nodes at once. */
  join(): Promise<void>;
  /** Joins and begins to serve; answers where. */
  start(): Promise<{ url: string }>;
  stop(): Promise<void>;
}

const ISSUER = 'rapport';

export async function createApp(options: AppOptions): Promise<App> {
  const { databaseUrl, jobsUrl, durable, secret, modules = allModules, now = () => new Date(), log = createLog({ level: 'info' }) } = options;
  const onError = (err: unknown): void => { log.warn({ err }, 'Something in the background failed and is tried again'); };
  const { schema, models } = buildSchema(modules);
  const catalogue = catalogueOf(modules, tracePermissions);

  const database = new Database(databaseUrl, { size: options.poolSize ?? 20, onError });
  const sealing = createSealing(secret);
  const { accessTokenLifetime: accessLifetimeSeconds, refreshTokenLifetime: refreshLifetimeSeconds } = options;
  const begin = async (): Promise<Tokens> => {
    await checkDatabase(database, { durable });
    return createTokens({ issuer: ISSUER, audience: ISSUER, accessLifetimeSeconds, refreshLifetimeSeconds }, { database, sealing, now, onError });
  };
  const tokens = await begin().catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  let url = options.baseUrl;
  const around = { sealing, baseUrl: () => url ?? '', now };
  const [links, pageLinks] = [createFileLinks(around), createPageLinks(around)];
  const files = createFolderStore(options.filesFolder);
  const mail = createMailer(options.mail ?? { smtp: null, folder: join(options.filesFolder, 'mail'), dkim: null, returnByMessage: true }, { sealing, files, now });
  const privateNetworks = options.privateMailboxes ?? false;
  const live = new Live({ database, url: databaseUrl, models, now, onError });

  const host: Host = {
    database, models, now,
    modelClasses: modules.flatMap((module) => module.models),
    ports: {
      catalogue, tokens, links: { file: links.file, page: pageLinks.page }, files, mail, vault: sealing, mailboxes: mailboxPolicy({ privateNetworks }),
      dns: createDns(options.dns ?? systemResolver()),
      beginnings: modules.flatMap(({ beginnings }) => beginnings ?? []),
    },
    committed(tenant, position) {
      live.committed(tenant, position);
      workplace?.committed(tenant);
    },
    planned: options.planned ?? true,
  };
  const workplace = jobsUrl === null ? null : new Workplace({
    url: jobsUrl, host, onError,
    types: modules.flatMap(({ events }) => Object.keys(events)),
    timers: new Map(modules.flatMap(({ timers = [] }) => timers.map((timer) => [timer.name, timer]))),
    deadLetter: (reaction, event, error, { add, now }) => { add(Job.deadLetter(reaction, event, failureOf(error), now())); },
  });
  const mailboxes = jobsUrl === null ? null : new Mailboxes({
    url: jobsUrl, host, privateNetworks, onError,
    desk: { open: openMailbox, begin: beginMailbox, take: takeFromMailbox, report: reportMailbox },
  });
  const authenticate = createAuthenticator({
    catalogue, now,
    verifyAccessToken: tokens.verify,
    ask: (definer, ...args) => askDefiner((sql) => database.query(sql), definer, args),
  });
  const server = createServer({
    listen: options.listen, host, schema, authenticate, files, log, live,
    jwks: tokens.jwks, readLink: links.read, readPage: pageLinks.readPage, pages: modules.flatMap(({ pages = [] }) => pages),
    ...(options.limits ? { limits: options.limits } : {}),
  });
  let stopping: Promise<void> | null = null;
  const house = keepHouse(database, { now, onError });

  const stop = async (): Promise<void> => {
    await server.stop();
    await mailboxes?.stop();
    await workplace?.stop();
    mail.close();
    await live.stop();
    house.stop();
    tokens.stop();
    await database.close();
  };

  return {
    host, schema, tokens,
    join: () => live.start(),
    async start() {
      await live.start();
      const served = await server.start();
      url ??= served.url;
      workplace?.start();
      mailboxes?.start();
      return served;
    },
    stop: () => (stopping ??= stop()),
  };
}
