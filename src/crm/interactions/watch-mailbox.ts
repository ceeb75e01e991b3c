/** What a node that watches mailboxes asks and tells, each in a transaction of Rapport itself in the organisation. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { Channel } from './channel.ts';
import { Mailbox, type MailboxSettings, type MailboxState, type Place } from './mailbox.ts';
import { receiveMail } from './receive-mail.ts';
import type { ReceivedMail } from './received-mail.ts';

/** How to reach it. Null: it is gone. */
export async function openMailbox(id: string, { all, ports }: Transaction): Promise<(MailboxSettings & { password: string }) | null> {
  const [mailbox] = await all(Mailbox, { id });
  return mailbox ? { ...mailbox, password: ports.vault.open(mailbox.sealedPassword) } : null;
}

/** From which number on its mails are new. */
export async function beginMailbox(id: string, uidValidity: string, uidNext: number, { find, now }: Transaction): Promise<number> {
  return (await find(Mailbox, id))?.begin(uidValidity, uidNext, now()) ?? uidNext;
}

/** A mail, with how far the mailbox is read by it; once each. Without a mail it is one that could not be understood. */
export async function takeFromMailbox(id: string, place: Place, mail: ReceivedMail | null, transaction: Transaction): Promise<void> {
  const mailbox = await transaction.find(Mailbox, id);
  if (!mailbox?.take(place, transaction.now()) || !mail) return;
  await receiveMail(mail, mailbox.channel.id, transaction);
}

export async function reportMailbox(id: string, state: MailboxState, error: string | null, { find, get, now }: Transaction): Promise<void> {
  const mailbox = await find(Mailbox, id);
  if (mailbox?.report(state, error, now())) announce(await get(Channel, mailbox.channel.id), 'channel.mailboxChanged');
}
