/** Loads the deals of the demo, each step at the moment it is told of. */
import { deals, pipelines, rates, type Deal } from './opportunities.ts';

/** Runs a mutation so many hours before now and answers the id of what it made, or of what it shows. */
export type RunAt = (hoursAgo: number, by: string, name: string, input: object, shows?: string) => Promise<string>;
type Ask = (source: string, variables: Record<string, unknown>) => Promise<Record<string, unknown>>;

export interface Known {
  /** Ids by the first address. */
  readonly customers: ReadonlyMap<string, string>;
  readonly users: ReadonlyMap<string, string>;
  readonly administrator: string;
}

const HOURS_A_DAY = 24;
const dayIn = (days: number): string => new Date(Date.now() + days * HOURS_A_DAY * 3_600_000).toISOString().slice(0, 10);

export async function loadOpportunities(run: RunAt, ask: Ask, known: Known): Promise<void> {
  for (const { daysAgo, rates: quoted } of rates) for (const [quoteCurrency, rate] of Object.entries(quoted)) {
    await run(daysAgo * HOURS_A_DAY, known.administrator, 'exchangeRateSet', { baseCurrency: 'EUR', quoteCurrency, rate, validOn: dayIn(-daysAgo), source: 'ECB' }, 'currencyPair');
  }
  const stages = new Map<string, string>();
  for (const { name, stages: wanted } of pipelines) {
    const pipelineId = await run(2000, known.administrator, 'pipelineCreate', { name, stages: wanted });
    const { pipeline } = await ask('query ($id: ID!) { pipeline(id: $id) { stages { id name } } }', { id: pipelineId });
    for (const stage of (pipeline as { stages: { id: string; name: string }[] }).stages) stages.set(`${name} ${stage.name}`, stage.id);
  }
  for (const deal of deals) await tell(run, deal, stages, known);
}

async function tell(run: RunAt, deal: Deal, stages: ReadonlyMap<string, string>, { customers, users, administrator }: Known): Promise<void> {
  const { openedHoursAgo, pipeline, closesInDays, lines = [], contacts = [], steps } = deal;
  const by = users.get(deal.owner) ?? administrator;
  const first = pipelines.find(({ name }) => name === pipeline)?.stages[0]?.name ?? '';
  const opportunityId = await run(openedHoursAgo, by, 'opportunityOpen', {
    ...deal.details, customerId: customers.get(deal.with), stageId: stages.get(`${pipeline} ${first}`), ownerId: by,
    ...(closesInDays === undefined ? {} : { expectedCloseOn: dayIn(closesInDays) }),
  });
  for (const line of lines) await run(openedHoursAgo, by, 'opportunityLineAdd', { opportunityId, ...line }, 'opportunityLine');
  for (const { at, role } of contacts) await run(openedHoursAgo, by, 'opportunityContactAdd', { opportunityId, customerId: customers.get(at), role }, 'opportunityContact');
  for (const { hoursAgo, ...step } of steps) {
    if ('to' in step) await run(hoursAgo, by, 'opportunityMoveStage', { opportunityId, stageId: stages.get(`${pipeline} ${step.to}`) }, 'opportunity');
    if ('won' in step) await run(hoursAgo, by, 'opportunityWin', { opportunityId, ...step.won }, 'opportunity');
    if ('lost' in step) await run(hoursAgo, by, 'opportunityLose', { opportunityId, ...step.lost }, 'opportunity');
  }
}
