/** The first messages of a subscription that tell of a change, however many besides tell where the stream is. */
import { textOf, type Client, type Document } from './client.ts';

interface Message { readonly type: string }

export async function listen<R, V extends Record<string, unknown>>(client: Client, document: Document<R, V>, variables: V, count: number): Promise<R[]> {
  const socket = client.socket();
  const heard: R[] = [];
  for await (const { data } of socket.iterate<R & Record<string, unknown>>({ query: textOf(document), variables })) {
    const [message] = Object.values(data ?? {}) as Message[];
    if (data && message && !message.type.startsWith('stream.')) heard.push(data);
    if (heard.length === count) break;
  }
  await socket.dispose();
  return heard;
}
