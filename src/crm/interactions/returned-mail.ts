/**
 * That a mail of ours came back which is no message of a conversation, such as one of many: whoever sent it is told, and
 * knows what it was. Its row is what makes it news once, however many reports come; no more of it is shown than it needs.
 */
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { id, text } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { emailKey } from '../../kernel/values/email-address.ts';
import type { Bounce } from './bounce.ts';
import { isDead } from './dead-address.ts';

const LONGEST_REASON = 1000;
const MOST_DEAD = 100;

@model('A mail of ours, in no conversation, that a server said could not be delivered.', { prefix: 'rtm', read: 'interaction:read' })
export class ReturnedMail extends Entity {
  /** The record that the name of the mail names. */
  @id(null)
  mail!: string;

  @text("The server's status code (RFC 3463). Null: none was given.", { optional: true, max: 20 })
  statusCode: string | null = null;

  @text(undefined, { max: LONGEST_REASON })
  reason!: string;

  /** As `Bounce.dead`. */
  @text(undefined, { list: true, most: MOST_DEAD, max: 254 })
  dead!: string[];

  static of(mail: string, { statusCode, reason, dead }: Bounce): ReturnedMail {
    const returned = Object.assign(new ReturnedMail(), { mail, statusCode: statusCode?.slice(0, 20) ?? null, reason: reason.slice(0, LONGEST_REASON), dead: dead.slice(0, MOST_DEAD) });
    announce(returned, 'mail.returned');
    return returned;
  }

  /** Whether nothing will ever arrive at the address of the only one it went to, whom prose does not name. */
  saysDead(address: string): boolean {
    return this.dead.length > 0 ? this.dead.includes(emailKey(address)) : isDead(this.statusCode, this.reason);
  }
}
