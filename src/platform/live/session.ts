/**
 * Who is on a live connection. The credential is judged again every few seconds, so that whoever lost a
 * right loses what it gave within moments, and the connection ends when the credential does.
 */
import type { Actor } from '../../kernel/actor.ts';
import { Unauthenticated } from '../../kernel/refusal.ts';

interface SessionOptions {
  /** Throws `Unauthenticated` when the credential is not, or no longer, good. */
  readonly authenticate: () => Promise<Actor | null>;
  /** How old an answer may be. */
  readonly maxAge: number;
  readonly now: () => Date;
  /** Once, when the credential ended; the reason is for the client. */
  readonly ended: (reason: string) => void;
}

const LONGEST_TIMER = 2 ** 31 - 1;

export class Session {
  readonly #options: SessionOptions;
  #actor: Actor | null;
  #askedAt = performance.now();
  #asking: Promise<Actor | null> | null = null;
  #expiry: NodeJS.Timeout | undefined;
  #checks: NodeJS.Timeout | undefined;
  #over = false;

  private constructor(options: SessionOptions, actor: Actor | null) {
    this.#options = options;
    this.#actor = actor;
    this.#watchExpiry();
    // A quiet stream must end, too, when its subscriber's rights do.
    if (actor) this.#checks = setInterval(() => { this.#check().catch(() => {}); }, options.maxAge).unref();
  }

  static async open(options: SessionOptions): Promise<Session> {
    return new Session(options, await options.authenticate());
  }

  /** The actor as of the last few seconds; null for a stranger. Throws when the credential ended. */
  async actor(): Promise<Actor | null> {
    if (this.#over) throw new Unauthenticated('The credential of this connection is no longer valid.');
    if (this.#actor === null || performance.now() - this.#askedAt < this.#options.maxAge) return this.#actor;
    return this.#check();
  }

  close(): void {
    this.#over = true;
    clearTimeout(this.#expiry);
    clearInterval(this.#checks);
  }

  #check(): Promise<Actor | null> {
    this.#asking ??= this.#ask().finally(() => { this.#asking = null; });
    return this.#asking;
  }

  async #ask(): Promise<Actor | null> {
    if (this.#over || this.#actor === null) return this.#actor;
    try {
      const actor = await this.#options.authenticate();
      if (actor === null) throw new Unauthenticated();
      this.#actor = actor;
      this.#askedAt = performance.now();
      this.#watchExpiry();
    } catch (error) {
      // While the database is away nobody can be judged, and nothing can be read either: wait for it.
      if (!(error instanceof Unauthenticated)) return this.#actor;
      this.#end('The credential of this connection is no longer valid. Connect again with a good one.');
      throw error;
    }
    return this.#actor;
  }

  #watchExpiry(): void {
    clearTimeout(this.#expiry);
    const expiresAt = this.#actor?.expiresAt;
    if (!expiresAt || this.#over) return;
    const left = expiresAt.getTime() - this.#options.now().getTime();
    if (left > LONGEST_TIMER) return; // more than three weeks: looked at again with the next check
    this.#expiry = setTimeout(() => this.#end('The access token expired. Connect again with a fresh one.'), Math.max(0, left)).unref();
  }

  #end(reason: string): void {
    if (this.#over) return;
    this.close();
    this.#options.ended(reason);
  }
}
