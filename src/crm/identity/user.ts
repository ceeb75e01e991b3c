/** Users: people who sign in. They are never removed, since what they did stays theirs; an account is closed instead. */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { choice, text } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { emailAddress, emailKey } from '../../kernel/values/email-address.ts';
import { locale } from '../../kernel/values/locale.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';

export const UserStatus = choices('UserStatus', 'Whether a user can sign in.', {
  ACTIVE: 'May sign in and work.',
  DEACTIVATED: 'May no longer sign in; what they did stays theirs.',
});
export type UserStatus = Choice<typeof UserStatus>;

export interface UserDetails {
  name?: string;
  email?: string;
  locale?: string | null;
  timeZone?: string | null;
}

@model('A person who works in the organisation. An agent is a user who handles work.', {
  prefix: 'usr', read: null,
  orders: {
    NAME_ASC: { field: 'name', direction: 'asc', description: 'By name.' },
    CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' },
  },
  unique: { user_email: ['EMAIL_TAKEN', 'Somebody in this organisation signs in with this e-mail address already.'] },
})
export class User extends Entity {
  @text('Full name, as colleagues and customers see it.')
  name!: string;

  @text('Address they sign in with.', { value: emailAddress, max: 254 })
  email!: string;

  @text(undefined, { max: 254 })
  emailKey!: string;

  @text(undefined, { max: 500 })
  passwordHash!: string;

  @choice(UserStatus, 'Whether they can sign in.', { filter: true })
  status: UserStatus = 'ACTIVE';

  @text("Language they work in. Null: the organisation's first.", { optional: true, value: locale })
  locale: string | null = null;

  @text("Their time zone. Null: the organisation's.", { optional: true, value: timeZone })
  timeZone: string | null = null;

  static create(person: UserDetails & { name: string; email: string; passwordHash: string }): User {
    const user = Object.assign(new User(), person, { emailKey: emailKey(person.email) });
    announce(user, 'user.created');
    return user;
  }

  update(details: UserDetails): void {
    Object.assign(this, details);
    this.emailKey = emailKey(this.email);
    announce(this, 'user.updated');
  }

  changePassword(passwordHash: string): void {
    this.passwordHash = passwordHash;
    announce(this, 'user.passwordChanged');
  }

  deactivate(): void {
    if (this.status === 'DEACTIVATED') throw new Refusal('USER_ALREADY_DEACTIVATED', 'This user is already deactivated.', { field: ['userId'] });
    this.status = 'DEACTIVATED';
    announce(this, 'user.deactivated');
  }
}
