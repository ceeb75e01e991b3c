/**
 * Which passwords are good enough, after NIST SP 800-63B revision 4: at least 15 characters, because the password is
 * the only factor here; any character allowed; no rules of composition and no expiry, which only make passwords
 * worse. Length alone is worth nothing when anybody can guess what fills it, so what is left after taking away the
 * owner's own address and the commonest words and runs must still hold some surprise.
 */
import { domainOf } from '../../kernel/values/email-address.ts';
import { codePoints } from '../../kernel/values/text.ts';

const MIN_LENGTH = 15;
const MAX_LENGTH = 256;
const MIN_DISTINCT = 6;
const MIN_OWN_WORD = 3;

/** The stems of the most used passwords, in the languages of our users. */
const COMMON = (
  'qwertyuiop qwertzuiop asdfghjkl yxcvbnm zxcvbnm 1q2w3e4r5t 1qaz2wsx qazwsx qwerty qwertz asdfgh azerty ' +
  'abcdefghijklmnopqrstuvwxyz abcdefg abcdef 12345678901234567890 1234567890 0987654321 123456789 987654321 12345678 ' +
  '1234567 123456 654321 12345 123123 112233 password passwort passw0rd p@ssw0rd p@ssword geheim heslo hasło haslo ' +
  'mojeheslo letmein welcome willkommen witaj vitejte iloveyou kochamcie miluju ichliebedich woaini 5201314 admin ' +
  'administrator changeme secret master dragon monkey sunshine princess football baseball superman batman shadow ' +
  'michael jordan schatz hallo hello ahoj czesc polska praha login test user guest root summer winter sommer default ' +
  'rapport crm company'
).split(' ');

/** Null when the password may be used; else a sentence saying why not. The password itself is never repeated. */
export function checkPassword(password: string, email: string): string | null {
  const length = codePoints(password);
  if (length < MIN_LENGTH) {
    return `The password has ${length} characters; at least ${MIN_LENGTH} are needed. A few words in a row are long and easy to remember.`;
  }
  if (length > MAX_LENGTH) return `The password has ${length} characters; at most ${MAX_LENGTH} are allowed.`;
  if (surprises(password, email) < MIN_DISTINCT) {
    return 'The password is easy to guess: apart from your e-mail address, common words and repetitions there is almost nothing in it. Add some words of your own.';
  }
  return null;
}

/** How many different characters remain without everything an attacker tries first. */
function surprises(password: string, email: string): number {
  const own = [email, email.slice(0, email.lastIndexOf('@')), domainOf(email), ...email.split(/[^\p{L}\p{N}]+/u)];
  const guessable = [...own.filter((word) => word.length >= MIN_OWN_WORD).map((word) => word.toLowerCase()), ...COMMON];
  // The longest first, so that words go whole and leave no stumps that look like surprises.
  guessable.sort((one, other) => other.length - one.length);
  const rest = guessable.reduce((left, word) => left.replaceAll(word, ' '), password.toLowerCase());
  return new Set(rest.replace(/\s/gu, '')).size;
}
