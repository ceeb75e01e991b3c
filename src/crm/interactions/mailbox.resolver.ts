/** Operations on the mailboxes of channels. What there is to see of one is read at its channel. */
import type { Transaction } from '../../kernel/context.ts';
import { mutation } from '../../kernel/operations.ts';
import { Channel } from './channel.ts';
import { ChannelMailboxRemoveInput, ChannelMailboxSetInput } from './mailbox.inputs.ts';
import { removeMailbox, setMailbox } from './set-mailbox.ts';

export class MailboxResolver {
  @mutation(Channel, 'mailbox:set', 'Has a mailbox watched for an e-mail channel, in place of the one it had: mails become interactions in their conversations, bounces find their messages. Nothing is changed in the mailbox.', { input: ChannelMailboxSetInput })
  channelMailboxSet(input: ChannelMailboxSetInput, transaction: Transaction) {
    return setMailbox(input, transaction);
  }

  @mutation(Channel, 'mailbox:set', 'Ends watching the mailbox of a channel, and forgets its password.', { input: ChannelMailboxRemoveInput })
  channelMailboxRemove(input: ChannelMailboxRemoveInput, transaction: Transaction) {
    return removeMailbox(input, transaction);
  }
}
