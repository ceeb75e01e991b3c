/** DKIM of a sender: whether DNS tells receivers the very key that mail is signed by here. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { MailPort, Resolve } from '../../kernel/ports.ts';
import { DnsSilent, textsAt } from './dns-texts.ts';
import { DkimCheck, DnsTextRecord, type SenderCheckState } from './sender-check.results.ts';

/** What signers should use and verifiers must take, in bits (RFC 8301). */
const LONG_ENOUGH = 2_048;
const SHORTEST = 1_024;

interface Told {
  readonly state: SenderCheckState;
  readonly message: string;
}

export async function checkDkim(dkim: MailPort['setUp']['dkim'], fromDomain: string, resolve: Resolve): Promise<DkimCheck> {
  if (!dkim) {
    return Object.assign(new DkimCheck(), {
      state: 'WARN', message: 'Mail is not signed here: MAIL_DKIM_KEY is not set. Set it, unless the server that mail is handed to signs for this domain; whether it does cannot be told from here.',
    } satisfies Partial<DkimCheck>);
  }
  const domain = dkim.domain ?? fromDomain;
  const name = `${dkim.selector}._domainkey.${domain}`;
  const check = Object.assign(new DkimCheck(), { domain, selector: dkim.selector });
  const found = await textsAt(name, resolve).catch((error: unknown) => {
    if (error instanceof DnsSilent) return error;
    throw error;
  });
  if (found instanceof DnsSilent) return Object.assign(check, { state: 'UNKNOWN', message: `DNS did not answer for ${name} (${found.message}). Check again later.` });
  const [record = null] = found.length === 1 ? found : [];
  const told = found.length > 1 ? several(name, found.length) : judgeKeyRecord(record, dkim.publicKey, name);
  return Object.assign(check, told, { record, expected: told.state === 'FAIL' ? DnsTextRecord.of(name, `v=DKIM1; k=rsa; p=${dkim.publicKey}`) : null });
}

const several = (name: string, count: number): Told => ({ state: 'FAIL', message: `${name} has ${count} TXT records, and which of them receivers take is undefined (RFC 6376, 3.6.2.2). Leave the one that is expected.` });

function judgeKeyRecord(record: string | null, publicKey: string, name: string): Told {
  const fail = (what: string): Told => ({ state: 'FAIL', message: `${what} Publish the record that is expected.` });
  if (record === null) return fail(`${name} has no record, so receivers do not find the key that mail is signed by.`);
  const tags = tagsOf(record);
  if (!tags) return fail(`The record of ${name} cannot be understood: it is no list of \`name=value\`, or has a name twice.`);
  const has = (tag: string, value: string): boolean => (tags.get(tag) ?? value).split(':').some((one) => one.trim() === value);
  const version = tags.get('v');
  if (version !== undefined && (version !== 'DKIM1' || [...tags.keys()][0] !== 'v')) return fail(`The record of ${name} does not begin with \`v=DKIM1\`.`);
  if (!has('k', 'rsa')) return fail(`The record of ${name} is of a key of another kind (\`k=${tags.get('k')}\`); mail is signed with RSA.`);
  if (!has('h', 'sha256')) return fail(`The record of ${name} does not allow SHA-256, by which mail is signed (\`h=${tags.get('h')}\`).`);
  if (!has('s', '*') && !has('s', 'email')) return fail(`The record of ${name} is not for mail (\`s=${tags.get('s')}\`).`);
  const given = tags.get('p')?.replace(/\s/g, '');
  if (given === undefined) return fail(`The record of ${name} has no key (\`p=\`).`);
  if (given === '') return fail(`The record of ${name} says that its key is revoked (\`p=\` is empty).`);
  const [ours, theirs] = [keyOf(publicKey), keyOf(given)];
  if (!theirs) return fail(`The key in the record of ${name} cannot be read.`);
  if (!ours?.equals(theirs)) return fail(`The record of ${name} is of another key than the one mail is signed by here, so no signature holds.`);
  const bits = ours.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < SHORTEST) return { state: 'FAIL', message: `The key has ${bits} bits; receivers take none below ${SHORTEST} (RFC 8301). Make one of ${LONG_ENOUGH} bits, set it as MAIL_DKIM_KEY and publish it under another selector.` };
  const test = (tags.get('t') ?? '').split(':').some((flag) => flag.trim() === 'y');
  if (test) return { state: 'WARN', message: `${name} holds the key that mail is signed by, but says that it is only being tested (\`t=y\`), and receivers may ignore it. Take that out.` };
  if (bits < LONG_ENOUGH) return { state: 'WARN', message: `${name} holds the key that mail is signed by, but it has only ${bits} bits; ${LONG_ENOUGH} are advised (RFC 8301).` };
  return { state: 'PASS', message: `${name} holds the key that mail is signed by.` };
}

/** Null for what is no list of tags (RFC 6376, 3.2). */
function tagsOf(record: string): Map<string, string> | null {
  const tags = new Map<string, string>();
  for (const part of record.replace(/;\s*$/, '').split(';')) {
    const [, name, value] = /^\s*([a-z]\w*)\s*=\s*([^;]*?)\s*$/i.exec(part) ?? [];
    if (name === undefined || value === undefined || tags.has(name)) return null;
    tags.set(name, value);
  }
  return tags;
}

/** Written as in certificates, as everybody does, or bare, as RFC 6376 says. */
function keyOf(base64: string): KeyObject | null {
  const key = Buffer.from(base64, 'base64');
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      const read = createPublicKey({ key, format: 'der', type });
      return read.asymmetricKeyType === 'rsa' ? read : null;
    } catch {
      // perhaps it is written in the other way
    }
  }
  return null;
}
