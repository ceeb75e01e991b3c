/** Sets and removes the mailbox of a channel. Whoever watches it learns of that within seconds. */
import { isIP } from 'node:net';
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Channel } from './channel.ts';
import { Mailbox } from './mailbox.ts';
import type { ChannelMailboxRemoveInput, ChannelMailboxSetInput } from './mailbox.inputs.ts';

const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;

export async function setMailbox({ channelId, host, password, ...given }: ChannelMailboxSetInput, transaction: Transaction): Promise<Channel> {
  const { get, all, add, ports } = transaction;
  const channel = await get(Channel, channelId);
  if (channel.kind !== 'EMAIL') throw new Refusal('CHANNEL_NOT_EMAIL', `Only an e-mail channel has a mailbox; ${channel.name} is for ${channel.kind}.`, { field: ['channelId'] });
  if (!HOST.test(host) && isIP(host) === 0) throw new Refusal('INVALID_HOST', 'A server is named like imap.example.com, without protocol or port.', { field: ['host'] });
  const security = given.security ?? 'TLS';
  const objection = ports.mailboxes.objection(host, security !== 'NONE');
  if (objection !== null) throw new Refusal('MAILBOX_NOT_ALLOWED', objection, { field: [security === 'NONE' ? 'security' : 'host'] });
  const settings = {
    host: host.toLowerCase(), port: given.port ?? (security === 'TLS' ? 993 : 143), security, user: given.user, folder: given.folder ?? 'INBOX', takesExisting: given.takesExisting ?? false,
  };
  const sealed = password ? ports.vault.seal(password) : null;
  const [known] = await all(Mailbox, { channel: channelId });
  const mailbox = known ? await get(Mailbox, known.id) : null;
  // A password is given to the server it was meant for, and to no other.
  const elsewhere = mailbox && (['host', 'port', 'security', 'user'] as const).some((name) => mailbox[name] !== settings[name]);
  if ((!mailbox || elsewhere) && sealed === null) throw new Refusal('PASSWORD_REQUIRED', 'A new server or user needs its password.', { field: ['password'] });
  if (mailbox) mailbox.set(settings, sealed);
  else if (sealed !== null) add(Mailbox.of(channel, settings, sealed));
  announce(channel, 'channel.mailboxSet');
  return channel;
}

export async function removeMailbox({ channelId }: ChannelMailboxRemoveInput, { get, all, remove }: Transaction): Promise<Channel> {
  const channel = await get(Channel, channelId);
  const [mailbox] = await all(Mailbox, { channel: channelId });
  if (!mailbox) throw new Refusal('MAILBOX_NOT_SET', 'This channel has no mailbox.', { field: ['channelId'] });
  remove(mailbox);
  announce(channel, 'channel.mailboxRemoved');
  return channel;
}
