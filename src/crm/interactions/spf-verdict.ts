/** What SPF says of one address: `check_host()` of RFC 7208, as mailauth evaluates it, with all its limits. */
import type { Resolve } from '../../kernel/ports.ts';
import type { SpfResult } from './sender-check.results.ts';

export interface SpfOutcome {
  readonly result: SpfResult;
  /** Why it could not be evaluated. */
  readonly reason: string;
}

type MailauthResolver = (name: string, type: string) => Promise<string[]>;
/** The name of the receiver that is played; it stands in no answer. */
const RECEIVER = 'mx.receiver.invalid';

export async function spfOutcome({ address, sender }: { address: string; sender: string }, resolve: Resolve): Promise<SpfOutcome> {
  const { spf } = await import('mailauth/lib/spf/index.js'); // with what it needs it takes a while to load, and few ever ask
  // Its type forgets that servers of mail are objects.
  const resolver = resolve as unknown as MailauthResolver;
  const { status } = await spf({ ip: address, sender, helo: RECEIVER, mta: RECEIVER, strict: true, resolver });
  const comment = status.comment ?? '';
  const told = comment.indexOf(`${sender}: `);
  return { result: status.result.toUpperCase() as SpfResult, reason: told < 0 ? '' : comment.slice(told + sender.length + 2) };
}
