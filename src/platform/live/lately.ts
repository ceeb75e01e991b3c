/** How often something happened lately: within the last one to two periods. */
export class Lately {
  readonly #period: number;
  #since = -Infinity;
  #now = 0;
  #before = 0;

  constructor(period: number) {
    this.#period = period;
  }

  add(): void {
    this.#turn();
    this.#now += 1;
  }

  get lately(): number {
    this.#turn();
    return this.#now + this.#before;
  }

  #turn(): void {
    const at = performance.now();
    const passed = at - this.#since;
    if (passed < this.#period) return;
    this.#before = passed < 2 * this.#period ? this.#now : 0;
    this.#now = 0;
    this.#since = at;
  }
}
