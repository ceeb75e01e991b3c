/**
 * From the log to the queue. Each organisation has a cursor; what the log says beyond it is matched with reactions and
 * timers, and what these ask for is put into the queue in the transaction that moves the cursor: nothing is lost, nothing
 * summoned twice, whichever node does it. Nodes look after what they committed themselves; a look around each few
 * seconds finds what a node left behind that went away.
 */
import type pg from 'pg';
import { eventMatches } from '../../kernel/events.ts';
import { modelOf } from '../../kernel/model.ts';
import type { Happening, Reaction, Timer } from '../../kernel/work.ts';
import { isAway } from '../database/away.ts';
import { quoted } from '../database/statement.ts';
import { ELAPSE, summon, taskOf, type Summons } from './queue.ts';

export interface DispatcherOptions {
  readonly pool: pg.Pool;
  readonly reactions: Iterable<Reaction>;
  readonly timers: Iterable<Timer>;
  /** All events there are. */
  readonly types: readonly string[];
  readonly onError: (error: unknown) => void;
}

const BATCH = 500;
/** Writes of an organisation that follow each other closely are handed on together: the more there is, the more of it, so that it takes a third of the time at most. */
const SPACING = 30;
const WIDEST_SPACING = 300;
const LOOK_AROUND = 2000;

const CURSOR = `
  with made as (insert into reaction_cursor (seq) values (0) on conflict do nothing returning seq)
  select seq from made union all select seq from (select seq from reaction_cursor for update skip locked) kept limit 1`;
const NEWS = `
  with head as (select seq from event_counter), found as (
    select e.seq, e.at, e.type, e.model, e.subject, e.about, e.actor_kind, e.actor_id from event e
    where e.seq > $1::bigint and e.seq <= (select seq from head) and (e.type = any($2::text[]) or e.model = any($3::text[]))
    order by e.seq limit ${BATCH}
  )
  select f.*, h.seq as head from head h left join found f on true order by f.seq`;

export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #reactions: readonly { readonly reaction: Reaction; readonly types: ReadonlySet<string> }[];
  readonly #timers: ReadonlyMap<string, readonly Timer[]>;
  readonly #types: readonly string[];
  readonly #waiting = new Set<string>();
  #pause: NodeJS.Timeout | null = null;
  #spacing = SPACING;
  #look: NodeJS.Timeout | null = null;
  #busy: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#reactions = [...options.reactions].map((reaction) => ({
      reaction, types: new Set(options.types.filter((type) => reaction.on.some((pattern) => eventMatches(pattern, type)))),
    }));
    this.#types = [...new Set(this.#reactions.flatMap(({ types }) => [...types]))];
    this.#timers = Map.groupBy(options.timers, ({ model }) => modelOf(model).name);
  }

  start(): void {
    this.#lookAround();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#pause) clearTimeout(this.#pause);
    if (this.#look) clearTimeout(this.#look);
    await this.#busy;
  }

  /** Something was committed on this node. */
  committed(tenant: string): void {
    if (this.#stopped) return;
    this.#waiting.add(tenant);
    this.#pause ??= setTimeout(() => {
      const begunAt = performance.now();
      this.#busy = this.#handOn().finally(() => {
        this.#pause = null;
        this.#spacing = Math.min(Math.max(SPACING, 2 * (performance.now() - begunAt)), WIDEST_SPACING);
        const [next] = this.#waiting;
        if (next !== undefined) this.committed(next);
      });
    }, this.#spacing);
  }

  async #handOn(): Promise<void> {
    const tenants = [...this.#waiting];
    this.#waiting.clear();
    for (const tenant of tenants) {
      try {
        if (await this.#dispatch(tenant)) this.#waiting.add(tenant);
      } catch (error) {
        if (!isAway(error)) this.#options.onError(error); // the look around comes back to it
      }
    }
  }

  #lookAround(): void {
    this.#look = setTimeout(() => {
      void this.#options.pool.query<{ tenant_id: string }>('select tenant_id from reaction_backlog()').then(
        ({ rows }) => { for (const { tenant_id } of rows) this.committed(tenant_id); },
        (error: unknown) => { if (!isAway(error)) this.#options.onError(error); },
      ).then(() => { if (!this.#stopped) this.#lookAround(); });
    }, LOOK_AROUND);
  }

  /** Answers whether there is more. */
  async #dispatch(tenant: string): Promise<boolean> {
    const client = await this.#options.pool.connect();
    try {
      await client.query('begin');
      // Lost in a crash, it is lost as a whole, and done again from where the cursor then stands.
      await client.query(`select set_config('app.tenant', $1, true), set_config('synchronous_commit', 'off', true)`, [tenant]);
      const cursor = (await client.query<{ seq: string }>(CURSOR)).rows[0];
      if (!cursor) return true; // another node is at it, and may have looked before what we were told of
      const { rows } = await client.query<NewsRow>(NEWS, [cursor.seq, this.#types, [...this.#timers.keys()]]);
      const events = rows.filter(({ seq }) => seq !== null);
      const more = events.length === BATCH;
      const reached = more ? events.at(-1)?.seq : rows[0]?.head;
      const heeded = await this.#heeded(client, events);
      await summon(client, events.flatMap((row) => this.#summonsOf(tenant, row, heeded)), null);
      await client.query('update reaction_cursor set seq = $1 where seq < $1', [reached ?? cursor.seq]);
      await client.query('commit');
      return more;
    } finally {
      await client.query('rollback').then(() => client.release(), () => client.release(true));
    }
  }

  /** For each reaction that heeds only some records, which of those that these events are about. */
  async #heeded(client: pg.ClientBase, events: readonly NewsRow[]): Promise<ReadonlyMap<Reaction, ReadonlySet<string>>> {
    const heeded = new Map<Reaction, ReadonlySet<string>>();
    for (const { reaction, types } of this.#reactions) {
      if (!reaction.heeds) continue;
      const about = [...new Set(events.flatMap((event) => (types.has(event.type) ? event.about : [])))];
      const { rows } = about.length > 0 ? await client.query<{ id: string }>(`select id from ${quoted(reaction.heeds)}($1::uuid[]) as id`, [about]) : { rows: [] };
      heeded.set(reaction, new Set(rows.map(({ id }) => id)));
    }
    return heeded;
  }

  #summonsOf(tenant: string, row: NewsRow, heeded: ReadonlyMap<Reaction, ReadonlySet<string>>): Summons[] {
    const event = happeningFrom(row);
    return [
      ...this.#reactions.filter(({ reaction, types }) => types.has(event.type) && (!reaction.heeds || row.about.some((id) => heeded.get(reaction)?.has(id))))
        .map(({ reaction }): Summons => ({ task: taskOf(reaction), given: { tenant, reaction: reaction.name, event } })),
      ...(this.#timers.get(event.model) ?? [])
        .map((timer): Summons => ({ task: ELAPSE, given: { tenant, timer: timer.name, record: event.subject } })),
    ];
  }
}

interface NewsRow {
  readonly seq: string; readonly at: Date; readonly type: string; readonly model: string; readonly subject: string;
  readonly about: readonly string[]; readonly actor_kind: Happening['actor']['kind']; readonly actor_id: string; readonly head: string;
}

const happeningFrom = ({ seq, at, type, model, subject, actor_kind: kind, actor_id: id }: NewsRow): Happening =>
  ({ seq: Number(seq), at: at.toISOString(), type, model, subject, actor: { kind, id } });

