/**
 * Everything else in the product points at a customer, so this module knows little: who they are, how to reach them,
 * how they belong together. Later modules hang their records on `Customer` and put them on its timeline.
 */
import type { Module } from '../../kernel/module.ts';
import { ContactPoint } from './contact-point.ts';
import { ContactPointResolver } from './contact-point.resolver.ts';
import { CustomerTag } from './customer-tag.ts';
import { Customer } from './customer.ts';
import { CustomerResolver } from './customer.resolver.ts';
import { ExternalId } from './external-id.ts';
import { RelationshipResolver } from './relationship.resolver.ts';
import { Relationship } from './relationship.ts';
import { TimelineEntry } from './timeline-entry.ts';

export const customers: Module = {
  name: 'customers',
  description: 'Whom the business deals with: persons and organisations, how to reach them, how they relate, what they are tagged with.',
  models: [Customer, ContactPoint, CustomerTag, ExternalId, Relationship, TimelineEntry],
  resolvers: [new CustomerResolver(), new ContactPointResolver(), new RelationshipResolver()],
  permissions: {
    'customer:read': { description: 'See customers with their contact points, relationships and timeline.', roles: ['supervisor', 'agent', 'seller', 'marketer', 'readOnly'] },
    'customer:create': { description: 'Add customers.', roles: ['supervisor', 'agent', 'seller', 'marketer'] },
    'customer:update': { description: 'Change customers, their contact points, tags, relationships and external ids.', roles: ['supervisor', 'agent', 'seller', 'marketer'] },
    'customer:archive': { description: 'Archive and restore customers.', roles: ['supervisor', 'seller'] },
  },
  events: {
    'customer.created': 'A customer was added.',
    'customer.updated': 'Plain attributes of a customer changed.',
    'customer.assigned': 'A customer got another owner or team; always together with `customer.updated`.',
    'customer.archived': 'A customer was put away.',
    'customer.restored': 'An archived customer came back.',
    'customer.tagged': 'Tags were given to a customer.',
    'customer.untagged': 'Tags were taken from a customer.',
    'customer.contactPointAdded': 'A customer can be reached in a further way.',
    'customer.contactPointUpdated': 'An address of a customer, its label or its rank changed.',
    'customer.contactPointRemoved': 'A customer is no longer reached at an address.',
    'customer.contactPointMarkedUndeliverable': 'Mail to an address of a customer came back for good.',
    'customer.contactPointMarkedDeliverable': 'An address of a customer at which nothing arrived works again.',
    'customer.externalIdSet': 'A customer got an id in another system.',
    'customer.externalIdRemoved': 'A customer no longer has an id in another system.',
    'customer.related': 'A customer was related to another; told of both.',
    'customer.relationshipEnded': 'A relationship of a customer came to an end; told of both.',
    'customer.relationshipRemoved': 'A relationship of a customer was removed as a mistake; told of both.',
  },
  refusals: {
    NAME_REQUIRED: 'A customer needs a name, or at least one address to be known by.',
    NAME_OF_ANOTHER_KIND: 'A person was given the name of an organisation, or an organisation parts of a person\'s name.',
    OWNER_NOT_FOUND: 'The owner is not a user of this organisation.',
    OWNER_NOT_ACTIVE: 'The owner is a user who was deactivated.',
    TEAM_NOT_FOUND: 'The team is not one of this organisation.',
    CUSTOMER_ALREADY_ARCHIVED: 'The customer is archived already.',
    CUSTOMER_NOT_ARCHIVED: 'The customer is not archived.',
    CONTACT_POINT_TAKEN: 'The customer has this address already.',
    CONTACT_POINT_DELIVERABLE: 'Nothing is known against the address.',
    TOO_MANY_CONTACT_POINTS: 'The customer has as many contact points as can be kept.',
    INVALID_HANDLE: 'A handle does not name a service and somebody on it.',
    INVALID_POSTAL_ADDRESS: 'A postal address has neither letters nor digits.',
    CUSTOMER_ALREADY_TAGGED: 'Somebody gave the same tag at the same moment.',
    TOO_MANY_TAGS: 'The customer would have more tags than can be kept.',
    EXTERNAL_ID_TAKEN: 'Another customer has this id in that system.',
    INVALID_SYSTEM: 'The name of an external system has characters that are not allowed.',
    TOO_MANY_EXTERNAL_IDS: 'The customer has ids in as many systems as can be kept.',
    RELATED_TO_THEMSELVES: 'A customer cannot be related to themselves.',
    RELATIONSHIP_OVERLAPS: 'The two are related in this way at that time already.',
    PERIOD_ENDS_BEFORE_IT_BEGINS: 'The last day lies before the first.',
  },
};
