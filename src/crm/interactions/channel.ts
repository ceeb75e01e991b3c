/** Channels: our own doors. One that is no longer used is taken out of use and stays, for what came through it. */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { choice, flag, text } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';

export const ChannelKind = choices('ChannelKind', 'By what means people are in contact. May grow.', {
  EMAIL: 'E-mail.',
  PHONE: 'The telephone.',
  CHAT: 'Chat on a web site or in an app.',
  SMS: 'Text messages to a phone.',
  SOCIAL: 'A social network or messenger.',
  WEB_FORM: 'A form on a web site.',
  IN_PERSON: 'Face to face.',
  POST: 'Letters on paper.',
});
export type ChannelKind = Choice<typeof ChannelKind>;

export interface ChannelDetails {
  readonly name?: string | undefined;
  readonly address?: string | null | undefined;
  readonly senderName?: string | null | undefined;
  readonly active?: boolean | undefined;
}

@model('One of our own doors, through which customers reach us and we them: a mailbox, a number, a chat.', {
  prefix: 'chn', read: null,
  orders: { NAME_ASC: { field: 'name', direction: 'asc', description: 'By name.' } },
  unique: { channel_name: ['CHANNEL_NAME_TAKEN', 'A channel of this name exists already.'] },
})
export class Channel extends Entity {
  @choice(ChannelKind, 'By what means; never changes.', { filter: true })
  kind!: ChannelKind;

  @text('What the channel is called; unique in the organisation.')
  name!: string;

  @text('Where customers reach us on it: a mail address, a number, an account. Null: not said.', { optional: true })
  address: string | null = null;

  @text("Who our messages on it are from, as their reader sees it. Null: the organisation's name.", { optional: true })
  senderName: string | null = null;

  @flag('Whether new conversations and messages are taken on it.', { filter: true })
  active = true;

  static create(kind: ChannelKind, details: ChannelDetails & { readonly name: string }): Channel {
    const channel = Object.assign(new Channel(), { kind });
    channel.take(details);
    announce(channel, 'channel.created');
    return channel;
  }

  update(details: ChannelDetails): void {
    this.take(details);
    announce(this, 'channel.updated');
  }

  private take({ name, address, senderName, active }: ChannelDetails): void {
    this.name = name ?? this.name;
    this.active = active ?? this.active;
    if (address !== undefined) this.address = address;
    if (senderName !== undefined) this.senderName = senderName;
  }
}
