/** A mail as the mailbox of a channel takes it in: an interaction in a conversation that mentions what it answers. */
import assert from 'node:assert/strict';
import { Customer } from '../../src/crm/customers/customer.ts';
import { Channel } from '../../src/crm/interactions/channel.ts';
import { Conversation } from '../../src/crm/interactions/conversation.ts';
import { InteractionBody } from '../../src/crm/interactions/interaction-body.ts';
import { Interaction } from '../../src/crm/interactions/interaction.ts';
import { MailMessageId, messageKey } from '../../src/crm/interactions/mail-message-id.ts';
import { Participant } from '../../src/crm/interactions/participant.ts';
import { splitId } from '../../src/kernel/ids.ts';
import { asSystem } from '../../src/platform/graphql/as-system.ts';
import type { TestApp } from './app.ts';

export interface Incoming {
  /** Public id. */
  readonly customer?: string;
  readonly automatic?: boolean;
  readonly from: string;
  readonly to: string;
  /** Message-IDs that it answers or refers to. */
  readonly mentions?: readonly string[];
  readonly subject?: string;
  readonly text: string;
}

export async function takeIn({ app }: TestApp, tenant: string, { customer: publicId, automatic = false, from, to, mentions = [], subject = '', text }: Incoming): Promise<void> {
  await asSystem(app.host, tenant, 'test', async ({ all, add, now }) => {
    const [channel] = await all(Channel, { kind: 'EMAIL' });
    const [customer = null] = publicId ? await all(Customer, { id: splitId(publicId)?.id ?? '' }) : [];
    assert.ok(channel);
    const conversation = add(Conversation.start(channel, { at: now(), subject, customer, correspondents: [] }));
    for (const id of mentions) add(MailMessageId.of(conversation, messageKey(id), false));
    const interaction = add(Interaction.create({ kind: 'MESSAGE', direction: 'INBOUND', channelKind: 'EMAIL', channel, conversation, customer, subject, automatic, startedAt: now() }, 'interaction.received'));
    add(InteractionBody.of(interaction, text));
    for (const [role, address] of [['FROM', from], ['TO', to]] as const) add(Participant.of({ interaction, role, name: null, address, customer: null, user: null }));
  });
}
