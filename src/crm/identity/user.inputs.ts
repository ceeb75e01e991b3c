/** What can be asked of users by those who manage them; what users do with their own sign-in is asked of sessions. */
import { expectedVersion, id, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { emailAddress } from '../../kernel/values/email-address.ts';
import { locale } from '../../kernel/values/locale.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';
import { MOST_ROLES, Role } from './role.ts';
import { User, type UserDetails } from './user.ts';

@input('A new user with a first password, which they should change.')
export class UserCreateInput {
  @text('Full name, as colleagues and customers see it.')
  name!: string;

  @text('Address they sign in with.', { value: emailAddress, max: 254 })
  email!: string;

  @text('Their first password: at least 15 characters.', { verbatim: true, max: 1000 })
  password!: string;

  @id(() => Role, 'The roles they hold. Null: none yet.', { list: true, optional: true, most: MOST_ROLES })
  roleIds?: string[] | null;

  @text("Language they work in. Null: the organisation's first.", { optional: true, value: locale })
  locale?: string | null;

  @text("Their time zone. Null: the organisation's.", { optional: true, value: timeZone })
  timeZone?: string | null;
}

@input('Attributes of a user to change; what is not given stays.')
export class UserUpdateInput {
  @id(() => User, 'Which user.')
  userId!: string;

  @text('Full name. Null: stays.', { optional: true })
  name?: string | null;

  @text('Address they sign in with. Null: stays.', { optional: true, value: emailAddress, max: 254 })
  email?: string | null;

  @text("Language they work in. Null: the organisation's first.", { optional: true, value: locale })
  locale?: string | null;

  @text("Their time zone. Null: the organisation's.", { optional: true, value: timeZone })
  timeZone?: string | null;

  @expectedVersion()
  expectedVersion?: number | null;

  details(): UserDetails {
    const { name, email, locale, timeZone } = this;
    return {
      ...(name ? { name } : {}), ...(email ? { email } : {}),
      ...(locale === undefined ? {} : { locale }), ...(timeZone === undefined ? {} : { timeZone }),
    };
  }
}

@input('Whose account to close.')
export class UserDeactivateInput {
  @id(() => User, 'Which user.')
  userId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}
