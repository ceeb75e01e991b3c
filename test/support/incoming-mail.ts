/** Mails that come in: as the mailbox of a channel takes them in, or as the interaction that one becomes, in a conversation that mentions what it answers. */
import assert from 'node:assert/strict';
import { Customer } from '../../src/crm/customers/customer.ts';
import { Channel } from '../../src/crm/interactions/channel.ts';
import { Conversation } from '../../src/crm/interactions/conversation.ts';
import { InteractionBody } from '../../src/crm/interactions/interaction-body.ts';
import { Interaction } from '../../src/crm/interactions/interaction.ts';
import { MailMessageId, messageKey } from '../../src/crm/interactions/mail-message-id.ts';
import { Participant } from '../../src/crm/interactions/participant.ts';
import { receiveMail } from '../../src/crm/interactions/receive-mail.ts';
import { splitId } from '../../src/kernel/ids.ts';
import { asSystem } from '../../src/platform/graphql/as-system.ts';
import { keepAttachments } from '../../src/platform/mail/keep-attachments.ts';
import { parseMail } from '../../src/platform/mail/parse.ts';
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

/** Its bytes, to the e-mail channel. */
export async function deliver({ app: { host } }: TestApp, tenant: string, raw: string): Promise<void> {
  const mail = await parseMail(Buffer.from(raw.replaceAll('\n', '\r\n')));
  const attachments = await keepAttachments(host.ports.files, tenant, mail.attachments);
  await asSystem(host, tenant, 'test', async (transaction) => {
    const [channel] = await transaction.all(Channel, { kind: 'EMAIL' });
    await receiveMail({ ...mail, attachments }, channel?.id ?? '', transaction);
  });
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
