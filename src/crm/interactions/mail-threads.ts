/**
 * The conversations that mails of a batch may belong to, looked up together and kept up to date while the batch is
 * taken in, so that each mail finds what stood in the database plus all mails before it, wherever a batch began.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Predicate } from '../../kernel/predicates.ts';
import { Conversation } from './conversation.ts';
import { messagesOf, type Letter } from './letter.ts';
import { MailMessageId, messageKey } from './mail-message-id.ts';
import { conversationFor, SUBJECT_WINDOW_MS, type ThreadCandidate } from './mail-threading.ts';

const MOST = 50_000;

/** A conversation with those of its messages that the batch speaks of. */
class Thread implements ThreadCandidate {
  readonly holds = new Set<string>();
  readonly mentions = new Set<string>();
  readonly rows = new Map<string, MailMessageId>();
  readonly conversation: Conversation;

  constructor(conversation: Conversation) {
    this.conversation = conversation;
  }

  get id(): string { return this.conversation.id; }
  get subjectKey(): string { return this.conversation.subjectKey; }
  get lastAt(): Date { return this.conversation.lastAt; }
  get participants(): ReadonlySet<string> { return new Set(this.conversation.correspondents); }

  knows(row: MailMessageId): void {
    this.rows.set(row.key, row);
    (row.held ? this.holds : this.mentions).add(row.key);
  }
}

export class MailThreads {
  private readonly threads = new Map<string, Thread>();
  private readonly byMessage = new Map<string, Set<Thread>>();
  private readonly bySubject = new Map<string, Set<Thread>>();
  private readonly transaction: Transaction;

  private constructor(transaction: Transaction) {
    this.transaction = transaction;
  }

  static async near(letters: readonly Letter[], transaction: Transaction): Promise<MailThreads> {
    const { all } = transaction;
    const threads = new MailThreads(transaction);
    const keys = [...new Set(letters.flatMap(messagesOf).map(messageKey))];
    const rows = keys.length > 0 ? await all(MailMessageId, { key: keys }, MOST) : [];
    const ids = [...new Set(rows.map(({ conversation }) => conversation.id))];
    if (ids.length > 0) for (const conversation of await all(Conversation, { id: ids }, MOST)) threads.thread(conversation);
    const subjects = sameSubject(letters);
    if (subjects.length > 0) for (const conversation of await all(Conversation, {}, MOST, { any: subjects })) threads.thread(conversation);
    for (const row of rows) threads.know(threads.threads.get(row.conversation.id), row);
    return threads;
  }

  conversationOf(letter: Letter): Conversation | undefined {
    const near = new Set([
      ...messagesOf(letter).flatMap((id) => [...(this.byMessage.get(messageKey(id)) ?? [])]),
      ...(this.bySubject.get(letter.thread.subjectKey) ?? []),
    ]);
    const { messageId, inReplyTo, references } = letter.thread;
    const mail = {
      ...letter.thread,
      messageId: messageId && messageKey(messageId), inReplyTo: inReplyTo && messageKey(inReplyTo), references: references.map(messageKey),
    };
    return conversationFor(mail, [...near])?.conversation;
  }

  /** Remembers that the conversation holds the letter and mentions what it answers. */
  place(letter: Letter, conversation: Conversation): void {
    const thread = this.thread(conversation);
    const own = letter.thread.messageId;
    for (const id of messagesOf(letter)) {
      const key = messageKey(id);
      const row = thread.rows.get(key);
      if (row) row.held ||= id === own;
      this.know(thread, row ?? this.transaction.add(MailMessageId.of(conversation, key, id === own)));
    }
  }

  private thread(conversation: Conversation): Thread {
    const thread = this.threads.get(conversation.id) ?? new Thread(conversation);
    this.threads.set(conversation.id, thread);
    indexed(this.bySubject, conversation.subjectKey, thread);
    return thread;
  }

  private know(thread: Thread | undefined, row: MailMessageId): void {
    if (!thread) return;
    thread.knows(row);
    indexed(this.byMessage, row.key, thread);
  }
}

/** Conversations of the letters' subjects and people, near them in time. */
function sameSubject(letters: readonly Letter[]): Predicate[] {
  const answers = letters.map(({ thread }) => thread).filter(({ mayJoinBySubject, participants }) => mayJoinBySubject && participants.length > 0);
  return [...Map.groupBy(answers, ({ subjectKey }) => subjectKey)].map(([subjectKey, mails]) => {
    const times = mails.map(({ sentAt }) => sentAt.getTime());
    return {
      all: [
        { field: 'subjectKey', is: 'eq', value: subjectKey },
        { field: 'lastAt', is: 'gte', value: new Date(Math.min(...times) - SUBJECT_WINDOW_MS) },
        { field: 'lastAt', is: 'lte', value: new Date(Math.max(...times) + SUBJECT_WINDOW_MS) },
        { field: 'correspondents', is: 'in', value: [...new Set(mails.flatMap(({ participants }) => participants))] },
      ],
    };
  });
}

function indexed<K>(index: Map<K, Set<Thread>>, key: K, thread: Thread): void {
  const there = index.get(key) ?? new Set();
  index.set(key, there.add(thread));
}
