/** Opportunities of the organisation of `fill`: two in a pipeline, one of them with lines, contacts, and a decision. */
import type { Made, Make } from './world.ts';

interface Surroundings {
  readonly make: Make;
  readonly word: string;
  readonly customer: string;
  readonly contact: string;
  readonly owner: string;
  readonly team: string;
}

export async function fillOpportunities({ make, word, customer, contact, owner, team }: Surroundings): Promise<void> {
  const { pipeline } = await make<{ pipeline: { id: string; stages: { id: string }[] } }>('pipelineCreate', 'pipeline { id stages { id } }', {
    name: `Pipeline ${word}`,
    stages: [{ name: `First ${word}`, probability: 10 }, { name: `Second ${word}`, probability: 50, requires: ['AMOUNT'], stalledAfter: 'P14D' }],
  });
  await make('exchangeRateSet', 'currencyPair { id }', { baseCurrency: 'EUR', quoteCurrency: 'CZK', rate: '25.125', validOn: '2026-01-02', source: `Bank ${word}` });

  const open = async (title: string, more: object): Promise<string> => (await make<Made<'opportunity'>>('opportunityOpen', 'opportunity { id }', {
    customerId: customer, title: `${title} ${word}`, pipelineId: pipeline.id, description: `Concerning ${word}`, source: word, nextStep: `Ring ${word}`, expectedCloseOn: '2027-03-31', ownerId: owner, teamId: team, ...more,
  })).opportunity.id;
  const large = await open('Large', { amount: { amount: '1234.50', currency: 'CZK' } });
  await open('Small', { amount: { amount: '99', currency: 'JPY' } });
  for (const [quantity, taxRate] of [['3', '21'], ['0.5', '12']] as const) {
    await make('opportunityLineAdd', 'opportunityLine { id }', {
      opportunityId: large, productCode: `P ${word}`, description: `Beans ${word}`, unit: 'kg', quantity, taxRate, unitPrice: { amount: '499.99', currency: 'CZK' }, discountPercent: '5',
    });
  }
  await make('taskCreate', 'task { id }', { title: `Next ${word}`, subjectId: large, assigneeId: owner, dueAt: '2099-01-01T00:00:00Z' });
  await make('opportunityContactAdd', 'opportunityContact { id }', { opportunityId: large, customerId: contact, role: 'DECISION_MAKER' });
  await make('opportunityMoveStage', 'opportunity { id }', { opportunityId: large, stageId: pipeline.stages[1]!.id });
  await make('opportunityLose', 'opportunity { id }', { opportunityId: await open('Gone', {}), reason: `Price, said ${word}`, competitor: `Rival of ${word}` });
}
