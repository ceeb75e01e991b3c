/**
 * A received mail as it looks from our side: which way it went, who took part, which of them it makes customers, and
 * by what it finds its conversation. A pure reading of the mail; nothing stored is looked at.
 *
 * People become customers when they write to us or are written to by us, not by standing in somebody else's To or Cc.
 * Machines become nobody's customer: neither a mail that says it was sent by itself makes one, nor an address like
 * `no-reply@` or `mailer-daemon@`.
 */
import { emailAddress, emailKey } from '../../kernel/values/email-address.ts';
import { answeredMessages, type ThreadMail } from './mail-threading.ts';
import { directionOf, ownSideOf, type IsOwn, type MailDirection } from './own-side.ts';
import { MOST_PARTICIPANTS, type ParticipantRole } from './participant.ts';
import type { MailParty, ReceivedMail } from './received-mail.ts';
import { threadSubject } from './thread-subject.ts';

export interface Party {
  readonly role: ParticipantRole;
  readonly name: string;
  readonly address: string | null;
  /** Null: what stands there is no address that could be written to. */
  readonly key: string | null;
  readonly ours: boolean;
}

export interface Letter {
  readonly mail: ReceivedMail;
  readonly sourceKey: string;
  readonly at: Date;
  readonly direction: MailDirection;
  /** Each address once. */
  readonly parties: readonly Party[];
  /** Those whom it is with, most important first: they are customers, or become so. */
  readonly counterparts: readonly Counterpart[];
  readonly automatic: boolean;
  readonly thread: ThreadMail;
}

type Counterpart = Party & { readonly key: string; readonly address: string; readonly machine: boolean };

const MACHINE = /^(?:mailer-daemon|postmaster|(?:no|do-?not|ne)[-_.]?reply|bounces?|listserv|majordomo)(?:[-+_.=][^@]*)?@/i;

/** `now` stands in for the date of a mail that has none. */
export function letterFrom(mail: ReceivedMail, isOwn: IsOwn, now: Date): Letter {
  const isOurs = ownSideOf(mail, isOwn);
  const parties = partiesOf(mail, isOurs);
  const addresses = (list: readonly MailParty[]): string[] => list.flatMap(({ address }) => address ?? []);
  const recipients = addresses([...mail.to, ...mail.cc, ...mail.bcc]);
  const direction = directionOf({ from: addresses(mail.from), recipients, listPost: mail.listPost, listId: mail.listId }, isOwn);
  const at = mail.date ?? now;
  const subject = threadSubject(mail.subject);
  return {
    mail, at, direction, parties,
    sourceKey: `mail:${mail.contentHash}`,
    counterparts: counterpartsOf(parties, direction),
    automatic: mail.autoSubmitted,
    thread: {
      messageId: mail.messageId, inReplyTo: mail.inReplyTo, references: mail.references, sentAt: at,
      subjectKey: subject.key, mayJoinBySubject: subject.isReply && !subject.isGeneric,
      participants: parties.flatMap(({ ours, key }) => (ours || key === null ? [] : key)),
    },
  };
}

/** Every message the letter is, or speaks of. */
export function messagesOf({ thread }: Letter): string[] {
  return [...(thread.messageId === undefined ? [] : [thread.messageId]), ...answeredMessages(thread)];
}

function partiesOf(mail: ReceivedMail, isOurs: IsOwn): Party[] {
  const named: [ParticipantRole, readonly MailParty[]][] = [
    ['FROM', mail.from], ['TO', mail.to], ['CC', mail.cc], ['BCC', mail.bcc], ['REPLY_TO', mail.replyTo],
  ];
  const found = new Map<string, Party>();
  for (const [role, list] of named) {
    for (const { name, address = null } of list) {
      const read = address === null ? null : emailAddress.read(address);
      const key = read && 'value' in read ? emailKey(read.value) : null;
      const same = key ?? address?.toLowerCase() ?? `"${name}`;
      if (found.size >= MOST_PARTICIPANTS || found.has(same)) continue;
      found.set(same, { role, name, address: read && 'value' in read ? read.value : address, key, ours: address !== null && isOurs(address) });
    }
  }
  return [...found.values()];
}

function counterpartsOf(parties: readonly Party[], direction: MailDirection): Counterpart[] {
  const roles: Record<MailDirection, readonly ParticipantRole[]> = { INBOUND: ['FROM'], OUTBOUND: ['TO', 'CC', 'BCC'], INTERNAL: [] };
  return parties.flatMap((party) => {
    const { key, address, ours, role } = party;
    if (ours || key === null || address === null || !roles[direction].includes(role)) return [];
    return [{ ...party, key, address, machine: MACHINE.test(address) }];
  });
}
