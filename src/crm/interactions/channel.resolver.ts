/** Operations on channels. Everybody sees them, since every conversation names one. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { MEMBER, mutation, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { ChannelCreateInput, ChannelUpdateInput } from './channel.inputs.ts';
import { Channel } from './channel.ts';

export class ChannelResolver {
  @query(pageOf(Channel), MEMBER, 'Our channels, also those no longer in use.')
  channels(args: PageArgs, { page }: Context) {
    return page(Channel, args);
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
