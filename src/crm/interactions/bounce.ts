/**
 * Whether a mail says that one of ours was not delivered, and what for. Servers that write reports (RFC 3464) say so by
 * `Action: failed`; of others it is known by how they look: they come to the address that only the envelope had, from a
 * machine, and speak of failure.
 */
import { emailKey } from '../../kernel/values/email-address.ts';
import { isDead } from './dead-address.ts';
import type { ReceivedMail } from './received-mail.ts';

export interface Bounce {
  /** Of RFC 3463. Null: not told. */
  readonly statusCode: string | null;
  readonly reason: string;
  /** Addresses, as keys, at which nothing will ever arrive. */
  readonly dead: readonly string[];
}

const FROM_A_SERVER = /^(?:mailer-daemon|postmaster|mail-?delivery|mdaemon)[^@]*@|^mailer-daemon$/i;
const FAILURE = /undeliver|deliver\w* (?:status|fail)|failure notice|returned mail|mail delivery|could not be delivered|nicht zugestellt|unzustellbar|nie ?dostarczon|nedoručiteln|退信/i;
const STATUS = /\b5\.\d{1,3}\.\d{1,3}\b/;

/** `returned`: it came to the address that a message of ours has in its envelope. */
export function bounceOf(mail: Pick<ReceivedMail, 'report' | 'from' | 'returnPath' | 'subject' | 'text'>, returned: boolean): Bounce | null {
  const failed = mail.report?.recipients.filter(({ action }) => action === 'failed') ?? [];
  if (failed.length > 0) {
    return {
      statusCode: failed[0]?.status ?? null,
      reason: failed.map(({ address, diagnostic, status }) => [address, diagnostic ?? status ?? 'not delivered'].filter(Boolean).join(': ')).join('\n'),
      dead: failed.filter(({ status = null, diagnostic = '' }) => isDead(status, diagnostic)).map(({ address }) => emailKey(address)),
    };
  }
  if (mail.report || !returned || !speaksOfFailure(mail)) return null;
  const statusCode = STATUS.exec(mail.text)?.[0] ?? null;
  return { statusCode, reason: mail.subject || 'A mail server returned it.', dead: [] };
}

function speaksOfFailure({ from, returnPath, subject, text }: Pick<ReceivedMail, 'from' | 'returnPath' | 'subject' | 'text'>): boolean {
  const byServer = returnPath === '' || from.some(({ name, address = '' }) => FROM_A_SERVER.test(address) || FROM_A_SERVER.test(name));
  return byServer && (FAILURE.test(subject) || STATUS.test(text));
}
