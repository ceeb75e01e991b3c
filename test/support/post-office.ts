/** A real SMTP server that keeps what it is given, and can be told to misbehave. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { parseMail } from '../../src/platform/mail/parse.ts';
import type { MailMessage } from '../../src/platform/mail/mail-message.ts';

export interface Delivered {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  readonly mail: MailMessage;
  readonly encrypted: boolean;
  readonly user: string | null;
}

export interface PostOffice {
  readonly url: string;
  readonly port: number;
  readonly delivered: Delivered[];
  /** How often a connection was opened. */
  readonly connections: () => number;
  /** What it does with a mail; by default keeps it. Called before it is acknowledged. */
  onMail: (mail: Delivered, session: SMTPServerSession) => void | Promise<void>;
  /** A reply such as `550 5.1.1 No such user` refuses the recipient. */
  onRecipient: (address: string) => string | null;
  /** The same of the sender. */
  onSender: (address: string) => string | null;
  /** Breaks off every connection, as when the server dies. */
  cut(): void;
  stop(): Promise<void>;
}

export async function openPostOffice(options: SMTPServerOptions = {}): Promise<PostOffice> {
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false, hideSize: true,
    onConnect(_, done) { connections += 1; done(); },
    onAuth({ username, password }, _, done) { if (password === 'let me in') done(null, { user: username ?? '' }); else done(refusal('535 5.7.8 Wrong password')); },
    onMailFrom({ address }, _, done) { const reply = office.onSender(address); if (reply) done(refusal(reply)); else done(); },
    onRcptTo({ address }, _, done) { const reply = office.onRecipient(address); if (reply) done(refusal(reply)); else done(); },
    onData(stream, session, done) {
      keep(stream, session).then(() => done(null, 'Kept'), (error: Error) => done(error));
    },
    ...options,
  });
  const keep = async (stream: Parameters<NonNullable<SMTPServerOptions['onData']>>[0], session: SMTPServerSession): Promise<void> => {
    const raw = await buffer(stream);
    const { mailFrom, rcptTo } = session.envelope;
    const mail: Delivered = {
      raw, from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), mail: await parseMail(raw), encrypted: session.secure,
      user: (session.user as string | undefined) ?? null,
    };
    await office.onMail(mail, session);
    office.delivered.push(mail);
  };
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const office: PostOffice = {
    port, url: `${options.secure ? 'smtps' : 'smtp'}://127.0.0.1:${port}`, delivered: [], connections: () => connections,
    onMail: () => {}, onRecipient: () => null, onSender: () => null,
    cut() { for (const connection of server.connections as Set<{ _socket: { destroy(): void } }>) connection._socket.destroy(); },
    stop: () => new Promise((resolve) => { office.cut(); server.close(() => resolve()); }),
  };
  return office;
}

/** As the library wants a reply of its own choice. */
export function refusal(reply: string): Error {
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}
