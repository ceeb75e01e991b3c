/**
 * A subscription that survives its connection: it remembers the last position it was told and goes on
 * from there, so the consumer sees one stream without a gap or a double. Made for graphql-ws clients,
 * which by themselves would ask for the original position again.
 *
 * The document declares `$after: Position`, passes it as `after` and selects `position`:
 *
 *     subscription Changes($after: Position) { changes(after: $after) { position type node { id } } }
 */
import type { Client, FormattedExecutionResult } from 'graphql-ws';
import { afterLoss, waitBefore } from './lost-connection.ts';

export interface SubscriptionRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface ResumeOptions {
  /** Where to go on; without it, live from now. */
  readonly after?: string | null;
  /** Told each time a message is handed to the consumer: keep it to resume after a restart. */
  readonly onPosition?: (position: string) => void;
  /** Told each time the subscription is about to be made again, and why. */
  readonly onRetry?: (cause: unknown, attempt: number) => void;
}

type Message<Data> = FormattedExecutionResult<Data, unknown>;

export function resumingSubscription<Data extends Record<string, unknown>>(
  client: Pick<Client, 'subscribe'>, request: SubscriptionRequest, options: ResumeOptions = {},
): AsyncIterableIterator<Message<Data>, undefined> {
  if (!/\$after\s*:\s*Position\b/.test(request.query)) {
    throw new TypeError('To be resumed, the document must declare `$after: Position` and pass it to its field as `after`.');
  }
  return new ResumingSubscription<Data>(client, request, options);
}

class ResumingSubscription<Data extends Record<string, unknown>> implements AsyncIterableIterator<Message<Data>, undefined> {
  readonly #client: Pick<Client, 'subscribe'>;
  readonly #request: SubscriptionRequest;
  readonly #options: ResumeOptions;
  readonly #inbox: { position: string; message: Message<Data> }[] = [];
  #position: string | null;
  #attempt = 0;
  #failure: Error | null = null;
  #ended = false;
  #dispose = (): void => {};
  #wake = (): void => {};

  constructor(client: Pick<Client, 'subscribe'>, request: SubscriptionRequest, options: ResumeOptions) {
    this.#client = client;
    this.#request = request;
    this.#options = options;
    this.#position = options.after ?? null;
    this.#subscribe();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Message<Data>, undefined>> {
    for (;;) {
      const received = this.#ended ? undefined : this.#inbox.shift();
      if (received) {
        this.#options.onPosition?.(received.position);
        return { done: false, value: received.message };
      }
      if (this.#failure) {
        const failure = this.#failure;
        this.#failure = null;
        this.#ended = true;
        throw failure;
      }
      if (this.#ended) return { done: true, value: undefined };
      await new Promise<void>((resolve) => { this.#wake = resolve; });
    }
  }

  async return(): Promise<IteratorResult<Message<Data>, undefined>> {
    this.#ended = true;
    this.#dispose();
    this.#wake();
    return { done: true, value: undefined };
  }

  #subscribe(): void {
    let over = false;
    const finish = (cause: unknown): void => {
      if (over || this.#ended) return;
      over = true;
      this.#dispose();
      this.#lost(cause);
    };
    const position = (): string | null => this.#position;
    const { variables, ...document } = this.#request;
    // A getter: the client's own retries serialise the payload anew, and so ask from the latest position too.
    const payload = { ...document, get variables() { return { ...variables, after: position() }; } };
    this.#dispose = this.#client.subscribe<Data>(payload, {
      next: (message) => {
        if (over || this.#ended || this.#failure) return;
        if (message.data) this.#receive(message);
        else finish(message.errors);
      },
      error: finish,
      complete: () => finish(new Error('The server ended the subscription.')), // streams have no end of their own
    });
  }

  #receive(message: Message<Data>): void {
    const [change] = Object.values(message.data ?? {}) as ({ position?: unknown } | null)[];
    const position = change?.position;
    if (typeof position !== 'string') {
      return this.#fail(new TypeError('To be resumed, the document must select `position` in its field.'));
    }
    this.#attempt = 0;
    if (this.#position !== null && position <= this.#position) return; // told before the connection was lost
    this.#position = position;
    this.#inbox.push({ position, message });
    this.#wake();
  }

  #lost(cause: unknown): void {
    this.#attempt += 1;
    const failure = afterLoss(cause, this.#attempt);
    if (failure) return this.#fail(failure);
    this.#options.onRetry?.(cause, this.#attempt);
    const timer = setTimeout(() => this.#subscribe(), waitBefore(this.#attempt));
    this.#dispose = () => clearTimeout(timer);
  }

  /** What was received before is handed out first. */
  #fail(failure: Error): void {
    this.#failure = failure;
    this.#dispose();
    this.#wake();
  }
}
