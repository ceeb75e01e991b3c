/** What can be asked of channels. */
import { choice, expectedVersion, flag, id, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { Channel, ChannelKind } from './channel.ts';

@input('Which sender to check.')
export class SenderCheckArgs {
  @id(() => Channel, 'The e-mail channel that sends.')
  channelId!: string;
}

@input('A new channel.')
export class ChannelCreateInput {
  @choice(ChannelKind, 'By what means; never changes.')
  kind!: ChannelKind;

  @text('What it is called; unique in the organisation.')
  name!: string;

  @text('Where customers reach us on it; an e-mail channel sends from there. Null: not said.', { optional: true })
  address?: string | null;

  @text("Who our messages on it are from, as their reader sees it. Null: the organisation's name.", { optional: true })
  senderName?: string | null;
}

@input('Attributes of a channel to change; what is not given stays.')
export class ChannelUpdateInput {
  @id(() => Channel, 'Which channel.')
  channelId!: string;

  @text('What it is called; unique in the organisation. Null: stays.', { optional: true })
  name?: string | null;

  @text('Where customers reach us on it; an e-mail channel sends from there. Null: not said.', { optional: true })
  address?: string | null;

  @text("Who our messages on it are from, as their reader sees it. Null: the organisation's name.", { optional: true })
  senderName?: string | null;

  @flag('Whether new conversations and messages are taken on it. Null: stays.', { optional: true })
  active?: boolean | null;

  @expectedVersion()
  expectedVersion?: number | null;
}
