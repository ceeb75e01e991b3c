/**
 * SPF of a sender: the record, and whether it allows the addresses of the server that mail is handed to. That server may
 * send on from others, which only its operator knows: so a record that does not name it is worth a warning and no more.
 * An address that is nobody's is judged too: it tells what the record itself is worth, and whether it allows everybody.
 */
import { isIP } from 'node:net';
import type { Resolve } from '../../kernel/ports.ts';
import { isPrivate } from '../../kernel/values/ip-address.ts';
import { answersOf, DnsSilent, textsAt } from './dns-texts.ts';
import { DnsTextRecord, MOST_ADDRESSES, SpfCheck, SpfVerdict, type SenderCheckState } from './sender-check.results.ts';
import { spfOutcome, type SpfOutcome } from './spf-verdict.ts';

export interface SpfQuestion {
  /** The envelope sender. */
  readonly sender: string;
  readonly domain: string;
  /** The host that mail is handed to. Null: mail becomes files. */
  readonly server: string | null;
}

/** For documentation only (RFC 5737): whoever allows it allows everybody. */
const NOBODY = '192.0.2.1';
const SPF_RECORD = /^v=spf1(?: |$)/i;
const ALL = /^([+?~-]?)all$/i;

type Told = Pick<SpfCheck, 'state' | 'message'> & Partial<Pick<SpfCheck, 'record' | 'expected' | 'verdicts'>>;

export async function checkSpf(question: SpfQuestion, resolve: Resolve): Promise<SpfCheck> {
  const { domain, server } = question;
  const told = await tell(question, resolve).catch((error: unknown) => {
    if (error instanceof DnsSilent) return unknown(domain, error.message);
    throw error;
  });
  return Object.assign(new SpfCheck(), { domain, server }, told);
}

const unknown = (domain: string, why: string): Told => ({ state: 'UNKNOWN', message: `DNS did not answer for ${domain} (${why}). Check again later.` });

async function tell({ sender, domain, server }: SpfQuestion, resolve: Resolve): Promise<Told> {
  const [texts, place] = await Promise.all([textsAt(domain, resolve), placeOf(server, resolve)]);
  const records = texts.filter((text) => SPF_RECORD.test(text));
  const [record] = records;
  const allowing = (terms: string) => DnsTextRecord.of(domain, terms);
  if (record === undefined) {
    const expected = place.addresses.length > 0 ? allowing(`v=spf1 ${termsFor(place.addresses)} ~all`) : null;
    return { state: 'FAIL', expected, message: `${domain} has no SPF record, so receivers cannot tell who may send for it. ${expected ? 'Publish the one that is expected; if the server sends on from other addresses, with what its operator says instead.' : 'Publish one that allows the addresses mail leaves from, such as `v=spf1 include:… ~all` with what the operator of the mail server says.'}` };
  }
  if (records.length > 1) {
    return { state: 'FAIL', message: `${domain} has ${records.length} SPF records, and receivers then heed none (RFC 7208, 4.5). Make one of them: all terms behind one \`v=spf1\`, with a single \`all\` at the end.` };
  }
  const terms = record.split(/ +/).slice(1).filter(Boolean);
  if (terms.every((term) => /^[?~-]all$/i.test(term))) {
    return { state: 'FAIL', record, expected: place.addresses.length > 0 ? allowing(withTerms(record, termsFor(place.addresses))) : null, message: `The SPF record of ${domain} allows nobody to send. Name in it who sends for the domain.` };
  }
  const outcomes = await Promise.all([NOBODY, ...place.addresses].map((address) => spfOutcome({ address, sender }, resolve)));
  const [nobody, ...judged] = outcomes as [SpfOutcome, ...SpfOutcome[]];
  const verdicts = place.addresses.map((address, index) => Object.assign(new SpfVerdict(), { address, result: judged[index]!.result }));
  const found = { record, verdicts };
  const silent = outcomes.find(({ result }) => result === 'TEMPERROR');
  const wrong = (judged.length > 0 ? judged : [nobody]).find(({ result }) => result === 'PERMERROR');
  if (wrong) return { ...found, ...broken(domain, wrong.reason) };
  if (silent) return { ...found, ...unknown(domain, silent.reason) };
  if (nobody.result === 'PASS') return { ...found, state: 'WARN', message: `The SPF record of ${domain} allows the whole Internet to send for it. Name who sends, and end it with \`~all\` or \`-all\`.` };
  if (place.addresses.length === 0) return { ...found, state: 'UNKNOWN', message: `${domain} has an SPF record that can be evaluated. ${place.why} Make sure that the record allows the addresses mail leaves from.` };

  const refused = verdicts.filter(({ result }) => result !== 'PASS');
  if (refused.length > 0) {
    const expected = allowing(withTerms(record, termsFor(refused.map(({ address }) => address))));
    return { ...found, expected, state: 'WARN', message: `The SPF record of ${domain} does not allow ${listed(refused)}, of the server ${server}. If mail leaves from there, receivers cannot believe it: publish the record that is expected. If the server sends on from other addresses, the record must allow those, with what its operator says (such as \`include:…\`); which they are cannot be told from here.` };
  }
  if (nobody.result === 'PERMERROR') return { ...found, ...broken(domain, nobody.reason), state: 'WARN' };
  return { ...found, state: 'PASS', message: `The SPF record of ${domain} allows all known addresses of the server ${server}. If the server sends on from others, the record must allow those too; they cannot be told from here.` };
}

function broken(domain: string, reason: string): { state: SenderCheckState; message: string } {
  const advice = /too many dns/i.test(reason) ? 'It leads to more than ten look-ups (RFC 7208, 4.6.4): take out what is no longer needed, or name networks by `ip4:` and `ip6:`.'
    : /void/i.test(reason) ? 'More than two of its names lead to nothing (RFC 7208, 4.6.4): take them out.'
      : 'Correct it, or the record that it includes.';
  return { state: 'FAIL', message: `The SPF record of ${domain} cannot be evaluated to its end (permerror)${reason ? `: ${reason.slice(0, 300)}` : ''}. ${advice}` };
}

interface Place {
  /** Those anybody can see. */
  readonly addresses: readonly string[];
  /** Why there are none. */
  readonly why: string;
}

async function placeOf(server: string | null, resolve: Resolve): Promise<Place> {
  if (server === null) return { addresses: [], why: 'Mail is not sent from here yet (MAIL_URL is not set), so it cannot be told from where it will come.' };
  const found = isIP(server) === 0 ? (await Promise.all((['A', 'AAAA'] as const).map((type) => answersOf(resolve(server, type))))).flat() : [server];
  const addresses = found.filter((address) => !isPrivate(address)).slice(0, MOST_ADDRESSES);
  const why = found.length === 0 ? 'DNS knows no address of the server that mail is handed to (MAIL_URL).' : 'The server that mail is handed to (MAIL_URL) is in a private network, and from which address it sends on cannot be told from here.';
  return { addresses, why };
}

const termsFor = (addresses: readonly string[]): string => addresses.map((address) => `ip${isIP(address)}:${address}`).join(' ');
const listed = (verdicts: readonly SpfVerdict[]): string => verdicts.map(({ address, result }) => `${address} (${result.toLowerCase()})`).join(', ');

/** Before what ends it. */
function withTerms(record: string, more: string): string {
  const terms = record.split(/ +/).filter(Boolean);
  const end = terms.findIndex((term) => ALL.test(term));
  return terms.toSpliced(end < 0 ? terms.length : end, 0, more).join(' ');
}
