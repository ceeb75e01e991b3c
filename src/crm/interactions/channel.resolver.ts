/** Operations on channels. Everybody sees them, since every conversation names one. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { MEMBER, mutation, optional, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { ChannelCreateInput, ChannelUpdateInput, SenderCheckArgs } from './channel.inputs.ts';
import { Channel } from './channel.ts';
import { checkSender } from './check-sender.ts';
import { SenderCheck } from './sender-check.results.ts';

export class ChannelResolver {
  @query(pageOf(Channel), MEMBER, 'Our channels, also those no longer in use.')
  channels(args: PageArgs, { page }: Context) {
    return page(Channel, args);
  }

  @query(optional(SenderCheck), 'sender:check', 'Whether SPF, DKIM and DMARC are set up for what an e-mail channel sends, by asking DNS, for five seconds at most. Null: the channel is missing, or is no e-mail channel with an address to send from.', { args: SenderCheckArgs })
  async senderCheck({ channelId }: SenderCheckArgs, context: Context) {
    const channel = await context.find(Channel, channelId);
    return channel && checkSender(channel, context);
  }

  @mutation(Channel, 'channel:create', 'Adds a channel.', { input: ChannelCreateInput })
  async channelCreate({ kind, ...details }: ChannelCreateInput, { add }: Transaction) {
    return add(Channel.create(kind, details));
  }

  @mutation(Channel, 'channel:update', 'Changes attributes of a channel, or takes it out of use.', { input: ChannelUpdateInput })
  async channelUpdate({ channelId, expectedVersion, name, address, senderName, active }: ChannelUpdateInput, { get }: Transaction) {
    const channel = await get(Channel, channelId, expectedVersion);
    channel.update({ name: name ?? undefined, address, senderName, active: active ?? undefined });
    return channel;
  }
}
