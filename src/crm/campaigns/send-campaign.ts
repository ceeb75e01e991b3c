/**
 * The job that carries a campaign out: it enrols the audience, then sends batch by batch, until nobody is left, the window
 * closes, or somebody says otherwise, which it sees before each batch. What a process before it left in flight is UNCERTAIN.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../kernel/ids.ts';
import type { Transaction } from '../../kernel/context.ts';
import type { JobKind, JobWork, RunningJob } from '../../kernel/work.ts';
import { CampaignMember } from './campaign-member.ts';
import { policyOf } from './campaign-policy.ts';
import { isOver } from './campaign-period.ts';
import { Campaign } from './campaign.ts';
import { roomOpensAt } from './claim-turn.ts';
import { DomainPace } from './domain-pace.ts';
import { enrolNext } from './enrol-members.ts';
import { depart, leaveOf } from './hand-over.ts';
import { claimNext, conclude, stationeryOf, type Sending } from './send-batch.ts';
import { nextSendMoment } from './send-window.ts';
import { cancelQueued, loseOthers } from './settle-members.ts';

/** Waiting longer for a domain is left to the clock. */
const LONGEST_WAIT_MS = 5_000;
const AWAY_MS = 60_000;
const PAUSES_MS = [100, 1_000, 5_000, 15_000, 30_000];

type Turn = 'AGAIN' | 'OVER';

export const sendCampaign: JobKind = {
  name: 'campaign.send',
  description: 'Enrols the audience of a campaign, and mails it.',
  async run({ id: job, subjectId }, work) {
    const campaign = String(subjectId);
    await carryOut(campaign, job, work);
    while (await own(campaign, job, work, cancelRest) === 'AGAIN');
  },
};

async function carryOut(campaign: string, job: string, work: JobWork): Promise<void> {
  const claim = newId();
  while (await own(campaign, job, work, async (found, transaction) => ((await loseOthers(found, claim, transaction)).more ? 'AGAIN' : 'OVER')) === 'AGAIN');
  while (await step(campaign, job, work, enrol) === 'AGAIN');
  const begun = await step(campaign, job, work, async (found, transaction) => {
    const policy = await policyOf(transaction);
    return { stationery: await stationeryOf(found, policy, transaction), pace: new DomainPace({ perMinute: policy.domainPerMinute }) };
  });
  if (begun === 'OVER') return;
  await send({ campaign, claim, ...begun }, job, work);
}

type Act<T> = (campaign: Campaign, transaction: Transaction, running: RunningJob) => Promise<T>;

/** A transaction in which the campaign is locked and is this job's, wherever it stands; else it is over for this job. */
function own<T>(campaign: string, job: string, work: JobWork, act: Act<T>): Promise<T | 'OVER'> {
  return work.step<T | 'OVER'>(async (transaction, running) => {
    const found = await transaction.find(Campaign, campaign);
    return found?.job?.id === job ? act(found, transaction, running) : 'OVER';
  });
}

/** One in which it is to go on besides. */
function step<T>(campaign: string, job: string, work: JobWork, act: Act<T>): Promise<T | 'OVER'> {
  return own<T | 'OVER'>(campaign, job, work, async (found, transaction, running) => {
    if (found.status === 'STOPPED' || (found.going && isOver(found, transaction.now()))) return 'OVER'; // who is left is cancelled at the end
    if (!found.going) {
      found.rest(null);
      return 'OVER';
    }
    const opens = nextSendMoment(transaction.now(), found);
    if (opens > transaction.now()) {
      found.rest(opens);
      return 'OVER';
    }
    found.start(transaction.now());
    return act(found, transaction, running);
  });
}

/** Of a campaign that was stopped, or whose period is over. */
async function cancelRest(campaign: Campaign, transaction: Transaction, running: RunningJob): Promise<Turn> {
  if (campaign.status !== 'STOPPED' && !(campaign.going && isOver(campaign, transaction.now()))) return 'OVER';
  const { members, more } = await cancelQueued(campaign, transaction);
  running.advance(members);
  if (more) return 'AGAIN';
  if (campaign.going) campaign.finish(transaction.now());
  else campaign.rest(null);
  return 'OVER';
}

async function enrol(campaign: Campaign, transaction: Transaction, running: RunningJob): Promise<Turn> {
  if (campaign.enrolled) return 'OVER';
  await enrolNext(campaign, transaction);
  if (!campaign.enrolled) return 'AGAIN';
  await transaction.flush();
  const [queued] = await transaction.tally(CampaignMember, { by: [], where: { all: [{ field: 'campaign', is: 'eq', value: campaign.id }, { field: 'status', is: 'eq', value: 'QUEUED' }] } });
  running.expect(queued?.count ?? 0);
  return 'OVER';
}

type Next = NonNullable<Awaited<ReturnType<typeof claimNext>>> | { readonly wait: Date } | 'OVER';

async function send(sending: Sending, job: string, work: JobWork): Promise<void> {
  const { campaign, claim, pace, stationery: { policy } } = sending;
  let done = 0;
  let away = false;
  for (;;) {
    const turn = await step(campaign, job, work, async (found, transaction, running): Promise<Next> => {
      if (done > 0) running.advance(done);
      done = 0;
      if (away) {
        found.rest(new Date(transaction.now().getTime() + AWAY_MS));
        return 'OVER';
      }
      return await claimNext(found, sending, transaction) ?? restOrFinish(found, pace, transaction);
    });
    if (turn === 'OVER') return;
    if ('wait' in turn) {
      await sleep(Math.max(0, turn.wait.getTime() - Date.now()), undefined, { signal: work.signal }).catch(() => {});
      continue;
    }
    const arrivals = await depart(turn.departures, {
      connections: policy.domainConnections,
      leave: async (member) => (work.signal.aborted ? 'OVER' : work.conclude((transaction) => leaveOf(member, { campaign, job, claim }, transaction))),
      send: (mail) => work.ports.mail.send(mail),
    });
    away = arrivals.length > 0 && await persistently(() => work.conclude((transaction) => conclude(arrivals, sending, transaction)));
    done = turn.departures.length + turn.excluded;
  }
}

/** What servers said is told nowhere else, so a database that is away for a while is waited for. */
async function persistently<T>(act: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await act();
    } catch {
      await sleep(pause);
    }
  }
  return act();
}

/** Nobody can be mailed now: nobody is left, or all who are wait for their time or for their domain. */
async function restOrFinish(campaign: Campaign, pace: DomainPace, transaction: Transaction): Promise<Next> {
  const { page, now } = transaction;
  const { nodes: [next] } = await page(CampaignMember, { first: 1, orderBy: 'DUE_ASC' }, { all: [
    { field: 'campaign', is: 'eq', value: campaign.id }, { field: 'status', is: 'eq', value: 'QUEUED' },
  ] });
  if (!next) {
    campaign.finish(now());
    return 'OVER';
  }
  const at = now().getTime();
  const opens = Math.max(at + 1, next.dueAt.getTime() > at ? next.dueAt.getTime() : (await roomOpensAt(pace, transaction))?.getTime() ?? 0);
  if (opens - at <= LONGEST_WAIT_MS) return { wait: new Date(Date.now() + opens - at) };
  campaign.rest(new Date(opens));
  return 'OVER';
}
