/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment CustomerFacts on Customer {\n    id version kind name greetingName stage language archivedAt\n    owner { id } team { id }\n    tags { name }\n    contactPoints { id kind value raw label primary }\n    externalIds { system value }\n    relationships { nodes { id type role sinceOn untilOn to { id name } } }\n  }\n": typeof types.CustomerFactsFragmentDoc,
    "\n  fragment Refused on UserError { code message field }\n": typeof types.RefusedFragmentDoc,
    "\n  query ReadCustomer($id: ID!) { customer(id: $id) { ...CustomerFacts } node(id: $id) { id } }\n": typeof types.ReadCustomerDocument,
    "\n  query ListCustomers(\n    $first: Int, $after: String, $last: Int, $before: String, $orderBy: CustomerOrder, $filter: CustomerFilter,\n    $named: String, $reachedAt: ContactPointLookup, $externalId: ExternalIdLookup, $tagged: [String!]\n  ) {\n    customers(\n      first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter,\n      named: $named, reachedAt: $reachedAt, externalId: $externalId, tagged: $tagged\n    ) { totalCount nodes { id name } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }\n  }\n": typeof types.ListCustomersDocument,
    "\n  mutation CreateCustomer($input: CustomerCreateInput!) {\n    customerCreate(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": typeof types.CreateCustomerDocument,
    "\n  mutation UpdateCustomer($input: CustomerUpdateInput!) {\n    customerUpdate(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateCustomerDocument,
    "\n  mutation ArchiveCustomer($input: CustomerArchiveInput!) {\n    customerArchive(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": typeof types.ArchiveCustomerDocument,
    "\n  mutation RestoreCustomer($input: CustomerRestoreInput!) {\n    customerRestore(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": typeof types.RestoreCustomerDocument,
    "\n  mutation TagCustomer($input: CustomerTagInput!) {\n    customerTag(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": typeof types.TagCustomerDocument,
    "\n  mutation UntagCustomer($input: CustomerUntagInput!) {\n    customerUntag(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": typeof types.UntagCustomerDocument,
    "\n  mutation SetExternalId($input: ExternalIdSetInput!) {\n    externalIdSet(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": typeof types.SetExternalIdDocument,
    "\n  mutation AddContactPoint($input: ContactPointAddInput!) {\n    contactPointAdd(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n": typeof types.AddContactPointDocument,
    "\n  mutation UpdateContactPoint($input: ContactPointUpdateInput!) {\n    contactPointUpdate(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateContactPointDocument,
    "\n  mutation MakeContactPointPrimary($input: ContactPointMakePrimaryInput!) {\n    contactPointMakePrimary(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n": typeof types.MakeContactPointPrimaryDocument,
    "\n  mutation RemoveContactPoint($input: ContactPointRemoveInput!) {\n    contactPointRemove(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": typeof types.RemoveContactPointDocument,
    "\n  mutation RelateCustomer($input: CustomerRelateInput!) {\n    customerRelate(input: $input) {\n      relationship { id version type role sinceOn untilOn from { ...CustomerFacts } to { ...CustomerFacts } }\n      userErrors { ...Refused } position\n    }\n  }\n": typeof types.RelateCustomerDocument,
    "\n  mutation EndRelationship($input: RelationshipEndInput!) {\n    relationshipEnd(input: $input) { relationship { id untilOn to { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n": typeof types.EndRelationshipDocument,
    "\n  mutation RemoveRelationship($input: RelationshipRemoveInput!) {\n    relationshipRemove(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": typeof types.RemoveRelationshipDocument,
    "\n  subscription FollowCustomer($id: ID!, $after: Position) {\n    customerChanged(id: $id, after: $after) { type changedFields subjectId node { id name } }\n  }\n": typeof types.FollowCustomerDocument,
    "\n  query CurrentPosition { position }\n": typeof types.CurrentPositionDocument,
    "\n  query RolesOfTenant { roles(first: 50) { nodes { id builtIn } } }\n": typeof types.RolesOfTenantDocument,
    "\n  mutation AddColleague($input: UserCreateInput!) { userCreate(input: $input) { user { id } userErrors { ...Refused } } }\n": typeof types.AddColleagueDocument,
    "\n  mutation DefineRole($input: RoleDefineInput!) { roleDefine(input: $input) { role { id } userErrors { ...Refused } } }\n": typeof types.DefineRoleDocument,
    "\n  mutation DeactivateColleague($input: UserChoiceInput!) { userDeactivate(input: $input) { user { id } userErrors { ...Refused } } }\n": typeof types.DeactivateColleagueDocument,
    "\n  mutation MakeTeam($input: TeamCreateInput!) { teamCreate(input: $input) { team { id } userErrors { ...Refused } } }\n": typeof types.MakeTeamDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { accessToken refreshToken userErrors { code message } }\n  }\n": typeof types.SignInDocument,
};
const documents: Documents = {
    "\n  fragment CustomerFacts on Customer {\n    id version kind name greetingName stage language archivedAt\n    owner { id } team { id }\n    tags { name }\n    contactPoints { id kind value raw label primary }\n    externalIds { system value }\n    relationships { nodes { id type role sinceOn untilOn to { id name } } }\n  }\n": types.CustomerFactsFragmentDoc,
    "\n  fragment Refused on UserError { code message field }\n": types.RefusedFragmentDoc,
    "\n  query ReadCustomer($id: ID!) { customer(id: $id) { ...CustomerFacts } node(id: $id) { id } }\n": types.ReadCustomerDocument,
    "\n  query ListCustomers(\n    $first: Int, $after: String, $last: Int, $before: String, $orderBy: CustomerOrder, $filter: CustomerFilter,\n    $named: String, $reachedAt: ContactPointLookup, $externalId: ExternalIdLookup, $tagged: [String!]\n  ) {\n    customers(\n      first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter,\n      named: $named, reachedAt: $reachedAt, externalId: $externalId, tagged: $tagged\n    ) { totalCount nodes { id name } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }\n  }\n": types.ListCustomersDocument,
    "\n  mutation CreateCustomer($input: CustomerCreateInput!) {\n    customerCreate(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": types.CreateCustomerDocument,
    "\n  mutation UpdateCustomer($input: CustomerUpdateInput!) {\n    customerUpdate(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": types.UpdateCustomerDocument,
    "\n  mutation ArchiveCustomer($input: CustomerArchiveInput!) {\n    customerArchive(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": types.ArchiveCustomerDocument,
    "\n  mutation RestoreCustomer($input: CustomerRestoreInput!) {\n    customerRestore(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": types.RestoreCustomerDocument,
    "\n  mutation TagCustomer($input: CustomerTagInput!) {\n    customerTag(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": types.TagCustomerDocument,
    "\n  mutation UntagCustomer($input: CustomerUntagInput!) {\n    customerUntag(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": types.UntagCustomerDocument,
    "\n  mutation SetExternalId($input: ExternalIdSetInput!) {\n    externalIdSet(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": types.SetExternalIdDocument,
    "\n  mutation AddContactPoint($input: ContactPointAddInput!) {\n    contactPointAdd(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n": types.AddContactPointDocument,
    "\n  mutation UpdateContactPoint($input: ContactPointUpdateInput!) {\n    contactPointUpdate(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n": types.UpdateContactPointDocument,
    "\n  mutation MakeContactPointPrimary($input: ContactPointMakePrimaryInput!) {\n    contactPointMakePrimary(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n": types.MakeContactPointPrimaryDocument,
    "\n  mutation RemoveContactPoint($input: ContactPointRemoveInput!) {\n    contactPointRemove(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": types.RemoveContactPointDocument,
    "\n  mutation RelateCustomer($input: CustomerRelateInput!) {\n    customerRelate(input: $input) {\n      relationship { id version type role sinceOn untilOn from { ...CustomerFacts } to { ...CustomerFacts } }\n      userErrors { ...Refused } position\n    }\n  }\n": types.RelateCustomerDocument,
    "\n  mutation EndRelationship($input: RelationshipEndInput!) {\n    relationshipEnd(input: $input) { relationship { id untilOn to { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n": types.EndRelationshipDocument,
    "\n  mutation RemoveRelationship($input: RelationshipRemoveInput!) {\n    relationshipRemove(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n": types.RemoveRelationshipDocument,
    "\n  subscription FollowCustomer($id: ID!, $after: Position) {\n    customerChanged(id: $id, after: $after) { type changedFields subjectId node { id name } }\n  }\n": types.FollowCustomerDocument,
    "\n  query CurrentPosition { position }\n": types.CurrentPositionDocument,
    "\n  query RolesOfTenant { roles(first: 50) { nodes { id builtIn } } }\n": types.RolesOfTenantDocument,
    "\n  mutation AddColleague($input: UserCreateInput!) { userCreate(input: $input) { user { id } userErrors { ...Refused } } }\n": types.AddColleagueDocument,
    "\n  mutation DefineRole($input: RoleDefineInput!) { roleDefine(input: $input) { role { id } userErrors { ...Refused } } }\n": types.DefineRoleDocument,
    "\n  mutation DeactivateColleague($input: UserChoiceInput!) { userDeactivate(input: $input) { user { id } userErrors { ...Refused } } }\n": types.DeactivateColleagueDocument,
    "\n  mutation MakeTeam($input: TeamCreateInput!) { teamCreate(input: $input) { team { id } userErrors { ...Refused } } }\n": types.MakeTeamDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { accessToken refreshToken userErrors { code message } }\n  }\n": types.SignInDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CustomerFacts on Customer {\n    id version kind name greetingName stage language archivedAt\n    owner { id } team { id }\n    tags { name }\n    contactPoints { id kind value raw label primary }\n    externalIds { system value }\n    relationships { nodes { id type role sinceOn untilOn to { id name } } }\n  }\n"): (typeof documents)["\n  fragment CustomerFacts on Customer {\n    id version kind name greetingName stage language archivedAt\n    owner { id } team { id }\n    tags { name }\n    contactPoints { id kind value raw label primary }\n    externalIds { system value }\n    relationships { nodes { id type role sinceOn untilOn to { id name } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Refused on UserError { code message field }\n"): (typeof documents)["\n  fragment Refused on UserError { code message field }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadCustomer($id: ID!) { customer(id: $id) { ...CustomerFacts } node(id: $id) { id } }\n"): (typeof documents)["\n  query ReadCustomer($id: ID!) { customer(id: $id) { ...CustomerFacts } node(id: $id) { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListCustomers(\n    $first: Int, $after: String, $last: Int, $before: String, $orderBy: CustomerOrder, $filter: CustomerFilter,\n    $named: String, $reachedAt: ContactPointLookup, $externalId: ExternalIdLookup, $tagged: [String!]\n  ) {\n    customers(\n      first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter,\n      named: $named, reachedAt: $reachedAt, externalId: $externalId, tagged: $tagged\n    ) { totalCount nodes { id name } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }\n  }\n"): (typeof documents)["\n  query ListCustomers(\n    $first: Int, $after: String, $last: Int, $before: String, $orderBy: CustomerOrder, $filter: CustomerFilter,\n    $named: String, $reachedAt: ContactPointLookup, $externalId: ExternalIdLookup, $tagged: [String!]\n  ) {\n    customers(\n      first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter,\n      named: $named, reachedAt: $reachedAt, externalId: $externalId, tagged: $tagged\n    ) { totalCount nodes { id name } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCustomer($input: CustomerCreateInput!) {\n    customerCreate(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation CreateCustomer($input: CustomerCreateInput!) {\n    customerCreate(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCustomer($input: CustomerUpdateInput!) {\n    customerUpdate(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateCustomer($input: CustomerUpdateInput!) {\n    customerUpdate(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveCustomer($input: CustomerArchiveInput!) {\n    customerArchive(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation ArchiveCustomer($input: CustomerArchiveInput!) {\n    customerArchive(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreCustomer($input: CustomerRestoreInput!) {\n    customerRestore(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation RestoreCustomer($input: CustomerRestoreInput!) {\n    customerRestore(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TagCustomer($input: CustomerTagInput!) {\n    customerTag(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation TagCustomer($input: CustomerTagInput!) {\n    customerTag(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UntagCustomer($input: CustomerUntagInput!) {\n    customerUntag(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UntagCustomer($input: CustomerUntagInput!) {\n    customerUntag(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetExternalId($input: ExternalIdSetInput!) {\n    externalIdSet(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation SetExternalId($input: ExternalIdSetInput!) {\n    externalIdSet(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddContactPoint($input: ContactPointAddInput!) {\n    contactPointAdd(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation AddContactPoint($input: ContactPointAddInput!) {\n    contactPointAdd(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateContactPoint($input: ContactPointUpdateInput!) {\n    contactPointUpdate(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateContactPoint($input: ContactPointUpdateInput!) {\n    contactPointUpdate(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeContactPointPrimary($input: ContactPointMakePrimaryInput!) {\n    contactPointMakePrimary(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation MakeContactPointPrimary($input: ContactPointMakePrimaryInput!) {\n    contactPointMakePrimary(input: $input) { contactPoint { id version customer { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveContactPoint($input: ContactPointRemoveInput!) {\n    contactPointRemove(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation RemoveContactPoint($input: ContactPointRemoveInput!) {\n    contactPointRemove(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RelateCustomer($input: CustomerRelateInput!) {\n    customerRelate(input: $input) {\n      relationship { id version type role sinceOn untilOn from { ...CustomerFacts } to { ...CustomerFacts } }\n      userErrors { ...Refused } position\n    }\n  }\n"): (typeof documents)["\n  mutation RelateCustomer($input: CustomerRelateInput!) {\n    customerRelate(input: $input) {\n      relationship { id version type role sinceOn untilOn from { ...CustomerFacts } to { ...CustomerFacts } }\n      userErrors { ...Refused } position\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndRelationship($input: RelationshipEndInput!) {\n    relationshipEnd(input: $input) { relationship { id untilOn to { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation EndRelationship($input: RelationshipEndInput!) {\n    relationshipEnd(input: $input) { relationship { id untilOn to { ...CustomerFacts } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveRelationship($input: RelationshipRemoveInput!) {\n    relationshipRemove(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation RemoveRelationship($input: RelationshipRemoveInput!) {\n    relationshipRemove(input: $input) { customer { ...CustomerFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowCustomer($id: ID!, $after: Position) {\n    customerChanged(id: $id, after: $after) { type changedFields subjectId node { id name } }\n  }\n"): (typeof documents)["\n  subscription FollowCustomer($id: ID!, $after: Position) {\n    customerChanged(id: $id, after: $after) { type changedFields subjectId node { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CurrentPosition { position }\n"): (typeof documents)["\n  query CurrentPosition { position }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RolesOfTenant { roles(first: 50) { nodes { id builtIn } } }\n"): (typeof documents)["\n  query RolesOfTenant { roles(first: 50) { nodes { id builtIn } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddColleague($input: UserCreateInput!) { userCreate(input: $input) { user { id } userErrors { ...Refused } } }\n"): (typeof documents)["\n  mutation AddColleague($input: UserCreateInput!) { userCreate(input: $input) { user { id } userErrors { ...Refused } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DefineRole($input: RoleDefineInput!) { roleDefine(input: $input) { role { id } userErrors { ...Refused } } }\n"): (typeof documents)["\n  mutation DefineRole($input: RoleDefineInput!) { roleDefine(input: $input) { role { id } userErrors { ...Refused } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeactivateColleague($input: UserChoiceInput!) { userDeactivate(input: $input) { user { id } userErrors { ...Refused } } }\n"): (typeof documents)["\n  mutation DeactivateColleague($input: UserChoiceInput!) { userDeactivate(input: $input) { user { id } userErrors { ...Refused } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeTeam($input: TeamCreateInput!) { teamCreate(input: $input) { team { id } userErrors { ...Refused } } }\n"): (typeof documents)["\n  mutation MakeTeam($input: TeamCreateInput!) { teamCreate(input: $input) { team { id } userErrors { ...Refused } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { accessToken refreshToken userErrors { code message } }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { accessToken refreshToken userErrors { code message } }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;