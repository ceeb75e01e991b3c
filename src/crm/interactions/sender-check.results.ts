/** What a sender's check is answered with: of each of SPF, DKIM and DMARC how it stands, the record as it is, and as it should be. */
import { choices, type Choice } from '../../kernel/choices.ts';
import { choice, flag, object, text } from '../../kernel/fields.ts';
import { result } from '../../kernel/model.ts';

export const LONGEST_RECORD = 4_000;
const LONGEST_MESSAGE = 2_000;
/** Of a server's name, as many as are judged. */
export const MOST_ADDRESSES = 8;

export const SenderCheckState = choices('SenderCheckState', 'How something that DNS has to say of a sender stands.', {
  PASS: 'In order.',
  WARN: 'It works, or may work, but something should be mended; the message tells what.',
  FAIL: 'Receivers cannot believe it so; the message tells what to do.',
  UNKNOWN: 'It cannot be told from here: DNS did not answer, or knows too little.',
});
export type SenderCheckState = Choice<typeof SenderCheckState>;

export const SpfResult = choices('SpfResult', 'What the check of an address against SPF ends with (RFC 7208, 2.6).', {
  NONE: 'There is no record.',
  NEUTRAL: 'The record says nothing of the address.',
  PASS: 'The address may send.',
  FAIL: 'The address may not send.',
  SOFTFAIL: 'The address should not send.',
  TEMPERROR: 'DNS did not answer.',
  PERMERROR: 'The record cannot be understood, or asks for too much.',
});
export type SpfResult = Choice<typeof SpfResult>;

export const DmarcPolicy = choices('DmarcPolicy', 'What a domain asks for mail that is not proven to be of it (RFC 9989).', {
  NONE: 'Nothing, but perhaps reports.',
  QUARANTINE: 'To take it for suspicious.',
  REJECT: 'To refuse it.',
});
export type DmarcPolicy = Choice<typeof DmarcPolicy>;

export const DmarcAlignment = choices('DmarcAlignment', 'How like the domain of the From address one that is proven must be (RFC 9989).', {
  RELAXED: 'Of the same organisational domain.',
  STRICT: 'The same.',
});
export type DmarcAlignment = Choice<typeof DmarcAlignment>;

@result('A record of DNS, of the type TXT.')
export class DnsTextRecord {
  @text('Under which name.', { max: 300 })
  name!: string;

  @text('Its text.', { max: LONGEST_RECORD })
  value!: string;

  static of(name: string, value: string): DnsTextRecord {
    return Object.assign(new DnsTextRecord(), { name, value });
  }
}

/** What all three tell. */
export class RecordCheck {
  @choice(SenderCheckState, 'How it stands.')
  state!: SenderCheckState;

  @text('What was found, what is wrong with it and what to do, in English.', { max: LONGEST_MESSAGE, multiline: true })
  message!: string;

  @text('The record as it was found. Null: none was found, or several.', { optional: true, max: LONGEST_RECORD })
  record: string | null = null;

  @object(() => DnsTextRecord, 'The record to publish in its place. Null: none has to be, or it cannot be told from here.', { optional: true })
  expected: DnsTextRecord | null = null;
}

@result('What SPF says of an address.')
export class SpfVerdict {
  @text('The IP address.', { max: 50 })
  address!: string;

  @choice(SpfResult, 'Whether it may send.')
  result!: SpfResult;
}

@result("Whether the server that mail is handed to may send for the envelope sender's domain: SPF, RFC 7208.")
export class SpfCheck extends RecordCheck {
  @text('The domain of the envelope sender, to which undeliverable mail comes back.', { max: 253 })
  domain!: string;

  @text('The server that mail is handed to (`MAIL_URL`). It may send on from other addresses, which only its operator knows. Null: mail becomes files.', { optional: true, max: 253 })
  server: string | null = null;

  @object(() => SpfVerdict, "The server's public addresses; empty when none is known.", { list: true, most: MOST_ADDRESSES })
  verdicts: SpfVerdict[] = [];
}

@result('Whether receivers find the key that mail is signed by: DKIM, RFC 6376.')
export class DkimCheck extends RecordCheck {
  @text('The domain that signs. Null: mail is not signed here.', { optional: true, max: 253 })
  domain: string | null = null;

  @text('The selector of its key. Null: mail is not signed here.', { optional: true, max: 63 })
  selector: string | null = null;
}

@result('What receivers are asked to do with mail that is not proven to be of the domain, and whether ours is proven: DMARC, RFC 9989.')
export class DmarcCheck extends RecordCheck {
  @text('The domain of the From address.', { max: 253 })
  domain!: string;

  @text('The domain whose record is in force: that of the From address, or one above it. Null: there is none.', { optional: true, max: 253 })
  recordDomain: string | null = null;

  @choice(DmarcPolicy, 'What is asked for the From address. Null: there is no record.', { optional: true })
  policy: DmarcPolicy | null = null;

  @choice(DmarcPolicy, 'What the record asks for domains below its own. Null: there is no record.', { optional: true })
  subdomainPolicy: DmarcPolicy | null = null;

  @choice(DmarcAlignment, "How like it the envelope sender's domain must be. Null: there is no record.", { optional: true })
  spfAlignment: DmarcAlignment | null = null;

  @choice(DmarcAlignment, 'How like it the domain that signs must be. Null: there is no record.', { optional: true })
  dkimAlignment: DmarcAlignment | null = null;

  @flag("Whether the envelope sender's domain is alike enough. Null: there is no record, or it cannot be told.", { optional: true })
  spfAligned: boolean | null = null;

  @flag('Whether the domain that signs is alike enough. Null: there is no record, mail is not signed here, or it cannot be told.', { optional: true })
  dkimAligned: boolean | null = null;
}

@result('Whether DNS agrees with how mail of an e-mail channel is sent, as receivers see it now.')
export class SenderCheck {
  @choice(SenderCheckState, 'How it stands altogether: the worst of the three, where WARN is worse than UNKNOWN.')
  state!: SenderCheckState;

  @text('The domain of the From address.', { max: 253 })
  fromDomain!: string;

  @object(() => SpfCheck, 'Who may send.')
  spf!: SpfCheck;

  @object(() => DkimCheck, 'Who signs.')
  dkim!: DkimCheck;

  @object(() => DmarcCheck, 'What follows.')
  dmarc!: DmarcCheck;
}
