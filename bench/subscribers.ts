/**
 * The subscribers' process: thousands of sockets to a server that sends messages, and whoever causes them. The next cause
 * follows when all but the latest have reached everybody, so that the server always has work and nothing piles up.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, requestText } from './http-connection.ts';
import type { LoadedRequest } from './load.ts';
import { Subscriber } from './subscriber.ts';

export type Order =
  | { readonly open: { readonly side: string; readonly url: string; readonly tokens: readonly string[]; readonly document: string; readonly count: number; readonly cause: LoadedRequest } }
  | { readonly publish: { readonly side: string; readonly causes: readonly LoadedRequest[]; readonly seconds: number } }
  /** One cause; answers what it led to. */
  | { readonly show: { readonly side: string; readonly cause: LoadedRequest } };

export interface Delivered {
  readonly messages: number;
  readonly causes: number;
  readonly perSecond: number;
  /** Milliseconds from a cause to its last delivery. */
  readonly p50: number;
}

export interface Shown {
  /** A message as it came, without its subscriber's id. */
  readonly text: string;
  /** All different `data`. */
  readonly different: readonly string[];
}

interface Audience {
  readonly subscribers: readonly Subscriber[];
  readonly counted: { total: number };
}

const OPENED_AT_ONCE = 25;
const IN_FLIGHT = 2;
const PATIENCE_MS = 60_000;
const SETTLE_MS = 500;
const audiences = new Map<string, Audience>();

async function open({ side, url, tokens, document, count, cause }: Extract<Order, { open: unknown }>['open']): Promise<number> {
  const counted = { total: 0 };
  const subscribers: Subscriber[] = [];
  let next = 0;
  const opener = async (): Promise<void> => {
    while (next < count) {
      const token = tokens[next % tokens.length]!;
      next += 1;
      subscribers.push(await Subscriber.open(new URL(url), token, document, () => { counted.total += 1; }));
    }
  };
  await Promise.all(Array.from({ length: OPENED_AT_ONCE }, opener));
  const audience = { subscribers, counted };
  audiences.set(side, audience);
  await settle(audience, cause);
  return subscribers.length;
}

/** The protocol does not tell when a subscription has begun: until a message reaches everybody, some may not have. */
async function settle({ subscribers, counted }: Audience, { url, headers, body }: LoadedRequest): Promise<void> {
  const connection = new Connection(new URL(url));
  const deadline = performance.now() + PATIENCE_MS;
  for (let reached = false; !reached;) {
    if (performance.now() > deadline) throw new Error('Not all subscriptions began.');
    await sleep(SETTLE_MS);
    const before = counted.total;
    await connection.ask(requestText('/graphql', new URL(url), headers, body));
    for (let waited = 0; waited < SETTLE_MS * 10 && !reached; waited += 10) {
      await sleep(10);
      reached = counted.total === before + subscribers.length;
    }
  }
  connection.close();
}

async function publish({ side, causes, seconds }: Extract<Order, { publish: unknown }>['publish']): Promise<Delivered> {
  const { subscribers, counted } = audiences.get(side)!;
  const posts = causes.map(({ url, headers, body }) => ({ origin: new URL(url), bytes: requestText('/graphql', new URL(url), headers, body) }));
  const connections = Array.from({ length: IN_FLIGHT }, () => new Connection(posts[0]!.origin));
  const already = counted.total;
  const before = subscribers.map(({ received }) => received);
  const times: number[] = [];
  let sent = 0;
  const start = performance.now();
  let last = start;

  const publisher = async (connection: Connection): Promise<void> => {
    while (performance.now() - start < seconds * 1000) {
      const post = posts[sent % posts.length]!;
      sent += 1;
      const everybody = already + sent * subscribers.length;
      const sentAt = performance.now();
      const answer = (await connection.ask(post.bytes)).toString();
      if (!answer.startsWith('HTTP/1.1 200') || answer.includes('"errors":') || answer.includes('"userErrors":[{')) throw new Error(`A cause failed: ${answer}`);
      while (counted.total < everybody) {
        if (performance.now() - sentAt > PATIENCE_MS) throw new Error(`${everybody - counted.total} messages of ${side} did not come.`);
        await sleep(1);
      }
      last = performance.now();
      times.push(last - sentAt);
    }
  };
  await Promise.all(connections.map(publisher));
  for (const connection of connections) connection.close();

  const cut = subscribers.filter(({ closed }) => closed).length;
  const off = subscribers.map(({ received }, n) => received - before[n]! - sent).filter((more) => more !== 0);
  if (cut > 0 || off.length > 0) {
    const [fewer, more] = [off.filter((one) => one < 0).length, off.filter((one) => one > 0).length];
    throw new Error(`Of ${sent} messages of ${side} ${fewer} subscribers got too few and ${more} too many; ${cut} were cut.`);
  }
  const messages = sent * subscribers.length;
  return { messages, causes: sent, perSecond: messages / (last - start) * 1000, p50: times.sort((a, b) => a - b)[times.length >> 1] ?? 0 };
}

async function show({ side, cause }: Extract<Order, { show: unknown }>['show']): Promise<Shown> {
  const { subscribers } = audiences.get(side)!;
  for (const subscriber of subscribers) subscriber.keeping = true;
  await publish({ side, causes: [cause], seconds: 0.001 });
  for (const subscriber of subscribers) subscriber.keeping = false;
  const dataOf = (text: string): string => JSON.stringify((JSON.parse(text) as { payload: { data: unknown } }).payload.data);
  return { text: subscribers[0]!.last.replace(subscribers[0]!.id, ''), different: [...new Set(subscribers.map(({ last }) => dataOf(last)))] };
}

async function obey(order: Order): Promise<unknown> {
  if ('open' in order) return open(order.open);
  if ('publish' in order) return publish(order.publish);
  return show(order.show);
}

process.channel?.ref(); // bin/orphan.mjs lets a process end that only listens to its parent
process.on('message', (order: Order) => {
  obey(order).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ failed: String(error) }));
});
