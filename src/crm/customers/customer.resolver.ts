import type { Context, Transaction } from '../../kernel/context.ts';
import { id } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { mutation, optional, pageOf, query, subscription } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { Customer } from './customer.ts';
import { CustomerChoiceInput, CustomerCreateInput, CustomerUpdateInput } from './customer.inputs.ts';
import { createCustomer } from './create-customer.ts';

@input('A customer by id.')
export class CustomerArgs {
  @id(() => Customer, 'Its id.')
  id!: string;
}

export class CustomerResolver {
  @query(optional(Customer), 'customer:read', 'A customer. Null when missing or out of your reach.', { args: CustomerArgs })
  customer({ id }: CustomerArgs, context: Context) {
    return context.find(Customer, id);
  }

  @query(pageOf(Customer), 'customer:read', 'Customers you reach; archived ones only when the filter asks for them.')
  customers(args: PageArgs, context: Context) {
    return context.page(Customer, args);
  }

  @mutation(Customer, 'customer:create', 'Adds a customer with their contact points.', { input: CustomerCreateInput })
  customerCreate(input: CustomerCreateInput, transaction: Transaction) {
    return createCustomer(input, transaction);
  }

  @mutation(Customer, 'customer:update', 'Changes plain attributes of a customer.', { input: CustomerUpdateInput })
  async customerUpdate(input: CustomerUpdateInput, { get }: Transaction) {
    const customer = await get(Customer, input.customerId, input.expectedVersion);
    customer.update(input.details());
    return customer;
  }

  @mutation(Customer, 'customer:archive', 'Puts a customer away: kept, but no longer offered or counted.', { input: CustomerChoiceInput })
  async customerArchive({ customerId, expectedVersion }: CustomerChoiceInput, { get, now }: Transaction) {
    const customer = await get(Customer, customerId, expectedVersion);
    customer.archive(now());
    return customer;
  }

  @subscription(Customer, 'customer:read', 'Changes of one customer, their contact points, relationships and external ids among them.', { args: CustomerArgs })
  customerChanged({ id }: CustomerArgs) {
    return { types: ['customer.*'], about: [id] };
  }
}
