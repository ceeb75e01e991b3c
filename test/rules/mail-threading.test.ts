/** Mails find their conversations: by reference first, by subject only with good reason, always the same. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { answeredMessages, conversationFor } from '../../src/crm/interactions/mail-threading.ts';
import type { ThreadCandidate, ThreadMail } from '../../src/crm/interactions/mail-threading.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOON = Date.UTC(2025, 1, 3, 12);

function threadMail(fields: Partial<ThreadMail> = {}): ThreadMail {
  return { messageId: 'new@x', references: [], subjectKey: 'wycena regału', mayJoinBySubject: true, participants: ['anna@x'], sentAt: new Date(NOON), ...fields };
}

function candidate(id: string, fields: { holds?: string[]; mentions?: string[]; subjectKey?: string; participants?: string[]; lastAt?: number } = {}): ThreadCandidate {
  return {
    id, holds: new Set(fields.holds), mentions: new Set(fields.mentions), subjectKey: fields.subjectKey ?? 'other',
    participants: new Set(fields.participants), lastAt: new Date(fields.lastAt ?? NOON),
  };
}

const chosen = (mail: ThreadMail, ...candidates: ThreadCandidate[]): string | undefined => conversationFor(mail, candidates)?.id;

describe('by reference', () => {
  const parent = candidate('parent', { holds: ['p@x'] });
  const root = candidate('root', { holds: ['r@x'] });

  test('the message answered decides before those further up', () => {
    assert.equal(chosen(threadMail({ inReplyTo: 'p@x', references: ['r@x'] }), root, parent), 'parent');
    assert.equal(chosen(threadMail({ references: ['r@x', 'p@x'] }), root, parent), 'parent');
    assert.equal(chosen(threadMail({ inReplyTo: 'gone@x', references: ['r@x', 'gone@x'] }), root, parent), 'root');
  });

  test('a parent that comes after its answer joins it', () => {
    assert.equal(chosen(threadMail({ messageId: 'late@x' }), candidate('answers', { mentions: ['late@x'] })), 'answers');
  });

  test('brothers whose parent is missing are together', () => {
    assert.equal(chosen(threadMail({ inReplyTo: 'gone@x' }), candidate('brother', { mentions: ['gone@x'] })), 'brother');
  });

  test('holding goes before being answered, being answered before a common parent', () => {
    const answered = candidate('answered', { mentions: ['new@x'] });
    const brother = candidate('brother', { mentions: ['p@x'] });
    assert.equal(chosen(threadMail({ inReplyTo: 'p@x' }), brother, answered, parent), 'parent');
    assert.equal(chosen(threadMail({ inReplyTo: 'p@x' }), brother, answered), 'answered');
  });

  test('a mail does not answer itself', () => {
    assert.deepEqual(answeredMessages({ messageId: 'a@x', inReplyTo: 'a@x', references: ['r@x', 'a@x', 'p@x'] }), ['p@x', 'r@x']);
  });
});

describe('by subject', () => {
  const same = { subjectKey: 'wycena regału', participants: ['anna@x', 'jan@x'] };

  test('an answer joins the same subject with a common participant within thirty days', () => {
    assert.equal(chosen(threadMail(), candidate('same', { ...same, lastAt: NOON - 30 * DAY })), 'same');
    assert.equal(chosen(threadMail(), candidate('same', { ...same, lastAt: NOON + 30 * DAY })), 'same');
  });

  for (const [what, mail, other] of [
    ['too long ago', threadMail(), candidate('old', { ...same, lastAt: NOON - 30 * DAY - 1 })],
    ['nobody in common', threadMail({ participants: ['eve@x'] }), candidate('strangers', same)],
    ['another subject', threadMail(), candidate('other', { ...same, subjectKey: 'wycena' })],
    ['no answer, or a subject that says nothing', threadMail({ mayJoinBySubject: false }), candidate('same', same)],
    ['no subject at all', threadMail({ subjectKey: '' }), candidate('same', { ...same, subjectKey: '' })],
  ] as const) {
    test(`not with ${what}`, () => assert.equal(chosen(mail, other), undefined));
  }

  test('the nearest in time, then the lowest id, in whatever order they are given', () => {
    const candidates = [candidate('c', { ...same, lastAt: NOON - DAY }), candidate('b', { ...same, lastAt: NOON - DAY }), candidate('a', { ...same, lastAt: NOON - 2 * DAY })];
    fc.assert(fc.property(fc.shuffledSubarray(candidates, { minLength: 3 }), (order) => assert.equal(chosen(threadMail(), ...order), 'b')));
  });

  test('never before a reference', () => {
    assert.equal(chosen(threadMail({ references: ['r@x'] }), candidate('same', same), candidate('root', { holds: ['r@x'] })), 'root');
  });
});

describe('a whole archive', () => {
  /** Threads as trees: the parent of message n is one of those before it; the first is the root. */
  const tree = fc.integer({ min: 1, max: 8 }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => (index === 0 ? fc.constant(-1) : fc.nat(index - 1)))));

  function mailsOf(thread: number, parents: number[], referTo: 'whole path' | 'parent only'): ThreadMail[] {
    const path = (index: number): string[] => (index < 0 ? [] : [...path(parents[index] ?? -1), `${thread}.${index}@x`]);
    return parents.map((parent, index) => threadMail({
      messageId: `${thread}.${index}@x`, references: referTo === 'whole path' ? path(parent) : path(parent).slice(-1),
      mayJoinBySubject: false, sentAt: new Date(NOON + index * DAY),
    }));
  }

  /** As an import does it; the result as sets of messages. */
  function grouped(mails: ThreadMail[]): string[] {
    const conversations: (ThreadCandidate & { holds: Set<string>; mentions: Set<string> })[] = [];
    for (const mail of mails) {
      let conversation = conversationFor(mail, conversations);
      if (!conversation) {
        conversation = { ...candidate(String(conversations.length)), holds: new Set<string>(), mentions: new Set<string>() };
        conversations.push(conversation);
      }
      conversation.holds.add(mail.messageId ?? '');
      for (const id of answeredMessages(mail)) conversation.mentions.add(id);
    }
    return conversations.map(({ holds }) => [...holds].sort().join(' ')).sort();
  }

  const archive = fc.array(tree, { minLength: 1, maxLength: 5 });

  test('gives one conversation per thread in any order when every mail names the whole path', () => {
    const shuffled = archive.chain((trees) => {
      const mails = trees.flatMap((parents, thread) => mailsOf(thread, parents, 'whole path'));
      return fc.tuple(fc.constant(mails), fc.shuffledSubarray(mails, { minLength: mails.length }));
    });
    fc.assert(fc.property(shuffled, ([inTime, inAnyOrder]) => {
      assert.deepEqual(grouped(inAnyOrder), grouped(inTime));
      assert.equal(grouped(inTime).length, new Set(inTime.map(({ messageId }) => messageId?.split('.')[0])).size);
    }));
  });

  test('gives one conversation per thread in the order of time when mails name only their parent', () => {
    fc.assert(fc.property(archive, (trees) => {
      const mails = trees.flatMap((parents, thread) => mailsOf(thread, parents, 'parent only'));
      assert.equal(grouped(mails).length, trees.length);
    }));
  });
});
