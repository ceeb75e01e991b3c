/**
 * Stored files behind signed links. Their content came from outside, so it is never trusted: no guessing
 * of types, no scripts, and only kinds that browsers show without running anything are shown at all.
 */
import type { FastifyInstance } from 'fastify';
import type { ReadFileLink } from '../files/file-link.ts';
import type { StoredFiles } from '../files/folder-store.ts';

const SHOWN = /^image\/(png|jpeg|gif|webp|avif)$|^application\/pdf$/;
const A_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

export function fileRoute(app: FastifyInstance, { readLink, files }: { readLink: ReadFileLink; files: StoredFiles }): void {
  app.get<{ Params: { token: string } }>('/files/:token', async (request, reply) => {
    const link = readLink(request.params.token);
    if ('wrong' in link) return reply.code(404).send({ errors: [{ message: link.wrong }] });
    const file = await files.get(link.tenant, link.hash);
    if (!file) return reply.code(404).send({ errors: [{ message: 'This file is no longer stored.' }] });

    const type = A_TYPE.test(link.contentType) ? link.contentType.toLowerCase() : 'application/octet-stream';
    // The PDF viewers of browsers do not work in a sandbox; they run no script of the document either.
    const sandbox = type === 'application/pdf' ? '' : '; sandbox';
    return reply.headers({
      'content-type': type,
      'content-length': file.size,
      'content-disposition': disposition(SHOWN.test(type) ? 'inline' : 'attachment', link.fileName),
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'${sandbox}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=300',
      etag: `"${link.hash}"`,
    }).send(file.open());
  });
}

/** RFC 6266: a plain name for old readers, the whole one for the others. */
function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
