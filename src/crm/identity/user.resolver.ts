/** Operations on users. What takes more than a method of the user is in the file named by its verb. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { MEMBER, mutation, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { deactivateUser } from './deactivate-user.ts';
import { grantRole } from './grant-role.ts';
import { newPasswordHash } from './new-password.ts';
import { User } from './user.ts';
import { UserCreateInput, UserDeactivateInput, UserUpdateInput } from './user.inputs.ts';

export class UserResolver {
  @query(pageOf(User), MEMBER, 'The people of your organisation, deactivated ones too unless the filter says otherwise.')
  users(args: PageArgs, { page }: Context) {
    return page(User, args);
  }

  @mutation(User, 'user:create', 'Adds a user with a first password. You can give only roles that hold no more than yours.', { input: UserCreateInput })
  async userCreate({ name, email, password, roleIds, locale = null, timeZone = null }: UserCreateInput, transaction: Transaction) {
    const user = transaction.add(User.create({ name, email, locale, timeZone, passwordHash: await newPasswordHash(password, email, 'password') }));
    for (const roleId of new Set(roleIds)) await grantRole(user, roleId, transaction);
    return user;
  }

  @mutation(User, 'user:update', 'Changes attributes of a user.', { input: UserUpdateInput })
  async userUpdate(input: UserUpdateInput, { get }: Transaction) {
    const user = await get(User, input.userId, input.expectedVersion);
    user.update(input.details());
    return user;
  }

  @mutation(User, 'user:deactivate', 'Closes the account of a user and ends their sessions. API keys they made go on until they are revoked. The last administrator stays.', { input: UserDeactivateInput })
  userDeactivate({ userId, expectedVersion }: UserDeactivateInput, transaction: Transaction) {
    return deactivateUser(userId, expectedVersion, transaction);
  }
}
