/** Without a mail server: each mail a file that any mail program opens, whole or not at all. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Envelope, Transport } from './smtp-transport.ts';

export function createFolderTransport(folder: string, now: () => Date): Transport {
  return {
    async send(mail, envelope) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = join(folder, `${now().toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`);
      await writeFile(`${name}.part`, Buffer.concat([envelopeHeader(envelope), mail]), { mode: 0o600 });
      await rename(`${name}.part`, `${name}.eml`);
      return { outcome: 'SENT', refused: [], knownAs: null };
    },
    close() {},
  };
}

/** What a server would have been told, as servers note it at delivery. */
const envelopeHeader = ({ from, to }: Envelope): Buffer =>
  Buffer.from([`Return-Path: <${from}>`, ...to.map((address) => `X-Envelope-To: <${address}>`), ''].join('\r\n'));
