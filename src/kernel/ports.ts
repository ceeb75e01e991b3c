/** What domain code may ask of the world outside its module and the database; the platform provides it. */
import type { Beginnings, Catalogue } from './module.ts';

export interface Ports {
  readonly catalogue: Catalogue;
  /** Of all modules, in their order. */
  readonly beginnings: readonly Beginnings[];
  readonly tokens: TokenIssuer;
  readonly links: LinkSigner;
  readonly files: FileStore;
  readonly mail: MailPort;
  readonly vault: Vault;
  readonly mailboxes: MailboxPolicy;
  readonly dns: Dns;
}

/** For secrets of the organisation that must be used again, such as a mailbox's password. */
export interface Vault {
  seal(plain: string): string;
  /** Throws for what was not sealed by this installation. */
  open(sealed: string): string;
}

/** Which servers of mailboxes the operator allows: who may set one must not thereby reach into our own network. */
export interface MailboxPolicy {
  /** What there is against it, as far as the name of the server tells; null: nothing. */
  objection(host: string, encrypted: boolean): string | null;
}

/** What the names of the Internet say. Others decide how much that is and how long it takes, so it is asked within bounds. */
export interface Dns {
  /** Lets an errand ask: so many questions, for so long, after which none is answered. Null: too many errands are under way. */
  within<T>(tenant: string, errand: (resolve: Resolve) => Promise<T>): Promise<T | null>;
}

/** As `node:dns`, whose codes its errors bear: ENOTFOUND and ENODATA where there is nothing, others where nobody could tell. */
export type Resolve = <K extends keyof DnsRecords>(name: string, type: K) => Promise<DnsRecords[K][]>;

/** Texts come in pieces, to be joined. */
export interface DnsRecords { readonly A: string; readonly AAAA: string; readonly CNAME: string; readonly PTR: string; readonly MX: { readonly priority: number; readonly exchange: string }; readonly TXT: readonly string[] }

export interface TokenIssuer {
  /** A short-lived access token for a session of a user, by their public ids: others may read it. */
  issue(claims: { user: string; tenant: string; session: string }): Promise<{ token: string; expiresAt: Date }>;
  readonly refreshLifetimeMs: number;
}

export interface LinkSigner {
  /** A link to a stored file that anybody may follow for a short while. */
  file(file: { tenant: string; hash: string; fileName: string; contentType: string }): string;
  /** A link to a `PublicPage` about a record, that only we can make, and that is good for ever: it stands in mails. */
  page(page: { tenant: string; name: string; id: string }): string;
}

export interface FileStore {
  /** Keeps content under the organisation and its own hash, which it answers. */
  put(tenant: string, content: Uint8Array): Promise<{ hash: string; size: number }>;
}

export interface MailPort {
  /** What a message of ours is known by outside, in its Message-ID and its envelope: nobody else can make one. */
  nameOf(tenant: string, id: string): string;
  /** The id that is named in an address mail comes back to, or in a Message-ID; null when it holds no name that this organisation gave. */
  named(tenant: string, text: string): string | null;
  /** Answers what became of it, and never throws for what a server said. Nothing is tried twice. */
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** Where a message of that name comes back to. */
  returnAddress(from: string, name: string): string;
  /** How mail leaves here: the host it is handed to (null: it becomes files), and the key that signs it (null: none; its domain null: that of the sender). */
  readonly setUp: { readonly server: string | null; readonly dkim: { readonly selector: string; readonly domain: string | null; /** SubjectPublicKeyInfo in base64. */ readonly publicKey: string } | null };
}

export interface OutgoingMail {
  readonly tenant: string;
  /** From `nameOf`. */
  readonly name: string;
  readonly from: MailParty;
  readonly to: readonly MailParty[];
  readonly cc?: readonly MailParty[];
  readonly bcc?: readonly MailParty[];
  readonly replyTo?: readonly MailParty[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string | null;
  readonly attachments?: readonly MailFile[];
  readonly date: Date;
  /** Of the message it answers, and of those before it, oldest first; without angle brackets. */
  readonly inReplyTo?: string | null;
  readonly references?: readonly string[];
  /** A machine wrote it: by itself, or in answer to a mail. Null: a person did. */
  readonly automatic?: 'GENERATED' | 'REPLIED' | null;
  readonly language?: string | null;
  /** Where a POST takes the recipient off the list (RFC 8058). */
  readonly unsubscribeUrl?: string | null;
}

export interface MailParty {
  readonly name?: string | null;
  readonly address: string;
}

export interface MailFile {
  readonly fileName: string;
  readonly contentType: string;
  /** Of its content in the file store. */
  readonly hash: string;
  /** What `cid:` in the HTML names it by. Null: it is enclosed. */
  readonly contentId?: string | null;
}

/** SENT: a server took it, though perhaps not for everybody. UNCERTAIN: the connection was lost when it may have been taken. */
export type SendOutcome =
  | { readonly outcome: 'SENT'; readonly refused: readonly RefusedRecipient[]; /** The Message-ID that the server gave it instead of ours. */ readonly knownAs: string | null }
  | { readonly outcome: 'REFUSED' | 'POSTPONED'; readonly statusCode: string | null; readonly reason: string; readonly refused: readonly RefusedRecipient[]; /** It is of us and not of this mail: others would fare the same. */ readonly ofSender?: boolean }
  | { readonly outcome: 'UNCERTAIN'; readonly reason: string };

export interface RefusedRecipient {
  readonly address: string;
  /** Of RFC 3463, `5.1.1`, or the bare reply code. Null: none was given. */
  readonly statusCode: string | null;
  readonly reason: string;
}
