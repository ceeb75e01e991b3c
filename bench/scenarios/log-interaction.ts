/** S4: a call is logged under an idempotency key; what that writes is what has to be written, by either side. */
import { createHash } from 'node:crypto';
import { newId } from '../../src/kernel/ids.ts';
import { encodePosition } from '../../src/kernel/position.ts';
import { idOf, uuidOf } from './sql.ts';
import { UNIQUE, type Scenario, type Turn } from '../scenario.ts';
import type { Tenant } from '../organizations.ts';
import type { World } from '../world.ts';

const CUSTOMERS = 100;

interface Input {
  readonly customerId: string;
  readonly kind: string;
  readonly direction: string;
  readonly subject: string;
  readonly disposition: string;
  readonly endedAt: string;
  readonly startedAt: string;
  readonly idempotencyKey: string;
}

const interaction = `
  insert into interaction (id, created_at, updated_at, version, kind, channel_kind, direction, customer_id, agent_id, subject, disposition, started_at, ended_at, automatic)
  values ($1, $2, $2, 1, $3, 'PHONE', $4, $5, $6, $7, $8, $9, $10, false)`;

const entry = `
  insert into timeline_entry (id, created_at, updated_at, version, customer_id, at, type, subject_id)
  values ($1, $2, $2, 1, $3, $4, 'Interaction', $5)`;

const spine = `
  with counter as (
    insert into event_counter as c (seq) values (1) on conflict (tenant_id) do update set seq = c.seq + 1 returning epoch, seq
  ), logged as (
    insert into event (seq, at, actor_kind, actor_id, request_id, type, model, subject, about, changed, owners_after, teams_after)
    select counter.seq, $1, 'USER', $2, $3, 'interaction.logged', 'Interaction', $4, array[$5::uuid, $2], '{}',
      array_remove(array[$2, c.owner_id], null), array_remove(array[c.team_id], null)
    from counter, customer c where c.id = $5
  ), kept as (
    insert into idempotency (principal, key, digest, outcome, epoch, seq, created_at)
    select 'USER:' || $2, $6, $7, $8::jsonb, epoch, seq, $1 from counter
  )
  select epoch, seq from counter`;

const logInteraction = (promise: string, title: string, least: number | null, tenantsOf: (world: World) => readonly Tenant[]): Scenario => ({
  title,
  references: [{ promise, rival: 'by hand', description: 'one transaction by hand', least }],
  operationName: 'LogInteraction',
  document: `mutation LogInteraction($input: InteractionLogInput!) {
    interactionLog(input: $input) {
      interaction { id kind channelKind direction subject disposition startedAt endedAt }
      userErrors { code message }
      position
    }
  }`,
  async turns(world) {
    const turns: Turn[][] = [];
    for (const tenant of tenantsOf(world)) {
      const { rows } = await world.owner.query<{ id: string }>('select id from customer where tenant_id = $1 order by md5(id::text) limit $2', [tenant.id, CUSTOMERS]);
      turns.push(rows.map(({ id }) => ({ tenant, variables: { input: {
        customerId: idOf('cus', id), kind: 'CALL', direction: 'OUTBOUND', subject: 'About the order', disposition: 'solved',
        startedAt: '2026-11-01T10:00:00.000Z', endedAt: '2026-11-01T10:04:00.000Z', idempotencyKey: UNIQUE,
      } satisfies Input } })));
    }
    return Array.from({ length: CUSTOMERS }, (_, n) => turns.flatMap((of) => of[n] ?? [])).flat();
  },
  async byHand(variables, { tenant, user, write }) {
    const { idempotencyKey, ...input } = variables['input'] as Input;
    const { kind, direction, subject, disposition, startedAt, endedAt } = input;
    const id = newId();
    const at = new Date().toISOString();
    const customer = uuidOf(input.customerId);
    const digest = createHash('sha256').update('interactionLog').update(JSON.stringify(input)).digest('hex');
    const { epoch, seq } = await write([
      { name: 'interaction', text: interaction, values: [id, at, kind, direction, customer, user, subject, disposition, startedAt, endedAt] },
      { name: 'entry', text: entry, values: [newId(), at, customer, startedAt, id] },
      { name: 'spine', text: spine, values: [at, user, 'by-hand', id, customer, idempotencyKey, digest, JSON.stringify({ interaction: { id } })] },
    ]);
    return JSON.stringify({ interactionLog: {
      interaction: { id: idOf('int', id), kind, channelKind: 'PHONE', direction, subject, disposition, startedAt, endedAt },
      userErrors: [],
      position: encodePosition(tenant, { epoch: Number(epoch), seq: Number(seq) }),
    } });
  },
  /** The rows that were written, without what differs from one write to the next. */
  async comparable(data, { owner }, { tenant }) {
    const { interactionLog: { interaction: { id, ...shown }, userErrors, position } } = data as {
      interactionLog: { interaction: Record<string, unknown>; userErrors: unknown[]; position: string };
    };
    const ids = [tenant.id, uuidOf(String(id))];
    const rows = async (text: string): Promise<unknown[]> => (await owner.query(text, ids)).rows;
    return {
      shown, userErrors, position: typeof position,
      interaction: await rows(`select to_jsonb(i) - '{id,created_at,updated_at}'::text[] as row from interaction i where tenant_id = $1 and id = $2`),
      entries: await rows(`select to_jsonb(e) - '{id,created_at,updated_at,subject_id}'::text[] as row from timeline_entry e where tenant_id = $1 and subject_id = $2`),
      events: await rows(`select to_jsonb(e) - '{seq,at,subject,request_id}'::text[] as row from event e where tenant_id = $1 and subject = $2`),
      kept: await rows(`select principal, length(digest) as digest from idempotency where tenant_id = $1 and outcome -> 'interaction' ->> 'id' = $2`),
    };
  },
});

export const writesOfMany = logInteraction('S4', 'log a call, in 16 organisations', 0.5, ({ tenants }) => tenants);
export const writesOfOne = logInteraction('S4 hot', 'log a call, all in one organisation', null, ({ tenants: [first] }) => [first]);
