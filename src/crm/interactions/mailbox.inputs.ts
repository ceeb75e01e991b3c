/** What can be asked of the mailboxes of channels. */
import { choice, flag, id, number, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { Channel } from './channel.ts';
import { MailboxSecurity } from './mailbox.ts';

@input('The mailbox that messages of an e-mail channel come to.')
export class ChannelMailboxSetInput {
  @id(() => Channel, 'Of which channel.')
  channelId!: string;

  @text('The IMAP server, by its name.', { max: 253 })
  host!: string;

  @number('Its port. Null: 993 for TLS, else 143.', { optional: true, min: 1, max: 65_535 })
  port?: number | null;

  @choice(MailboxSecurity, 'How the connection is encrypted. Null: TLS.', { optional: true })
  security?: MailboxSecurity | null;

  @text('As whom to sign in.', { max: 254 })
  user!: string;

  @text('The password, or app password; kept encrypted and never shown. Null: stays as it is, which is possible only at the same server.', { optional: true, verbatim: true })
  password?: string | null;

  @text('The folder to watch. Null: INBOX.', { optional: true, max: 500 })
  folder?: string | null;

  @flag('Whether to take in what is there already, rather than only what comes from now on. Null: no.', { optional: true })
  takesExisting?: boolean | null;
}

@input('The channel whose mailbox is no longer watched.')
export class ChannelMailboxRemoveInput {
  @id(() => Channel, 'Which channel.')
  channelId!: string;
}
