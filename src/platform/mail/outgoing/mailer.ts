/** The outgoing side of mail for domain code: composes, signs, addresses the envelope, and hands over. */
import type { MailPort } from '../../../kernel/ports.ts';
import { domainOf, emailKey } from '../../../kernel/values/email-address.ts';
import type { StoredFiles } from '../../files/folder-store.ts';
import type { Sealing } from '../../http/sealing.ts';
import { composeMail } from './compose.ts';
import { publicKeyOf, signed, type DkimKey } from './dkim.ts';
import { createFolderTransport } from './folder-transport.ts';
import { createMessageNames, returnAddress } from './message-name.ts';
import { createSmtpTransport, serverHost, type SmtpOptions } from './smtp-transport.ts';

export interface MailerOptions {
  /** Null: mails become files in the folder. */
  readonly smtp: SmtpOptions | null;
  readonly folder: string;
  readonly dkim: DkimKey | null;
  /** Whether what comes back is addressed by message (`support+b-…@`), which the servers of all senders must know how to deliver. */
  readonly returnByMessage: boolean;
}

export interface Mailer extends MailPort {
  close(): void;
}

export function createMailer(options: MailerOptions, { sealing, files, now }: { sealing: Sealing; files: StoredFiles; now: () => Date }): Mailer {
  const { smtp, folder, dkim, returnByMessage } = options;
  const returnTo = (from: string, name: string): string => (returnByMessage ? returnAddress(from, name) : from);
  const transport = smtp ? createSmtpTransport(smtp) : createFolderTransport(folder, now);
  return {
    ...createMessageNames(sealing),
    async send(mail) {
      const { tenant, name, from, to, cc = [], bcc = [] } = mail;
      const recipients = new Map([...to, ...cc, ...bcc].map(({ address }) => [emailKey(address), address]));
      const composed = await composeMail(mail, async ({ hash }) => files.read(tenant, hash));
      const bytes = dkim ? await signed(composed, dkim, domainOf(from.address)) : composed;
      return transport.send(bytes, { from: returnTo(from.address, name), to: [...recipients.values()] });
    },
    returnAddress: returnTo,
    setUp: { server: smtp && serverHost(smtp), dkim: dkim && { selector: dkim.selector, domain: dkim.domain, publicKey: publicKeyOf(dkim) } },
    close: () => transport.close(),
  };
}
