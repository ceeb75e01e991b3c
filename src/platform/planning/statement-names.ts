/**
 * Names for statements that come again, under which a connection keeps them understood. Clients choose the
 * documents, so there is a bound: what comes when all names are taken is understood anew each time.
 */
const MOST_NAMES = 256;

export class StatementNames {
  readonly #names = new Map<string, string | null>();

  /** None for what was never asked before: most of it never comes again. */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name === undefined) {
      if (this.#names.size < MOST_NAMES * 8) this.#names.set(text, null);
      return undefined;
    }
    if (name !== null) return name;
    const next = `plan ${this.#named + 1}`;
    if (this.#named >= MOST_NAMES) return undefined;
    this.#named += 1;
    this.#names.set(text, next);
    return next;
  }

  #named = 0;
}
