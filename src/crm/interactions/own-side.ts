/**
 * Tells our side of a mail from the outside, and so the direction of the mail. Ours are the addresses
 * and domains the organisation names, every sub-domain of such a domain (`example.com` covers
 * `mail.example.com`, not `notexample.com`), and the mailing list a mail was sent through, which speaks
 * for whoever runs it.
 */
export type MailDirection = 'INBOUND' | 'OUTBOUND' | 'INTERNAL';

export interface OwnAddresses {
  addresses: readonly string[];
  domains: readonly string[];
}

export interface MailParties {
  /** Addresses; a party without a usable one is left out. */
  from: readonly string[];
  recipients: readonly string[];
  /** `List-Post` and `List-Id` of a mail that came through a mailing list. */
  listPost?: string;
  listId?: string;
}

export type IsOwn = (address: string) => boolean;

export function ownSide(own: OwnAddresses): IsOwn {
  const addresses = new Set(own.addresses.map(folded));
  const domains = new Set(own.domains.map((domain) => folded(domain).replace(/^[@.]+/, '')));
  return (address) => addresses.has(folded(address)) || withParents(domainOf(address)).some((domain) => domains.has(domain));
}

/** Adds the mail's own mailing list to our side. By RFC 2919 a list's id is its address with a dot for the "@". */
export function ownSideOf(mail: Pick<MailParties, 'listPost' | 'listId'>, isOwn: IsOwn): IsOwn {
  const post = mail.listPost === undefined ? undefined : folded(mail.listPost);
  const id = mail.listId === undefined ? undefined : folded(mail.listId);
  return (address) => {
    const plain = folded(address);
    return isOwn(address) || plain === post || plain.replace('@', '.') === id;
  };
}

/**
 * From outside: inbound, also by way of a mailing list, and also when the sender is unknown. From us:
 * outbound as soon as one recipient is outside; internal when all of them are ours, or none is named.
 */
export function directionOf(mail: MailParties, isOwn: IsOwn): MailDirection {
  const isOurs = ownSideOf(mail, isOwn);
  if (mail.from.length === 0 || !mail.from.every(isOurs)) return 'INBOUND';
  return mail.recipients.every(isOurs) ? 'INTERNAL' : 'OUTBOUND';
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

function domainOf(address: string): string {
  return folded(address.slice(address.lastIndexOf('@') + 1));
}

/** `a.b.c`: itself, `b.c`, `c`. */
function withParents(domain: string): string[] {
  const labels = domain.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}
