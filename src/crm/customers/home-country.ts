/** Where a phone number without a country code is from: the organisation's own country. */
import type { Context } from '../../kernel/context.ts';
import { Organization } from '../identity/organization.ts';

export async function homeCountry({ all, actor }: Context): Promise<string | null> {
  const [organization] = await all(Organization, { id: actor.tenant });
  return organization?.country ?? null;
}
