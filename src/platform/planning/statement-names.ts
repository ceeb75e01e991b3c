/**
 * Names for statements that come again, under which a connection keeps them understood. Clients choose the
 * documents, so only the latest used are remembered; one that was forgotten gets another name when it is back.
 * What is very long is understood anew each time: kept, it would take the server tens of megabytes.
 */
const MOST_REMEMBERED = 500;
const LONGEST = 20_000;

export class StatementNames {
  /** Null: seen once, and most of that never comes again. The longest unused stands first. */
  readonly #names = new Map<string, string | null>();
  #given = 0;

  nameOf(text: string): string | undefined {
    if (text.length > LONGEST) return undefined;
    const known = this.#names.get(text);
    const name = known === undefined ? null : known ?? `plan ${this.#given += 1}`;
    this.#names.delete(text);
    this.#names.set(text, name);
    const [oldest] = this.#names.keys();
    if (this.#names.size > MOST_REMEMBERED && oldest !== undefined) this.#names.delete(oldest);
    return name ?? undefined;
  }
}
