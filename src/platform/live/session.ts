/**
 * Who is on a live connection. The credential is judged again every few seconds, together with those of
 * other connections, so that whoever lost a right loses what it gave within moments, and the connection
 * ends when the credential does.
 */
import type { Actor } from '../../kernel/actor.ts';
import { Unauthenticated } from '../../kernel/refusal.ts';
import type { Rounds, Turning } from './rounds.ts';

/** The same for all sessions of a node. */
export interface Watch {
  /** When to judge again. */
  readonly rounds: Rounds;
  /** How old an answer may be. */
  readonly maxAge: number;
  readonly now: () => Date;
}

/** Whose session it is. */
export interface Holder {
  /** Throws `Unauthenticated` when the credential is not, or no longer, good. */
  authenticate(): Promise<Actor | null>;
  /** As judged again. */
  judged(actor: Actor): void;
  /** Once, when the credential ended; the reason is for the client. */
  ended(reason: string): void;
}

export class Session implements Turning {
  readonly #holder: Holder;
  readonly #watch: Watch;
  #actor: Actor | null;
  #askedAt = performance.now();
  #asking: Promise<Actor | null> | null = null;
  #over = false;

  private constructor(holder: Holder, watch: Watch, actor: Actor | null) {
    this.#holder = holder;
    this.#watch = watch;
    this.#actor = actor;
    // A quiet stream must end, too, when its subscriber's rights do.
    if (actor) watch.rounds.add(this);
  }

  static async open(holder: Holder, watch: Watch): Promise<Session> {
    return new Session(holder, watch, await holder.authenticate());
  }

  /** The actor as of the last few seconds; null for a stranger. Throws when the credential ended. */
  async actor(): Promise<Actor | null> {
    if (this.#over) throw new Unauthenticated('The credential of this connection is no longer valid.');
    if (this.#actor === null || this.#expired || performance.now() - this.#askedAt > this.#watch.maxAge) return this.#check();
    return this.#actor;
  }

  turn(): void {
    this.#check().catch(() => {});
  }

  close(): void {
    this.#over = true;
    this.#watch.rounds.delete(this);
  }

  get #expired(): boolean {
    const expiresAt = this.#actor?.expiresAt;
    return expiresAt ? expiresAt <= this.#watch.now() : false;
  }

  #check(): Promise<Actor | null> {
    this.#asking ??= this.#ask().finally(() => { this.#asking = null; });
    return this.#asking;
  }

  async #ask(): Promise<Actor | null> {
    if (this.#over || this.#actor === null) return this.#actor;
    try {
      const actor = await this.#holder.authenticate();
      this.#askedAt = performance.now();
      this.#actor = actor ?? this.#actor;
      if (actor === null || this.#expired) throw new Unauthenticated();
      this.#holder.judged(actor);
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
    this.#holder.ended(reason);
  }
}
