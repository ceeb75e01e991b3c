/** The organisation that is worked for. */
import type { Context } from '../../kernel/context.ts';
import { Organization } from '../identity/organization.ts';

export async function ownOrganization({ all, actor }: Pick<Context, 'all' | 'actor'>): Promise<Organization> {
  const [organization] = await all(Organization, { id: actor.tenant });
  if (!organization) throw new Error('an organisation without a record');
  return organization;
}
