/** A stand-in for the name servers of the world: it knows what it is told, and reaches no network. */
import type { DnsRecords, Resolve } from '../../src/kernel/ports.ts';

/** What a name has, with texts whole and servers of mail as `10 mx.example.com`; a code such as ETIMEOUT: nobody could tell. */
export type Zone = Readonly<Record<string, { readonly [K in keyof DnsRecords]?: readonly string[] } | string>>;

/** `zone` may be changed while it serves. */
export function dnsOf(zone: Zone, asked: string[] = []): Resolve {
  return async <K extends keyof DnsRecords>(name: string, type: K) => {
    asked.push(`${type} ${name}`);
    const records = zone[name.toLowerCase()];
    if (typeof records === 'string') throw fault(records, name);
    const alias = type === 'CNAME' ? undefined : records?.CNAME?.[0];
    if (alias !== undefined) return dnsOf(zone, asked)(alias, type);
    const found = records?.[type];
    if (!found) throw fault(records ? 'ENODATA' : 'ENOTFOUND', name);
    return found.map((text) => parsed(type, text)) as DnsRecords[K][];
  };
}

function parsed(type: keyof DnsRecords, text: string): DnsRecords[keyof DnsRecords] {
  if (type === 'TXT') return text.match(/.{1,255}/gs) ?? [''];
  const [priority = '', exchange = ''] = text.split(' ');
  return type === 'MX' ? { priority: Number(priority), exchange } : text;
}

const fault = (code: string, name: string): Error => Object.assign(new Error(`query ${code} ${name}`), { code });
