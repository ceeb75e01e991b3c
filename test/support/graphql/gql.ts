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
    "\n  mutation DeactivateColleague($input: UserDeactivateInput!) { userDeactivate(input: $input) { user { id } userErrors { ...Refused } } }\n": typeof types.DeactivateColleagueDocument,
    "\n  mutation MakeTeam($input: TeamCreateInput!) { teamCreate(input: $input) { team { id } userErrors { ...Refused } } }\n": typeof types.MakeTeamDocument,
    "\n  fragment ConversationFacts on Conversation {\n    id version subject status startedAt lastAt closedAt\n    channel { id name kind } customer { id name }\n    interactions(orderBy: STARTED_ASC, first: 100) { nodes { id } }\n  }\n": typeof types.ConversationFactsFragmentDoc,
    "\n  fragment InteractionFacts on Interaction {\n    id version kind channelKind direction subject preview callOutcome disposition startedAt endedAt duration automatic\n    channel { id } conversation { id } customer { id name } agent { id name }\n    body { text html }\n    participants(first: 20) { nodes { role name address customer { id } user { id } } }\n    attachments(first: 20) { nodes { fileName contentType size contentId inline url } }\n  }\n": typeof types.InteractionFactsFragmentDoc,
    "\n  mutation CreateChannel($input: ChannelCreateInput!) {\n    channelCreate(input: $input) { channel { id version kind name address active } userErrors { ...Refused } position }\n  }\n": typeof types.CreateChannelDocument,
    "\n  mutation UpdateChannel($input: ChannelUpdateInput!) {\n    channelUpdate(input: $input) { channel { id version kind name address active } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateChannelDocument,
    "\n  query ListChannels { channels(first: 100) { nodes { id name kind active } } }\n": typeof types.ListChannelsDocument,
    "\n  mutation StartConversation($input: ConversationStartInput!) {\n    conversationStart(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }\n  }\n": typeof types.StartConversationDocument,
    "\n  mutation CloseConversation($input: ConversationCloseInput!) {\n    conversationClose(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }\n  }\n": typeof types.CloseConversationDocument,
    "\n  mutation ReopenConversation($input: ConversationReopenInput!) {\n    conversationReopen(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }\n  }\n": typeof types.ReopenConversationDocument,
    "\n  query ReadConversation($id: ID!) { conversation(id: $id) { ...ConversationFacts } node(id: $id) { id } }\n": typeof types.ReadConversationDocument,
    "\n  query ListConversations($filter: ConversationFilter, $orderBy: ConversationOrder) {\n    conversations(first: 20, filter: $filter, orderBy: $orderBy) { totalCount nodes { id subject } }\n  }\n": typeof types.ListConversationsDocument,
    "\n  mutation LogInteraction($input: InteractionLogInput!) {\n    interactionLog(input: $input) { interaction { ...InteractionFacts } userErrors { ...Refused } position }\n  }\n": typeof types.LogInteractionDocument,
    "\n  mutation ReceiveMessage($input: MessageReceiveInput!) {\n    messageReceive(input: $input) { interaction { ...InteractionFacts } userErrors { ...Refused } position }\n  }\n": typeof types.ReceiveMessageDocument,
    "\n  query ReadInteraction($id: ID!) { interaction(id: $id) { ...InteractionFacts } node(id: $id) { id } }\n": typeof types.ReadInteractionDocument,
    "\n  query ReadTimeline($id: ID!) {\n    customer(id: $id) {\n      name language contactPoints { kind value primary }\n      timeline(first: 100) { nodes { at type subject { id } } }\n      interactions(first: 100) { nodes { id direction } }\n      conversations(first: 100) { nodes { id } }\n    }\n  }\n": typeof types.ReadTimelineDocument,
    "\n  query EventsSince($after: Position) { events(after: $after) { changes { type subjectId } position } }\n": typeof types.EventsSinceDocument,
    "\n  subscription FollowConversation($id: ID!, $after: Position) {\n    conversationChanged(id: $id, after: $after) { type node { id status interactions(first: 100) { nodes { id } } } }\n  }\n": typeof types.FollowConversationDocument,
    "\n  query ReadImported($after: String) {\n    conversations(first: 10, after: $after, orderBy: STARTED_DESC) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        subject status startedAt lastAt closedAt customer { name }\n        interactions(orderBy: STARTED_ASC, first: 20) {\n          nodes {\n            direction subject preview automatic startedAt customer { name } agent { name }\n            participants(first: 5) { nodes { role name address customer { name } user { name } } }\n            attachments(first: 5) { nodes { fileName contentType size contentId inline url } }\n            body { text html }\n          }\n        }\n      }\n    }\n  }\n": typeof types.ReadImportedDocument,
    "\n  query ReadCustomers($after: String) {\n    customers(first: 50, after: $after, orderBy: NAME_ASC) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { id name givenName familyName language contactPoints { kind value primary } timeline(first: 1) { totalCount } }\n    }\n  }\n": typeof types.ReadCustomersDocument,
    "\n  fragment MessageFacts on Interaction {\n    id kind direction channelKind subject preview automatic messageId\n    agent { id } customer { id name } conversation { id status subject }\n    body { text html }\n    participants(first: 20) { nodes { role name address customer { id } user { id } } }\n    attachments(first: 20) { nodes { fileName contentType size inline } }\n    delivery { id status reason statusCode attempts sendAt sentAt bouncedAt }\n  }\n": typeof types.MessageFactsFragmentDoc,
    "\n  mutation SendMessage($input: MessageSendInput!) {\n    messageSend(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }\n  }\n": typeof types.SendMessageDocument,
    "\n  mutation CancelMessage($input: MessageCancelInput!) {\n    messageCancel(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }\n  }\n": typeof types.CancelMessageDocument,
    "\n  mutation SendMessageAgain($input: MessageSendAgainInput!) {\n    messageSendAgain(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }\n  }\n": typeof types.SendMessageAgainDocument,
    "\n  query ReadMessage($id: ID!) { interaction(id: $id) { ...MessageFacts } }\n": typeof types.ReadMessageDocument,
    "\n  query ReadMessages($id: ID!) {\n    conversation(id: $id) { id status subject customer { id } interactions(orderBy: STARTED_ASC, first: 50) { nodes { ...MessageFacts } } }\n  }\n": typeof types.ReadMessagesDocument,
    "\n  mutation AddCustomerWithAddress($input: CustomerCreateInput!) {\n    customerCreate(input: $input) { customer { id contactPoints { id kind value undeliverableAt undeliverableReason } } userErrors { ...Refused } position }\n  }\n": typeof types.AddCustomerWithAddressDocument,
    "\n  mutation MarkDeliverable($input: ContactPointMarkDeliverableInput!) {\n    contactPointMarkDeliverable(input: $input) { contactPoint { id undeliverableAt undeliverableReason } userErrors { ...Refused } position }\n  }\n": typeof types.MarkDeliverableDocument,
    "\n  query ReadAddresses($id: ID!) { customer(id: $id) { id contactPoints { id value undeliverableAt undeliverableReason } timeline(first: 20) { nodes { type subject { id } } } } }\n": typeof types.ReadAddressesDocument,
    "\n  fragment MoneyFacts on Money { amount currency }\n": typeof types.MoneyFactsFragmentDoc,
    "\n  fragment OpportunityFacts on Opportunity {\n    id version title status currency amountSource probability expectedCloseOn source nextStep reason competitor wonAt lostAt stageEnteredAt stalled\n    amount { ...MoneyFacts } weightedAmount { ...MoneyFacts } netTotal { ...MoneyFacts } taxTotal { ...MoneyFacts } grossTotal { ...MoneyFacts }\n    customer { id stage } pipeline { id } stage { id name } owner { id } team { id }\n    lines { ...LineFacts }\n    contacts { id role customer { id } }\n    stageHistory(first: 20) { nodes { stage { name } enteredAt leftAt duration movedBy { id } } }\n  }\n": typeof types.OpportunityFactsFragmentDoc,
    "\n  fragment LineFacts on OpportunityLine {\n    id version position productCode description quantity unit priceQuantity discountPercent taxRate\n    unitPrice { ...MoneyFacts } discountAmount { ...MoneyFacts } netAmount { ...MoneyFacts } taxAmount { ...MoneyFacts } grossAmount { ...MoneyFacts }\n  }\n": typeof types.LineFactsFragmentDoc,
    "\n  fragment PipelineFacts on Pipeline {\n    id version name archivedAt stages { id version name position probability requires stalledAfter archivedAt }\n  }\n": typeof types.PipelineFactsFragmentDoc,
    "\n  mutation CreatePipeline($input: PipelineCreateInput!) {\n    pipelineCreate(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n": typeof types.CreatePipelineDocument,
    "\n  mutation UpdatePipeline($input: PipelineUpdateInput!) {\n    pipelineUpdate(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n": typeof types.UpdatePipelineDocument,
    "\n  mutation ReorderPipeline($input: PipelineReorderInput!) {\n    pipelineReorder(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n": typeof types.ReorderPipelineDocument,
    "\n  mutation ArchivePipeline($input: PipelineArchiveInput!) {\n    pipelineArchive(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n": typeof types.ArchivePipelineDocument,
    "\n  mutation RestorePipeline($input: PipelineRestoreInput!) {\n    pipelineRestore(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n": typeof types.RestorePipelineDocument,
    "\n  mutation CreateStage($input: StageCreateInput!) {\n    stageCreate(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n": typeof types.CreateStageDocument,
    "\n  mutation UpdateStage($input: StageUpdateInput!) {\n    stageUpdate(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateStageDocument,
    "\n  mutation ArchiveStage($input: StageArchiveInput!) {\n    stageArchive(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n": typeof types.ArchiveStageDocument,
    "\n  mutation RestoreStage($input: StageRestoreInput!) {\n    stageRestore(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n": typeof types.RestoreStageDocument,
    "\n  query ReadPipeline($id: ID!) { pipeline(id: $id) { ...PipelineFacts } }\n": typeof types.ReadPipelineDocument,
    "\n  mutation OpenOpportunity($input: OpportunityOpenInput!) {\n    opportunityOpen(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": typeof types.OpenOpportunityDocument,
    "\n  mutation UpdateOpportunity($input: OpportunityUpdateInput!) {\n    opportunityUpdate(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateOpportunityDocument,
    "\n  mutation MoveOpportunity($input: OpportunityMoveStageInput!) {\n    opportunityMoveStage(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": typeof types.MoveOpportunityDocument,
    "\n  mutation WinOpportunity($input: OpportunityWinInput!) {\n    opportunityWin(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": typeof types.WinOpportunityDocument,
    "\n  mutation LoseOpportunity($input: OpportunityLoseInput!) {\n    opportunityLose(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": typeof types.LoseOpportunityDocument,
    "\n  mutation ReopenOpportunity($input: OpportunityReopenInput!) {\n    opportunityReopen(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": typeof types.ReopenOpportunityDocument,
    "\n  mutation AddLine($input: OpportunityLineAddInput!) {\n    opportunityLineAdd(input: $input) { opportunityLine { ...LineFacts opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }\n  }\n": typeof types.AddLineDocument,
    "\n  mutation UpdateLine($input: OpportunityLineUpdateInput!) {\n    opportunityLineUpdate(input: $input) { opportunityLine { ...LineFacts opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateLineDocument,
    "\n  mutation RemoveLine($input: OpportunityLineRemoveInput!) {\n    opportunityLineRemove(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": typeof types.RemoveLineDocument,
    "\n  mutation AddContact($input: OpportunityContactAddInput!) {\n    opportunityContactAdd(input: $input) { opportunityContact { id role customer { id } opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }\n  }\n": typeof types.AddContactDocument,
    "\n  mutation UpdateContact($input: OpportunityContactUpdateInput!) {\n    opportunityContactUpdate(input: $input) { opportunityContact { id role } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateContactDocument,
    "\n  mutation RemoveContact($input: OpportunityContactRemoveInput!) {\n    opportunityContactRemove(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": typeof types.RemoveContactDocument,
    "\n  query ReadOpportunity($id: ID!) { opportunity(id: $id) { ...OpportunityFacts } node(id: $id) { id } }\n": typeof types.ReadOpportunityDocument,
    "\n  query ListOpportunities($filter: OpportunityFilter, $orderBy: OpportunityOrder) {\n    opportunities(first: 50, filter: $filter, orderBy: $orderBy) { totalCount nodes { id title } }\n  }\n": typeof types.ListOpportunitiesDocument,
    "\n  query OpportunitiesOfCustomer($id: ID!) {\n    customer(id: $id) {\n      stage\n      opportunities(first: 20) { nodes { id } }\n      dealRoles(first: 20) { nodes { role opportunity { id } } }\n      timeline(first: 20) { nodes { type subject { id } } }\n    }\n  }\n": typeof types.OpportunitiesOfCustomerDocument,
    "\n  mutation SetRate($input: ExchangeRateSetInput!) {\n    exchangeRateSet(input: $input) {\n      currencyPair { id baseCurrency quoteCurrency rate validOn source rates(first: 20) { nodes { rate validOn source } } }\n      userErrors { ...Refused } position\n    }\n  }\n": typeof types.SetRateDocument,
    "\n  fragment TotalsFacts on CurrencyTotals { sums { ...MoneyFacts } total { ...MoneyFacts } unrated }\n": typeof types.TotalsFactsFragmentDoc,
    "\n  query ReadBoard($pipelineId: ID!, $ownerId: ID, $teamId: ID, $ratesOn: Date, $first: Int) {\n    pipelineBoard(pipelineId: $pipelineId, ownerId: $ownerId, teamId: $teamId, ratesOn: $ratesOn) {\n      pipeline { id } baseCurrency\n      columns {\n        stage { name } count stalledCount worth { ...TotalsFacts } weighted { ...TotalsFacts }\n        opportunities(first: $first) { totalCount nodes { title stalled customer { name } } pageInfo { hasNextPage } }\n      }\n      worth { ...TotalsFacts } weighted { ...TotalsFacts }\n      rates { currency rate validOn source }\n    }\n  }\n": typeof types.ReadBoardDocument,
    "\n  subscription FollowPipeline($id: ID!, $after: Position) {\n    pipelineChanged(id: $id, after: $after) { type subject { id } node { id name } position }\n  }\n": typeof types.FollowPipelineDocument,
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
    "\n  mutation DeactivateColleague($input: UserDeactivateInput!) { userDeactivate(input: $input) { user { id } userErrors { ...Refused } } }\n": types.DeactivateColleagueDocument,
    "\n  mutation MakeTeam($input: TeamCreateInput!) { teamCreate(input: $input) { team { id } userErrors { ...Refused } } }\n": types.MakeTeamDocument,
    "\n  fragment ConversationFacts on Conversation {\n    id version subject status startedAt lastAt closedAt\n    channel { id name kind } customer { id name }\n    interactions(orderBy: STARTED_ASC, first: 100) { nodes { id } }\n  }\n": types.ConversationFactsFragmentDoc,
    "\n  fragment InteractionFacts on Interaction {\n    id version kind channelKind direction subject preview callOutcome disposition startedAt endedAt duration automatic\n    channel { id } conversation { id } customer { id name } agent { id name }\n    body { text html }\n    participants(first: 20) { nodes { role name address customer { id } user { id } } }\n    attachments(first: 20) { nodes { fileName contentType size contentId inline url } }\n  }\n": types.InteractionFactsFragmentDoc,
    "\n  mutation CreateChannel($input: ChannelCreateInput!) {\n    channelCreate(input: $input) { channel { id version kind name address active } userErrors { ...Refused } position }\n  }\n": types.CreateChannelDocument,
    "\n  mutation UpdateChannel($input: ChannelUpdateInput!) {\n    channelUpdate(input: $input) { channel { id version kind name address active } userErrors { ...Refused } position }\n  }\n": types.UpdateChannelDocument,
    "\n  query ListChannels { channels(first: 100) { nodes { id name kind active } } }\n": types.ListChannelsDocument,
    "\n  mutation StartConversation($input: ConversationStartInput!) {\n    conversationStart(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }\n  }\n": types.StartConversationDocument,
    "\n  mutation CloseConversation($input: ConversationCloseInput!) {\n    conversationClose(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }\n  }\n": types.CloseConversationDocument,
    "\n  mutation ReopenConversation($input: ConversationReopenInput!) {\n    conversationReopen(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }\n  }\n": types.ReopenConversationDocument,
    "\n  query ReadConversation($id: ID!) { conversation(id: $id) { ...ConversationFacts } node(id: $id) { id } }\n": types.ReadConversationDocument,
    "\n  query ListConversations($filter: ConversationFilter, $orderBy: ConversationOrder) {\n    conversations(first: 20, filter: $filter, orderBy: $orderBy) { totalCount nodes { id subject } }\n  }\n": types.ListConversationsDocument,
    "\n  mutation LogInteraction($input: InteractionLogInput!) {\n    interactionLog(input: $input) { interaction { ...InteractionFacts } userErrors { ...Refused } position }\n  }\n": types.LogInteractionDocument,
    "\n  mutation ReceiveMessage($input: MessageReceiveInput!) {\n    messageReceive(input: $input) { interaction { ...InteractionFacts } userErrors { ...Refused } position }\n  }\n": types.ReceiveMessageDocument,
    "\n  query ReadInteraction($id: ID!) { interaction(id: $id) { ...InteractionFacts } node(id: $id) { id } }\n": types.ReadInteractionDocument,
    "\n  query ReadTimeline($id: ID!) {\n    customer(id: $id) {\n      name language contactPoints { kind value primary }\n      timeline(first: 100) { nodes { at type subject { id } } }\n      interactions(first: 100) { nodes { id direction } }\n      conversations(first: 100) { nodes { id } }\n    }\n  }\n": types.ReadTimelineDocument,
    "\n  query EventsSince($after: Position) { events(after: $after) { changes { type subjectId } position } }\n": types.EventsSinceDocument,
    "\n  subscription FollowConversation($id: ID!, $after: Position) {\n    conversationChanged(id: $id, after: $after) { type node { id status interactions(first: 100) { nodes { id } } } }\n  }\n": types.FollowConversationDocument,
    "\n  query ReadImported($after: String) {\n    conversations(first: 10, after: $after, orderBy: STARTED_DESC) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        subject status startedAt lastAt closedAt customer { name }\n        interactions(orderBy: STARTED_ASC, first: 20) {\n          nodes {\n            direction subject preview automatic startedAt customer { name } agent { name }\n            participants(first: 5) { nodes { role name address customer { name } user { name } } }\n            attachments(first: 5) { nodes { fileName contentType size contentId inline url } }\n            body { text html }\n          }\n        }\n      }\n    }\n  }\n": types.ReadImportedDocument,
    "\n  query ReadCustomers($after: String) {\n    customers(first: 50, after: $after, orderBy: NAME_ASC) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { id name givenName familyName language contactPoints { kind value primary } timeline(first: 1) { totalCount } }\n    }\n  }\n": types.ReadCustomersDocument,
    "\n  fragment MessageFacts on Interaction {\n    id kind direction channelKind subject preview automatic messageId\n    agent { id } customer { id name } conversation { id status subject }\n    body { text html }\n    participants(first: 20) { nodes { role name address customer { id } user { id } } }\n    attachments(first: 20) { nodes { fileName contentType size inline } }\n    delivery { id status reason statusCode attempts sendAt sentAt bouncedAt }\n  }\n": types.MessageFactsFragmentDoc,
    "\n  mutation SendMessage($input: MessageSendInput!) {\n    messageSend(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }\n  }\n": types.SendMessageDocument,
    "\n  mutation CancelMessage($input: MessageCancelInput!) {\n    messageCancel(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }\n  }\n": types.CancelMessageDocument,
    "\n  mutation SendMessageAgain($input: MessageSendAgainInput!) {\n    messageSendAgain(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }\n  }\n": types.SendMessageAgainDocument,
    "\n  query ReadMessage($id: ID!) { interaction(id: $id) { ...MessageFacts } }\n": types.ReadMessageDocument,
    "\n  query ReadMessages($id: ID!) {\n    conversation(id: $id) { id status subject customer { id } interactions(orderBy: STARTED_ASC, first: 50) { nodes { ...MessageFacts } } }\n  }\n": types.ReadMessagesDocument,
    "\n  mutation AddCustomerWithAddress($input: CustomerCreateInput!) {\n    customerCreate(input: $input) { customer { id contactPoints { id kind value undeliverableAt undeliverableReason } } userErrors { ...Refused } position }\n  }\n": types.AddCustomerWithAddressDocument,
    "\n  mutation MarkDeliverable($input: ContactPointMarkDeliverableInput!) {\n    contactPointMarkDeliverable(input: $input) { contactPoint { id undeliverableAt undeliverableReason } userErrors { ...Refused } position }\n  }\n": types.MarkDeliverableDocument,
    "\n  query ReadAddresses($id: ID!) { customer(id: $id) { id contactPoints { id value undeliverableAt undeliverableReason } timeline(first: 20) { nodes { type subject { id } } } } }\n": types.ReadAddressesDocument,
    "\n  fragment MoneyFacts on Money { amount currency }\n": types.MoneyFactsFragmentDoc,
    "\n  fragment OpportunityFacts on Opportunity {\n    id version title status currency amountSource probability expectedCloseOn source nextStep reason competitor wonAt lostAt stageEnteredAt stalled\n    amount { ...MoneyFacts } weightedAmount { ...MoneyFacts } netTotal { ...MoneyFacts } taxTotal { ...MoneyFacts } grossTotal { ...MoneyFacts }\n    customer { id stage } pipeline { id } stage { id name } owner { id } team { id }\n    lines { ...LineFacts }\n    contacts { id role customer { id } }\n    stageHistory(first: 20) { nodes { stage { name } enteredAt leftAt duration movedBy { id } } }\n  }\n": types.OpportunityFactsFragmentDoc,
    "\n  fragment LineFacts on OpportunityLine {\n    id version position productCode description quantity unit priceQuantity discountPercent taxRate\n    unitPrice { ...MoneyFacts } discountAmount { ...MoneyFacts } netAmount { ...MoneyFacts } taxAmount { ...MoneyFacts } grossAmount { ...MoneyFacts }\n  }\n": types.LineFactsFragmentDoc,
    "\n  fragment PipelineFacts on Pipeline {\n    id version name archivedAt stages { id version name position probability requires stalledAfter archivedAt }\n  }\n": types.PipelineFactsFragmentDoc,
    "\n  mutation CreatePipeline($input: PipelineCreateInput!) {\n    pipelineCreate(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n": types.CreatePipelineDocument,
    "\n  mutation UpdatePipeline($input: PipelineUpdateInput!) {\n    pipelineUpdate(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n": types.UpdatePipelineDocument,
    "\n  mutation ReorderPipeline($input: PipelineReorderInput!) {\n    pipelineReorder(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n": types.ReorderPipelineDocument,
    "\n  mutation ArchivePipeline($input: PipelineArchiveInput!) {\n    pipelineArchive(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n": types.ArchivePipelineDocument,
    "\n  mutation RestorePipeline($input: PipelineRestoreInput!) {\n    pipelineRestore(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n": types.RestorePipelineDocument,
    "\n  mutation CreateStage($input: StageCreateInput!) {\n    stageCreate(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n": types.CreateStageDocument,
    "\n  mutation UpdateStage($input: StageUpdateInput!) {\n    stageUpdate(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n": types.UpdateStageDocument,
    "\n  mutation ArchiveStage($input: StageArchiveInput!) {\n    stageArchive(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n": types.ArchiveStageDocument,
    "\n  mutation RestoreStage($input: StageRestoreInput!) {\n    stageRestore(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n": types.RestoreStageDocument,
    "\n  query ReadPipeline($id: ID!) { pipeline(id: $id) { ...PipelineFacts } }\n": types.ReadPipelineDocument,
    "\n  mutation OpenOpportunity($input: OpportunityOpenInput!) {\n    opportunityOpen(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": types.OpenOpportunityDocument,
    "\n  mutation UpdateOpportunity($input: OpportunityUpdateInput!) {\n    opportunityUpdate(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": types.UpdateOpportunityDocument,
    "\n  mutation MoveOpportunity($input: OpportunityMoveStageInput!) {\n    opportunityMoveStage(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": types.MoveOpportunityDocument,
    "\n  mutation WinOpportunity($input: OpportunityWinInput!) {\n    opportunityWin(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": types.WinOpportunityDocument,
    "\n  mutation LoseOpportunity($input: OpportunityLoseInput!) {\n    opportunityLose(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": types.LoseOpportunityDocument,
    "\n  mutation ReopenOpportunity($input: OpportunityReopenInput!) {\n    opportunityReopen(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": types.ReopenOpportunityDocument,
    "\n  mutation AddLine($input: OpportunityLineAddInput!) {\n    opportunityLineAdd(input: $input) { opportunityLine { ...LineFacts opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }\n  }\n": types.AddLineDocument,
    "\n  mutation UpdateLine($input: OpportunityLineUpdateInput!) {\n    opportunityLineUpdate(input: $input) { opportunityLine { ...LineFacts opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }\n  }\n": types.UpdateLineDocument,
    "\n  mutation RemoveLine($input: OpportunityLineRemoveInput!) {\n    opportunityLineRemove(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": types.RemoveLineDocument,
    "\n  mutation AddContact($input: OpportunityContactAddInput!) {\n    opportunityContactAdd(input: $input) { opportunityContact { id role customer { id } opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }\n  }\n": types.AddContactDocument,
    "\n  mutation UpdateContact($input: OpportunityContactUpdateInput!) {\n    opportunityContactUpdate(input: $input) { opportunityContact { id role } userErrors { ...Refused } position }\n  }\n": types.UpdateContactDocument,
    "\n  mutation RemoveContact($input: OpportunityContactRemoveInput!) {\n    opportunityContactRemove(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n": types.RemoveContactDocument,
    "\n  query ReadOpportunity($id: ID!) { opportunity(id: $id) { ...OpportunityFacts } node(id: $id) { id } }\n": types.ReadOpportunityDocument,
    "\n  query ListOpportunities($filter: OpportunityFilter, $orderBy: OpportunityOrder) {\n    opportunities(first: 50, filter: $filter, orderBy: $orderBy) { totalCount nodes { id title } }\n  }\n": types.ListOpportunitiesDocument,
    "\n  query OpportunitiesOfCustomer($id: ID!) {\n    customer(id: $id) {\n      stage\n      opportunities(first: 20) { nodes { id } }\n      dealRoles(first: 20) { nodes { role opportunity { id } } }\n      timeline(first: 20) { nodes { type subject { id } } }\n    }\n  }\n": types.OpportunitiesOfCustomerDocument,
    "\n  mutation SetRate($input: ExchangeRateSetInput!) {\n    exchangeRateSet(input: $input) {\n      currencyPair { id baseCurrency quoteCurrency rate validOn source rates(first: 20) { nodes { rate validOn source } } }\n      userErrors { ...Refused } position\n    }\n  }\n": types.SetRateDocument,
    "\n  fragment TotalsFacts on CurrencyTotals { sums { ...MoneyFacts } total { ...MoneyFacts } unrated }\n": types.TotalsFactsFragmentDoc,
    "\n  query ReadBoard($pipelineId: ID!, $ownerId: ID, $teamId: ID, $ratesOn: Date, $first: Int) {\n    pipelineBoard(pipelineId: $pipelineId, ownerId: $ownerId, teamId: $teamId, ratesOn: $ratesOn) {\n      pipeline { id } baseCurrency\n      columns {\n        stage { name } count stalledCount worth { ...TotalsFacts } weighted { ...TotalsFacts }\n        opportunities(first: $first) { totalCount nodes { title stalled customer { name } } pageInfo { hasNextPage } }\n      }\n      worth { ...TotalsFacts } weighted { ...TotalsFacts }\n      rates { currency rate validOn source }\n    }\n  }\n": types.ReadBoardDocument,
    "\n  subscription FollowPipeline($id: ID!, $after: Position) {\n    pipelineChanged(id: $id, after: $after) { type subject { id } node { id name } position }\n  }\n": types.FollowPipelineDocument,
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
export function graphql(source: "\n  mutation DeactivateColleague($input: UserDeactivateInput!) { userDeactivate(input: $input) { user { id } userErrors { ...Refused } } }\n"): (typeof documents)["\n  mutation DeactivateColleague($input: UserDeactivateInput!) { userDeactivate(input: $input) { user { id } userErrors { ...Refused } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeTeam($input: TeamCreateInput!) { teamCreate(input: $input) { team { id } userErrors { ...Refused } } }\n"): (typeof documents)["\n  mutation MakeTeam($input: TeamCreateInput!) { teamCreate(input: $input) { team { id } userErrors { ...Refused } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConversationFacts on Conversation {\n    id version subject status startedAt lastAt closedAt\n    channel { id name kind } customer { id name }\n    interactions(orderBy: STARTED_ASC, first: 100) { nodes { id } }\n  }\n"): (typeof documents)["\n  fragment ConversationFacts on Conversation {\n    id version subject status startedAt lastAt closedAt\n    channel { id name kind } customer { id name }\n    interactions(orderBy: STARTED_ASC, first: 100) { nodes { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InteractionFacts on Interaction {\n    id version kind channelKind direction subject preview callOutcome disposition startedAt endedAt duration automatic\n    channel { id } conversation { id } customer { id name } agent { id name }\n    body { text html }\n    participants(first: 20) { nodes { role name address customer { id } user { id } } }\n    attachments(first: 20) { nodes { fileName contentType size contentId inline url } }\n  }\n"): (typeof documents)["\n  fragment InteractionFacts on Interaction {\n    id version kind channelKind direction subject preview callOutcome disposition startedAt endedAt duration automatic\n    channel { id } conversation { id } customer { id name } agent { id name }\n    body { text html }\n    participants(first: 20) { nodes { role name address customer { id } user { id } } }\n    attachments(first: 20) { nodes { fileName contentType size contentId inline url } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateChannel($input: ChannelCreateInput!) {\n    channelCreate(input: $input) { channel { id version kind name address active } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation CreateChannel($input: ChannelCreateInput!) {\n    channelCreate(input: $input) { channel { id version kind name address active } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateChannel($input: ChannelUpdateInput!) {\n    channelUpdate(input: $input) { channel { id version kind name address active } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateChannel($input: ChannelUpdateInput!) {\n    channelUpdate(input: $input) { channel { id version kind name address active } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListChannels { channels(first: 100) { nodes { id name kind active } } }\n"): (typeof documents)["\n  query ListChannels { channels(first: 100) { nodes { id name kind active } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartConversation($input: ConversationStartInput!) {\n    conversationStart(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation StartConversation($input: ConversationStartInput!) {\n    conversationStart(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseConversation($input: ConversationCloseInput!) {\n    conversationClose(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation CloseConversation($input: ConversationCloseInput!) {\n    conversationClose(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenConversation($input: ConversationReopenInput!) {\n    conversationReopen(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation ReopenConversation($input: ConversationReopenInput!) {\n    conversationReopen(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadConversation($id: ID!) { conversation(id: $id) { ...ConversationFacts } node(id: $id) { id } }\n"): (typeof documents)["\n  query ReadConversation($id: ID!) { conversation(id: $id) { ...ConversationFacts } node(id: $id) { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListConversations($filter: ConversationFilter, $orderBy: ConversationOrder) {\n    conversations(first: 20, filter: $filter, orderBy: $orderBy) { totalCount nodes { id subject } }\n  }\n"): (typeof documents)["\n  query ListConversations($filter: ConversationFilter, $orderBy: ConversationOrder) {\n    conversations(first: 20, filter: $filter, orderBy: $orderBy) { totalCount nodes { id subject } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LogInteraction($input: InteractionLogInput!) {\n    interactionLog(input: $input) { interaction { ...InteractionFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation LogInteraction($input: InteractionLogInput!) {\n    interactionLog(input: $input) { interaction { ...InteractionFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReceiveMessage($input: MessageReceiveInput!) {\n    messageReceive(input: $input) { interaction { ...InteractionFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation ReceiveMessage($input: MessageReceiveInput!) {\n    messageReceive(input: $input) { interaction { ...InteractionFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadInteraction($id: ID!) { interaction(id: $id) { ...InteractionFacts } node(id: $id) { id } }\n"): (typeof documents)["\n  query ReadInteraction($id: ID!) { interaction(id: $id) { ...InteractionFacts } node(id: $id) { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadTimeline($id: ID!) {\n    customer(id: $id) {\n      name language contactPoints { kind value primary }\n      timeline(first: 100) { nodes { at type subject { id } } }\n      interactions(first: 100) { nodes { id direction } }\n      conversations(first: 100) { nodes { id } }\n    }\n  }\n"): (typeof documents)["\n  query ReadTimeline($id: ID!) {\n    customer(id: $id) {\n      name language contactPoints { kind value primary }\n      timeline(first: 100) { nodes { at type subject { id } } }\n      interactions(first: 100) { nodes { id direction } }\n      conversations(first: 100) { nodes { id } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EventsSince($after: Position) { events(after: $after) { changes { type subjectId } position } }\n"): (typeof documents)["\n  query EventsSince($after: Position) { events(after: $after) { changes { type subjectId } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowConversation($id: ID!, $after: Position) {\n    conversationChanged(id: $id, after: $after) { type node { id status interactions(first: 100) { nodes { id } } } }\n  }\n"): (typeof documents)["\n  subscription FollowConversation($id: ID!, $after: Position) {\n    conversationChanged(id: $id, after: $after) { type node { id status interactions(first: 100) { nodes { id } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadImported($after: String) {\n    conversations(first: 10, after: $after, orderBy: STARTED_DESC) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        subject status startedAt lastAt closedAt customer { name }\n        interactions(orderBy: STARTED_ASC, first: 20) {\n          nodes {\n            direction subject preview automatic startedAt customer { name } agent { name }\n            participants(first: 5) { nodes { role name address customer { name } user { name } } }\n            attachments(first: 5) { nodes { fileName contentType size contentId inline url } }\n            body { text html }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadImported($after: String) {\n    conversations(first: 10, after: $after, orderBy: STARTED_DESC) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        subject status startedAt lastAt closedAt customer { name }\n        interactions(orderBy: STARTED_ASC, first: 20) {\n          nodes {\n            direction subject preview automatic startedAt customer { name } agent { name }\n            participants(first: 5) { nodes { role name address customer { name } user { name } } }\n            attachments(first: 5) { nodes { fileName contentType size contentId inline url } }\n            body { text html }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadCustomers($after: String) {\n    customers(first: 50, after: $after, orderBy: NAME_ASC) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { id name givenName familyName language contactPoints { kind value primary } timeline(first: 1) { totalCount } }\n    }\n  }\n"): (typeof documents)["\n  query ReadCustomers($after: String) {\n    customers(first: 50, after: $after, orderBy: NAME_ASC) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { id name givenName familyName language contactPoints { kind value primary } timeline(first: 1) { totalCount } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MessageFacts on Interaction {\n    id kind direction channelKind subject preview automatic messageId\n    agent { id } customer { id name } conversation { id status subject }\n    body { text html }\n    participants(first: 20) { nodes { role name address customer { id } user { id } } }\n    attachments(first: 20) { nodes { fileName contentType size inline } }\n    delivery { id status reason statusCode attempts sendAt sentAt bouncedAt }\n  }\n"): (typeof documents)["\n  fragment MessageFacts on Interaction {\n    id kind direction channelKind subject preview automatic messageId\n    agent { id } customer { id name } conversation { id status subject }\n    body { text html }\n    participants(first: 20) { nodes { role name address customer { id } user { id } } }\n    attachments(first: 20) { nodes { fileName contentType size inline } }\n    delivery { id status reason statusCode attempts sendAt sentAt bouncedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendMessage($input: MessageSendInput!) {\n    messageSend(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation SendMessage($input: MessageSendInput!) {\n    messageSend(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelMessage($input: MessageCancelInput!) {\n    messageCancel(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation CancelMessage($input: MessageCancelInput!) {\n    messageCancel(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendMessageAgain($input: MessageSendAgainInput!) {\n    messageSendAgain(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation SendMessageAgain($input: MessageSendAgainInput!) {\n    messageSendAgain(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadMessage($id: ID!) { interaction(id: $id) { ...MessageFacts } }\n"): (typeof documents)["\n  query ReadMessage($id: ID!) { interaction(id: $id) { ...MessageFacts } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadMessages($id: ID!) {\n    conversation(id: $id) { id status subject customer { id } interactions(orderBy: STARTED_ASC, first: 50) { nodes { ...MessageFacts } } }\n  }\n"): (typeof documents)["\n  query ReadMessages($id: ID!) {\n    conversation(id: $id) { id status subject customer { id } interactions(orderBy: STARTED_ASC, first: 50) { nodes { ...MessageFacts } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddCustomerWithAddress($input: CustomerCreateInput!) {\n    customerCreate(input: $input) { customer { id contactPoints { id kind value undeliverableAt undeliverableReason } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation AddCustomerWithAddress($input: CustomerCreateInput!) {\n    customerCreate(input: $input) { customer { id contactPoints { id kind value undeliverableAt undeliverableReason } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkDeliverable($input: ContactPointMarkDeliverableInput!) {\n    contactPointMarkDeliverable(input: $input) { contactPoint { id undeliverableAt undeliverableReason } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation MarkDeliverable($input: ContactPointMarkDeliverableInput!) {\n    contactPointMarkDeliverable(input: $input) { contactPoint { id undeliverableAt undeliverableReason } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadAddresses($id: ID!) { customer(id: $id) { id contactPoints { id value undeliverableAt undeliverableReason } timeline(first: 20) { nodes { type subject { id } } } } }\n"): (typeof documents)["\n  query ReadAddresses($id: ID!) { customer(id: $id) { id contactPoints { id value undeliverableAt undeliverableReason } timeline(first: 20) { nodes { type subject { id } } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MoneyFacts on Money { amount currency }\n"): (typeof documents)["\n  fragment MoneyFacts on Money { amount currency }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OpportunityFacts on Opportunity {\n    id version title status currency amountSource probability expectedCloseOn source nextStep reason competitor wonAt lostAt stageEnteredAt stalled\n    amount { ...MoneyFacts } weightedAmount { ...MoneyFacts } netTotal { ...MoneyFacts } taxTotal { ...MoneyFacts } grossTotal { ...MoneyFacts }\n    customer { id stage } pipeline { id } stage { id name } owner { id } team { id }\n    lines { ...LineFacts }\n    contacts { id role customer { id } }\n    stageHistory(first: 20) { nodes { stage { name } enteredAt leftAt duration movedBy { id } } }\n  }\n"): (typeof documents)["\n  fragment OpportunityFacts on Opportunity {\n    id version title status currency amountSource probability expectedCloseOn source nextStep reason competitor wonAt lostAt stageEnteredAt stalled\n    amount { ...MoneyFacts } weightedAmount { ...MoneyFacts } netTotal { ...MoneyFacts } taxTotal { ...MoneyFacts } grossTotal { ...MoneyFacts }\n    customer { id stage } pipeline { id } stage { id name } owner { id } team { id }\n    lines { ...LineFacts }\n    contacts { id role customer { id } }\n    stageHistory(first: 20) { nodes { stage { name } enteredAt leftAt duration movedBy { id } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LineFacts on OpportunityLine {\n    id version position productCode description quantity unit priceQuantity discountPercent taxRate\n    unitPrice { ...MoneyFacts } discountAmount { ...MoneyFacts } netAmount { ...MoneyFacts } taxAmount { ...MoneyFacts } grossAmount { ...MoneyFacts }\n  }\n"): (typeof documents)["\n  fragment LineFacts on OpportunityLine {\n    id version position productCode description quantity unit priceQuantity discountPercent taxRate\n    unitPrice { ...MoneyFacts } discountAmount { ...MoneyFacts } netAmount { ...MoneyFacts } taxAmount { ...MoneyFacts } grossAmount { ...MoneyFacts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PipelineFacts on Pipeline {\n    id version name archivedAt stages { id version name position probability requires stalledAfter archivedAt }\n  }\n"): (typeof documents)["\n  fragment PipelineFacts on Pipeline {\n    id version name archivedAt stages { id version name position probability requires stalledAfter archivedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePipeline($input: PipelineCreateInput!) {\n    pipelineCreate(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation CreatePipeline($input: PipelineCreateInput!) {\n    pipelineCreate(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePipeline($input: PipelineUpdateInput!) {\n    pipelineUpdate(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdatePipeline($input: PipelineUpdateInput!) {\n    pipelineUpdate(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReorderPipeline($input: PipelineReorderInput!) {\n    pipelineReorder(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation ReorderPipeline($input: PipelineReorderInput!) {\n    pipelineReorder(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchivePipeline($input: PipelineArchiveInput!) {\n    pipelineArchive(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation ArchivePipeline($input: PipelineArchiveInput!) {\n    pipelineArchive(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestorePipeline($input: PipelineRestoreInput!) {\n    pipelineRestore(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation RestorePipeline($input: PipelineRestoreInput!) {\n    pipelineRestore(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateStage($input: StageCreateInput!) {\n    stageCreate(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation CreateStage($input: StageCreateInput!) {\n    stageCreate(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateStage($input: StageUpdateInput!) {\n    stageUpdate(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateStage($input: StageUpdateInput!) {\n    stageUpdate(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveStage($input: StageArchiveInput!) {\n    stageArchive(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation ArchiveStage($input: StageArchiveInput!) {\n    stageArchive(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreStage($input: StageRestoreInput!) {\n    stageRestore(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation RestoreStage($input: StageRestoreInput!) {\n    stageRestore(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadPipeline($id: ID!) { pipeline(id: $id) { ...PipelineFacts } }\n"): (typeof documents)["\n  query ReadPipeline($id: ID!) { pipeline(id: $id) { ...PipelineFacts } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenOpportunity($input: OpportunityOpenInput!) {\n    opportunityOpen(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation OpenOpportunity($input: OpportunityOpenInput!) {\n    opportunityOpen(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateOpportunity($input: OpportunityUpdateInput!) {\n    opportunityUpdate(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateOpportunity($input: OpportunityUpdateInput!) {\n    opportunityUpdate(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveOpportunity($input: OpportunityMoveStageInput!) {\n    opportunityMoveStage(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation MoveOpportunity($input: OpportunityMoveStageInput!) {\n    opportunityMoveStage(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WinOpportunity($input: OpportunityWinInput!) {\n    opportunityWin(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation WinOpportunity($input: OpportunityWinInput!) {\n    opportunityWin(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LoseOpportunity($input: OpportunityLoseInput!) {\n    opportunityLose(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation LoseOpportunity($input: OpportunityLoseInput!) {\n    opportunityLose(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenOpportunity($input: OpportunityReopenInput!) {\n    opportunityReopen(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation ReopenOpportunity($input: OpportunityReopenInput!) {\n    opportunityReopen(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddLine($input: OpportunityLineAddInput!) {\n    opportunityLineAdd(input: $input) { opportunityLine { ...LineFacts opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation AddLine($input: OpportunityLineAddInput!) {\n    opportunityLineAdd(input: $input) { opportunityLine { ...LineFacts opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateLine($input: OpportunityLineUpdateInput!) {\n    opportunityLineUpdate(input: $input) { opportunityLine { ...LineFacts opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateLine($input: OpportunityLineUpdateInput!) {\n    opportunityLineUpdate(input: $input) { opportunityLine { ...LineFacts opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveLine($input: OpportunityLineRemoveInput!) {\n    opportunityLineRemove(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation RemoveLine($input: OpportunityLineRemoveInput!) {\n    opportunityLineRemove(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddContact($input: OpportunityContactAddInput!) {\n    opportunityContactAdd(input: $input) { opportunityContact { id role customer { id } opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation AddContact($input: OpportunityContactAddInput!) {\n    opportunityContactAdd(input: $input) { opportunityContact { id role customer { id } opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateContact($input: OpportunityContactUpdateInput!) {\n    opportunityContactUpdate(input: $input) { opportunityContact { id role } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateContact($input: OpportunityContactUpdateInput!) {\n    opportunityContactUpdate(input: $input) { opportunityContact { id role } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveContact($input: OpportunityContactRemoveInput!) {\n    opportunityContactRemove(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation RemoveContact($input: OpportunityContactRemoveInput!) {\n    opportunityContactRemove(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadOpportunity($id: ID!) { opportunity(id: $id) { ...OpportunityFacts } node(id: $id) { id } }\n"): (typeof documents)["\n  query ReadOpportunity($id: ID!) { opportunity(id: $id) { ...OpportunityFacts } node(id: $id) { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListOpportunities($filter: OpportunityFilter, $orderBy: OpportunityOrder) {\n    opportunities(first: 50, filter: $filter, orderBy: $orderBy) { totalCount nodes { id title } }\n  }\n"): (typeof documents)["\n  query ListOpportunities($filter: OpportunityFilter, $orderBy: OpportunityOrder) {\n    opportunities(first: 50, filter: $filter, orderBy: $orderBy) { totalCount nodes { id title } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpportunitiesOfCustomer($id: ID!) {\n    customer(id: $id) {\n      stage\n      opportunities(first: 20) { nodes { id } }\n      dealRoles(first: 20) { nodes { role opportunity { id } } }\n      timeline(first: 20) { nodes { type subject { id } } }\n    }\n  }\n"): (typeof documents)["\n  query OpportunitiesOfCustomer($id: ID!) {\n    customer(id: $id) {\n      stage\n      opportunities(first: 20) { nodes { id } }\n      dealRoles(first: 20) { nodes { role opportunity { id } } }\n      timeline(first: 20) { nodes { type subject { id } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetRate($input: ExchangeRateSetInput!) {\n    exchangeRateSet(input: $input) {\n      currencyPair { id baseCurrency quoteCurrency rate validOn source rates(first: 20) { nodes { rate validOn source } } }\n      userErrors { ...Refused } position\n    }\n  }\n"): (typeof documents)["\n  mutation SetRate($input: ExchangeRateSetInput!) {\n    exchangeRateSet(input: $input) {\n      currencyPair { id baseCurrency quoteCurrency rate validOn source rates(first: 20) { nodes { rate validOn source } } }\n      userErrors { ...Refused } position\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TotalsFacts on CurrencyTotals { sums { ...MoneyFacts } total { ...MoneyFacts } unrated }\n"): (typeof documents)["\n  fragment TotalsFacts on CurrencyTotals { sums { ...MoneyFacts } total { ...MoneyFacts } unrated }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadBoard($pipelineId: ID!, $ownerId: ID, $teamId: ID, $ratesOn: Date, $first: Int) {\n    pipelineBoard(pipelineId: $pipelineId, ownerId: $ownerId, teamId: $teamId, ratesOn: $ratesOn) {\n      pipeline { id } baseCurrency\n      columns {\n        stage { name } count stalledCount worth { ...TotalsFacts } weighted { ...TotalsFacts }\n        opportunities(first: $first) { totalCount nodes { title stalled customer { name } } pageInfo { hasNextPage } }\n      }\n      worth { ...TotalsFacts } weighted { ...TotalsFacts }\n      rates { currency rate validOn source }\n    }\n  }\n"): (typeof documents)["\n  query ReadBoard($pipelineId: ID!, $ownerId: ID, $teamId: ID, $ratesOn: Date, $first: Int) {\n    pipelineBoard(pipelineId: $pipelineId, ownerId: $ownerId, teamId: $teamId, ratesOn: $ratesOn) {\n      pipeline { id } baseCurrency\n      columns {\n        stage { name } count stalledCount worth { ...TotalsFacts } weighted { ...TotalsFacts }\n        opportunities(first: $first) { totalCount nodes { title stalled customer { name } } pageInfo { hasNextPage } }\n      }\n      worth { ...TotalsFacts } weighted { ...TotalsFacts }\n      rates { currency rate validOn source }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowPipeline($id: ID!, $after: Position) {\n    pipelineChanged(id: $id, after: $after) { type subject { id } node { id name } position }\n  }\n"): (typeof documents)["\n  subscription FollowPipeline($id: ID!, $after: Position) {\n    pipelineChanged(id: $id, after: $after) { type subject { id } node { id name } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { accessToken refreshToken userErrors { code message } }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { accessToken refreshToken userErrors { code message } }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;