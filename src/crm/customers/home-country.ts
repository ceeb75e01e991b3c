/**
 * Where a phone number without a country code is from: the organisation's own country. It is looked up only where
 * a number lacks its code, which most do not: they come from address books and telephone systems.
 */
import type { Context } from '../../kernel/context.ts';
import { saysCountry } from '../../kernel/values/phone-number.ts';
import { Organization } from '../identity/organization.ts';

/** Null where none of these addresses needs it. */
export async function homeCountryFor(addresses: readonly { readonly kind: string; readonly value: string }[], context: Context): Promise<string | null> {
  return addresses.some(({ kind, value }) => kind === 'PHONE' && !saysCountry(value)) ? homeCountry(context) : null;
}

async function homeCountry({ all, actor }: Context): Promise<string | null> {
  const [organization] = await all(Organization, { id: actor.tenant });
  return organization?.country ?? null;
}
