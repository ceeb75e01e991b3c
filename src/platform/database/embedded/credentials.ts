/**
 * The passwords of an embedded database: random, made once, in a file that only its owner may read. They are asked
 * for on loopback too, because a machine may have other users. The URLs change with the port at every start.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Layout } from './layout.ts';
import type { Postmaster } from './postmaster.ts';

const LOOPBACK = '127.0.0.1';

const ROLES = ['postgres', 'rapport_owner', 'rapport_app', 'rapport_jobs'] as const;
type Role = (typeof ROLES)[number];

export type Credentials = Readonly<Record<Role, string>>;

export interface Urls {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly jobsUrl: string;
}

export function newCredentials(): Credentials {
  return Object.fromEntries(ROLES.map((role) => [role, randomBytes(24).toString('base64url')])) as Credentials;
}

export function saveCredentials(layout: Layout, credentials: Credentials): void {
  writePrivately(layout.credentials, JSON.stringify(credentials, null, 2));
}

export function readCredentials(layout: Layout): Credentials {
  try {
    return JSON.parse(readFileSync(layout.credentials, 'utf8')) as Credentials;
  } catch (cause) {
    throw new Error(
      `The passwords of the database in ${layout.data} cannot be read from ${layout.credentials}: ${(cause as Error).message}. ` +
        'Put that file back, start as the user who owns it, or remove the whole data folder to begin with an empty one.',
      { cause },
    );
  }
}

/** By its socket where it has one: each message then costs both sides about a tenth less than by TCP. */
export function urlsOf(credentials: Credentials, { port, socketFolder }: Postmaster): Urls {
  return urlsAt(credentials, socketFolder === null ? LOOPBACK : encodeURIComponent(socketFolder), port);
}

function urlsAt(credentials: Credentials, host: string, port: number): Urls {
  const url = (role: Role, database: string): string => `postgresql://${role}:${credentials[role]}@${host}:${port}/${database}`;
  return {
    superuserUrl: url('postgres', 'postgres'),
    ownerUrl: url('rapport_owner', 'rapport'),
    appUrl: url('rapport_app', 'rapport'),
    jobsUrl: url('rapport_jobs', 'rapport'),
  };
}

/** For nodes of other accounts and in containers too, so by TCP. */
export function saveEnvironment(layout: Layout, credentials: Credentials, { port }: Postmaster): void {
  const urls = urlsAt(credentials, LOOPBACK, port);
  writePrivately(layout.environment, `DATABASE_URL=${urls.appUrl}\nDATABASE_OWNER_URL=${urls.ownerUrl}\nDATABASE_JOBS_URL=${urls.jobsUrl}\n`);
}

function writePrivately(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
}
