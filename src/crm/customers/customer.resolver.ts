/** Operations on customers. What takes more than a method of the customer is in the file named by its verb. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { mutation, optional, pageOf, query, subscription, type StreamFilter } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { ContactPoint } from './contact-point.ts';
import { createCustomer } from './create-customer.ts';
import { Customer } from './customer.ts';
import {
  CustomerArchiveInput, CustomerArgs, CustomerCreateInput, CustomerRestoreInput, CustomersArgs, CustomerTagInput,
  CustomerUntagInput, CustomerUpdateInput, ExternalIdSetInput,
} from './customer.inputs.ts';
import { findAssignees } from './find-assignees.ts';
import { lookUpCustomers } from './look-up-customers.ts';
import { setExternalId } from './set-external-id.ts';
import { tagCustomer, untagCustomer } from './tag-customer.ts';

export class CustomerResolver {
  @query(optional(Customer), 'customer:read', 'A customer, also an archived one. Null when missing or out of your reach.', { args: CustomerArgs })
  customer({ id }: CustomerArgs, { find }: Context) {
    return find(Customer, id);
  }

  @query(pageOf(Customer), 'customer:read', 'Customers you reach. Archived ones are left out unless the filter speaks of `archivedAt`.', { args: CustomersArgs })
  customers(args: CustomersArgs & PageArgs, context: Context) {
    return lookUpCustomers(args, context);
  }

  @mutation(Customer, 'customer:create', 'Adds a customer with their contact points.', { input: CustomerCreateInput })
  customerCreate(input: CustomerCreateInput, transaction: Transaction) {
    return createCustomer(input, transaction);
  }

  @mutation(Customer, 'customer:update', 'Changes plain attributes of a customer, who looks after them among these: who hands one over may lose sight of it.', { input: CustomerUpdateInput })
  async customerUpdate({ customerId, expectedVersion, ownerId, teamId, ...details }: CustomerUpdateInput, transaction: Transaction) {
    const customer = await transaction.get(Customer, customerId, expectedVersion);
    const assignees = await findAssignees({ ownerId, teamId }, transaction);
    const [first] = await transaction.all(ContactPoint, { customer: customerId }, 1);
    customer.update({ ...details, ...assignees }, first?.value ?? '');
    return customer;
  }

  @mutation(Customer, 'customer:archive', 'Puts a customer away: kept, but no longer offered or counted.', { input: CustomerArchiveInput })
  async customerArchive({ customerId, expectedVersion }: CustomerArchiveInput, { get, now }: Transaction) {
    const customer = await get(Customer, customerId, expectedVersion);
    customer.archive(now());
    return customer;
  }

  @mutation(Customer, 'customer:archive', 'Brings an archived customer back.', { input: CustomerRestoreInput })
  async customerRestore({ customerId, expectedVersion }: CustomerRestoreInput, { get }: Transaction) {
    const customer = await get(Customer, customerId, expectedVersion);
    customer.restore();
    return customer;
  }

  @mutation(Customer, 'customer:update', 'Gives tags to a customer.', { input: CustomerTagInput })
  customerTag(input: CustomerTagInput, transaction: Transaction) {
    return tagCustomer(input, transaction);
  }

  @mutation(Customer, 'customer:update', 'Takes tags from a customer.', { input: CustomerUntagInput })
  customerUntag(input: CustomerUntagInput, transaction: Transaction) {
    return untagCustomer(input, transaction);
  }

  @mutation(Customer, 'customer:update', 'Says, or no longer says, what id a customer has in another system.', { input: ExternalIdSetInput })
  externalIdSet(input: ExternalIdSetInput, transaction: Transaction) {
    return setExternalId(input, transaction);
  }

  @subscription(Customer, 'customer:read', 'Changes of one customer, of their contact points, tags, external ids and relationships too.', { args: CustomerArgs })
  customerChanged({ id }: CustomerArgs): StreamFilter {
    return { types: ['customer.*'], about: [id] };
  }
}
