/** The hash of a password that is good enough, or the refusal that says why it is not. `field` is where it was given. */
import { Refusal } from '../../kernel/refusal.ts';
import { checkPassword } from './password-policy.ts';
import { hashPassword } from './password.ts';

export async function newPasswordHash(password: string, email: string, field: string): Promise<string> {
  const wrong = checkPassword(password, email);
  if (wrong) throw new Refusal('WEAK_PASSWORD', wrong, { field: [field] });
  return hashPassword(password);
}
