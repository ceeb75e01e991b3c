/**
 * Live traffic in the demo organisation, over the public API like any partner's: every moment a customer
 * writes, in one of five languages. The order is fixed, so two runs tell the same story.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { colleagues, PASSWORD, stories } from './shop.ts';

export interface Traffic {
  readonly url: string;
  /** Between two messages. */
  readonly pauseMs: number;
  readonly until: AbortSignal;
  readonly onMessage: (line: string) => void;
}

const questions: Readonly<Record<string, readonly string[]>> = {
  cs: ['Dobrý den, kdy dorazí moje objednávka?', 'Máte ještě tu etiopskou?', 'Děkuji, všechno v pořádku.'],
  pl: ['Dzień dobry, gdzie jest moja paczka?', 'Czy można zmienić mielenie?', 'Dziękuję za szybką pomoc!'],
  de: ['Guten Tag, wann wird geliefert?', 'Können Sie die Rechnung noch einmal schicken?', 'Vielen Dank, perfekt.'],
  'zh-Hans': ['您好，订单什么时候到？', '可以换成粗一点的研磨吗？', '谢谢，咖啡很好喝。'],
  en: ['Hello, where is my order?', 'Could you grind it for a moka pot?', 'Thank you, all good.'],
};

export async function sendTraffic({ url, pauseMs, until, onMessage }: Traffic): Promise<void> {
  const api = new Api(url);
  const channelId = await chatChannel(api);
  const people = stories.map(({ customer }) => customer).filter(({ kind }) => kind === 'PERSON');
  for (let n = 0; !until.aborted; n += 1) {
    const { givenName, familyName, language } = people[n % people.length] ?? {};
    const asked = questions[String(language)] ?? [];
    const text = asked[Math.floor(n / people.length) % asked.length] ?? 'Hello!';
    await api.run(RECEIVE, {
      input: {
        channelId, text, externalId: `traffic-${process.pid}-${n}`,
        from: { kind: 'HANDLE', value: `chat:${String(familyName)}-${n % people.length}`, name: `${String(givenName)} ${String(familyName)}` },
      },
    });
    onMessage(`${String(givenName)} ${String(familyName)}: ${text}`);
    await sleep(pauseMs, undefined, { signal: until }).catch(() => {});
  }
}

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { message } } }';
const CHANNELS = '{ channels(first: 100) { nodes { id name } } }';
const CREATE = 'mutation ($input: ChannelCreateInput!) { channelCreate(input: $input) { channel { id } userErrors { message } } }';
const RECEIVE = 'mutation ($input: MessageReceiveInput!) { messageReceive(input: $input) { interaction { id } userErrors { message } } }';

async function chatChannel(api: Api): Promise<string> {
  const name = 'Web chat';
  const { channels } = await api.run<{ channels: { nodes: { id: string; name: string }[] } }>(CHANNELS, {});
  const known = channels.nodes.find((channel) => channel.name === name);
  if (known) return known.id;
  const made = await api.run<{ channelCreate: { channel: { id: string } } }>(CREATE, { input: { kind: 'CHAT', name } });
  return made.channelCreate.channel.id;
}

class Api {
  private token: string | null = null;

  constructor(readonly url: string) {}

  /** Signs in again when the access token has ended. */
  async run<R>(query: string, variables: object): Promise<R> {
    if (this.token === null) {
      const { email } = colleagues[0];
      const { signIn } = await this.post<{ signIn: { accessToken: string | null; userErrors: { message: string }[] } }>(SIGN_IN, { input: { email, password: PASSWORD } });
      if (!signIn.accessToken) throw new Error(`${email} cannot sign in at ${this.url}: ${signIn.userErrors.map(({ message }) => message).join(' ')}`);
      this.token = signIn.accessToken;
    }
    try {
      return await this.post<R>(query, variables);
    } catch (error) {
      if (!(error instanceof SignedOut)) throw error;
      this.token = null;
      return this.run<R>(query, variables);
    }
  }

  private async post<R>(query: string, variables: object): Promise<R> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.token ? { authorization: `Bearer ${this.token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    }).catch(() => { throw new Error(`Nothing answers at ${this.url}. Is a node running there? Name another with --url.`); });
    const { data, errors } = await response.json() as { data?: R; errors?: { message: string; extensions?: { code?: string } }[] };
    const [error] = errors ?? [];
    if (error?.extensions?.code === 'UNAUTHENTICATED' && this.token) throw new SignedOut();
    if (error || !data) throw new Error(error?.message ?? `${this.url} did not answer.`);
    return data;
  }
}

class SignedOut extends Error {}
