/**
 * Who is on a live connection. The credential is judged again every few seconds, together with those of
 * other connections, so that whoever lost a right loses what it gave within moments, and the connection
 * ends when the credential does.
 */
import type { Actor } from '../../kernel/actor.ts';
import { Unauthenticated } from '../../kernel/refusal.ts';
import type { Rounds } from './rounds.ts';

interface SessionOptions {
  /** Throws `Unauthenticated` when the credential is not, or no longer, good. */
  readonly authenticate: () => Promise<Actor | null>;
  /** When to judge again. */
  readonly rounds: Rounds;
  /** How old an answer may be. */
  readonly maxAge: number;
  readonly now: () => Date;
  /** As judged again. */
  readonly judged: (actor: Actor) => void;
  /** Once, when the credential ended; the reason is for the client. */
  readonly ended: (reason: string) => void;
}

export class Session {
  readonly #options: SessionOptions;
  #actor: Actor | null;
  #askedAt = performance.now();
  #asking: Promise<Actor | null> | null = null;
  #leave: () => void = () => {};
  #over = false;

  private constructor(options: SessionOptions, actor: Actor | null) {
    this.#options = options;
    this.#actor = actor;
    // A quiet stream must end, too, when its subscriber's rights do.
    if (actor) this.#leave = options.rounds.add(() => { this.#check().catch(() => {}); });
  }

  static async open(options: SessionOptions): Promise<Session> {
    return new Session(options, await options.authenticate());
  }

  /** The actor as of the last few seconds; null for a stranger. Throws when the credential ended. */
  async actor(): Promise<Actor | null> {
    if (this.#over) throw new Unauthenticated('The credential of this connection is no longer valid.');
    if (this.#actor === null || this.#expired || performance.now() - this.#askedAt > this.#options.maxAge) return this.#check();
    return this.#actor;
  }

  close(): void {
    this.#over = true;
    this.#leave();
  }

  get #expired(): boolean {
    const expiresAt = this.#actor?.expiresAt;
    return expiresAt ? expiresAt <= this.#options.now() : false;
  }

  #check(): Promise<Actor | null> {
    this.#asking ??= this.#ask().finally(() => { this.#asking = null; });
    return this.#asking;
  }

  async #ask(): Promise<Actor | null> {
    if (this.#over || this.#actor === null) return this.#actor;
    try {
      const actor = await this.#options.authenticate();
      this.#askedAt = performance.now();
      this.#actor = actor ?? this.#actor;
      if (actor === null || this.#expired) throw new Unauthenticated();
      this.#options.judged(actor);
    } catch (error) {
      // While the database is away nobody can be judged, and nothing can be read either: wait for it.
      if (!(error instanceof Unauthenticated)) return this.#actor;
      this.#end();
      throw error;
    }
    return this.#actor;
  }

  #end(): void {
    if (this.#over) return;
    const reason = this.#expired ? 'The access token expired. Connect again with a fresh one.'
      : 'The credential of this connection is no longer valid. Connect again with a good one.';
    this.close();
    this.#options.ended(reason);
  }
}
