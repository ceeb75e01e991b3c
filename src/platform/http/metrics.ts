/** What a node counts of itself, in the form Prometheus reads. Names only, never what was asked or answered. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/pool.ts';
import type { LiveStats } from '../live/live.ts';

export interface Metrics {
  readonly registry: Registry;
  operation(facts: { kind: string; name: string | null; outcome: string; seconds: number }): void;
  rateLimited(): void;
  readonly sockets: { opened(): void; closed(code: number): void };
}

/** Clients choose the names of operations, so only so many become a series of their own. */
const MOST_NAMES = 200;

export function createMetrics(sources: { load: () => Database['load']; live: () => LiveStats }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const operations = new Counter({
    name: 'rapport_operations_total', help: 'Operations answered, by name, kind and outcome (ok or the code of the first error).',
    labelNames: ['name', 'kind', 'outcome'], registers,
  });
  const seconds = new Histogram({
    name: 'rapport_operation_seconds', help: 'Time from request to answer.', labelNames: ['kind'], registers,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  const limited = new Counter({ name: 'rapport_rate_limited_total', help: 'Operations refused because the bucket of points was empty.', registers });
  const sockets = new Gauge({ name: 'rapport_sockets', help: 'Open WebSocket connections.', registers });
  const closes = new Counter({ name: 'rapport_socket_closes_total', help: 'WebSocket connections that ended, by close code.', labelNames: ['code'], registers });
  new Gauge({
    name: 'rapport_database_connections', help: 'Connections to PostgreSQL, and callers waiting for one.', labelNames: ['state'], registers,
    collect() {
      const { total, idle, waiting } = sources.load();
      this.set({ state: 'busy' }, total - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  new Gauge({
    name: 'rapport_event_lag_seconds', help: 'How long the oldest event that this node knows of has waited to be read.', registers,
    collect() { this.set(sources.live().eventLagSeconds); },
  });
  new Gauge({
    name: 'rapport_followers', help: 'Subscriptions that follow a stream.', registers,
    collect() { this.set(sources.live().followers); },
  });
  new Counter({
    name: 'rapport_log_reads_total', help: 'Readings of the event log for those who follow it.', registers,
    collect() {
      this.reset();
      this.inc(sources.live().reads);
    },
  });

  const names = new Set<string>();
  const label = (name: string | null): string => {
    if (name === null) return '(unnamed)';
    if (names.size < MOST_NAMES) names.add(name);
    return names.has(name) ? name : '(other)';
  };

  return {
    registry,
    operation(facts) {
      operations.inc({ name: label(facts.name), kind: facts.kind, outcome: facts.outcome });
      seconds.observe({ kind: facts.kind }, facts.seconds);
    },
    rateLimited: () => limited.inc(),
    sockets: {
      opened: () => sockets.inc(),
      closed(code) {
        sockets.dec();
        closes.inc({ code: code >= 1000 && code < 5000 ? String(code) : 'other' });
      },
    },
  };
}
