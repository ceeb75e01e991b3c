/**
 * Writers who never give up: each operation has an idempotency key and is sent again under it until it is
 * acknowledged. What was acknowledged is written down here, outside of everything that is going to be killed.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '../support/client.ts';
import { mutationOf, type Payload, type Shown } from '../support/payload.ts';

export interface Acknowledged {
  readonly operation: string;
  readonly key: string;
  /** Public ids: the customer it is about, the record answered, the customer of the round before. */
  readonly about: readonly string[];
  readonly position: string;
  readonly tries: number;
}

interface Operation {
  readonly name: string;
  readonly shows: string;
  /** Names the record with the key, so that each effect can be found and counted. */
  readonly input: (key: string, customerId: string, earlierId: string) => object;
}

/** One round of a writer: a new customer and what is then done with them. */
const ROUND: readonly Operation[] = [
  { name: 'customerCreate', shows: 'customer { id }', input: (givenName) => ({ kind: 'PERSON', givenName }) },
  { name: 'customerUpdate', shows: 'customer { id }', input: (familyName, customerId) => ({ customerId, familyName }) },
  { name: 'interactionLog', shows: 'interaction { id }', input: (subject, customerId) => ({ customerId, kind: 'NOTE', direction: 'INTERNAL', subject }) },
  { name: 'customerTag', shows: 'customer { id }', input: (tag, customerId) => ({ customerId, tags: [tag] }) },
  { name: 'externalIdSet', shows: 'customer { id }', input: (value, customerId) => ({ customerId, system: 'erp', value }) },
  { name: 'customerUpdate', shows: 'customer { id }', input: (familyName, customerId) => ({ customerId, familyName }) },
  { name: 'customerRelate', shows: 'relationship { id }', input: (role, customerId, earlierId) => ({ customerId, toCustomerId: earlierId, type: 'RELATED_TO', role }) },
];

const PERMISSIONS = ['customer:create', 'customer:read', 'customer:update', 'interaction:log', 'interaction:read'];
const PAUSE_MS = 50;
const PATIENCE_MS = 120_000;

/** Each with a key, and so a budget, of its own. */
export async function clientsWithKeys(administrator: Client, count: number): Promise<Client[]> {
  const clients: Client[] = [];
  const createKey = mutationOf('apiKeyCreate', 'secret');
  for (let n = 0; n < count; n += 1) {
    const { apiKeyCreate } = await administrator.ask<{ apiKeyCreate: Payload }>(createKey, { input: { name: `Writer ${n}`, permissions: PERMISSIONS } });
    clients.push(new Client(administrator.url, String(apiKeyCreate['secret'])));
  }
  return clients;
}

export class Writers {
  readonly journal: Acknowledged[] = [];
  readonly #running: Promise<void>[];
  readonly #text: string | undefined;
  #stopped = false;

  /** `text`: what notes say besides. */
  constructor(clients: readonly Client[], text?: string) {
    this.#text = text;
    this.#running = clients.map((client) => this.#write(client));
    for (const running of this.#running) running.catch(() => {}); // told by `stop`
  }

  /** Until so many more were acknowledged. */
  async progress(more: number): Promise<void> {
    const goal = this.journal.length + more;
    await Promise.race([this.#until(() => this.journal.length >= goal), ...this.#running]);
  }

  /** Begins nothing more, and ends what was begun. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  async #until(holds: () => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!holds()) {
      if (Date.now() > deadline) throw new Error(`Nobody could write for ${PATIENCE_MS} ms`);
      await sleep(5);
    }
  }

  async #write(client: Client): Promise<void> {
    let customer = '';
    while (!this.#stopped) {
      const earlier = customer;
      for (const operation of ROUND) {
        if (this.#stopped || (operation.name === 'customerRelate' && !earlier)) break;
        const [id, entry] = await this.#acknowledged(client, operation, customer, earlier);
        if (operation.name === 'customerCreate') customer = id;
        this.journal.push({ ...entry, about: [customer, id, earlier] });
      }
    }
  }

  async #acknowledged(client: Client, { name, shows, input }: Operation, customer: string, earlier: string): Promise<[string, Omit<Acknowledged, 'about'>]> {
    const key = randomUUID();
    const said = name === 'interactionLog' && this.#text !== undefined ? { text: this.#text } : {};
    const variables = { input: { ...input(key, customer, earlier), ...said, idempotencyKey: key } };
    const deadline = Date.now() + PATIENCE_MS;
    for (let tries = 1; Date.now() < deadline; tries += 1) {
      const payload = await attempt(client, mutationOf(name, shows), variables);
      if (payload) {
        const record = (payload['customer'] ?? payload['interaction'] ?? payload['relationship']) as Shown;
        return [record.id, { operation: name, key, position: payload.position ?? '', tries }];
      }
      await sleep(PAUSE_MS);
    }
    throw new Error(`${name} was not acknowledged within ${PATIENCE_MS} ms`);
  }
}

/** Null where trying again is all that is left. */
async function attempt(client: Client, document: string, variables: object): Promise<Payload | null> {
  let answer;
  try {
    answer = await client.send<Record<string, Payload>>(document, variables as Record<string, unknown>);
  } catch {
    return null; // the connection failed
  }
  const payload = Object.values(answer.data ?? {})[0];
  if (payload && answer.errors.length === 0) { // else it was done, but could not be shown
    if (payload.userErrors.length > 0) throw new Error(`Refused: ${JSON.stringify(payload.userErrors)} to ${JSON.stringify(variables)}`);
    return payload;
  }
  const codes = answer.errors.map(({ extensions }) => extensions.code);
  if (codes.every((code) => ['UNAVAILABLE', 'CONFLICT_RETRY', 'RATE_LIMITED'].includes(code))) return null;
  throw new Error(`${document} failed: ${JSON.stringify(answer.errors)}`);
}
