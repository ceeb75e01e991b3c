/** Which day it is where the business is: days of deals and rates are its days, not the server's. */
import { DateTime } from 'luxon';
import type { Context } from '../../kernel/context.ts';
import { Organization } from '../identity/organization.ts';

export async function today({ all, actor, now }: Pick<Context, 'all' | 'actor' | 'now'>): Promise<string> {
  const [organization] = await all(Organization, { id: actor.tenant });
  return dayIn(organization?.timeZone ?? 'UTC', now());
}

export function dayIn(timeZone: string, at: Date): string {
  return DateTime.fromJSDate(at, { zone: timeZone }).toISODate() ?? at.toISOString().slice(0, 10);
}
