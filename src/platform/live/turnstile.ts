/**
 * Lets in so many at each turn of the event loop, in the order they came. A crowd of clients who connect
 * at once would else be served all before anybody who asks by HTTP.
 */
const AT_ONCE = 16;

export class Turnstile {
  readonly #waiting: (() => void)[] = [];
  #turning = false;

  /** Settles when it is one's turn. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#turning) return;
      this.#turning = true;
      setImmediate(() => this.#next());
    });
  }

  #next(): void {
    for (const enter of this.#waiting.splice(0, AT_ONCE)) enter();
    this.#turning = this.#waiting.length > 0;
    if (this.#turning) setImmediate(() => this.#next());
  }
}
