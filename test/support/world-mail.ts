/** Of mail: a channel that sends and has a mailbox, a message that waits on it, and an address from which mail came back. */
import { mutate } from './world.ts';
import type { TestApp } from './app.ts';
import type { Client } from './client.ts';

export async function fillMail({ database }: TestApp, administrator: Client, word: string, customerId: string): Promise<void> {
  const make = async <T>(name: string, selection: string, input: object): Promise<T> => {
    const payload = await mutate<T>(administrator, name, selection, input);
    if (payload.userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(payload.userErrors)}`);
    return payload;
  };
  const { channel } = await make<{ channel: { id: string } }>('channelCreate', 'channel { id }', { kind: 'EMAIL', name: `Mail ${word}`, address: `support@own-${word}.example`, senderName: `Shop ${word}` });
  await make('channelMailboxSet', 'channel { id }', { channelId: channel.id, host: `imap.own-${word}.example`, user: `keeper of ${word}`, password: `Password ${word}`, folder: `INBOX/${word}` });
  const { customer } = await administrator.ask<{ customer: { contactPoints: { id: string }[] } }>('query ($id: ID!) { customer(id: $id) { contactPoints { id } } }', { id: customerId });
  await make('messageSend', 'interaction { id }', {
    channelId: channel.id, contactPointId: customer.contactPoints[0]?.id, subject: `Offer ${word}`, html: `<p>Dear ${word}</p>`, cc: [`copy@${word}.example`], language: 'cs', sendAt: '2099-01-01T00:00:00Z',
  });
  await make('channelUpdate', 'channel { id }', { channelId: channel.id, address: `mail@own-${word}.example` }); // what is hidden of participants is then told by no channel
  await database.asOwner(`update contact_point set undeliverable_at = now(), undeliverable_reason = 'Nobody ${word}' where value = 'bruno@${word}.example'`);
  await database.asOwner(`update message_delivery d set reason = 'Later ${word}' from interaction i where i.id = d.interaction_id and i.subject = 'Offer ${word}'`);
}
