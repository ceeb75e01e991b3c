/**
 * Sessions. Each renewal replaces the refresh token. Whoever comes with an older one than the last, or with the
 * last one late, holds a copy: theirs or the other's was stolen, and nobody can tell which, so the session ends for
 * both.
 */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, moment, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { User } from './user.ts';

/** How long a replaced refresh token still serves: an answer that got lost must not look like theft. */
const GRACE_MS = 30_000;
const MOST_TOKENS = 5;

@model('A sign-in on one device, until it is ended or its time is over.', {
  prefix: 'ses', read: null, reach: { owner: 'user' }, silent: true,
  orders: { CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' } },
})
export class Session extends Entity {
  @belongsTo(() => User, 'Who signed in.')
  user!: Ref<User>;

  @text('What the client called the device. Null: it did not say.', { optional: true, max: 100 })
  device: string | null = null;

  /** What all refresh tokens of the session share, and by which it is found. */
  @text()
  familyHash!: string;

  /** The tokens that may be used: one, or several when an answer was lost or two windows asked at once. */
  @text(undefined, { list: true, most: MOST_TOKENS })
  tokenHashes: string[] = [];

  @text(undefined, { list: true, most: MOST_TOKENS })
  replacedHashes: string[] = [];

  @moment('When it was last renewed.')
  renewedAt!: Date;

  @moment('When it ends at the latest.')
  expiresAt!: Date;

  @moment('When it was ended. Null: it was not.', { optional: true })
  endedAt: Date | null = null;

  static begin(user: Ref<User>, device: string | null, token: { family: string; hash: string }, at: Date, lifetimeMs: number): Session {
    return Object.assign(new Session(), {
      user, device, familyHash: token.family, tokenHashes: [token.hash], renewedAt: at, expiresAt: new Date(at.getTime() + lifetimeMs),
    });
  }

  /** False: the token was used before; the session is over. */
  renew(used: string, next: string, at: Date): boolean {
    if (this.tokenHashes.includes(used)) {
      this.replacedHashes = this.tokenHashes;
      this.tokenHashes = [next];
      this.renewedAt = at;
      return true;
    }
    if (this.replacedHashes.includes(used) && at.getTime() - this.renewedAt.getTime() <= GRACE_MS) {
      this.tokenHashes = [...this.tokenHashes, next].slice(-MOST_TOKENS);
      return true;
    }
    this.end(at);
    return false;
  }

  end(at: Date): void {
    this.endedAt ??= at;
  }
}
