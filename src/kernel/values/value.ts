/**
 * A value is a kind of text with a meaning of its own: an e-mail address, a time zone. It is defined once, here in
 * this folder, one file each; the schema makes a scalar of it, and inputs are checked by the same definition, so
 * what is documented, what is accepted and what is stored cannot drift apart. The text stored is the text answered:
 * nothing is done to a value between its column and the client, so that an answer may be put together in SQL.
 */
export interface Value {
  /** The scalar's name in the schema: `EmailAddress`. */
  readonly name: string;
  /** The scalar's documentation: its shape, an example, its standard. */
  readonly description: string;
  readonly specifiedByURL?: string;
  /** The refusal's code when the text is wrong: `INVALID_EMAIL_ADDRESS`. */
  readonly code: string;
  /** The one normal form, or a sentence for people: what is wrong and what is allowed. */
  read(raw: string): ReadText;
}

export type ReadText = { value: string } | { wrong: string };
