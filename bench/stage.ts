/** The servers of a run on one world, each started when it is first asked for, and who may ask them. */
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import { PASSWORD, type Tenant } from './organizations.ts';
import { installPostGraphile, POSTGRAPHILE_AUDIENCE, POSTGRAPHILE_SECRET } from './postgraphile.ts';
import { startServer, type ServerProcess } from './server-process.ts';
import type { Rival } from './scenario.ts';
import type { World } from './world.ts';

export type Side = 'product' | Rival;

export class Stage {
  readonly #running = new Map<Side, Promise<ServerProcess>>();
  readonly #tokens = new Map<string, Promise<string>>();
  readonly #profile: boolean;

  constructor(readonly world: World, { profile = false } = {}) {
    this.#profile = profile;
  }

  server(side: Side): Promise<ServerProcess> {
    const running = this.#running.get(side) ?? this.#start(side);
    this.#running.set(side, running);
    return running;
  }

  /** An access token of the product. */
  token(email: string): Promise<string> {
    const token = this.#tokens.get(email) ?? this.#signIn(email);
    this.#tokens.set(email, token);
    return token;
  }

  async headers(side: Side, tenant: Tenant): Promise<Record<string, string>> {
    switch (side) {
      case 'product': return { authorization: `Bearer ${await this.token(tenant.email)}` };
      case 'by hand': return { 'x-tenant': tenant.id, 'x-user': tenant.administrator };
      case 'PostGraphile': return { authorization: `Bearer ${await foreignToken(tenant)}`, accept: 'application/json' };
      case 'PostGraphile, bare': return { accept: 'application/json' };
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running.values()].map(async (running) => (await running).stop()));
  }

  #start(side: Side): Promise<ServerProcess> {
    const { appUrl, jobsUrl, ownerUrl, filesFolder } = this.world;
    if (side === 'product') {
      const profiling = ['--cpu-prof', `--cpu-prof-dir=${fileURLToPath(new URL('results', import.meta.url))}`];
      return startServer('product.ts', { appUrl, jobsUrl, filesFolder }, this.#profile ? profiling : []);
    }
    if (side === 'by hand') return startServer('reference.ts', { appUrl });
    installPostGraphile();
    return startServer('postgraphile/server.mjs', side === 'PostGraphile'
      ? { databaseUrl: appUrl, secret: POSTGRAPHILE_SECRET, audience: POSTGRAPHILE_AUDIENCE }
      : { databaseUrl: ownerUrl, secret: null });
  }

  async #signIn(email: string): Promise<string> {
    const { url } = await this.server('product');
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { message } } }';
    const response = await fetch(`${url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { input: { email, password: PASSWORD } } }),
    });
    const answer = await response.json() as { data?: { signIn?: { accessToken?: string | null } | null } };
    const token = answer.data?.signIn?.accessToken;
    if (!token) throw new Error(`Signing in failed: ${JSON.stringify(answer)}`);
    return token;
  }
}

const foreignToken = ({ id }: Tenant): Promise<string> => new SignJWT({ tenant: id })
  .setProtectedHeader({ alg: 'HS256' }).setAudience(POSTGRAPHILE_AUDIENCE).setExpirationTime('1d').sign(new TextEncoder().encode(POSTGRAPHILE_SECRET));
