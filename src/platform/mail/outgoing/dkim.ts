/**
 * Signs mails with the installation's DKIM key (RFC 6376). The signature covers both List-Unsubscribe fields, without
 * which one-click unsubscription does not count (RFC 8058).
 */
import { createPublicKey } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';

export interface DkimKey {
  readonly selector: string;
  /** RSA, as PEM. */
  readonly privateKey: string;
  /** Null: the domain of whoever sends; each then publishes the key under the selector. */
  readonly domain: string | null;
}

const COVERED = [
  'From', 'Sender', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'Cc', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding',
  'Content-Language', 'In-Reply-To', 'References', 'Auto-Submitted', 'List-Unsubscribe', 'List-Unsubscribe-Post',
];

export function signed(mail: Buffer, key: DkimKey, senderDomain: string): Promise<Buffer> {
  const domainName = key.domain ?? senderDomain;
  const signer = new DKIM({ domainName, keySelector: key.selector, privateKey: key.privateKey, headerFieldNames: COVERED.join(':') });
  return buffer(signer.sign(mail));
}

/** As DNS tells it: SubjectPublicKeyInfo in base64. */
export function publicKeyOf({ privateKey }: DkimKey): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
}
