/** Reads of a mail from a server whether it returns one of ours, for good, and why. Answers out of office return nothing. */
export interface ReturnedMail {
  /** Of RFC 3463. Null: not told. */
  readonly statusCode: string | null;
  readonly reason: string;
  /** Nothing will arrive there. */
  readonly permanent: boolean;
}

const FROM_A_SERVER = /^(?:mailer-daemon|postmaster|mail-?delivery|mdaemon)(?:@|$| )/i;
const FAILURE = /undeliver|delivery (?:status|fail)|failure notice|returned mail|could not be delivered|nicht zugestellt|unzustellbar|niedostarczon|nedoručiteln|退信/i;
const STATUS = /\b([45])\.\d{1,3}\.\d{1,3}\b/;
const NO_SUCH_ADDRESS = /^5\.1\.[1-36]$/;
const LONGEST_REASON = 300;

export function bounceIn({ from, subject, text }: { readonly from: string; readonly subject: string; readonly text: string }): ReturnedMail | null {
  const [statusCode = null, level] = STATUS.exec(text) ?? [];
  if (!FROM_A_SERVER.test(from) || level === '4' || (statusCode === null && !FAILURE.test(subject))) return null;
  const line = text.split('\n').find((one) => statusCode !== null && one.includes(statusCode)) ?? subject;
  return { statusCode, reason: line.replace(/\s+/g, ' ').trim().slice(0, LONGEST_REASON) || 'A mail server returned it.', permanent: NO_SUCH_ADDRESS.test(statusCode ?? '') };
}
