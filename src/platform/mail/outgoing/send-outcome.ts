/**
 * What became of a mail that a server did not take, by the error that nodemailer gives and by how far the message had
 * gone. A reply of the server about sender, recipients or content decides; one about the connection, such as a wrong
 * password, is the operator's to mend and says nothing of the mail; nor does it when the server takes nothing from the
 * sender. Without a reply the mail may have been taken only
 * if all of it was handed over: an unfinished one is never delivered.
 */
import type { RefusedRecipient, SendOutcome } from '../../../kernel/ports.ts';

export interface SendingError {
  readonly message: string;
  readonly code?: string | undefined;
  /** In answer to what. */
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
  readonly recipient?: string | undefined;
  readonly rejectedErrors?: readonly SendingError[] | undefined;
}

const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);
const LONGEST_REASON = 500;

export function outcomeOf(error: SendingError, handedOver: boolean): SendOutcome {
  const refused = refusedOf(error.rejectedErrors);
  const { responseCode } = error;
  const aboutTheMail = ABOUT_THE_MAIL.has(error.code ?? '');
  if (handedOver && responseCode === undefined) return { outcome: 'UNCERTAIN', reason: reasonOf(error) };
  // Of several recipients, who may be accepted later is worth another try.
  const permanent = refused.length > 0 ? refused.every(({ statusCode }) => statusCode?.startsWith('5') ?? false) : responseCode === undefined || responseCode >= 500;
  return { outcome: aboutTheMail && permanent ? 'REFUSED' : 'POSTPONED', statusCode: statusCodeOf(error), reason: reasonOf(error), refused, ofSender: ofSender(error) };
}

/** Before a server hears of recipients it may still refuse the size of a mail, or the characters of its addresses. */
const OF_THE_MAIL = /^(?:552|555|5\.2\.3|5\.3\.4|5\.6\.\d+)$/;

function ofSender(error: SendingError): boolean {
  return error.code === 'EAUTH' || (error.code === 'EENVELOPE' && error.command === 'MAIL FROM' && !OF_THE_MAIL.test(statusCodeOf(error) ?? ''));
}

export function refusedOf(errors: readonly SendingError[] | undefined): RefusedRecipient[] {
  return (errors ?? []).map((error) => ({ address: error.recipient ?? '', statusCode: statusCodeOf(error), reason: reasonOf(error) }));
}

/** The enhanced code if the server gave one: it says more. */
function statusCodeOf({ response = '', responseCode }: SendingError): string | null {
  return /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? (responseCode === undefined ? null : String(responseCode));
}

function reasonOf({ response, message }: SendingError): string {
  return (response || message).replace(/\s+/g, ' ').trim().slice(0, LONGEST_REASON).toWellFormed();
}
