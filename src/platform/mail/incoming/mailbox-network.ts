/**
 * Which servers a mailbox may be on. Whoever may set one names a host that this machine then speaks to, so without the
 * operator's leave no name leads into a private network: not by its look, nor by what it resolves to when it is used.
 */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { MailboxPolicy } from '../../../kernel/ports.ts';
import { isPrivate } from '../../../kernel/values/ip-address.ts';

export class PrivateNetwork extends Error {}

export function mailboxPolicy({ privateNetworks }: { privateNetworks: boolean }): MailboxPolicy {
  return {
    objection(host, encrypted) {
      if (privateNetworks) return null;
      if (!encrypted) return 'The connection to a mailbox must be encrypted here: the password would be read on the way.';
      const near = isIP(host) !== 0 ? isPrivate(host) : /(?:^|\.)(?:localhost|local|internal|lan)\.?$/i.test(host) || !host.includes('.');
      return near ? `${host} is in a private network, which mailboxes are not allowed to be in here.` : null;
    },
  };
}

/** Where to connect to. It is asked each time, and what was judged is what is connected to. */
export async function addressOf(host: string, { privateNetworks }: { privateNetworks: boolean }): Promise<string> {
  if (privateNetworks) return host;
  const found = await lookup(host, { all: true, order: 'ipv4first' });
  const [first] = found;
  if (!first || found.some(({ address }) => isPrivate(address))) throw new PrivateNetwork(`${host} is in a private network, which mailboxes are not allowed to be in here.`);
  return first.address;
}
