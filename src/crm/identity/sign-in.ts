/**
 * From e-mail address and password to a session. One address may belong to several organisations, each
 * with a password of its own; which they are is told to nobody whose password is wrong.
 */
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../kernel/context.ts';
import { id, object, text } from '../../kernel/fields.ts';
import { result } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { emailKey } from '../../kernel/values/email-address.ts';
import { beginSession, SessionTokens } from './begin-session.ts';
import { loadUser } from './load-rights.ts';
import { Organization } from './organization.ts';
import { guessPassword } from './password-guess.ts';
import { verifyNothing, verifyPassword } from './password.ts';
import type { SignInInput } from './session.inputs.ts';

@result('One of several organisations in which somebody signs in with the same address and password.')
export class OrganizationChoice {
  @id(() => Organization, 'Its id.')
  id!: string;

  @text('What it calls itself.')
  name!: string;
}

@result('Tokens, or the organisations to choose from.')
export class SignInAnswer extends SessionTokens {
  @object(() => OrganizationChoice, 'Several fit: sign in again with the id of one of them. Empty otherwise.', { list: true, most: 20 })
  organizations: OrganizationChoice[] = [];
}

interface Account {
  readonly tenant: string;
  readonly organization: string;
  readonly person: string;
  readonly password_hash: string;
}

export async function signIn({ email, password, organizationId, device }: SignInInput, work: Transaction): Promise<SignInAnswer> {
  const { ask, now, request, ports, enter } = work;
  const key = emailKey(email);
  const accounts = (await ask<Account>('sign_in_accounts', key)).filter(({ tenant }) => !organizationId || tenant === organizationId);
  const right = await guessPassword({ account: key, address: request.address, at: now() }, () => openedBy(password, accounts));
  const [only, another] = right ?? [];
  if (!only) throw new Refusal('SIGN_IN_FAILED', 'No account has this e-mail address and password. Perhaps one of them was mistyped.');
  const answer = new SignInAnswer();
  if (another) {
    return Object.assign(answer, { organizations: right?.map(({ tenant, organization }) => ({ id: tenant, name: organization })) });
  }
  const session = randomUUIDv7();
  const actor = await loadUser(ask, ports.catalogue, { tenant: only.tenant, id: only.person, session, expiresAt: null }, now(), true);
  if (!actor) throw new Refusal('SIGN_IN_FAILED', 'This account was deactivated at this moment.');
  await enter(actor);
  return Object.assign(answer, await beginSession({ id: only.person }, session, device ?? null, work));
}

/** Those that the password opens; null when none. Without an account it takes the time of one. */
async function openedBy(password: string, accounts: readonly Account[]): Promise<Account[] | null> {
  if (accounts.length === 0) await verifyNothing(password);
  const opened: Account[] = [];
  for (const account of accounts) {
    if (await verifyPassword(account.password_hash, password)) opened.push(account);
  }
  return opened.length > 0 ? opened : null;
}
