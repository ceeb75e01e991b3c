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
    "\n  fragment CampaignFacts on Campaign {\n    id version name goal status budget { amount currency } startsOn endsOn startAt timeZone sendFrom sendUntil weekdaysOnly holdOutPercent seed\n    launchedAt startedAt endedAt failure enrolled owner { id } channel { id } job { id kind status done total }\n    variants { id name weight template { id name } }\n    audienceConditions { id within { id } kind field comparison values }\n  }\n": typeof types.CampaignFactsFragmentDoc,
    "\n  fragment MemberFacts on CampaignMember {\n    id status exclusion attempts statusCode failure dueAt handedAt sentAt bouncedAt repliedAt unsubscribedAt customer { id name } variant { id name }\n  }\n": typeof types.MemberFactsFragmentDoc,
    "\n  fragment TemplateFacts on MailTemplate { id version name fallbackLanguage frozenAt texts { id language subject html text } }\n": typeof types.TemplateFactsFragmentDoc,
    "\n  mutation CreateTemplate($input: MailTemplateCreateInput!) { mailTemplateCreate(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n": typeof types.CreateTemplateDocument,
    "\n  mutation UpdateTemplate($input: MailTemplateUpdateInput!) { mailTemplateUpdate(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n": typeof types.UpdateTemplateDocument,
    "\n  mutation SetTemplateText($input: MailTemplateTextSetInput!) { mailTemplateTextSet(input: $input) { mailTemplateText { id language template { ...TemplateFacts } } userErrors { ...Refused } position } }\n": typeof types.SetTemplateTextDocument,
    "\n  mutation RemoveTemplateText($input: MailTemplateTextRemoveInput!) { mailTemplateTextRemove(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n": typeof types.RemoveTemplateTextDocument,
    "\n  mutation CopyTemplate($input: MailTemplateCopyInput!) { mailTemplateCopy(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n": typeof types.CopyTemplateDocument,
    "\n  mutation SendTemplateTest($input: MailTemplateSendTestInput!) { mailTemplateSendTest(input: $input) { job { id kind status } userErrors { ...Refused } position } }\n": typeof types.SendTemplateTestDocument,
    "\n  query PreviewTemplate($templateId: ID!, $customerId: ID, $language: Locale) {\n    mailTemplatePreview(templateId: $templateId, customerId: $customerId, language: $language) { language subject html text }\n  }\n": typeof types.PreviewTemplateDocument,
    "\n  mutation PlanCampaign($input: CampaignPlanInput!) { campaignPlan(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": typeof types.PlanCampaignDocument,
    "\n  mutation UpdateCampaign($input: CampaignUpdateInput!) { campaignUpdate(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": typeof types.UpdateCampaignDocument,
    "\n  mutation AddToAudience($input: CampaignCustomersAddInput!) { campaignCustomersAdd(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": typeof types.AddToAudienceDocument,
    "\n  mutation RemoveFromAudience($input: CampaignCustomersRemoveInput!) { campaignCustomersRemove(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": typeof types.RemoveFromAudienceDocument,
    "\n  mutation LaunchCampaign($input: CampaignLaunchInput!) { campaignLaunch(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": typeof types.LaunchCampaignDocument,
    "\n  mutation PauseCampaign($input: CampaignPauseInput!) { campaignPause(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": typeof types.PauseCampaignDocument,
    "\n  mutation ResumeCampaign($input: CampaignResumeInput!) { campaignResume(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": typeof types.ResumeCampaignDocument,
    "\n  mutation StopCampaign($input: CampaignStopInput!) { campaignStop(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": typeof types.StopCampaignDocument,
    "\n  mutation MailMemberAgain($input: CampaignMemberSendAgainInput!) { campaignMemberSendAgain(input: $input) { campaignMember { ...MemberFacts } userErrors { ...Refused } position } }\n": typeof types.MailMemberAgainDocument,
    "\n  query ReadCampaign($id: ID!) { campaign(id: $id) { ...CampaignFacts } }\n": typeof types.ReadCampaignDocument,
    "\n  query ReadMembers($id: ID!, $filter: CampaignMemberFilter, $after: String) {\n    campaign(id: $id) { members(first: 100, filter: $filter, after: $after) { nodes { ...MemberFacts } totalCount pageInfo { hasNextPage endCursor } } }\n  }\n": typeof types.ReadMembersDocument,
    "\n  query PreviewAudience($id: ID!) {\n    campaign(id: $id) {\n      audienceCustomers(first: 100) { nodes { customer { id } } }\n      audiencePreview { size examined complete mailable exclusions { reason count } examples { exclusion customer { id } } }\n    }\n  }\n": typeof types.PreviewAudienceDocument,
    "\n  fragment Measured on MeasuredProportion { count of share low high }\n": typeof types.MeasuredFragmentDoc,
    "\n  query ReadResults($id: ID!) {\n    campaign(id: $id) {\n      results {\n        fromAt untilAt enrolled exclusions { reason count }\n        holdOut { members opened { ...Measured } won { ...Measured } }\n        variants {\n          variant { name } members queued sending cancelled excluded uncertain\n          sent { ...Measured } failed { ...Measured } bounced { ...Measured } unsubscribed { ...Measured } replied { ...Measured } opened { ...Measured } won { ...Measured }\n          openedDifference { value low high } wonDifference { value low high }\n        }\n      }\n    }\n  }\n": typeof types.ReadResultsDocument,
    "\n  query ReadSuppressions($address: String, $filter: SuppressionFilter) {\n    suppressions(address: $address, filter: $filter, first: 100) { nodes { id address reason source note member { id } } totalCount }\n  }\n": typeof types.ReadSuppressionsDocument,
    "\n  query ReadOptOuts($id: ID!) { customer(id: $id) { optOuts(first: 5) { nodes { customer { id } suppression { id address optOuts(first: 5) { nodes { id } } } } } } }\n": typeof types.ReadOptOutsDocument,
    "\n  mutation AddSuppression($input: SuppressionAddInput!) { suppressionAdd(input: $input) { suppression { id address reason source note } userErrors { ...Refused } position } }\n": typeof types.AddSuppressionDocument,
    "\n  mutation RemoveSuppression($input: SuppressionRemoveInput!) { suppressionRemove(input: $input) { removed userErrors { ...Refused } position } }\n": typeof types.RemoveSuppressionDocument,
    "\n  mutation SetCampaignPolicy($input: CampaignPolicySetInput!) { campaignPolicySet(input: $input) { campaignPolicy { id mostMails perDays domainPerMinute domainConnections } userErrors { ...Refused } position } }\n": typeof types.SetCampaignPolicyDocument,
    "\n  query ReadTimelineOfMembers($id: ID!) {\n    customer(id: $id) {\n      timeline(first: 10, filter: { type: { eq: \"CampaignMember\" } }) { nodes { at subject { __typename ... on CampaignMember { status campaign { name } } } } }\n      campaignMembers(first: 10) { nodes { id } }\n    }\n  }\n": typeof types.ReadTimelineOfMembersDocument,
    "\n  mutation MakeCustomer($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id contactPoints { id } } userErrors { ...Refused } position } }\n": typeof types.MakeCustomerDocument,
    "\n  mutation CancelJob($input: JobCancelInput!) { jobCancel(input: $input) { job { id status } userErrors { ...Refused } position } }\n": typeof types.CancelJobDocument,
    "\n  fragment CalendarFacts on Calendar {\n    id version name isDefault active\n    hours { id timeZone holidayRegion windows { weekday opensAt closesAt } specialDays { fallsOn name opensAt closesAt } }\n  }\n": typeof types.CalendarFactsFragmentDoc,
    "\n  fragment StepFacts on ClockStep { kind startsAt endsAt name countedSeconds usedSeconds leftSeconds }\n": typeof types.StepFactsFragmentDoc,
    "\n  fragment ClockFacts on Clock {\n    id version metric state target startedAt dueAt warnAt warnedAt breachedAt firstBreachedAt metAt cancelledAt\n    calendar { name } subject { id } pauses { startedAt endedAt reason } terms { effectiveAt target hours { timeZone } }\n    explanation { ...StepFacts }\n  }\n": typeof types.ClockFactsFragmentDoc,
    "\n  query ListCalendars { calendars { nodes { ...CalendarFacts } } }\n": typeof types.ListCalendarsDocument,
    "\n  query ReadCalendar($id: ID!) { calendar(id: $id) { ...CalendarFacts } }\n": typeof types.ReadCalendarDocument,
    "\n  mutation CreateCalendar($input: CalendarCreateInput!) {\n    calendarCreate(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }\n  }\n": typeof types.CreateCalendarDocument,
    "\n  mutation UpdateCalendar($input: CalendarUpdateInput!) {\n    calendarUpdate(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateCalendarDocument,
    "\n  mutation MakeCalendarDefault($input: CalendarMakeDefaultInput!) {\n    calendarMakeDefault(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }\n  }\n": typeof types.MakeCalendarDefaultDocument,
    "\n  query ListHolidays($region: String!, $year: Int!) { holidays(region: $region, year: $year) { fallsOn name } }\n": typeof types.ListHolidaysDocument,
    "\n  query ListHolidayRegions($country: CountryCode!) { holidayRegions(country: $country) { code name } }\n": typeof types.ListHolidayRegionsDocument,
    "\n  query AskDueTime($calendarId: ID, $target: Duration!, $from: DateTime) {\n    dueTime(calendarId: $calendarId, target: $target, from: $from) { dueAt steps { ...StepFacts } }\n  }\n": typeof types.AskDueTimeDocument,
    "\n  query AskBusinessTime($calendarId: ID, $from: DateTime!, $until: DateTime!) {\n    businessTime(calendarId: $calendarId, from: $from, until: $until) { seconds steps { ...StepFacts } }\n  }\n": typeof types.AskBusinessTimeDocument,
    "\n  query ReadClock($id: ID!) { clock(id: $id) { ...ClockFacts } }\n": typeof types.ReadClockDocument,
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
    "\n  mutation SetMailbox($input: ChannelMailboxSetInput!) {\n    channelMailboxSet(input: $input) { channel { id mailbox { host port security user folder state lastError } } userErrors { ...Refused } position }\n  }\n": typeof types.SetMailboxDocument,
    "\n  mutation RemoveMailbox($input: ChannelMailboxRemoveInput!) {\n    channelMailboxRemove(input: $input) { channel { id mailbox { id } } userErrors { ...Refused } position }\n  }\n": typeof types.RemoveMailboxDocument,
    "\n  query ReadMailboxes { channels(first: 20) { nodes { id name mailbox { host port security user folder takesExisting state lastError lastFetchedAt } } } }\n": typeof types.ReadMailboxesDocument,
    "\n  query ReadReceived {\n    conversations(first: 12, orderBy: LAST_ASC) {\n      nodes {\n        id status subject customer { name }\n        interactions(orderBy: STARTED_ASC, first: 6) {\n          nodes { id direction subject automatic customer { name } channel { id } body { text } attachments(first: 2) { nodes { fileName size } } participants(first: 4) { nodes { role address customer { id } } } }\n        }\n      }\n    }\n  }\n": typeof types.ReadReceivedDocument,
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
    "\n  query TasksOfOpportunities($ids: [ID!]!) { nodes(ids: $ids) { ... on Opportunity { nextTask { title assignee { id } customer { id } } tasks { title } } } }\n": typeof types.TasksOfOpportunitiesDocument,
    "\n  query OpportunitiesOfCustomer($id: ID!) {\n    customer(id: $id) {\n      stage\n      opportunities(first: 20) { nodes { id } }\n      dealRoles(first: 20) { nodes { role opportunity { id } } }\n      timeline(first: 20) { nodes { type subject { id } } }\n    }\n  }\n": typeof types.OpportunitiesOfCustomerDocument,
    "\n  mutation SetRate($input: ExchangeRateSetInput!) {\n    exchangeRateSet(input: $input) {\n      currencyPair { id baseCurrency quoteCurrency rate validOn source rates(first: 20) { nodes { rate validOn source } } }\n      userErrors { ...Refused } position\n    }\n  }\n": typeof types.SetRateDocument,
    "\n  fragment TotalsFacts on CurrencyTotals { sums { ...MoneyFacts } total { ...MoneyFacts } unrated }\n": typeof types.TotalsFactsFragmentDoc,
    "\n  query ReadBoard($pipelineId: ID!, $ownerId: ID, $teamId: ID, $ratesOn: Date, $first: Int) {\n    pipelineBoard(pipelineId: $pipelineId, ownerId: $ownerId, teamId: $teamId, ratesOn: $ratesOn) {\n      pipeline { id } baseCurrency\n      columns {\n        stage { name } count stalledCount worth { ...TotalsFacts } weighted { ...TotalsFacts }\n        opportunities(first: $first) { totalCount nodes { title stalled customer { name } } pageInfo { hasNextPage } }\n      }\n      worth { ...TotalsFacts } weighted { ...TotalsFacts }\n      rates { currency rate validOn source }\n    }\n  }\n": typeof types.ReadBoardDocument,
    "\n  subscription FollowPipeline($id: ID!, $after: Position) {\n    pipelineChanged(id: $id, after: $after) { type subject { id } node { id name } position }\n  }\n": typeof types.FollowPipelineDocument,
    "\n  query CheckSender($channelId: ID!) {\n    senderCheck(channelId: $channelId) {\n      state fromDomain\n      spf { state message record expected { name value } domain server verdicts { address result } }\n      dkim { state message record expected { name value } domain selector }\n      dmarc {\n        state message record expected { name value } domain recordDomain policy subdomainPolicy spfAlignment dkimAlignment spfAligned dkimAligned\n      }\n    }\n  }\n": typeof types.CheckSenderDocument,
    "\n  fragment TaskFacts on Task {\n    id version title note status priority dueAt overdueAt remindAt remindedAt completedAt\n    assignee { id } team { id } createdBy { id } completedBy { id } customer { id } subject { __typename id }\n    clock { ...ClockFacts } clocks { id state }\n  }\n": typeof types.TaskFactsFragmentDoc,
    "\n  query ReadTask($id: ID!) { task(id: $id) { ...TaskFacts } }\n": typeof types.ReadTaskDocument,
    "\n  query ListTasks($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { id title } pageInfo { hasNextPage endCursor } }\n  }\n": typeof types.ListTasksDocument,
    "\n  query ListMyTasks($ofTeams: Boolean, $filter: TaskFilter) { myTasks(ofTeams: $ofTeams, filter: $filter) { nodes { id title } } }\n": typeof types.ListMyTasksDocument,
    "\n  query ListTasksOfCustomer($id: ID!) {\n    customer(id: $id) { tasks { nodes { id title } } timeline { nodes { type subject { __typename id } } } }\n  }\n": typeof types.ListTasksOfCustomerDocument,
    "\n  mutation CreateTask($input: TaskCreateInput!) { taskCreate(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": typeof types.CreateTaskDocument,
    "\n  mutation UpdateTask($input: TaskUpdateInput!) { taskUpdate(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": typeof types.UpdateTaskDocument,
    "\n  mutation RescheduleTask($input: TaskRescheduleInput!) { taskReschedule(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": typeof types.RescheduleTaskDocument,
    "\n  mutation AssignTask($input: TaskAssignInput!) { taskAssign(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": typeof types.AssignTaskDocument,
    "\n  mutation CompleteTask($input: TaskCompleteInput!) { taskComplete(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": typeof types.CompleteTaskDocument,
    "\n  mutation ReopenTask($input: TaskReopenInput!) { taskReopen(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": typeof types.ReopenTaskDocument,
    "\n  mutation CancelTask($input: TaskCancelInput!) { taskCancel(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": typeof types.CancelTaskDocument,
    "\n  subscription FollowTask($id: ID!, $after: Position) { taskChanged(id: $id, after: $after) { type changedFields node { id status } } }\n": typeof types.FollowTaskDocument,
    "\n  fragment TicketFacts on Ticket {\n    id version number reference subject description kind priority status askedAt unansweredAt firstRepliedAt lastRepliedAt\n    holdReason resumesAt resolution resolvedAt closesAt closedAt reopenings dueAt overdueAt createdAt\n    category { id name } customer { id } conversation { id } assignee { id } team { id } openedBy { id } resolvedBy { id } mergedInto { id }\n    mergedTickets { id } serviceLevel { id name } serviceLevelCriteria\n    clocks { id metric state target startedAt dueAt warnedAt breachedAt metAt cancelledAt calendar { name } pauses { startedAt endedAt reason } }\n    followers { user { id } } links { id type to { id } }\n    notes(first: 20) { nodes { id interaction { id kind direction body { text } agent { id } participants(first: 20) { nodes { role user { id } } } } } }\n  }\n": typeof types.TicketFactsFragmentDoc,
    "\n  query ReadTicket($id: ID!) { ticket(id: $id) { ...TicketFacts } }\n": typeof types.ReadTicketDocument,
    "\n  query ReadVerdicts($id: ID!) { ticket(id: $id) { id serviceLevelVerdicts { serviceLevel { id } fits satisfied failed } } }\n": typeof types.ReadVerdictsDocument,
    "\n  query ListTickets($filter: TicketFilter, $orderBy: TicketOrder, $first: Int, $after: String) {\n    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { id number subject } pageInfo { hasNextPage endCursor } }\n  }\n": typeof types.ListTicketsDocument,
    "\n  query ReadTicketsOf($customer: ID!, $conversation: ID!) {\n    customer(id: $customer) { tickets { nodes { id } } timeline { nodes { type subject { __typename id } } } }\n    conversation(id: $conversation) { tickets { id } }\n  }\n": typeof types.ReadTicketsOfDocument,
    "\n  mutation OpenTicket($input: TicketOpenInput!) {\n    ticketOpen(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.OpenTicketDocument,
    "\n  mutation UpdateTicket($input: TicketUpdateInput!) {\n    ticketUpdate(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateTicketDocument,
    "\n  mutation AssignTicket($input: TicketAssignInput!) {\n    ticketAssign(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.AssignTicketDocument,
    "\n  mutation ReplyToTicket($input: TicketReplyInput!) {\n    ticketReply(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.ReplyToTicketDocument,
    "\n  mutation HoldTicket($input: TicketHoldInput!) {\n    ticketHold(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.HoldTicketDocument,
    "\n  mutation ResumeTicket($input: TicketResumeInput!) {\n    ticketResume(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.ResumeTicketDocument,
    "\n  mutation ResolveTicket($input: TicketResolveInput!) {\n    ticketResolve(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.ResolveTicketDocument,
    "\n  mutation CloseTicket($input: TicketCloseInput!) {\n    ticketClose(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.CloseTicketDocument,
    "\n  mutation ReopenTicket($input: TicketReopenInput!) {\n    ticketReopen(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.ReopenTicketDocument,
    "\n  mutation MergeTicket($input: TicketMergeInput!) {\n    ticketMerge(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.MergeTicketDocument,
    "\n  mutation UnlinkTicket($input: TicketUnlinkInput!) {\n    ticketUnlink(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.UnlinkTicketDocument,
    "\n  mutation FollowTicketBy($input: TicketFollowInput!) {\n    ticketFollow(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.FollowTicketByDocument,
    "\n  mutation UnfollowTicketBy($input: TicketUnfollowInput!) {\n    ticketUnfollow(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": typeof types.UnfollowTicketByDocument,
    "\n  fragment ServiceLevelFacts on ServiceLevel {\n    id version name position active warnShare kinds priorities customerTag customerStage category { id } team { id } calendar { id } targets { priority metric within }\n  }\n": typeof types.ServiceLevelFactsFragmentDoc,
    "\n  query ListServiceLevels { serviceLevels { nodes { ...ServiceLevelFacts } } }\n": typeof types.ListServiceLevelsDocument,
    "\n  query PreviewSavedReply($savedReplyId: ID!, $ticketId: ID!) { savedReplyPreview(savedReplyId: $savedReplyId, ticketId: $ticketId) { text language fellBack } }\n": typeof types.PreviewSavedReplyDocument,
    "\n  query ReadNotifications($unread: Boolean) { notifications(unread: $unread) { totalCount nodes { id reason readAt subject { __typename id } recipient { id } } } }\n": typeof types.ReadNotificationsDocument,
    "\n  subscription FollowNotifications($after: Position) { notificationReceived(after: $after) { position type node { id reason recipient { id } } } }\n": typeof types.FollowNotificationsDocument,
    "\n  subscription FollowTicket($id: ID!, $after: Position) { ticketChanged(id: $id, after: $after) { position type node { id status dueAt } } }\n": typeof types.FollowTicketDocument,
    "\n  mutation NoteOnTicket($input: TicketNoteInput!) {\n    ticketNote(input: $input) { ticketNote { id ticket { id } interaction { id } } userErrors { ...Refused } position }\n  }\n": typeof types.NoteOnTicketDocument,
    "\n  mutation LinkTicket($input: TicketLinkInput!) {\n    ticketLink(input: $input) { ticketLink { id type from { id } to { id } } userErrors { ...Refused } position }\n  }\n": typeof types.LinkTicketDocument,
    "\n  mutation CreateTicketCategory($input: TicketCategoryCreateInput!) {\n    ticketCategoryCreate(input: $input) { ticketCategory { id name active parent { id } } userErrors { ...Refused } position }\n  }\n": typeof types.CreateTicketCategoryDocument,
    "\n  mutation UpdateTicketCategory($input: TicketCategoryUpdateInput!) {\n    ticketCategoryUpdate(input: $input) { ticketCategory { id name active parent { id } } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateTicketCategoryDocument,
    "\n  mutation CreateServiceLevel($input: ServiceLevelCreateInput!) {\n    serviceLevelCreate(input: $input) { serviceLevel { ...ServiceLevelFacts } userErrors { ...Refused } position }\n  }\n": typeof types.CreateServiceLevelDocument,
    "\n  mutation UpdateServiceLevel($input: ServiceLevelUpdateInput!) {\n    serviceLevelUpdate(input: $input) { serviceLevel { ...ServiceLevelFacts } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateServiceLevelDocument,
    "\n  mutation CreateSavedReply($input: SavedReplyCreateInput!) {\n    savedReplyCreate(input: $input) { savedReply { id name active texts { language text } } userErrors { ...Refused } position }\n  }\n": typeof types.CreateSavedReplyDocument,
    "\n  mutation UpdateSavedReply($input: SavedReplyUpdateInput!) {\n    savedReplyUpdate(input: $input) { savedReply { id name active texts { language text } } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateSavedReplyDocument,
    "\n  mutation UpdateTicketSettings($input: TicketSettingsUpdateInput!) {\n    ticketSettingsUpdate(input: $input) { ticketSettings { closeAfterDays reopenWithinDays } userErrors { ...Refused } position }\n  }\n": typeof types.UpdateTicketSettingsDocument,
    "\n  mutation MarkNotificationRead($input: NotificationMarkReadInput!) {\n    notificationMarkRead(input: $input) { notification { id readAt } userErrors { ...Refused } position }\n  }\n": typeof types.MarkNotificationReadDocument,
    "\n  mutation MarkAllNotificationsRead($input: NotificationMarkAllReadInput!) {\n    notificationMarkAllRead(input: $input) { count userErrors { ...Refused } position }\n  }\n": typeof types.MarkAllNotificationsReadDocument,
    "\n  query MeasureAttainment($from: DateTime!, $until: DateTime!, $serviceLevelId: ID, $teamId: ID) {\n    serviceLevelAttainment(from: $from, until: $until, serviceLevelId: $serviceLevelId, teamId: $teamId) {\n      serviceLevel { id name } metric met breached running attainment { count of share low high }\n    }\n  }\n": typeof types.MeasureAttainmentDocument,
    "\n  query ExplainTickets($first: Int) { tickets(first: $first) { nodes { id clocks { id explanation { kind countedSeconds } } } } }\n": typeof types.ExplainTicketsDocument,
    "\n  query CountAttainment($from: DateTime!, $until: DateTime!) { serviceLevelAttainment(from: $from, until: $until) { metric met breached running } }\n": typeof types.CountAttainmentDocument,
    "\n  query JudgeTickets($first: Int) { tickets(first: $first) { nodes { id serviceLevelVerdicts { fits satisfied } } } }\n": typeof types.JudgeTicketsDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { accessToken refreshToken userErrors { code message } }\n  }\n": typeof types.SignInDocument,
};
const documents: Documents = {
    "\n  fragment CampaignFacts on Campaign {\n    id version name goal status budget { amount currency } startsOn endsOn startAt timeZone sendFrom sendUntil weekdaysOnly holdOutPercent seed\n    launchedAt startedAt endedAt failure enrolled owner { id } channel { id } job { id kind status done total }\n    variants { id name weight template { id name } }\n    audienceConditions { id within { id } kind field comparison values }\n  }\n": types.CampaignFactsFragmentDoc,
    "\n  fragment MemberFacts on CampaignMember {\n    id status exclusion attempts statusCode failure dueAt handedAt sentAt bouncedAt repliedAt unsubscribedAt customer { id name } variant { id name }\n  }\n": types.MemberFactsFragmentDoc,
    "\n  fragment TemplateFacts on MailTemplate { id version name fallbackLanguage frozenAt texts { id language subject html text } }\n": types.TemplateFactsFragmentDoc,
    "\n  mutation CreateTemplate($input: MailTemplateCreateInput!) { mailTemplateCreate(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n": types.CreateTemplateDocument,
    "\n  mutation UpdateTemplate($input: MailTemplateUpdateInput!) { mailTemplateUpdate(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n": types.UpdateTemplateDocument,
    "\n  mutation SetTemplateText($input: MailTemplateTextSetInput!) { mailTemplateTextSet(input: $input) { mailTemplateText { id language template { ...TemplateFacts } } userErrors { ...Refused } position } }\n": types.SetTemplateTextDocument,
    "\n  mutation RemoveTemplateText($input: MailTemplateTextRemoveInput!) { mailTemplateTextRemove(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n": types.RemoveTemplateTextDocument,
    "\n  mutation CopyTemplate($input: MailTemplateCopyInput!) { mailTemplateCopy(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n": types.CopyTemplateDocument,
    "\n  mutation SendTemplateTest($input: MailTemplateSendTestInput!) { mailTemplateSendTest(input: $input) { job { id kind status } userErrors { ...Refused } position } }\n": types.SendTemplateTestDocument,
    "\n  query PreviewTemplate($templateId: ID!, $customerId: ID, $language: Locale) {\n    mailTemplatePreview(templateId: $templateId, customerId: $customerId, language: $language) { language subject html text }\n  }\n": types.PreviewTemplateDocument,
    "\n  mutation PlanCampaign($input: CampaignPlanInput!) { campaignPlan(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": types.PlanCampaignDocument,
    "\n  mutation UpdateCampaign($input: CampaignUpdateInput!) { campaignUpdate(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": types.UpdateCampaignDocument,
    "\n  mutation AddToAudience($input: CampaignCustomersAddInput!) { campaignCustomersAdd(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": types.AddToAudienceDocument,
    "\n  mutation RemoveFromAudience($input: CampaignCustomersRemoveInput!) { campaignCustomersRemove(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": types.RemoveFromAudienceDocument,
    "\n  mutation LaunchCampaign($input: CampaignLaunchInput!) { campaignLaunch(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": types.LaunchCampaignDocument,
    "\n  mutation PauseCampaign($input: CampaignPauseInput!) { campaignPause(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": types.PauseCampaignDocument,
    "\n  mutation ResumeCampaign($input: CampaignResumeInput!) { campaignResume(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": types.ResumeCampaignDocument,
    "\n  mutation StopCampaign($input: CampaignStopInput!) { campaignStop(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n": types.StopCampaignDocument,
    "\n  mutation MailMemberAgain($input: CampaignMemberSendAgainInput!) { campaignMemberSendAgain(input: $input) { campaignMember { ...MemberFacts } userErrors { ...Refused } position } }\n": types.MailMemberAgainDocument,
    "\n  query ReadCampaign($id: ID!) { campaign(id: $id) { ...CampaignFacts } }\n": types.ReadCampaignDocument,
    "\n  query ReadMembers($id: ID!, $filter: CampaignMemberFilter, $after: String) {\n    campaign(id: $id) { members(first: 100, filter: $filter, after: $after) { nodes { ...MemberFacts } totalCount pageInfo { hasNextPage endCursor } } }\n  }\n": types.ReadMembersDocument,
    "\n  query PreviewAudience($id: ID!) {\n    campaign(id: $id) {\n      audienceCustomers(first: 100) { nodes { customer { id } } }\n      audiencePreview { size examined complete mailable exclusions { reason count } examples { exclusion customer { id } } }\n    }\n  }\n": types.PreviewAudienceDocument,
    "\n  fragment Measured on MeasuredProportion { count of share low high }\n": types.MeasuredFragmentDoc,
    "\n  query ReadResults($id: ID!) {\n    campaign(id: $id) {\n      results {\n        fromAt untilAt enrolled exclusions { reason count }\n        holdOut { members opened { ...Measured } won { ...Measured } }\n        variants {\n          variant { name } members queued sending cancelled excluded uncertain\n          sent { ...Measured } failed { ...Measured } bounced { ...Measured } unsubscribed { ...Measured } replied { ...Measured } opened { ...Measured } won { ...Measured }\n          openedDifference { value low high } wonDifference { value low high }\n        }\n      }\n    }\n  }\n": types.ReadResultsDocument,
    "\n  query ReadSuppressions($address: String, $filter: SuppressionFilter) {\n    suppressions(address: $address, filter: $filter, first: 100) { nodes { id address reason source note member { id } } totalCount }\n  }\n": types.ReadSuppressionsDocument,
    "\n  query ReadOptOuts($id: ID!) { customer(id: $id) { optOuts(first: 5) { nodes { customer { id } suppression { id address optOuts(first: 5) { nodes { id } } } } } } }\n": types.ReadOptOutsDocument,
    "\n  mutation AddSuppression($input: SuppressionAddInput!) { suppressionAdd(input: $input) { suppression { id address reason source note } userErrors { ...Refused } position } }\n": types.AddSuppressionDocument,
    "\n  mutation RemoveSuppression($input: SuppressionRemoveInput!) { suppressionRemove(input: $input) { removed userErrors { ...Refused } position } }\n": types.RemoveSuppressionDocument,
    "\n  mutation SetCampaignPolicy($input: CampaignPolicySetInput!) { campaignPolicySet(input: $input) { campaignPolicy { id mostMails perDays domainPerMinute domainConnections } userErrors { ...Refused } position } }\n": types.SetCampaignPolicyDocument,
    "\n  query ReadTimelineOfMembers($id: ID!) {\n    customer(id: $id) {\n      timeline(first: 10, filter: { type: { eq: \"CampaignMember\" } }) { nodes { at subject { __typename ... on CampaignMember { status campaign { name } } } } }\n      campaignMembers(first: 10) { nodes { id } }\n    }\n  }\n": types.ReadTimelineOfMembersDocument,
    "\n  mutation MakeCustomer($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id contactPoints { id } } userErrors { ...Refused } position } }\n": types.MakeCustomerDocument,
    "\n  mutation CancelJob($input: JobCancelInput!) { jobCancel(input: $input) { job { id status } userErrors { ...Refused } position } }\n": types.CancelJobDocument,
    "\n  fragment CalendarFacts on Calendar {\n    id version name isDefault active\n    hours { id timeZone holidayRegion windows { weekday opensAt closesAt } specialDays { fallsOn name opensAt closesAt } }\n  }\n": types.CalendarFactsFragmentDoc,
    "\n  fragment StepFacts on ClockStep { kind startsAt endsAt name countedSeconds usedSeconds leftSeconds }\n": types.StepFactsFragmentDoc,
    "\n  fragment ClockFacts on Clock {\n    id version metric state target startedAt dueAt warnAt warnedAt breachedAt firstBreachedAt metAt cancelledAt\n    calendar { name } subject { id } pauses { startedAt endedAt reason } terms { effectiveAt target hours { timeZone } }\n    explanation { ...StepFacts }\n  }\n": types.ClockFactsFragmentDoc,
    "\n  query ListCalendars { calendars { nodes { ...CalendarFacts } } }\n": types.ListCalendarsDocument,
    "\n  query ReadCalendar($id: ID!) { calendar(id: $id) { ...CalendarFacts } }\n": types.ReadCalendarDocument,
    "\n  mutation CreateCalendar($input: CalendarCreateInput!) {\n    calendarCreate(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }\n  }\n": types.CreateCalendarDocument,
    "\n  mutation UpdateCalendar($input: CalendarUpdateInput!) {\n    calendarUpdate(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }\n  }\n": types.UpdateCalendarDocument,
    "\n  mutation MakeCalendarDefault($input: CalendarMakeDefaultInput!) {\n    calendarMakeDefault(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }\n  }\n": types.MakeCalendarDefaultDocument,
    "\n  query ListHolidays($region: String!, $year: Int!) { holidays(region: $region, year: $year) { fallsOn name } }\n": types.ListHolidaysDocument,
    "\n  query ListHolidayRegions($country: CountryCode!) { holidayRegions(country: $country) { code name } }\n": types.ListHolidayRegionsDocument,
    "\n  query AskDueTime($calendarId: ID, $target: Duration!, $from: DateTime) {\n    dueTime(calendarId: $calendarId, target: $target, from: $from) { dueAt steps { ...StepFacts } }\n  }\n": types.AskDueTimeDocument,
    "\n  query AskBusinessTime($calendarId: ID, $from: DateTime!, $until: DateTime!) {\n    businessTime(calendarId: $calendarId, from: $from, until: $until) { seconds steps { ...StepFacts } }\n  }\n": types.AskBusinessTimeDocument,
    "\n  query ReadClock($id: ID!) { clock(id: $id) { ...ClockFacts } }\n": types.ReadClockDocument,
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
    "\n  mutation SetMailbox($input: ChannelMailboxSetInput!) {\n    channelMailboxSet(input: $input) { channel { id mailbox { host port security user folder state lastError } } userErrors { ...Refused } position }\n  }\n": types.SetMailboxDocument,
    "\n  mutation RemoveMailbox($input: ChannelMailboxRemoveInput!) {\n    channelMailboxRemove(input: $input) { channel { id mailbox { id } } userErrors { ...Refused } position }\n  }\n": types.RemoveMailboxDocument,
    "\n  query ReadMailboxes { channels(first: 20) { nodes { id name mailbox { host port security user folder takesExisting state lastError lastFetchedAt } } } }\n": types.ReadMailboxesDocument,
    "\n  query ReadReceived {\n    conversations(first: 12, orderBy: LAST_ASC) {\n      nodes {\n        id status subject customer { name }\n        interactions(orderBy: STARTED_ASC, first: 6) {\n          nodes { id direction subject automatic customer { name } channel { id } body { text } attachments(first: 2) { nodes { fileName size } } participants(first: 4) { nodes { role address customer { id } } } }\n        }\n      }\n    }\n  }\n": types.ReadReceivedDocument,
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
    "\n  query TasksOfOpportunities($ids: [ID!]!) { nodes(ids: $ids) { ... on Opportunity { nextTask { title assignee { id } customer { id } } tasks { title } } } }\n": types.TasksOfOpportunitiesDocument,
    "\n  query OpportunitiesOfCustomer($id: ID!) {\n    customer(id: $id) {\n      stage\n      opportunities(first: 20) { nodes { id } }\n      dealRoles(first: 20) { nodes { role opportunity { id } } }\n      timeline(first: 20) { nodes { type subject { id } } }\n    }\n  }\n": types.OpportunitiesOfCustomerDocument,
    "\n  mutation SetRate($input: ExchangeRateSetInput!) {\n    exchangeRateSet(input: $input) {\n      currencyPair { id baseCurrency quoteCurrency rate validOn source rates(first: 20) { nodes { rate validOn source } } }\n      userErrors { ...Refused } position\n    }\n  }\n": types.SetRateDocument,
    "\n  fragment TotalsFacts on CurrencyTotals { sums { ...MoneyFacts } total { ...MoneyFacts } unrated }\n": types.TotalsFactsFragmentDoc,
    "\n  query ReadBoard($pipelineId: ID!, $ownerId: ID, $teamId: ID, $ratesOn: Date, $first: Int) {\n    pipelineBoard(pipelineId: $pipelineId, ownerId: $ownerId, teamId: $teamId, ratesOn: $ratesOn) {\n      pipeline { id } baseCurrency\n      columns {\n        stage { name } count stalledCount worth { ...TotalsFacts } weighted { ...TotalsFacts }\n        opportunities(first: $first) { totalCount nodes { title stalled customer { name } } pageInfo { hasNextPage } }\n      }\n      worth { ...TotalsFacts } weighted { ...TotalsFacts }\n      rates { currency rate validOn source }\n    }\n  }\n": types.ReadBoardDocument,
    "\n  subscription FollowPipeline($id: ID!, $after: Position) {\n    pipelineChanged(id: $id, after: $after) { type subject { id } node { id name } position }\n  }\n": types.FollowPipelineDocument,
    "\n  query CheckSender($channelId: ID!) {\n    senderCheck(channelId: $channelId) {\n      state fromDomain\n      spf { state message record expected { name value } domain server verdicts { address result } }\n      dkim { state message record expected { name value } domain selector }\n      dmarc {\n        state message record expected { name value } domain recordDomain policy subdomainPolicy spfAlignment dkimAlignment spfAligned dkimAligned\n      }\n    }\n  }\n": types.CheckSenderDocument,
    "\n  fragment TaskFacts on Task {\n    id version title note status priority dueAt overdueAt remindAt remindedAt completedAt\n    assignee { id } team { id } createdBy { id } completedBy { id } customer { id } subject { __typename id }\n    clock { ...ClockFacts } clocks { id state }\n  }\n": types.TaskFactsFragmentDoc,
    "\n  query ReadTask($id: ID!) { task(id: $id) { ...TaskFacts } }\n": types.ReadTaskDocument,
    "\n  query ListTasks($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { id title } pageInfo { hasNextPage endCursor } }\n  }\n": types.ListTasksDocument,
    "\n  query ListMyTasks($ofTeams: Boolean, $filter: TaskFilter) { myTasks(ofTeams: $ofTeams, filter: $filter) { nodes { id title } } }\n": types.ListMyTasksDocument,
    "\n  query ListTasksOfCustomer($id: ID!) {\n    customer(id: $id) { tasks { nodes { id title } } timeline { nodes { type subject { __typename id } } } }\n  }\n": types.ListTasksOfCustomerDocument,
    "\n  mutation CreateTask($input: TaskCreateInput!) { taskCreate(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": types.CreateTaskDocument,
    "\n  mutation UpdateTask($input: TaskUpdateInput!) { taskUpdate(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": types.UpdateTaskDocument,
    "\n  mutation RescheduleTask($input: TaskRescheduleInput!) { taskReschedule(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": types.RescheduleTaskDocument,
    "\n  mutation AssignTask($input: TaskAssignInput!) { taskAssign(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": types.AssignTaskDocument,
    "\n  mutation CompleteTask($input: TaskCompleteInput!) { taskComplete(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": types.CompleteTaskDocument,
    "\n  mutation ReopenTask($input: TaskReopenInput!) { taskReopen(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": types.ReopenTaskDocument,
    "\n  mutation CancelTask($input: TaskCancelInput!) { taskCancel(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n": types.CancelTaskDocument,
    "\n  subscription FollowTask($id: ID!, $after: Position) { taskChanged(id: $id, after: $after) { type changedFields node { id status } } }\n": types.FollowTaskDocument,
    "\n  fragment TicketFacts on Ticket {\n    id version number reference subject description kind priority status askedAt unansweredAt firstRepliedAt lastRepliedAt\n    holdReason resumesAt resolution resolvedAt closesAt closedAt reopenings dueAt overdueAt createdAt\n    category { id name } customer { id } conversation { id } assignee { id } team { id } openedBy { id } resolvedBy { id } mergedInto { id }\n    mergedTickets { id } serviceLevel { id name } serviceLevelCriteria\n    clocks { id metric state target startedAt dueAt warnedAt breachedAt metAt cancelledAt calendar { name } pauses { startedAt endedAt reason } }\n    followers { user { id } } links { id type to { id } }\n    notes(first: 20) { nodes { id interaction { id kind direction body { text } agent { id } participants(first: 20) { nodes { role user { id } } } } } }\n  }\n": types.TicketFactsFragmentDoc,
    "\n  query ReadTicket($id: ID!) { ticket(id: $id) { ...TicketFacts } }\n": types.ReadTicketDocument,
    "\n  query ReadVerdicts($id: ID!) { ticket(id: $id) { id serviceLevelVerdicts { serviceLevel { id } fits satisfied failed } } }\n": types.ReadVerdictsDocument,
    "\n  query ListTickets($filter: TicketFilter, $orderBy: TicketOrder, $first: Int, $after: String) {\n    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { id number subject } pageInfo { hasNextPage endCursor } }\n  }\n": types.ListTicketsDocument,
    "\n  query ReadTicketsOf($customer: ID!, $conversation: ID!) {\n    customer(id: $customer) { tickets { nodes { id } } timeline { nodes { type subject { __typename id } } } }\n    conversation(id: $conversation) { tickets { id } }\n  }\n": types.ReadTicketsOfDocument,
    "\n  mutation OpenTicket($input: TicketOpenInput!) {\n    ticketOpen(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.OpenTicketDocument,
    "\n  mutation UpdateTicket($input: TicketUpdateInput!) {\n    ticketUpdate(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.UpdateTicketDocument,
    "\n  mutation AssignTicket($input: TicketAssignInput!) {\n    ticketAssign(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.AssignTicketDocument,
    "\n  mutation ReplyToTicket($input: TicketReplyInput!) {\n    ticketReply(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.ReplyToTicketDocument,
    "\n  mutation HoldTicket($input: TicketHoldInput!) {\n    ticketHold(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.HoldTicketDocument,
    "\n  mutation ResumeTicket($input: TicketResumeInput!) {\n    ticketResume(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.ResumeTicketDocument,
    "\n  mutation ResolveTicket($input: TicketResolveInput!) {\n    ticketResolve(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.ResolveTicketDocument,
    "\n  mutation CloseTicket($input: TicketCloseInput!) {\n    ticketClose(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.CloseTicketDocument,
    "\n  mutation ReopenTicket($input: TicketReopenInput!) {\n    ticketReopen(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.ReopenTicketDocument,
    "\n  mutation MergeTicket($input: TicketMergeInput!) {\n    ticketMerge(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.MergeTicketDocument,
    "\n  mutation UnlinkTicket($input: TicketUnlinkInput!) {\n    ticketUnlink(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.UnlinkTicketDocument,
    "\n  mutation FollowTicketBy($input: TicketFollowInput!) {\n    ticketFollow(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.FollowTicketByDocument,
    "\n  mutation UnfollowTicketBy($input: TicketUnfollowInput!) {\n    ticketUnfollow(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n": types.UnfollowTicketByDocument,
    "\n  fragment ServiceLevelFacts on ServiceLevel {\n    id version name position active warnShare kinds priorities customerTag customerStage category { id } team { id } calendar { id } targets { priority metric within }\n  }\n": types.ServiceLevelFactsFragmentDoc,
    "\n  query ListServiceLevels { serviceLevels { nodes { ...ServiceLevelFacts } } }\n": types.ListServiceLevelsDocument,
    "\n  query PreviewSavedReply($savedReplyId: ID!, $ticketId: ID!) { savedReplyPreview(savedReplyId: $savedReplyId, ticketId: $ticketId) { text language fellBack } }\n": types.PreviewSavedReplyDocument,
    "\n  query ReadNotifications($unread: Boolean) { notifications(unread: $unread) { totalCount nodes { id reason readAt subject { __typename id } recipient { id } } } }\n": types.ReadNotificationsDocument,
    "\n  subscription FollowNotifications($after: Position) { notificationReceived(after: $after) { position type node { id reason recipient { id } } } }\n": types.FollowNotificationsDocument,
    "\n  subscription FollowTicket($id: ID!, $after: Position) { ticketChanged(id: $id, after: $after) { position type node { id status dueAt } } }\n": types.FollowTicketDocument,
    "\n  mutation NoteOnTicket($input: TicketNoteInput!) {\n    ticketNote(input: $input) { ticketNote { id ticket { id } interaction { id } } userErrors { ...Refused } position }\n  }\n": types.NoteOnTicketDocument,
    "\n  mutation LinkTicket($input: TicketLinkInput!) {\n    ticketLink(input: $input) { ticketLink { id type from { id } to { id } } userErrors { ...Refused } position }\n  }\n": types.LinkTicketDocument,
    "\n  mutation CreateTicketCategory($input: TicketCategoryCreateInput!) {\n    ticketCategoryCreate(input: $input) { ticketCategory { id name active parent { id } } userErrors { ...Refused } position }\n  }\n": types.CreateTicketCategoryDocument,
    "\n  mutation UpdateTicketCategory($input: TicketCategoryUpdateInput!) {\n    ticketCategoryUpdate(input: $input) { ticketCategory { id name active parent { id } } userErrors { ...Refused } position }\n  }\n": types.UpdateTicketCategoryDocument,
    "\n  mutation CreateServiceLevel($input: ServiceLevelCreateInput!) {\n    serviceLevelCreate(input: $input) { serviceLevel { ...ServiceLevelFacts } userErrors { ...Refused } position }\n  }\n": types.CreateServiceLevelDocument,
    "\n  mutation UpdateServiceLevel($input: ServiceLevelUpdateInput!) {\n    serviceLevelUpdate(input: $input) { serviceLevel { ...ServiceLevelFacts } userErrors { ...Refused } position }\n  }\n": types.UpdateServiceLevelDocument,
    "\n  mutation CreateSavedReply($input: SavedReplyCreateInput!) {\n    savedReplyCreate(input: $input) { savedReply { id name active texts { language text } } userErrors { ...Refused } position }\n  }\n": types.CreateSavedReplyDocument,
    "\n  mutation UpdateSavedReply($input: SavedReplyUpdateInput!) {\n    savedReplyUpdate(input: $input) { savedReply { id name active texts { language text } } userErrors { ...Refused } position }\n  }\n": types.UpdateSavedReplyDocument,
    "\n  mutation UpdateTicketSettings($input: TicketSettingsUpdateInput!) {\n    ticketSettingsUpdate(input: $input) { ticketSettings { closeAfterDays reopenWithinDays } userErrors { ...Refused } position }\n  }\n": types.UpdateTicketSettingsDocument,
    "\n  mutation MarkNotificationRead($input: NotificationMarkReadInput!) {\n    notificationMarkRead(input: $input) { notification { id readAt } userErrors { ...Refused } position }\n  }\n": types.MarkNotificationReadDocument,
    "\n  mutation MarkAllNotificationsRead($input: NotificationMarkAllReadInput!) {\n    notificationMarkAllRead(input: $input) { count userErrors { ...Refused } position }\n  }\n": types.MarkAllNotificationsReadDocument,
    "\n  query MeasureAttainment($from: DateTime!, $until: DateTime!, $serviceLevelId: ID, $teamId: ID) {\n    serviceLevelAttainment(from: $from, until: $until, serviceLevelId: $serviceLevelId, teamId: $teamId) {\n      serviceLevel { id name } metric met breached running attainment { count of share low high }\n    }\n  }\n": types.MeasureAttainmentDocument,
    "\n  query ExplainTickets($first: Int) { tickets(first: $first) { nodes { id clocks { id explanation { kind countedSeconds } } } } }\n": types.ExplainTicketsDocument,
    "\n  query CountAttainment($from: DateTime!, $until: DateTime!) { serviceLevelAttainment(from: $from, until: $until) { metric met breached running } }\n": types.CountAttainmentDocument,
    "\n  query JudgeTickets($first: Int) { tickets(first: $first) { nodes { id serviceLevelVerdicts { fits satisfied } } } }\n": types.JudgeTicketsDocument,
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
export function graphql(source: "\n  fragment CampaignFacts on Campaign {\n    id version name goal status budget { amount currency } startsOn endsOn startAt timeZone sendFrom sendUntil weekdaysOnly holdOutPercent seed\n    launchedAt startedAt endedAt failure enrolled owner { id } channel { id } job { id kind status done total }\n    variants { id name weight template { id name } }\n    audienceConditions { id within { id } kind field comparison values }\n  }\n"): (typeof documents)["\n  fragment CampaignFacts on Campaign {\n    id version name goal status budget { amount currency } startsOn endsOn startAt timeZone sendFrom sendUntil weekdaysOnly holdOutPercent seed\n    launchedAt startedAt endedAt failure enrolled owner { id } channel { id } job { id kind status done total }\n    variants { id name weight template { id name } }\n    audienceConditions { id within { id } kind field comparison values }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MemberFacts on CampaignMember {\n    id status exclusion attempts statusCode failure dueAt handedAt sentAt bouncedAt repliedAt unsubscribedAt customer { id name } variant { id name }\n  }\n"): (typeof documents)["\n  fragment MemberFacts on CampaignMember {\n    id status exclusion attempts statusCode failure dueAt handedAt sentAt bouncedAt repliedAt unsubscribedAt customer { id name } variant { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TemplateFacts on MailTemplate { id version name fallbackLanguage frozenAt texts { id language subject html text } }\n"): (typeof documents)["\n  fragment TemplateFacts on MailTemplate { id version name fallbackLanguage frozenAt texts { id language subject html text } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTemplate($input: MailTemplateCreateInput!) { mailTemplateCreate(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation CreateTemplate($input: MailTemplateCreateInput!) { mailTemplateCreate(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTemplate($input: MailTemplateUpdateInput!) { mailTemplateUpdate(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation UpdateTemplate($input: MailTemplateUpdateInput!) { mailTemplateUpdate(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetTemplateText($input: MailTemplateTextSetInput!) { mailTemplateTextSet(input: $input) { mailTemplateText { id language template { ...TemplateFacts } } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation SetTemplateText($input: MailTemplateTextSetInput!) { mailTemplateTextSet(input: $input) { mailTemplateText { id language template { ...TemplateFacts } } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveTemplateText($input: MailTemplateTextRemoveInput!) { mailTemplateTextRemove(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation RemoveTemplateText($input: MailTemplateTextRemoveInput!) { mailTemplateTextRemove(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CopyTemplate($input: MailTemplateCopyInput!) { mailTemplateCopy(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation CopyTemplate($input: MailTemplateCopyInput!) { mailTemplateCopy(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendTemplateTest($input: MailTemplateSendTestInput!) { mailTemplateSendTest(input: $input) { job { id kind status } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation SendTemplateTest($input: MailTemplateSendTestInput!) { mailTemplateSendTest(input: $input) { job { id kind status } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewTemplate($templateId: ID!, $customerId: ID, $language: Locale) {\n    mailTemplatePreview(templateId: $templateId, customerId: $customerId, language: $language) { language subject html text }\n  }\n"): (typeof documents)["\n  query PreviewTemplate($templateId: ID!, $customerId: ID, $language: Locale) {\n    mailTemplatePreview(templateId: $templateId, customerId: $customerId, language: $language) { language subject html text }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlanCampaign($input: CampaignPlanInput!) { campaignPlan(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation PlanCampaign($input: CampaignPlanInput!) { campaignPlan(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCampaign($input: CampaignUpdateInput!) { campaignUpdate(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation UpdateCampaign($input: CampaignUpdateInput!) { campaignUpdate(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddToAudience($input: CampaignCustomersAddInput!) { campaignCustomersAdd(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation AddToAudience($input: CampaignCustomersAddInput!) { campaignCustomersAdd(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveFromAudience($input: CampaignCustomersRemoveInput!) { campaignCustomersRemove(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation RemoveFromAudience($input: CampaignCustomersRemoveInput!) { campaignCustomersRemove(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LaunchCampaign($input: CampaignLaunchInput!) { campaignLaunch(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation LaunchCampaign($input: CampaignLaunchInput!) { campaignLaunch(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseCampaign($input: CampaignPauseInput!) { campaignPause(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation PauseCampaign($input: CampaignPauseInput!) { campaignPause(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeCampaign($input: CampaignResumeInput!) { campaignResume(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation ResumeCampaign($input: CampaignResumeInput!) { campaignResume(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopCampaign($input: CampaignStopInput!) { campaignStop(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation StopCampaign($input: CampaignStopInput!) { campaignStop(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MailMemberAgain($input: CampaignMemberSendAgainInput!) { campaignMemberSendAgain(input: $input) { campaignMember { ...MemberFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation MailMemberAgain($input: CampaignMemberSendAgainInput!) { campaignMemberSendAgain(input: $input) { campaignMember { ...MemberFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadCampaign($id: ID!) { campaign(id: $id) { ...CampaignFacts } }\n"): (typeof documents)["\n  query ReadCampaign($id: ID!) { campaign(id: $id) { ...CampaignFacts } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadMembers($id: ID!, $filter: CampaignMemberFilter, $after: String) {\n    campaign(id: $id) { members(first: 100, filter: $filter, after: $after) { nodes { ...MemberFacts } totalCount pageInfo { hasNextPage endCursor } } }\n  }\n"): (typeof documents)["\n  query ReadMembers($id: ID!, $filter: CampaignMemberFilter, $after: String) {\n    campaign(id: $id) { members(first: 100, filter: $filter, after: $after) { nodes { ...MemberFacts } totalCount pageInfo { hasNextPage endCursor } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewAudience($id: ID!) {\n    campaign(id: $id) {\n      audienceCustomers(first: 100) { nodes { customer { id } } }\n      audiencePreview { size examined complete mailable exclusions { reason count } examples { exclusion customer { id } } }\n    }\n  }\n"): (typeof documents)["\n  query PreviewAudience($id: ID!) {\n    campaign(id: $id) {\n      audienceCustomers(first: 100) { nodes { customer { id } } }\n      audiencePreview { size examined complete mailable exclusions { reason count } examples { exclusion customer { id } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Measured on MeasuredProportion { count of share low high }\n"): (typeof documents)["\n  fragment Measured on MeasuredProportion { count of share low high }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadResults($id: ID!) {\n    campaign(id: $id) {\n      results {\n        fromAt untilAt enrolled exclusions { reason count }\n        holdOut { members opened { ...Measured } won { ...Measured } }\n        variants {\n          variant { name } members queued sending cancelled excluded uncertain\n          sent { ...Measured } failed { ...Measured } bounced { ...Measured } unsubscribed { ...Measured } replied { ...Measured } opened { ...Measured } won { ...Measured }\n          openedDifference { value low high } wonDifference { value low high }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadResults($id: ID!) {\n    campaign(id: $id) {\n      results {\n        fromAt untilAt enrolled exclusions { reason count }\n        holdOut { members opened { ...Measured } won { ...Measured } }\n        variants {\n          variant { name } members queued sending cancelled excluded uncertain\n          sent { ...Measured } failed { ...Measured } bounced { ...Measured } unsubscribed { ...Measured } replied { ...Measured } opened { ...Measured } won { ...Measured }\n          openedDifference { value low high } wonDifference { value low high }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadSuppressions($address: String, $filter: SuppressionFilter) {\n    suppressions(address: $address, filter: $filter, first: 100) { nodes { id address reason source note member { id } } totalCount }\n  }\n"): (typeof documents)["\n  query ReadSuppressions($address: String, $filter: SuppressionFilter) {\n    suppressions(address: $address, filter: $filter, first: 100) { nodes { id address reason source note member { id } } totalCount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadOptOuts($id: ID!) { customer(id: $id) { optOuts(first: 5) { nodes { customer { id } suppression { id address optOuts(first: 5) { nodes { id } } } } } } }\n"): (typeof documents)["\n  query ReadOptOuts($id: ID!) { customer(id: $id) { optOuts(first: 5) { nodes { customer { id } suppression { id address optOuts(first: 5) { nodes { id } } } } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddSuppression($input: SuppressionAddInput!) { suppressionAdd(input: $input) { suppression { id address reason source note } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation AddSuppression($input: SuppressionAddInput!) { suppressionAdd(input: $input) { suppression { id address reason source note } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveSuppression($input: SuppressionRemoveInput!) { suppressionRemove(input: $input) { removed userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation RemoveSuppression($input: SuppressionRemoveInput!) { suppressionRemove(input: $input) { removed userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetCampaignPolicy($input: CampaignPolicySetInput!) { campaignPolicySet(input: $input) { campaignPolicy { id mostMails perDays domainPerMinute domainConnections } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation SetCampaignPolicy($input: CampaignPolicySetInput!) { campaignPolicySet(input: $input) { campaignPolicy { id mostMails perDays domainPerMinute domainConnections } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadTimelineOfMembers($id: ID!) {\n    customer(id: $id) {\n      timeline(first: 10, filter: { type: { eq: \"CampaignMember\" } }) { nodes { at subject { __typename ... on CampaignMember { status campaign { name } } } } }\n      campaignMembers(first: 10) { nodes { id } }\n    }\n  }\n"): (typeof documents)["\n  query ReadTimelineOfMembers($id: ID!) {\n    customer(id: $id) {\n      timeline(first: 10, filter: { type: { eq: \"CampaignMember\" } }) { nodes { at subject { __typename ... on CampaignMember { status campaign { name } } } } }\n      campaignMembers(first: 10) { nodes { id } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeCustomer($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id contactPoints { id } } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation MakeCustomer($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id contactPoints { id } } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelJob($input: JobCancelInput!) { jobCancel(input: $input) { job { id status } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation CancelJob($input: JobCancelInput!) { jobCancel(input: $input) { job { id status } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CalendarFacts on Calendar {\n    id version name isDefault active\n    hours { id timeZone holidayRegion windows { weekday opensAt closesAt } specialDays { fallsOn name opensAt closesAt } }\n  }\n"): (typeof documents)["\n  fragment CalendarFacts on Calendar {\n    id version name isDefault active\n    hours { id timeZone holidayRegion windows { weekday opensAt closesAt } specialDays { fallsOn name opensAt closesAt } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StepFacts on ClockStep { kind startsAt endsAt name countedSeconds usedSeconds leftSeconds }\n"): (typeof documents)["\n  fragment StepFacts on ClockStep { kind startsAt endsAt name countedSeconds usedSeconds leftSeconds }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ClockFacts on Clock {\n    id version metric state target startedAt dueAt warnAt warnedAt breachedAt firstBreachedAt metAt cancelledAt\n    calendar { name } subject { id } pauses { startedAt endedAt reason } terms { effectiveAt target hours { timeZone } }\n    explanation { ...StepFacts }\n  }\n"): (typeof documents)["\n  fragment ClockFacts on Clock {\n    id version metric state target startedAt dueAt warnAt warnedAt breachedAt firstBreachedAt metAt cancelledAt\n    calendar { name } subject { id } pauses { startedAt endedAt reason } terms { effectiveAt target hours { timeZone } }\n    explanation { ...StepFacts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListCalendars { calendars { nodes { ...CalendarFacts } } }\n"): (typeof documents)["\n  query ListCalendars { calendars { nodes { ...CalendarFacts } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadCalendar($id: ID!) { calendar(id: $id) { ...CalendarFacts } }\n"): (typeof documents)["\n  query ReadCalendar($id: ID!) { calendar(id: $id) { ...CalendarFacts } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCalendar($input: CalendarCreateInput!) {\n    calendarCreate(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation CreateCalendar($input: CalendarCreateInput!) {\n    calendarCreate(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCalendar($input: CalendarUpdateInput!) {\n    calendarUpdate(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateCalendar($input: CalendarUpdateInput!) {\n    calendarUpdate(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeCalendarDefault($input: CalendarMakeDefaultInput!) {\n    calendarMakeDefault(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation MakeCalendarDefault($input: CalendarMakeDefaultInput!) {\n    calendarMakeDefault(input: $input) { calendar { ...CalendarFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListHolidays($region: String!, $year: Int!) { holidays(region: $region, year: $year) { fallsOn name } }\n"): (typeof documents)["\n  query ListHolidays($region: String!, $year: Int!) { holidays(region: $region, year: $year) { fallsOn name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListHolidayRegions($country: CountryCode!) { holidayRegions(country: $country) { code name } }\n"): (typeof documents)["\n  query ListHolidayRegions($country: CountryCode!) { holidayRegions(country: $country) { code name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AskDueTime($calendarId: ID, $target: Duration!, $from: DateTime) {\n    dueTime(calendarId: $calendarId, target: $target, from: $from) { dueAt steps { ...StepFacts } }\n  }\n"): (typeof documents)["\n  query AskDueTime($calendarId: ID, $target: Duration!, $from: DateTime) {\n    dueTime(calendarId: $calendarId, target: $target, from: $from) { dueAt steps { ...StepFacts } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AskBusinessTime($calendarId: ID, $from: DateTime!, $until: DateTime!) {\n    businessTime(calendarId: $calendarId, from: $from, until: $until) { seconds steps { ...StepFacts } }\n  }\n"): (typeof documents)["\n  query AskBusinessTime($calendarId: ID, $from: DateTime!, $until: DateTime!) {\n    businessTime(calendarId: $calendarId, from: $from, until: $until) { seconds steps { ...StepFacts } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadClock($id: ID!) { clock(id: $id) { ...ClockFacts } }\n"): (typeof documents)["\n  query ReadClock($id: ID!) { clock(id: $id) { ...ClockFacts } }\n"];
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
export function graphql(source: "\n  mutation SetMailbox($input: ChannelMailboxSetInput!) {\n    channelMailboxSet(input: $input) { channel { id mailbox { host port security user folder state lastError } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation SetMailbox($input: ChannelMailboxSetInput!) {\n    channelMailboxSet(input: $input) { channel { id mailbox { host port security user folder state lastError } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMailbox($input: ChannelMailboxRemoveInput!) {\n    channelMailboxRemove(input: $input) { channel { id mailbox { id } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation RemoveMailbox($input: ChannelMailboxRemoveInput!) {\n    channelMailboxRemove(input: $input) { channel { id mailbox { id } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadMailboxes { channels(first: 20) { nodes { id name mailbox { host port security user folder takesExisting state lastError lastFetchedAt } } } }\n"): (typeof documents)["\n  query ReadMailboxes { channels(first: 20) { nodes { id name mailbox { host port security user folder takesExisting state lastError lastFetchedAt } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadReceived {\n    conversations(first: 12, orderBy: LAST_ASC) {\n      nodes {\n        id status subject customer { name }\n        interactions(orderBy: STARTED_ASC, first: 6) {\n          nodes { id direction subject automatic customer { name } channel { id } body { text } attachments(first: 2) { nodes { fileName size } } participants(first: 4) { nodes { role address customer { id } } } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadReceived {\n    conversations(first: 12, orderBy: LAST_ASC) {\n      nodes {\n        id status subject customer { name }\n        interactions(orderBy: STARTED_ASC, first: 6) {\n          nodes { id direction subject automatic customer { name } channel { id } body { text } attachments(first: 2) { nodes { fileName size } } participants(first: 4) { nodes { role address customer { id } } } }\n        }\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  query TasksOfOpportunities($ids: [ID!]!) { nodes(ids: $ids) { ... on Opportunity { nextTask { title assignee { id } customer { id } } tasks { title } } } }\n"): (typeof documents)["\n  query TasksOfOpportunities($ids: [ID!]!) { nodes(ids: $ids) { ... on Opportunity { nextTask { title assignee { id } customer { id } } tasks { title } } } }\n"];
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
export function graphql(source: "\n  query CheckSender($channelId: ID!) {\n    senderCheck(channelId: $channelId) {\n      state fromDomain\n      spf { state message record expected { name value } domain server verdicts { address result } }\n      dkim { state message record expected { name value } domain selector }\n      dmarc {\n        state message record expected { name value } domain recordDomain policy subdomainPolicy spfAlignment dkimAlignment spfAligned dkimAligned\n      }\n    }\n  }\n"): (typeof documents)["\n  query CheckSender($channelId: ID!) {\n    senderCheck(channelId: $channelId) {\n      state fromDomain\n      spf { state message record expected { name value } domain server verdicts { address result } }\n      dkim { state message record expected { name value } domain selector }\n      dmarc {\n        state message record expected { name value } domain recordDomain policy subdomainPolicy spfAlignment dkimAlignment spfAligned dkimAligned\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskFacts on Task {\n    id version title note status priority dueAt overdueAt remindAt remindedAt completedAt\n    assignee { id } team { id } createdBy { id } completedBy { id } customer { id } subject { __typename id }\n    clock { ...ClockFacts } clocks { id state }\n  }\n"): (typeof documents)["\n  fragment TaskFacts on Task {\n    id version title note status priority dueAt overdueAt remindAt remindedAt completedAt\n    assignee { id } team { id } createdBy { id } completedBy { id } customer { id } subject { __typename id }\n    clock { ...ClockFacts } clocks { id state }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadTask($id: ID!) { task(id: $id) { ...TaskFacts } }\n"): (typeof documents)["\n  query ReadTask($id: ID!) { task(id: $id) { ...TaskFacts } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListTasks($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { id title } pageInfo { hasNextPage endCursor } }\n  }\n"): (typeof documents)["\n  query ListTasks($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { id title } pageInfo { hasNextPage endCursor } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListMyTasks($ofTeams: Boolean, $filter: TaskFilter) { myTasks(ofTeams: $ofTeams, filter: $filter) { nodes { id title } } }\n"): (typeof documents)["\n  query ListMyTasks($ofTeams: Boolean, $filter: TaskFilter) { myTasks(ofTeams: $ofTeams, filter: $filter) { nodes { id title } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListTasksOfCustomer($id: ID!) {\n    customer(id: $id) { tasks { nodes { id title } } timeline { nodes { type subject { __typename id } } } }\n  }\n"): (typeof documents)["\n  query ListTasksOfCustomer($id: ID!) {\n    customer(id: $id) { tasks { nodes { id title } } timeline { nodes { type subject { __typename id } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTask($input: TaskCreateInput!) { taskCreate(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation CreateTask($input: TaskCreateInput!) { taskCreate(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTask($input: TaskUpdateInput!) { taskUpdate(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation UpdateTask($input: TaskUpdateInput!) { taskUpdate(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RescheduleTask($input: TaskRescheduleInput!) { taskReschedule(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation RescheduleTask($input: TaskRescheduleInput!) { taskReschedule(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignTask($input: TaskAssignInput!) { taskAssign(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation AssignTask($input: TaskAssignInput!) { taskAssign(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTask($input: TaskCompleteInput!) { taskComplete(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation CompleteTask($input: TaskCompleteInput!) { taskComplete(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenTask($input: TaskReopenInput!) { taskReopen(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation ReopenTask($input: TaskReopenInput!) { taskReopen(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelTask($input: TaskCancelInput!) { taskCancel(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"): (typeof documents)["\n  mutation CancelTask($input: TaskCancelInput!) { taskCancel(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowTask($id: ID!, $after: Position) { taskChanged(id: $id, after: $after) { type changedFields node { id status } } }\n"): (typeof documents)["\n  subscription FollowTask($id: ID!, $after: Position) { taskChanged(id: $id, after: $after) { type changedFields node { id status } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketFacts on Ticket {\n    id version number reference subject description kind priority status askedAt unansweredAt firstRepliedAt lastRepliedAt\n    holdReason resumesAt resolution resolvedAt closesAt closedAt reopenings dueAt overdueAt createdAt\n    category { id name } customer { id } conversation { id } assignee { id } team { id } openedBy { id } resolvedBy { id } mergedInto { id }\n    mergedTickets { id } serviceLevel { id name } serviceLevelCriteria\n    clocks { id metric state target startedAt dueAt warnedAt breachedAt metAt cancelledAt calendar { name } pauses { startedAt endedAt reason } }\n    followers { user { id } } links { id type to { id } }\n    notes(first: 20) { nodes { id interaction { id kind direction body { text } agent { id } participants(first: 20) { nodes { role user { id } } } } } }\n  }\n"): (typeof documents)["\n  fragment TicketFacts on Ticket {\n    id version number reference subject description kind priority status askedAt unansweredAt firstRepliedAt lastRepliedAt\n    holdReason resumesAt resolution resolvedAt closesAt closedAt reopenings dueAt overdueAt createdAt\n    category { id name } customer { id } conversation { id } assignee { id } team { id } openedBy { id } resolvedBy { id } mergedInto { id }\n    mergedTickets { id } serviceLevel { id name } serviceLevelCriteria\n    clocks { id metric state target startedAt dueAt warnedAt breachedAt metAt cancelledAt calendar { name } pauses { startedAt endedAt reason } }\n    followers { user { id } } links { id type to { id } }\n    notes(first: 20) { nodes { id interaction { id kind direction body { text } agent { id } participants(first: 20) { nodes { role user { id } } } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadTicket($id: ID!) { ticket(id: $id) { ...TicketFacts } }\n"): (typeof documents)["\n  query ReadTicket($id: ID!) { ticket(id: $id) { ...TicketFacts } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadVerdicts($id: ID!) { ticket(id: $id) { id serviceLevelVerdicts { serviceLevel { id } fits satisfied failed } } }\n"): (typeof documents)["\n  query ReadVerdicts($id: ID!) { ticket(id: $id) { id serviceLevelVerdicts { serviceLevel { id } fits satisfied failed } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListTickets($filter: TicketFilter, $orderBy: TicketOrder, $first: Int, $after: String) {\n    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { id number subject } pageInfo { hasNextPage endCursor } }\n  }\n"): (typeof documents)["\n  query ListTickets($filter: TicketFilter, $orderBy: TicketOrder, $first: Int, $after: String) {\n    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { id number subject } pageInfo { hasNextPage endCursor } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadTicketsOf($customer: ID!, $conversation: ID!) {\n    customer(id: $customer) { tickets { nodes { id } } timeline { nodes { type subject { __typename id } } } }\n    conversation(id: $conversation) { tickets { id } }\n  }\n"): (typeof documents)["\n  query ReadTicketsOf($customer: ID!, $conversation: ID!) {\n    customer(id: $customer) { tickets { nodes { id } } timeline { nodes { type subject { __typename id } } } }\n    conversation(id: $conversation) { tickets { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenTicket($input: TicketOpenInput!) {\n    ticketOpen(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation OpenTicket($input: TicketOpenInput!) {\n    ticketOpen(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTicket($input: TicketUpdateInput!) {\n    ticketUpdate(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateTicket($input: TicketUpdateInput!) {\n    ticketUpdate(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignTicket($input: TicketAssignInput!) {\n    ticketAssign(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation AssignTicket($input: TicketAssignInput!) {\n    ticketAssign(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplyToTicket($input: TicketReplyInput!) {\n    ticketReply(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation ReplyToTicket($input: TicketReplyInput!) {\n    ticketReply(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HoldTicket($input: TicketHoldInput!) {\n    ticketHold(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation HoldTicket($input: TicketHoldInput!) {\n    ticketHold(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeTicket($input: TicketResumeInput!) {\n    ticketResume(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation ResumeTicket($input: TicketResumeInput!) {\n    ticketResume(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResolveTicket($input: TicketResolveInput!) {\n    ticketResolve(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation ResolveTicket($input: TicketResolveInput!) {\n    ticketResolve(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseTicket($input: TicketCloseInput!) {\n    ticketClose(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation CloseTicket($input: TicketCloseInput!) {\n    ticketClose(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenTicket($input: TicketReopenInput!) {\n    ticketReopen(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation ReopenTicket($input: TicketReopenInput!) {\n    ticketReopen(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeTicket($input: TicketMergeInput!) {\n    ticketMerge(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation MergeTicket($input: TicketMergeInput!) {\n    ticketMerge(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnlinkTicket($input: TicketUnlinkInput!) {\n    ticketUnlink(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UnlinkTicket($input: TicketUnlinkInput!) {\n    ticketUnlink(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FollowTicketBy($input: TicketFollowInput!) {\n    ticketFollow(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation FollowTicketBy($input: TicketFollowInput!) {\n    ticketFollow(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnfollowTicketBy($input: TicketUnfollowInput!) {\n    ticketUnfollow(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UnfollowTicketBy($input: TicketUnfollowInput!) {\n    ticketUnfollow(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ServiceLevelFacts on ServiceLevel {\n    id version name position active warnShare kinds priorities customerTag customerStage category { id } team { id } calendar { id } targets { priority metric within }\n  }\n"): (typeof documents)["\n  fragment ServiceLevelFacts on ServiceLevel {\n    id version name position active warnShare kinds priorities customerTag customerStage category { id } team { id } calendar { id } targets { priority metric within }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListServiceLevels { serviceLevels { nodes { ...ServiceLevelFacts } } }\n"): (typeof documents)["\n  query ListServiceLevels { serviceLevels { nodes { ...ServiceLevelFacts } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewSavedReply($savedReplyId: ID!, $ticketId: ID!) { savedReplyPreview(savedReplyId: $savedReplyId, ticketId: $ticketId) { text language fellBack } }\n"): (typeof documents)["\n  query PreviewSavedReply($savedReplyId: ID!, $ticketId: ID!) { savedReplyPreview(savedReplyId: $savedReplyId, ticketId: $ticketId) { text language fellBack } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadNotifications($unread: Boolean) { notifications(unread: $unread) { totalCount nodes { id reason readAt subject { __typename id } recipient { id } } } }\n"): (typeof documents)["\n  query ReadNotifications($unread: Boolean) { notifications(unread: $unread) { totalCount nodes { id reason readAt subject { __typename id } recipient { id } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowNotifications($after: Position) { notificationReceived(after: $after) { position type node { id reason recipient { id } } } }\n"): (typeof documents)["\n  subscription FollowNotifications($after: Position) { notificationReceived(after: $after) { position type node { id reason recipient { id } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowTicket($id: ID!, $after: Position) { ticketChanged(id: $id, after: $after) { position type node { id status dueAt } } }\n"): (typeof documents)["\n  subscription FollowTicket($id: ID!, $after: Position) { ticketChanged(id: $id, after: $after) { position type node { id status dueAt } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NoteOnTicket($input: TicketNoteInput!) {\n    ticketNote(input: $input) { ticketNote { id ticket { id } interaction { id } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation NoteOnTicket($input: TicketNoteInput!) {\n    ticketNote(input: $input) { ticketNote { id ticket { id } interaction { id } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LinkTicket($input: TicketLinkInput!) {\n    ticketLink(input: $input) { ticketLink { id type from { id } to { id } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation LinkTicket($input: TicketLinkInput!) {\n    ticketLink(input: $input) { ticketLink { id type from { id } to { id } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTicketCategory($input: TicketCategoryCreateInput!) {\n    ticketCategoryCreate(input: $input) { ticketCategory { id name active parent { id } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation CreateTicketCategory($input: TicketCategoryCreateInput!) {\n    ticketCategoryCreate(input: $input) { ticketCategory { id name active parent { id } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTicketCategory($input: TicketCategoryUpdateInput!) {\n    ticketCategoryUpdate(input: $input) { ticketCategory { id name active parent { id } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateTicketCategory($input: TicketCategoryUpdateInput!) {\n    ticketCategoryUpdate(input: $input) { ticketCategory { id name active parent { id } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateServiceLevel($input: ServiceLevelCreateInput!) {\n    serviceLevelCreate(input: $input) { serviceLevel { ...ServiceLevelFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation CreateServiceLevel($input: ServiceLevelCreateInput!) {\n    serviceLevelCreate(input: $input) { serviceLevel { ...ServiceLevelFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateServiceLevel($input: ServiceLevelUpdateInput!) {\n    serviceLevelUpdate(input: $input) { serviceLevel { ...ServiceLevelFacts } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateServiceLevel($input: ServiceLevelUpdateInput!) {\n    serviceLevelUpdate(input: $input) { serviceLevel { ...ServiceLevelFacts } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateSavedReply($input: SavedReplyCreateInput!) {\n    savedReplyCreate(input: $input) { savedReply { id name active texts { language text } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation CreateSavedReply($input: SavedReplyCreateInput!) {\n    savedReplyCreate(input: $input) { savedReply { id name active texts { language text } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSavedReply($input: SavedReplyUpdateInput!) {\n    savedReplyUpdate(input: $input) { savedReply { id name active texts { language text } } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateSavedReply($input: SavedReplyUpdateInput!) {\n    savedReplyUpdate(input: $input) { savedReply { id name active texts { language text } } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTicketSettings($input: TicketSettingsUpdateInput!) {\n    ticketSettingsUpdate(input: $input) { ticketSettings { closeAfterDays reopenWithinDays } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation UpdateTicketSettings($input: TicketSettingsUpdateInput!) {\n    ticketSettingsUpdate(input: $input) { ticketSettings { closeAfterDays reopenWithinDays } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkNotificationRead($input: NotificationMarkReadInput!) {\n    notificationMarkRead(input: $input) { notification { id readAt } userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation MarkNotificationRead($input: NotificationMarkReadInput!) {\n    notificationMarkRead(input: $input) { notification { id readAt } userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkAllNotificationsRead($input: NotificationMarkAllReadInput!) {\n    notificationMarkAllRead(input: $input) { count userErrors { ...Refused } position }\n  }\n"): (typeof documents)["\n  mutation MarkAllNotificationsRead($input: NotificationMarkAllReadInput!) {\n    notificationMarkAllRead(input: $input) { count userErrors { ...Refused } position }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MeasureAttainment($from: DateTime!, $until: DateTime!, $serviceLevelId: ID, $teamId: ID) {\n    serviceLevelAttainment(from: $from, until: $until, serviceLevelId: $serviceLevelId, teamId: $teamId) {\n      serviceLevel { id name } metric met breached running attainment { count of share low high }\n    }\n  }\n"): (typeof documents)["\n  query MeasureAttainment($from: DateTime!, $until: DateTime!, $serviceLevelId: ID, $teamId: ID) {\n    serviceLevelAttainment(from: $from, until: $until, serviceLevelId: $serviceLevelId, teamId: $teamId) {\n      serviceLevel { id name } metric met breached running attainment { count of share low high }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExplainTickets($first: Int) { tickets(first: $first) { nodes { id clocks { id explanation { kind countedSeconds } } } } }\n"): (typeof documents)["\n  query ExplainTickets($first: Int) { tickets(first: $first) { nodes { id clocks { id explanation { kind countedSeconds } } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CountAttainment($from: DateTime!, $until: DateTime!) { serviceLevelAttainment(from: $from, until: $until) { metric met breached running } }\n"): (typeof documents)["\n  query CountAttainment($from: DateTime!, $until: DateTime!) { serviceLevelAttainment(from: $from, until: $until) { metric met breached running } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JudgeTickets($first: Int) { tickets(first: $first) { nodes { id serviceLevelVerdicts { fits satisfied } } } }\n"): (typeof documents)["\n  query JudgeTickets($first: Int) { tickets(first: $first) { nodes { id serviceLevelVerdicts { fits satisfied } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { accessToken refreshToken userErrors { code message } }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { accessToken refreshToken userErrors { code message } }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;