import type { Module } from '../../kernel/module.ts';
import { ContactPoint } from './contact-point.ts';
import { Customer } from './customer.ts';
import { CustomerResolver } from './customer.resolver.ts';
import { TimelineEntry } from './timeline-entry.ts';
import { TimelineResolver } from './timeline.resolver.ts';

export const customers: Module = {
  name: 'customers',
  description: 'Whom the business deals with: persons and organisations, how to reach them, how they relate, what they are tagged with.',
  models: [Customer, ContactPoint, TimelineEntry],
  resolvers: [new CustomerResolver(), new TimelineResolver()],
  permissions: {
    'customer:read': { description: 'See customers with their contact points, relationships and timeline.', roles: ['supervisor', 'agent', 'seller', 'marketer', 'readOnly'] },
    'customer:create': { description: 'Add customers.', roles: ['supervisor', 'agent', 'seller', 'marketer'] },
    'customer:update': { description: 'Change customers, their contact points, tags, relationships and external ids.', roles: ['supervisor', 'agent', 'seller', 'marketer'] },
    'customer:archive': { description: 'Archive and restore customers.', roles: ['supervisor', 'seller'] },
  },
  events: {
    'customer.created': 'A customer was added.',
    'customer.updated': 'Plain attributes of a customer changed.',
    'customer.assigned': 'A customer got another owner.',
    'customer.tagged': 'Tags were added to a customer.',
    'customer.untagged': 'Tags were taken from a customer.',
    'customer.archived': 'A customer was put away.',
    'customer.restored': 'An archived customer came back.',
  },
  refusals: {
    NAME_REQUIRED: 'A customer needs a name, or at least one way to reach them.',
    CUSTOMER_ALREADY_ARCHIVED: 'The customer is archived already.',
    CUSTOMER_NOT_ARCHIVED: 'The customer is not archived.',
    CONTACT_POINT_TAKEN: 'The customer has this address already.',
    INVALID_HANDLE: 'A handle does not name its service.',
  },
};
