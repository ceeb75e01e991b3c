/** What the tests of customers ask and do, written as a partner would. */
import { graphql } from '../support/graphql/gql.ts';

graphql(`
  fragment CustomerFacts on Customer {
    id version kind name greetingName stage language archivedAt
    owner { id } team { id }
    tags { name }
    contactPoints { id kind value raw label primary }
    externalIds { system value }
    relationships { nodes { id type role sinceOn untilOn to { id name } } }
  }
`);

graphql(`
  fragment Refused on UserError { code message field }
`);

export const ReadCustomer = graphql(`
  query ReadCustomer($id: ID!) { customer(id: $id) { ...CustomerFacts } node(id: $id) { id } }
`);

export const ListCustomers = graphql(`
  query ListCustomers(
    $first: Int, $after: String, $last: Int, $before: String, $orderBy: CustomerOrder, $filter: CustomerFilter,
    $named: String, $reachedAt: ContactPointLookup, $externalId: ExternalIdLookup, $tagged: [String!]
  ) {
    customers(
      first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter,
      named: $named, reachedAt: $reachedAt, externalId: $externalId, tagged: $tagged
    ) { totalCount nodes { id name } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }
  }
`);

export const CreateCustomer = graphql(`
  mutation CreateCustomer($input: CustomerCreateInput!) {
    customerCreate(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }
  }
`);

export const UpdateCustomer = graphql(`
  mutation UpdateCustomer($input: CustomerUpdateInput!) {
    customerUpdate(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }
  }
`);

export const ArchiveCustomer = graphql(`
  mutation ArchiveCustomer($input: CustomerArchiveInput!) {
    customerArchive(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }
  }
`);

export const RestoreCustomer = graphql(`
  mutation RestoreCustomer($input: CustomerRestoreInput!) {
    customerRestore(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }
  }
`);

export const TagCustomer = graphql(`
  mutation TagCustomer($input: CustomerTagInput!) {
    customerTag(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }
  }
`);

export const UntagCustomer = graphql(`
  mutation UntagCustomer($input: CustomerUntagInput!) {
    customerUntag(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }
  }
`);

export const SetExternalId = graphql(`
  mutation SetExternalId($input: ExternalIdSetInput!) {
    externalIdSet(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }
  }
`);

export const AddContactPoint = graphql(`
  mutation AddContactPoint($input: ContactPointAddInput!) {
    contactPointAdd(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }
  }
`);

export const UpdateContactPoint = graphql(`
  mutation UpdateContactPoint($input: ContactPointUpdateInput!) {
    contactPointUpdate(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }
  }
`);

export const MakeContactPointPrimary = graphql(`
  mutation MakeContactPointPrimary($input: ContactPointMakePrimaryInput!) {
    contactPointMakePrimary(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }
  }
`);

export const RemoveContactPoint = graphql(`
  mutation RemoveContactPoint($input: ContactPointRemoveInput!) {
    contactPointRemove(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }
  }
`);

export const RelateCustomer = graphql(`
  mutation RelateCustomer($input: CustomerRelateInput!) {
    customerRelate(input: $input) {
      relationship { id version type role sinceOn untilOn from { ...CustomerFacts } to { ...CustomerFacts } }
      userErrors { ...Refused } position
    }
  }
`);

export const EndRelationship = graphql(`
  mutation EndRelationship($input: RelationshipEndInput!) {
    relationshipEnd(input: $input) { relationship { id untilOn to { ...CustomerFacts } } userErrors { ...Refused } position }
  }
`);

export const RemoveRelationship = graphql(`
  mutation RemoveRelationship($input: RelationshipRemoveInput!) {
    relationshipRemove(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }
  }
`);

export const FollowCustomer = graphql(`
  subscription FollowCustomer($id: ID!, $after: Position) {
    customerChanged(id: $id, after: $after) { type changedFields subjectId node { id name } }
  }
`);

export const CurrentPosition = graphql(`
  query CurrentPosition { position }
`);

export const RolesOfTenant = graphql(`
  query RolesOfTenant { roles(first: 50) { nodes { id builtIn } } }
`);

export const AddColleague = graphql(`
  mutation AddColleague($input: UserCreateInput!) { userCreate(input: $input) { user { id } userErrors { ...Refused } } }
`);

export const DefineRole = graphql(`
  mutation DefineRole($input: RoleDefineInput!) { roleDefine(input: $input) { role { id } userErrors { ...Refused } } }
`);

export const DeactivateColleague = graphql(`
  mutation DeactivateColleague($input: UserDeactivateInput!) { userDeactivate(input: $input) { user { id } userErrors { ...Refused } } }
`);

export const MakeTeam = graphql(`
  mutation MakeTeam($input: TeamCreateInput!) { teamCreate(input: $input) { team { id } userErrors { ...Refused } } }
`);
