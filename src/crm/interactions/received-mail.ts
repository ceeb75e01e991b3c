/**
 * A mail as this module takes it in: read, cleaned and bounded by whoever understands mail (texts are well-formed and
 * without NUL, HTML is safe), its attachments already in the file store.
 */
export interface ReceivedMail {
  readonly messageId?: string | undefined;
  readonly inReplyTo?: string | undefined;
  /** Oldest first. */
  readonly references: readonly string[];
  readonly subject: string;
  readonly from: readonly MailParty[];
  readonly to: readonly MailParty[];
  readonly cc: readonly MailParty[];
  readonly bcc: readonly MailParty[];
  readonly replyTo: readonly MailParty[];
  readonly date?: Date | undefined;
  readonly language?: string | undefined;
  readonly listId?: string | undefined;
  readonly listPost?: string | undefined;
  readonly autoSubmitted: boolean;
  readonly bulk?: boolean;
  /** By which addresses it came before. */
  readonly loops?: readonly string[];
  readonly deliveredTo?: readonly string[];
  /** Empty: nothing is to come back. Undefined: not noted. */
  readonly returnPath?: string | undefined;
  readonly report?: MailReport | undefined;
  readonly text: string;
  readonly html?: string | undefined;
  readonly attachments: readonly ReceivedAttachment[];
  /** Equal for the same mail on whatever way it came. */
  readonly contentHash: string;
}

export interface MailParty {
  readonly name: string;
  readonly address?: string | undefined;
}

export interface ReceivedAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly contentId?: string | undefined;
  readonly inline: boolean;
  /** Null: its content was too large to be kept. */
  readonly hash: string | null;
}

/** What a mail server says became of a mail. */
export interface MailReport {
  readonly messageId?: string | undefined;
  readonly recipients: readonly {
    readonly address: string;
    readonly action: string;
    readonly status?: string | undefined;
    readonly diagnostic?: string | undefined;
  }[];
}
