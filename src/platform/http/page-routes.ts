/**
 * Public pages behind signed links. Whoever holds the link is who it is for: no cookie, no session, nothing to sign in to.
 * What the body of a POST says makes no difference, since mail programs and the page's own button ask for the same.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { PageContent, PublicPage } from '../../kernel/public-page.ts';
import { asSystem } from '../graphql/as-system.ts';
import type { Host } from '../graphql/execution.ts';
import { PAGE_POLICY, pageHtml } from '../pages/page-html.ts';
import type { ReadPageLink } from '../pages/page-link.ts';

const GONE: PageContent = {
  language: 'en', title: 'This link leads nowhere', button: null,
  paragraphs: ['Perhaps it was not copied whole: open it once more from the message that it stands in.'],
};

export interface PageRoutesOptions {
  readonly host: Host;
  readonly pages: readonly PublicPage[];
  readonly readPage: ReadPageLink;
}

export function pageRoutes(app: FastifyInstance, { host, pages, readPage }: PageRoutesOptions): void {
  for (const page of pages) {
    const path = `/pages/${page.name}/:token`;
    const answer = async (ask: PublicPage['show'], token: string, reply: FastifyReply): Promise<FastifyReply> => {
      const link = readPage(page.name, token);
      const content = link && await ask(link.id, { step: (act) => asSystem(host, link.tenant, `page ${page.name}`, act) });
      return reply.code(content ? 200 : 404).headers({
        'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex', 'content-language': (content ?? GONE).language,
      }).send(pageHtml(content ?? GONE));
    };
    app.get<{ Params: { token: string } }>(path, ({ params }, reply) => answer((...given) => page.show(...given), params.token, reply));
    app.post<{ Params: { token: string } }>(path, ({ params }, reply) => answer((...given) => page.act(...given), params.token, reply));
  }
}
