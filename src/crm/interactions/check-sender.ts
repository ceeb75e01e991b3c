/** Whether DNS agrees with how mail of an e-mail channel is sent: SPF, DKIM, and DMARC, which joins them. */
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { domainOf } from '../../kernel/values/email-address.ts';
import type { Channel } from './channel.ts';
import { checkDkim } from './check-dkim.ts';
import { checkDmarc } from './check-dmarc.ts';
import { checkSpf } from './check-spf.ts';
import { sendingAddress } from './queue-message.ts';
import { SenderCheck, type SenderCheckState } from './sender-check.results.ts';

const WORST_FIRST: readonly SenderCheckState[] = ['FAIL', 'WARN', 'UNKNOWN', 'PASS'];

/** Null: the channel is none that mail is sent from. */
export async function checkSender(channel: Channel, { ports, actor }: Pick<Context, 'ports' | 'actor'>): Promise<SenderCheck | null> {
  const { dns, mail: { setUp: { server, dkim: key }, nameOf, returnAddress } } = ports;
  const from = sendingAddress(channel);
  if (from === null) return null;
  const fromDomain = domainOf(from);
  const sender = returnAddress(from, nameOf(actor.tenant, channel.id));
  const check = await dns.within(actor.tenant, async (resolve) => {
    const [spf, dkim] = await Promise.all([checkSpf({ sender, domain: domainOf(sender), server }, resolve), checkDkim(key, fromDomain, resolve)]);
    const dmarc = await checkDmarc({ fromDomain, spf, dkim }, resolve);
    const states = [spf, dkim, dmarc].map(({ state }) => state);
    return Object.assign(new SenderCheck(), { fromDomain, spf, dkim, dmarc, state: WORST_FIRST.find((state) => states.includes(state)) ?? 'UNKNOWN' });
  });
  if (!check) throw new Refusal('SENDER_CHECKS_UNDER_WAY', 'Too many senders are being checked at this moment. Try again in some seconds.');
  return check;
}
