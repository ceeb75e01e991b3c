/** Operations on one's own organisation, which no input names: it is the actor's. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { MEMBER, mutation, query } from '../../kernel/operations.ts';
import { Organization } from './organization.ts';
import { OrganizationUpdateInput } from './organization.inputs.ts';
import { Viewer, viewerOf } from './viewer.ts';

export class OrganizationResolver {
  @query(Viewer, MEMBER, 'Who you are, for whom you act and what you may do.')
  viewer(_: object, context: Context) {
    return viewerOf(context);
  }

  @mutation(Organization, 'organization:update', 'Changes the settings of your organisation.', { input: OrganizationUpdateInput })
  async organizationUpdate(input: OrganizationUpdateInput, { get, actor }: Transaction) {
    const organization = await get(Organization, actor.tenant, input.expectedVersion);
    organization.update(input.settings());
    return organization;
  }
}
