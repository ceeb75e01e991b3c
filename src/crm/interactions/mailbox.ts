/**
 * The mailbox that an e-mail channel's messages come to. One node at a time watches it; how far it came is kept with what
 * it took in, by the mailbox's own numbers (UID), so that no mail is missed or taken twice whatever is lost on the way.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, choice, flag, moment, number, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Channel } from './channel.ts';

export const MailboxSecurity = choices('MailboxSecurity', 'How the connection to a mailbox is encrypted.', {
  TLS: 'From the beginning, as on port 993.',
  STARTTLS: 'After the first words, as on port 143; a server that cannot is not spoken to.',
  NONE: 'Not at all: only where the operator allows mailboxes in private networks.',
});
export type MailboxSecurity = Choice<typeof MailboxSecurity>;

export const MailboxState = choices('MailboxState', 'How it stands with a mailbox.', {
  CONNECTING: 'Not watched yet, or being connected to.',
  WATCHING: 'Watched: what comes is taken in at once.',
  RETRYING: 'Out of reach; it is tried again by itself.',
  REFUSED: 'The server does not accept user or password, or has no such folder; tried again now and then.',
});
export type MailboxState = Choice<typeof MailboxState>;

export type MailboxSettings = Pick<Mailbox, 'host' | 'port' | 'security' | 'user' | 'folder' | 'takesExisting'>;

const LONGEST_ERROR = 500;

/** Where a mail lies in its mailbox. */
export interface Place {
  readonly uidValidity: string;
  readonly uid: number;
  /** When its server got it. */
  readonly receivedAt?: Date | undefined;
}

/** Their clock and ours. */
const CLOCKS_APART = 600_000;

@model('The mailbox that messages of an e-mail channel come to. Its password is never shown.', {
  prefix: 'mbx', read: 'mailbox:read', partOf: 'channel', unique: { mailbox_once: ['MAILBOX_BEING_SET', 'The mailbox of this channel was being set at the same moment: try again.'] },
})
export class Mailbox extends Entity {
  @belongsTo(() => Channel, 'Of which channel.', { inverse: { name: 'mailbox', description: 'Where its messages come to. Null: none is set, or you may not see it.', max: 1 } })
  channel!: Ref<Channel>;

  @text('The IMAP server.', { max: 253 })
  host!: string;

  @number('Its port.')
  port!: number;

  @choice(MailboxSecurity, 'How the connection is encrypted.')
  security!: MailboxSecurity;

  @text('As whom we sign in.', { max: 254 })
  user!: string;

  @text(undefined, { max: 2000 })
  sealedPassword!: string;

  @text('The folder that is watched.', { max: 500 })
  folder!: string;

  @flag('Whether what was there at the beginning is taken in too.')
  takesExisting!: boolean;

  @choice(MailboxState, 'How it stands with it.')
  state: MailboxState = 'CONNECTING';

  @text('Why it cannot be watched, or what could not be taken in last. Null: nothing went wrong.', { optional: true, max: LONGEST_ERROR })
  lastError: string | null = null;

  @moment('When it was last looked into. Null: not yet.', { optional: true, quiet: true })
  lastFetchedAt: Date | null = null;

  /** Rises with each change of the settings, so that whoever watches begins anew. */
  @number(undefined, { quiet: true })
  setting = 1;

  /** While this stays the same, numbers of mails mean the same. */
  @text(undefined, { optional: true, max: 20, quiet: true })
  uidValidity: string | null = null;

  /** Of the last mail taken in. */
  @text(undefined, { optional: true, max: 20, quiet: true })
  lastUid: string | null = null;

  @moment(undefined, { optional: true, quiet: true })
  watchedSince: Date | null = null;

  /** The last mail that was there when its server numbered all anew: up to it the numbers tell nothing of what is new. */
  @text(undefined, { optional: true, max: 20, quiet: true })
  renumberedTo: string | null = null;

  static of(channel: Channel, settings: MailboxSettings, sealedPassword: string): Mailbox {
    return Object.assign(new Mailbox(), { channel, ...settings, sealedPassword });
  }

  /** Another folder or account has other mails. */
  set(settings: MailboxSettings, sealedPassword: string | null): void {
    const same = settings.host === this.host && settings.user === this.user && settings.folder === this.folder;
    Object.assign(this, settings, { state: 'CONNECTING', lastError: null, setting: this.setting + 1, ...(sealedPassword === null ? {} : { sealedPassword }) });
    if (!same) this.uidValidity = this.lastUid = this.watchedSince = this.renumberedTo = null;
  }

  /** Answers whether there is news. */
  report(state: MailboxState, error: string | null, at: Date): boolean {
    const lastError = error?.slice(0, LONGEST_ERROR).toWellFormed() ?? null;
    const news = state !== this.state || lastError !== this.lastError;
    Object.assign(this, { state, lastError, ...(state === 'WATCHING' ? { lastFetchedAt: at } : {}) });
    return news;
  }

  /** From which number on mails are new. What a mailbox held before it was watched is not, unless it is wanted. */
  begin(uidValidity: string, uidNext: number, at: Date): number {
    const there = uidNext - 1;
    if (this.uidValidity === null) Object.assign(this, { lastUid: String(this.takesExisting ? 0 : there), watchedSince: at });
    else if (this.uidValidity !== uidValidity) Object.assign(this, { lastUid: '0', renumberedTo: String(there) });
    this.uidValidity = uidValidity;
    return Number(this.lastUid) + 1;
  }

  /** Answers false for a mail that was taken in before, or that was there before and is not wanted. */
  take({ uidValidity, uid, receivedAt }: Place, at: Date): boolean {
    if (this.uidValidity !== uidValidity || uid <= Number(this.lastUid)) return false;
    this.lastUid = String(uid);
    this.lastFetchedAt = at;
    const before = !this.takesExisting && uid <= Number(this.renumberedTo) && receivedAt && this.watchedSince && receivedAt.getTime() < this.watchedSince.getTime() - CLOCKS_APART;
    return !before;
  }
}
