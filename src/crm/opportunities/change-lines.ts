/** What is done to the lines of an opportunity. Each step holds it locked and counts all of its lines anew. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { countUp } from './line-item.ts';
import type { OpportunityLineAddInput, OpportunityLineRemoveInput, OpportunityLineUpdateInput } from './opportunity-line.inputs.ts';
import { OpportunityLine } from './opportunity-line.ts';
import { keepingStanding } from './opportunity-standing.ts';
import { Opportunity } from './opportunity.ts';

const MOST = 200;

export async function addLine({ opportunityId, expectedVersion, position, ...details }: OpportunityLineAddInput, transaction: Transaction): Promise<OpportunityLine> {
  const { opportunity, lines } = await openLines(opportunityId, transaction, expectedVersion);
  if (lines.length >= MOST) throw new Refusal('TOO_MANY_LINES', `An opportunity has at most ${MOST} lines.`);
  const line = transaction.add(OpportunityLine.of(opportunity, details));
  settle(opportunity, placed(line, position ?? lines.length + 1, lines));
  announce(opportunity, 'opportunity.lineAdded');
  return line;
}

export async function updateLine({ opportunityLineId, expectedVersion, position, ...details }: OpportunityLineUpdateInput, transaction: Transaction): Promise<OpportunityLine> {
  const { opportunity, lines, line } = await openLine(opportunityLineId, transaction, expectedVersion);
  line.update(details);
  settle(opportunity, position == null ? lines : placed(line, position, lines.filter((other) => other !== line)));
  announce(opportunity, 'opportunity.lineUpdated');
  return line;
}

export async function removeLine({ opportunityLineId, expectedVersion }: OpportunityLineRemoveInput, transaction: Transaction): Promise<Opportunity> {
  const { opportunity, lines, line } = await openLine(opportunityLineId, transaction, expectedVersion);
  return keepingStanding(opportunity, transaction, () => {
    transaction.remove(line);
    settle(opportunity, lines.filter((other) => other !== line));
    announce(opportunity, 'opportunity.lineRemoved');
    return opportunity;
  });
}

async function openLines(id: string, { get, all }: Transaction, expectedVersion?: number | null): Promise<{ opportunity: Opportunity; lines: OpportunityLine[] }> {
  const opportunity = await get(Opportunity, id, expectedVersion);
  opportunity.refuseDecided();
  return { opportunity, lines: (await all(OpportunityLine, { opportunity: id })).sort((a, b) => a.position - b.position) };
}

/** The opportunity is locked before any of its lines: of two who change different ones each would wait for the other. */
async function openLine(id: string, transaction: Transaction, expectedVersion?: number | null) {
  const [seen] = await transaction.all(OpportunityLine, { id });
  const of = seen && await openLines(seen.opportunity.id, transaction);
  const line = await transaction.get(OpportunityLine, id, expectedVersion);
  return { ...of ?? await openLines(line.opportunity.id, transaction), line };
}

/** `position` counts from 1; beyond the last it is the last. */
const placed = (line: OpportunityLine, position: number, others: readonly OpportunityLine[]): OpportunityLine[] => others.toSpliced(position - 1, 0, line);

function settle(opportunity: Opportunity, lines: readonly OpportunityLine[]): void {
  opportunity.takeTotals(lines.length > 0 ? countUp(lines, opportunity.currency) : null);
}
