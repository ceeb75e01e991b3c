/**
 * DMARC of a sender: the policy in force, found by the walk up the tree of names (RFC 9989, which takes the place of
 * RFC 7489 and its list of public suffixes), and whether a mail of ours satisfies it: it does when SPF or DKIM proves
 * a domain that is like enough to the one of the From address.
 */
import type { DMARCResult } from 'mailauth';
import type { Resolve } from '../../kernel/ports.ts';
import { DnsSilent, textsAt } from './dns-texts.ts';
import { DmarcCheck, DnsTextRecord, type DkimCheck, type DmarcPolicy, type RecordCheck, type SenderCheckState, type SpfCheck } from './sender-check.results.ts';

export interface DmarcQuestion {
  readonly fromDomain: string;
  readonly spf: SpfCheck;
  readonly dkim: DkimCheck;
}

type MailauthResolver = (name: string, type: string) => Promise<string[]>;
type Told = Partial<DmarcCheck> & { readonly state: SenderCheckState; readonly message: string };

export async function checkDmarc(question: DmarcQuestion, resolve: Resolve): Promise<DmarcCheck> {
  const { fromDomain } = question;
  const told = await tell(question, resolve).catch((error: unknown): Told => {
    if (error instanceof DnsSilent) return { state: 'UNKNOWN', message: `DNS did not answer for the DMARC record of ${fromDomain} (${error.message}). Check again later.` };
    throw error;
  });
  return Object.assign(new DmarcCheck(), { domain: fromDomain }, told);
}

async function tell({ fromDomain, spf, dkim }: DmarcQuestion, resolve: Resolve): Promise<Told> {
  const texts = (await textsAt(`_dmarc.${fromDomain}`, resolve)).filter((text) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text));
  if (texts.length > 1) return { state: 'FAIL', message: `_dmarc.${fromDomain} has ${texts.length} DMARC records, and receivers then heed none of them (RFC 9989, 4.10). Leave one.` };
  const { dmarc } = await import('mailauth/lib/dmarc/index.js');
  // What SPF and DKIM prove is judged below; here they are only compared with the From address.
  const answer = await dmarc({ headerFrom: fromDomain, spfDomains: [spf.domain], dkimDomains: dkim.domain ? [{ domain: dkim.domain }] : [], strict: true, resolver: resolve as unknown as MailauthResolver });
  if (!answer || answer.status.result === 'temperror' && !answer.rr) throw new DnsSilent('no answer');
  if (!answer.rr) return missing(fromDomain, texts[0] ?? null);

  const { alignment, rr: record, policyDomain } = answer;
  const silent = answer.status.result === 'temperror';
  const aligned = (domain: string | undefined): boolean | null => (domain !== undefined ? true : silent ? null : false);
  const facts = {
    record, recordDomain: policyDomain ?? fromDomain, policy: policyOf(answer.policy), subdomainPolicy: policyOf(answer.sp),
    spfAlignment: alignment.spf.strict ? 'STRICT' : 'RELAXED', dkimAlignment: alignment.dkim.strict ? 'STRICT' : 'RELAXED',
    spfAligned: aligned(alignment.spf.result), dkimAligned: dkim.domain === null ? null : aligned(alignment.dkim.result),
  } as const;
  return { ...facts, ...judge(answer, facts, { fromDomain, spf, dkim }) };
}

/** As one begins: reports tell who sends for the domain before anything is refused. */
const first = (domain: string): DnsTextRecord => DnsTextRecord.of(`_dmarc.${domain}`, `v=DMARC1; p=none; rua=mailto:dmarc-reports@${domain}`);

function missing(domain: string, unusable: string | null): Told {
  const what = unusable === null ? `Neither ${domain} nor a domain above it has a DMARC record, which large receivers ask of whoever sends much.` : `The DMARC record of ${domain} cannot be used: it has no policy (\`p=\`) that is none, quarantine or reject, or a tag twice.`;
  return { state: 'FAIL', record: unusable, expected: first(domain), message: `${what} Publish the one that is expected, with an address that reports may go to, and a stricter policy once they show nothing unexpected.` };
}

/** Whether it holds, where that is known. */
function proven({ state }: RecordCheck, aligned: boolean | null): boolean | null {
  if (aligned === false || state === 'FAIL') return false;
  return state === 'UNKNOWN' || aligned === null ? null : true;
}

function judge(answer: DMARCResult, { spfAligned, dkimAligned, recordDomain }: Pick<DmarcCheck, 'spfAligned' | 'dkimAligned' | 'recordDomain'>, { fromDomain, spf, dkim }: DmarcQuestion): Told {
  const bySpf = spfAligned !== false && spf.state === 'WARN' && spf.verdicts.some(({ result }) => result !== 'PASS') ? null : proven(spf, spfAligned);
  const byDkim = dkim.domain === null ? null : proven(dkim, dkimAligned);
  const asked = `The record of ${recordDomain} asks for ${wish(answer.policy)} where neither SPF nor DKIM proves ${fromDomain}.`;
  if (bySpf === false && (byDkim === false || dkim.domain === null)) {
    return { state: 'FAIL', message: `${asked} Neither does for mail from here. Mend what is said of SPF and DKIM${dkimAligned === false ? `: the domain that signs, ${dkim.domain}, is not like enough to ${fromDomain} (MAIL_DKIM_DOMAIN)` : ''}.` };
  }
  if (!bySpf && !byDkim) return { state: 'UNKNOWN', message: `${asked} Whether one of them does for mail from here cannot be told: see what is said of SPF and DKIM.` };
  const by = [bySpf ? 'SPF' : null, byDkim ? 'DKIM' : null].filter(Boolean).join(' and ');
  if (answer.testMode) return { state: 'WARN', message: `Mail from here is proven by ${by}. ${asked} The record is only being tested (\`t=y\`), which makes its policy one step milder; take that out.` };
  if (answer.policy === 'none') return { state: 'WARN', message: `Mail from here is proven by ${by}. ${asked} So others can still send as ${fromDomain}: once reports show nothing unexpected, set p=quarantine, and later p=reject.` };
  return { state: 'PASS', message: `Mail from here is proven by ${by}. ${asked}` };
}

const policyOf = (policy: string): DmarcPolicy => (policy === 'reject' ? 'REJECT' : policy === 'quarantine' ? 'QUARANTINE' : 'NONE');
const wish = (policy: string): string => (policy === 'reject' ? 'mail to be refused' : policy === 'quarantine' ? 'mail to be taken for suspicious' : 'nothing to be done with mail');
