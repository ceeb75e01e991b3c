/**
 * What must leave the process and come back unread or unchanged: private keys stored in the database, links anybody
 * may follow who was given them. All keys are derived by HKDF from the one secret of the installation, one for each
 * use, so that no output of one use means anything in another. Every format begins with its version.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const MIN_SECRET_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = /^s1\.([A-Za-z0-9_-]+)$/;
const LINK = /^l1\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{43})$/;

export interface Sealing {
  /** Encrypts with AES-256-GCM. */
  seal(plain: string): string;
  /** Throws when the text was not sealed by this installation or was changed. */
  open(sealed: string): string;
  /** A signed token for a link; readable by its holder. A token for one purpose is worth nothing for another. */
  signLink(purpose: string, payload: object, expiresAt: Date): string;
  verifyLink(purpose: string, token: string, now: Date): { payload: unknown } | { wrong: string };
  /** 32 bytes that only this installation can make of the text, for this purpose. */
  mark(purpose: string, text: string): Buffer;
}

export function createSealing(secret: string): Sealing {
  const bytes = Buffer.byteLength(secret);
  if (bytes < MIN_SECRET_BYTES) throw new Error(`The installation's secret has ${bytes} bytes; at least ${MIN_SECRET_BYTES} random ones are needed.`);
  const sealingKey = derive(secret, 'rapport sealing v1');
  const linkKey = derive(secret, 'rapport links v1');
  const markKey = derive(secret, 'rapport marks v1');
  const signature = (purpose: string, body: string) => createHmac('sha256', linkKey).update(`${purpose}\0${body}`).digest();

  return {
    seal(plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce, { authTagLength: TAG_BYTES });
      const encrypted = [cipher.update(plain, 'utf8'), cipher.final()];
      return `s1.${Buffer.concat([nonce, ...encrypted, cipher.getAuthTag()]).toString('base64url')}`;
    },

    open(sealed) {
      const data = Buffer.from(SEALED.exec(sealed)?.[1] ?? '', 'base64url');
      if (data.length < NONCE_BYTES + TAG_BYTES) throw new Error('The sealed text is not in the format s1.<base64url>; it may have been cut.');
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, data.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAuthTag(data.subarray(-TAG_BYTES));
      try {
        return decipher.update(data.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        throw new Error('The sealed text cannot be opened: it was changed, or sealed with another secret than this installation has now.');
      }
    },

    signLink(purpose, payload, expiresAt) {
      const body = Buffer.from(JSON.stringify({ payload, expiresAt: expiresAt.getTime() })).toString('base64url');
      return `l1.${body}.${signature(purpose, body).toString('base64url')}`;
    },

    verifyLink(purpose, token, now) {
      const [, body, given] = LINK.exec(token) ?? [];
      if (!body || !given || !timingSafeEqual(Buffer.from(given, 'base64url'), signature(purpose, body))) {
        return { wrong: 'This link is not valid. Perhaps it was not copied whole.' };
      }
      const { payload, expiresAt }: { payload: unknown; expiresAt: number } = JSON.parse(Buffer.from(body, 'base64url').toString());
      if (now.getTime() >= expiresAt) return { wrong: `This link expired at ${new Date(expiresAt).toISOString()}. Ask for a new one.` };
      return { payload };
    },

    mark: (purpose, text) => createHmac('sha256', markKey).update(`${purpose}\0${text}`).digest(),
  };
}

function derive(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', use, 32));
}
