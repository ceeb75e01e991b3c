/**
 * Every check of a password goes through here: slowed down by account and by address, and few at a time,
 * because each takes 19 MiB and a thread that files and names are waiting for too. An account nobody has is
 * slowed down like any other, so the wait does not tell which exist.
 */
import { Refusal } from '../../kernel/refusal.ts';
import { SlowDown } from './slow-down.ts';
import { Turns } from './turns.ts';

/** One thread of Node's four stays free. */
const turns = new Turns({ atOnce: 3, longestLine: 200 });
const byAccount = new SlowDown({ free: 5, longestMs: 30_000 });
/** A whole office may share one. */
const byAddress = new SlowDown({ free: 50, longestMs: 60_000 });

interface Guesser {
  /** The key of the e-mail address that is claimed. */
  readonly account: string;
  readonly address: string;
  readonly at: Date;
}

/** `check` answers null for a wrong password, and so does this. */
export async function guessPassword<T>({ account, address, at }: Guesser, check: () => Promise<T | null>): Promise<T | null> {
  if (turns.full) throw new Refusal('SIGN_IN_BUSY', 'Too many are signing in at this moment. Try again in some seconds.');
  return turns.take(async () => {
    const wait = Math.max(byAccount.wait(account, at), byAddress.wait(address, at));
    if (wait > 0) {
      throw new Refusal('SIGN_IN_SLOWED_DOWN', `There were too many wrong passwords. Try again in ${Math.ceil(wait / 1000)} seconds.`);
    }
    const answer = await check();
    if (answer === null) {
      byAccount.failed(account, at);
      byAddress.failed(address, at);
    } else {
      byAccount.succeeded(account);
    }
    return answer;
  });
}
