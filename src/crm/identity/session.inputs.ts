/** What is asked of sessions: to begin, renew and end them. Secrets are taken to the letter. */
import { id, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { emailAddress } from '../../kernel/values/email-address.ts';
import { Organization } from './organization.ts';
import { Session } from './session.ts';

@input('Who signs in.')
export class SignInInput {
  @text('Address of the account.', { value: emailAddress, max: 254 })
  email!: string;

  @text('Its password.', { verbatim: true, max: 1000 })
  password!: string;

  @id(() => Organization, 'Which organisation, where the address belongs to several. Null: the only one.', { optional: true })
  organizationId?: string | null;

  @text('What to call this device in the list of sessions. Null: nothing.', { optional: true, max: 100 })
  device?: string | null;
}

@input('The session to renew.')
export class TokenRefreshInput {
  @text('The last refresh token of the session.', { verbatim: true })
  refreshToken!: string;
}

@input('Ends the session this request belongs to.')
export class SignOutInput {}

@input('Which session to end.')
export class SessionRevokeInput {
  @id(() => Session, 'One of your own.')
  sessionId!: string;
}

@input('A new password for yourself.')
export class PasswordChangeInput {
  @text('The password as it is.', { verbatim: true, max: 1000 })
  currentPassword!: string;

  @text('The password as it shall be: at least 15 characters.', { verbatim: true, max: 1000 })
  newPassword!: string;
}
