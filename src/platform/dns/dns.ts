/**
 * DNS for domain code, within bounds. Names lead to servers of strangers, who may answer late, never or endlessly, and
 * whoever waits for them holds a connection of the database: so an errand has few questions and little time, few errands
 * run at once, and fewer of one organisation. What is asked twice is sent once.
 */
import { Resolver } from 'node:dns/promises';
import type { Dns, DnsRecords, Resolve } from '../../kernel/ports.ts';

export interface DnsBounds {
  readonly milliseconds: number;
  readonly questions: number;
  readonly errands: number;
  readonly errandsOfOne: number;
}

/** SPF alone may take 111: ten terms, each of which names ten mail servers. */
const BOUNDS: DnsBounds = { milliseconds: 5_000, questions: 150, errands: 8, errandsOfOne: 4 };
/** Of one question to one server. */
const PATIENCE_MS = 1_500;

/** The name servers of this machine. */
export function systemResolver(): Resolve {
  const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 2 });
  return <K extends keyof DnsRecords>(name: string, type: K) => resolver.resolve(name, type) as Promise<unknown> as Promise<DnsRecords[K][]>;
}

export function createDns(resolve: Resolve, bounds: Partial<DnsBounds> = {}): Dns {
  const { milliseconds, questions, errands, errandsOfOne } = { ...BOUNDS, ...bounds };
  const underWay = new Map<object, string>();
  return {
    async within(tenant, errand) {
      const own = [...underWay.values()].filter((one) => one === tenant).length;
      if (underWay.size >= errands || own >= errandsOfOne) return null;
      const late = Promise.withResolvers<never>();
      late.promise.catch(() => {});
      const timer = setTimeout(() => late.reject(unanswered('ETIMEOUT', 'DNS took too long.')), milliseconds);
      const slot = {};
      underWay.set(slot, tenant);
      try {
        return await errand(bounded(resolve, questions, late.promise));
      } finally {
        clearTimeout(timer);
        underWay.delete(slot);
      }
    },
  };
}

function bounded(resolve: Resolve, most: number, late: Promise<never>): Resolve {
  const asked = new Map<string, Promise<DnsRecords[keyof DnsRecords][]>>();
  return async <K extends keyof DnsRecords>(name: string, type: K) => {
    const question = `${type} ${name.toLowerCase()}`;
    let answer = asked.get(question);
    if (!answer) {
      if (asked.size >= most) throw unanswered('ECANCELLED', 'Too many questions of DNS.');
      answer = Promise.race([resolve(name, type), late]);
      answer.catch(() => {}); // heard by whoever asked
      asked.set(question, answer);
    }
    return [...await answer] as DnsRecords[K][];
  };
}

const unanswered = (code: string, message: string): Error => Object.assign(new Error(message), { code });
