/** A client of the API as partners write them: typed documents over real HTTP and WebSockets. */
import assert from 'node:assert/strict';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { graphql } from './graphql/gql.ts';

export interface Fault {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

export interface Answer<R> {
  readonly status: number;
  readonly data: R | null;
  readonly errors: readonly Fault[];
  readonly extensions: { readonly cost: { requested: number; actual: number; remaining: number; resetAt: string } };
}

export type Document<R, V> = TypedDocumentNode<R, V> | string;

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) { accessToken refreshToken userErrors { code message } }
  }
`);

export class Client {
  constructor(readonly url: string, readonly credential: string | null) {}

  static async signIn(url: string, email: string, password: string): Promise<Client> {
    const { signIn } = await new Client(url, null).ask(SignIn, { input: { email, password } });
    assert.deepEqual(signIn?.userErrors, []);
    return new Client(url, signIn?.accessToken ?? null);
  }

  /** The answer as it came. */
  async send<R = Record<string, unknown>, V = Record<string, unknown>>(document: Document<R, V>, variables?: V): Promise<Answer<R>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json', accept: 'application/graphql-response+json',
        ...(this.credential ? { authorization: `Bearer ${this.credential}` } : {}),
      },
      body: JSON.stringify({ query: textOf(document), variables }),
    });
    const body = await response.json() as Partial<Answer<R>>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [], extensions: body.extensions as Answer<R>['extensions'] };
  }

  /** The data; anything under `errors` fails the test. */
  async ask<R = Record<string, unknown>, V = Record<string, unknown>>(document: Document<R, V>, variables?: V): Promise<R> {
    const { data, errors } = await this.send(document, variables);
    assert.deepEqual(errors, []);
    assert.ok(data);
    return data;
  }

  /** The code of the one error that the document must fail with. */
  async failure<R, V>(document: Document<R, V>, variables?: V): Promise<string> {
    const { errors } = await this.send(document, variables);
    assert.equal(errors.length, 1, JSON.stringify(errors));
    return String(errors[0]?.extensions.code);
  }

  socket(options: Partial<Parameters<typeof createClient>[0]> = {}): SocketClient {
    return createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: this.credential ? { authorization: `Bearer ${this.credential}` } : {},
      retryAttempts: 0,
      ...options,
    });
  }
}

export const textOf = <R, V>(document: Document<R, V>): string =>
  typeof document === 'string' ? document : print(document);
