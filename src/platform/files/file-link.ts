/** Links to stored files that whoever holds them may follow for a short while: the signing and the reading side. */
import type { LinkSigner } from '../../kernel/ports.ts';
import type { Sealing } from '../http/sealing.ts';

export type FileLink = Parameters<LinkSigner['file']>[0];
export type ReadFileLink = (token: string) => FileLink | { readonly wrong: string };

export interface FileLinks extends Pick<LinkSigner, 'file'> {
  readonly read: ReadFileLink;
}

const PURPOSE = 'file';
const LIFETIME_MS = 15 * 60 * 1000;

/** `baseUrl` without a slash at its end. */
export function createFileLinks({ sealing, baseUrl, now }: { sealing: Sealing; baseUrl: () => string; now: () => Date }): FileLinks {
  return {
    file({ tenant, hash, fileName, contentType }) {
      const token = sealing.signLink(PURPOSE, { tenant, hash, fileName, contentType }, new Date(now().getTime() + LIFETIME_MS));
      return `${baseUrl()}/files/${token}`;
    },
    read(token) {
      const read = sealing.verifyLink(PURPOSE, token, now());
      return 'wrong' in read ? read : (read.payload as FileLink);
    },
  };
}
