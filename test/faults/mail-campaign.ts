/**
 * A campaign to thousands through a real SMTP server, while the node that sends it is killed again and again: the server's
 * journal and the ledger must agree. Everybody is mailed once; who was in flight at a kill is named UNCERTAIN, was mailed
 * at most once, and is not mailed again.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateChannel } from '../crm/interactions.documents.ts';
import { SetCampaignPolicy } from '../crm/campaigns.documents.ts';
import { launch, look, plan } from '../support/campaign.ts';
import { done } from '../support/doing.ts';
import { Installation } from './installation.ts';

export interface MailCampaignOptions {
  readonly recipients: number;
  readonly kills: number;
}

export interface MailCampaignFigures {
  readonly recipients: number;
  readonly kills: number;
  readonly heldOut: number;
  readonly sent: number;
  readonly uncertain: number;
  readonly uncertainMailed: number;
  readonly eventsOfCampaign: number;
  /** Seconds from the launch to its end, kills among them. */
  readonly seconds: number;
  /** Each must be zero. */
  readonly twice: number;
  readonly sentButNotMailed: number;
  readonly mailedButNotSent: number;
  readonly leftOver: number;
  readonly withoutTimeline: number;
}

const PATIENCE_MS = 20 * 60_000;
const DOMAINS = 40;

export const brokenInCampaign = ({ twice, sentButNotMailed, mailedButNotSent, leftOver, withoutTimeline }: MailCampaignFigures): string[] =>
  Object.entries({ twice, sentButNotMailed, mailedButNotSent, leftOver, withoutTimeline }).filter(([, count]) => count !== 0).map(([figure, count]) => `${figure}: ${count}`);

export async function mailCampaign(options: MailCampaignOptions): Promise<MailCampaignFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-mail-'));
  const journal = join(folder, 'journal');
  writeFileSync(journal, '');
  const sink = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, 'mail-sink.ts'), journal], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  try {
    const [port] = await once(sink.stdout!, 'data') as [Buffer];
    const installation = await Installation.start({ MAIL_URL: `smtp://127.0.0.1:${String(port).trim()}`, MAIL_STARTTLS: 'never' });
    try {
      return await carriedOut(installation, () => readFileSync(journal, 'utf8').split('\n').filter(Boolean), options);
    } finally {
      await installation.remove();
    }
  } finally {
    sink.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function carriedOut(installation: Installation, mailed: () => string[], { recipients, kills }: MailCampaignOptions): Promise<MailCampaignFigures> {
  const { administrator, node } = installation;
  await addCustomers(installation, recipients);
  const { channel } = await done(administrator, CreateChannel, { kind: 'EMAIL', name: 'Faults', address: 'news@faults.example' });
  await done(administrator, SetCampaignPolicy, { domainPerMinute: 1_000_000, domainConnections: 5, mostMails: 1000 });
  const { id } = await plan(administrator, { channelId: channel?.id ?? '', holdOutPercent: 10, audience: { tagged: ['faults'] } });
  const startedAt = performance.now();
  await launch(administrator, id);
  for (let kill = 1; kill <= kills; kill++) {
    const enough = Math.floor((recipients * 0.9 * kill) / (kills + 1));
    await until(() => mailed().length >= enough);
    await node.kill();
    await node.start();
  }
  await until(async () => (await look(administrator, id)).status === 'DONE');
  const seconds = Math.round((performance.now() - startedAt) / 1000);

  const ledger = await installation.ask<{ status: string; address: string | null; told: boolean }>(
    `select m.status, m.address_key as address, exists (select 1 from timeline_entry t where t.tenant_id = m.tenant_id and t.subject_id = m.id) as told
     from campaign_member m join campaign c on c.tenant_id = m.tenant_id and c.id = m.campaign_id where c.name like 'Campaign %'`);
  const [events] = await installation.ask<{ count: number }>(`select count(*)::int as count from event where type like 'campaign.%'`);
  const counts = Map.groupBy(mailed(), (address) => address.toLowerCase());
  const of = (...statuses: string[]) => ledger.filter(({ status }) => statuses.includes(status));
  const times = ({ address }: { address: string | null }): number => counts.get(address ?? '')?.length ?? 0;
  return {
    recipients, kills, seconds, eventsOfCampaign: events?.count ?? 0,
    heldOut: of('HELD_OUT').length, sent: of('SENT').length, uncertain: of('UNCERTAIN').length, uncertainMailed: of('UNCERTAIN').filter((member) => times(member) > 0).length,
    twice: [...counts.values()].filter(({ length }) => length > 1).length,
    sentButNotMailed: of('SENT').filter((member) => times(member) === 0).length,
    mailedButNotSent: ledger.filter((member) => times(member) > 0 && !['SENT', 'UNCERTAIN'].includes(member.status)).length,
    leftOver: recipients - of('HELD_OUT', 'SENT', 'UNCERTAIN').length,
    withoutTimeline: of('SENT').filter(({ told }) => !told).length,
  };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('The campaign did not get any further.');
    await sleep(50);
  }
}

/** Past the API, which would take minutes. */
async function addCustomers(installation: Installation, count: number): Promise<void> {
  await installation.ask(`
    with org as (select tenant_id from organization limit 1), made as (
      insert into customer (tenant_id, id, created_at, updated_at, version, kind, name, sort_name, name_key, given_name, family_name, name_order, stage)
      select tenant_id, uuidv7(), now(), now(), 1, 'PERSON', 'Reader ' || n, 'Reader ' || n, 'reader ' || n, 'Reader', n::text, 'GIVEN_FIRST', 'CONTACT' from org, generate_series(1, ${count}) n
      returning tenant_id, id, family_name as n
    ), points as (
      insert into contact_point (tenant_id, id, created_at, updated_at, version, customer_id, kind, value, raw, key, "primary")
      select tenant_id, uuidv7(), now(), now(), 1, id, 'EMAIL', a, a, a, true from made, lateral (select 'reader-' || n || '@domain-' || n::int % ${DOMAINS} || '.example' as a) x
    )
    insert into customer_tag (tenant_id, id, created_at, updated_at, version, customer_id, name, key)
    select tenant_id, uuidv7(), now(), now(), 1, id, 'faults', 'faults' from made`);
}
