/**
 * Decides which conversation a mail belongs to; a pure rule over candidates the caller has looked up.
 *
 * In this order, the first that finds a conversation deciding:
 * 1. the conversation that holds the message this one answers: `In-Reply-To`, then `References` from the
 *    last (nearest) to the first;
 * 2. the conversation that mentions this very message: its answer came before it;
 * 3. a conversation that mentions one of the messages this one answers, nearest first: brothers whose
 *    parent is missing;
 * 4. a conversation with the same subject and a common participant, at most 30 days away, but only for a
 *    mail marked as an answer and a subject that says something.
 *
 * Whatever the order in which mails arrive, a thread whose every mail names the first one becomes one
 * conversation. Mails that name only their parent do so when parents come before answers; otherwise the
 * pieces found first stay apart, because conversations people may already have worked on are not merged.
 */
export interface ThreadMail {
  messageId?: string;
  inReplyTo?: string;
  /** Oldest first. */
  references: readonly string[];
  subjectKey: string;
  /** Marked as an answer, with a subject that is not generic. */
  mayJoinBySubject: boolean;
  /** Addresses outside our side: ours are in every conversation and prove nothing. */
  participants: readonly string[];
  sentAt: Date;
}

export interface ThreadCandidate {
  id: string;
  /** Messages in it. */
  holds: ReadonlySet<string>;
  /** Messages its messages refer to. */
  mentions: ReadonlySet<string>;
  subjectKey: string;
  participants: ReadonlySet<string>;
  lastAt: Date;
}

export const SUBJECT_WINDOW_MS = 30 * 24 * 60 * 60 * 1000;

/** The conversation to join; undefined to start a new one. Does not depend on the order of the candidates. */
export function conversationFor<Candidate extends ThreadCandidate>(
  mail: ThreadMail,
  candidates: readonly Candidate[],
): Candidate | undefined {
  const answered = answeredMessages(mail);
  const own = mail.messageId === undefined ? [] : [mail.messageId];
  return (
    firstThat(answered, (id) => nearest(mail, candidates.filter(({ holds }) => holds.has(id)))) ??
    firstThat(own, (id) => nearest(mail, candidates.filter(({ mentions }) => mentions.has(id)))) ??
    firstThat(answered, (id) => nearest(mail, candidates.filter(({ mentions }) => mentions.has(id)))) ??
    bySubject(mail, candidates)
  );
}

/** Nearest first, each once. A mail does not answer itself, whatever it says. */
export function answeredMessages(mail: Pick<ThreadMail, 'messageId' | 'inReplyTo' | 'references'>): string[] {
  const ids = [...(mail.inReplyTo === undefined ? [] : [mail.inReplyTo]), ...mail.references.toReversed()];
  return [...new Set(ids)].filter((id) => id !== mail.messageId);
}

function bySubject<Candidate extends ThreadCandidate>(mail: ThreadMail, candidates: readonly Candidate[]): Candidate | undefined {
  if (!mail.mayJoinBySubject || mail.subjectKey === '') return undefined;
  return nearest(mail, candidates.filter((candidate) =>
    candidate.subjectKey === mail.subjectKey &&
    distance(mail, candidate) <= SUBJECT_WINDOW_MS &&
    mail.participants.some((address) => candidate.participants.has(address)),
  ));
}

/** Of several equally good the nearest in time, then the lowest id, so that the choice is always the same. */
function nearest<Candidate extends ThreadCandidate>(mail: ThreadMail, candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.toSorted((a, b) => distance(mail, a) - distance(mail, b) || (a.id < b.id ? -1 : 1))[0];
}

function distance(mail: ThreadMail, candidate: ThreadCandidate): number {
  return Math.abs(mail.sentAt.getTime() - candidate.lastAt.getTime());
}

function firstThat<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
