/**
 * Hands mails to an SMTP server over a few connections that are kept. A mail goes out as a stream that remembers
 * whether all of it was handed over, which decides what a lost connection means, and which can be read only once.
 */
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { SendOutcome } from '../../../kernel/ports.ts';
import { outcomeOf, refusedOf, type SendingError } from './send-outcome.ts';

/** What a server is told besides the mail. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface Transport {
  send(mail: Buffer, envelope: Envelope): Promise<SendOutcome>;
  close(): void;
}

export interface SmtpOptions {
  readonly url: string;
  /** REQUIRED: a connection is encrypted, by a certificate that is valid, or not used. OFFERED: where the server offers it. */
  readonly startTls: 'REQUIRED' | 'OFFERED' | 'NEVER';
  readonly connections?: number;
  /** Longest silence of the server, in milliseconds. */
  readonly patience?: number;
}

const CONNECTIONS = 5;
const PATIENCE_MS = 120_000;
const CHUNK = 64 * 1024;

export const serverHost = ({ url }: SmtpOptions): string => new URL(url).hostname.replace(/^\[|\]$/g, '');

export function createSmtpTransport({ url, startTls, connections = CONNECTIONS, patience = PATIENCE_MS }: SmtpOptions): Transport {
  const { protocol, port, username, password } = new URL(url);
  const transport = createTransport({
    pool: true, maxConnections: connections, maxMessages: 1000,
    host: serverHost({ url, startTls }), ...(port ? { port: Number(port) } : {}), secure: protocol === 'smtps:',
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    requireTLS: startTls === 'REQUIRED', opportunisticTLS: startTls === 'OFFERED', ignoreTLS: startTls === 'NEVER',
    connectionTimeout: Math.min(patience, 30_000), greetingTimeout: Math.min(patience, 30_000), socketTimeout: patience,
    disableFileAccess: true, disableUrlAccess: true,
  });
  const handing = new WeakMap<Buffer, Handing>();
  // The pool asks for the stream when a connection is there, and reads it when the server has said that it waits for it.
  transport.use('stream', (mail, done) => {
    const { message, data: { raw } } = mail;
    const state = handing.get(raw as Buffer);
    if (state) message.createReadStream = () => new HandedOver(raw as Buffer, state);
    done();
  });
  return {
    async send(mail, { from, to }) {
      const state: Handing = { begun: false, whole: false };
      handing.set(mail, state);
      try {
        const { rejectedErrors, serverMessageId } = await transport.sendMail({ envelope: { from, to: [...to] }, raw: mail });
        return { outcome: 'SENT', refused: refusedOf(rejectedErrors), knownAs: serverMessageId?.replace(/[<>\s]/g, '') ?? null };
      } catch (error) {
        return outcomeOf(error as SendingError, state.whole);
      }
    },
    close: () => transport.close(),
  };
}

/** How far a mail has gone. */
interface Handing {
  begun: boolean;
  whole: boolean;
}

/** A mail as it is read, which it can be once: the pool takes another connection for one that it has not begun with only. */
class HandedOver extends Readable {
  readonly #mail: Buffer;
  readonly #state: Handing;
  #at = 0;

  constructor(mail: Buffer, state: Handing) {
    super();
    this.#mail = mail;
    this.#state = state;
    if (state.begun) this.destroy(new Error('This mail was being handed over already.'));
  }

  override _read(): void {
    const chunk = this.#mail.subarray(this.#at, this.#at += CHUNK);
    this.#state.begun = true;
    this.#state.whole ||= this.#at >= this.#mail.length;
    this.push(chunk.length > 0 ? chunk : null);
  }
}
