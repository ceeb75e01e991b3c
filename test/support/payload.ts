/** Mutations by name, for tests of what all mutations share: the one payload of a document that has one field. */
import assert from 'node:assert/strict';
import type { Client } from './client.ts';

export interface Payload {
  /** The record, under the name of its type. */
  readonly [field: string]: unknown;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
  readonly position: string | null;
}

export interface Shown {
  readonly id: string;
  readonly version: number;
  readonly name?: string;
}

/** `shows` is what to select besides: `customer { id }`. */
export function mutationOf(name: string, shows: string): string {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) { ${shows} userErrors { code field } position } }`;
}

/** What it answered, user errors among it. */
export async function payloadOf(client: Client, document: string, input: object): Promise<Payload> {
  const [payload] = Object.values(await client.ask<Record<string, Payload>>(document, { input }));
  assert.ok(payload);
  return payload;
}

/** What was done; user errors fail the test. */
export async function doneBy(client: Client, document: string, input: object): Promise<Payload> {
  const payload = await payloadOf(client, document, input);
  assert.deepEqual(payload.userErrors, []);
  return payload;
}

/** The id of the record that a mutation answers with under this name. */
export async function idFrom(client: Client, document: string, input: object, of: string): Promise<string> {
  return ((await doneBy(client, document, input))[of] as Shown).id;
}
