/** Links to public pages, which stand in mails that are read years later: the signing and the reading side. */
import type { LinkSigner } from '../../kernel/ports.ts';
import type { Sealing } from '../http/sealing.ts';

export type PageLink = Parameters<LinkSigner['page']>[0];
export type ReadPageLink = (name: string, token: string) => Omit<PageLink, 'name'> | null;

const FOR_EVER = new Date('9999-12-31T00:00:00Z');
const PURPOSE = 'page ';

/** `baseUrl` without a slash at its end. */
export function createPageLinks({ sealing, baseUrl, now }: { sealing: Sealing; baseUrl: () => string; now: () => Date }): { page: LinkSigner['page']; readPage: ReadPageLink } {
  return {
    page: ({ tenant, name, id }) => `${baseUrl()}/pages/${name}/${sealing.signLink(PURPOSE + name, [tenant, id], FOR_EVER)}`,
    readPage(name, token) {
      const read = sealing.verifyLink(PURPOSE + name, token, now());
      if ('wrong' in read) return null;
      const [tenant, id] = read.payload as [string, string];
      return { tenant, id };
    },
  };
}
