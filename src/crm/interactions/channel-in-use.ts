/** The channel, locked, if something new may come in on it. */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Channel } from './channel.ts';

export async function channelInUse(id: string, { get }: Transaction): Promise<Channel> {
  const channel = await get(Channel, id);
  if (!channel.active) {
    throw new Refusal('CHANNEL_NOT_ACTIVE', `The channel ${channel.name} is out of use. Take another, or make it active again.`, { field: ['channelId'] });
  }
  return channel;
}
