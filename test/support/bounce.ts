/** A message comes back, as where the mailbox of a channel takes in a report of it. */
import { MessageDelivery } from '../../src/crm/interactions/message-delivery.ts';
import { splitId } from '../../src/kernel/ids.ts';
import { asSystem } from '../../src/platform/graphql/as-system.ts';
import type { TestApp } from './app.ts';

/** `interactionId` as the API gives it. */
export async function bounce({ app }: TestApp, tenant: string, interactionId: string): Promise<void> {
  await asSystem(app.host, tenant, 'test', async ({ all, now }) => {
    const [delivery] = await all(MessageDelivery, { interaction: splitId(interactionId)?.id ?? '' });
    delivery?.bounce('5.2.2', 'Mailbox full', now());
  });
}
