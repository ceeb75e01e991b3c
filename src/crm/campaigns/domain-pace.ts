/**
 * How fast mails go to the servers of one domain: so many a minute for the whole organisation, a few seconds' worth at once,
 * and none for a while after such a server said to come back later. How many were handed over lately the ledger knows, from
 * whichever campaign and node; that a server wants a rest is kept in memory by who was told.
 */
export interface Pace {
  /** Mails to one domain. */
  readonly perMinute: number;
}

const MINUTE_MS = 60_000;
/** Seconds whose mails may leave at once. */
const BURST_SECONDS = 5;

export class DomainPace {
  /** To one domain within any `windowMs`. */
  readonly most: number;
  readonly windowMs: number;
  readonly #deferredUntil = new Map<string, number>();

  constructor({ perMinute }: Pace) {
    this.most = Math.max(1, Math.floor((perMinute / 60) * BURST_SECONDS));
    this.windowMs = (this.most * MINUTE_MS) / perMinute;
  }

  /** What was handed over at this moment or before counts no more. */
  since(now: Date): Date {
    return new Date(now.getTime() - Math.ceil(this.windowMs));
  }

  defer(domain: string, until: Date): void {
    this.#deferredUntil.set(domain, Math.max(this.#deferredUntil.get(domain) ?? 0, until.getTime()));
  }

  /** Until when each domain whose server wants a rest gets one. */
  deferred(now: Date): ReadonlyMap<string, number> {
    return new Map([...this.#deferredUntil].filter(([, until]) => until > now.getTime()));
  }

  /** `handed`: how many were, since `since`. */
  room(now: Date, handed: ReadonlyMap<string, number>): Room {
    return new Room(this.most, new Set(this.deferred(now).keys()), handed);
  }
}

/** What may leave at one moment. */
export class Room {
  readonly #most: number;
  readonly #deferred: ReadonlySet<string>;
  readonly #handed: Map<string, number>;

  constructor(most: number, deferred: ReadonlySet<string>, handed: ReadonlyMap<string, number>) {
    this.#most = most;
    this.#deferred = deferred;
    this.#handed = new Map(handed);
  }

  /** Domains to which as much was handed over as may be. */
  get full(): string[] {
    return [...this.#handed].filter(([, count]) => count >= this.#most).map(([domain]) => domain);
  }

  /** Domains to which nothing may leave. */
  get blocked(): string[] {
    return [...new Set([...this.#deferred, ...this.full])];
  }

  /** Whether one more may leave to it; it is then counted. */
  take(domain: string): boolean {
    const count = this.#handed.get(domain) ?? 0;
    if (this.#deferred.has(domain) || count >= this.#most) return false;
    this.#handed.set(domain, count + 1);
    return true;
  }
}
