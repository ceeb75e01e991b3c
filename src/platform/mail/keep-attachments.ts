/** Puts the attachments of a mail into the file store, before the transaction that names them: one that is lost leaves only files that nothing names. */
import type { FileStore } from '../../kernel/ports.ts';
import type { MailAttachment } from './mail-message.ts';

export interface KeptAttachment extends Omit<MailAttachment, 'content'> {
  /** Null: its content was too large to be kept. */
  readonly hash: string | null;
}

export function keepAttachments(files: FileStore, tenant: string, attachments: readonly MailAttachment[]): Promise<KeptAttachment[]> {
  return Promise.all(attachments.map(async ({ content, ...file }) => ({ ...file, hash: content ? (await files.put(tenant, content)).hash : null })));
}
