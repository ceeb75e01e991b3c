/**
 * How fast mails go to the servers of one domain: so many a minute, and none for a while after such a server said to come
 * back later. It is kept by who sends, in memory: whoever takes over begins politely anew.
 */
export interface Pace {
  /** Mails to one domain. */
  readonly perMinute: number;
}

interface Lane {
  /** Mails that may leave now; grows with time. */
  tokens: number;
  countedAt: number;
  deferredUntil: number;
}

const MINUTE = 60_000;
/** Seconds whose mails may leave at once. */
const BURST_SECONDS = 5;

export class DomainPace {
  readonly #perMs: number;
  readonly #burst: number;
  readonly #lanes = new Map<string, Lane>();

  constructor({ perMinute }: Pace) {
    this.#perMs = perMinute / MINUTE;
    this.#burst = Math.max(1, (perMinute / 60) * BURST_SECONDS);
  }

  /** Whether one more may leave to it; it is then counted. */
  take(domain: string, now: Date): boolean {
    const lane = this.#lane(domain, now);
    if (!this.#free(lane, now)) return false;
    lane.tokens -= 1;
    return true;
  }

  defer(domain: string, now: Date, until: Date): void {
    const lane = this.#lane(domain, now);
    lane.deferredUntil = Math.max(lane.deferredUntil, until.getTime());
  }

  /** Domains to which nothing may leave now. */
  blocked(now: Date): string[] {
    return [...this.#lanes.keys()].filter((domain) => !this.#free(this.#lane(domain, now), now));
  }

  /** When something may leave to one of those that are blocked. Null: none is. */
  opensAt(now: Date): Date | null {
    const moments = this.blocked(now).map((domain) => {
      const { tokens, deferredUntil } = this.#lane(domain, now);
      return Math.max(deferredUntil, now.getTime() + Math.max(0, Math.ceil((1 - tokens) / this.#perMs)));
    });
    return moments.length === 0 ? null : new Date(Math.min(...moments));
  }

  #free({ tokens, deferredUntil }: Lane, now: Date): boolean {
    return tokens >= 1 && deferredUntil <= now.getTime();
  }

  #lane(domain: string, now: Date): Lane {
    const at = now.getTime();
    const lane = this.#lanes.get(domain) ?? { tokens: this.#burst, countedAt: at, deferredUntil: 0 };
    this.#lanes.set(domain, lane);
    if (at > lane.countedAt) {
      lane.tokens = Math.min(this.#burst, lane.tokens + (at - lane.countedAt) * this.#perMs);
      lane.countedAt = at;
    }
    return lane;
  }
}
