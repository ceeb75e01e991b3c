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
    "\n  fragment CalendarFacts on Calendar {\n    id version name isDefault active\n    hours { id timeZone holidayRegion windows { weekday opensAt closesAt } specialDays { fallsOn name opensAt closesAt } }\n  }\n": typeof types.CalendarFactsFragmentDoc,
    "\n  fragment StepFacts on ClockStep { kind startsAt endsAt name countedSeconds usedSeconds leftSeconds }\n": typeof types.StepFactsFragmentDoc,
    "\n  fragment ClockFacts on Clock {\n    id version metric state target startedAt dueAt warnAt warnedAt breachedAt metAt cancelledAt\n    calendar { name } subject { id } pauses { startedAt endedAt reason } terms { effectiveAt target hours { timeZone } }\n    explanation { ...StepFacts }\n  }\n": typeof types.ClockFactsFragmentDoc,
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
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { accessToken refreshToken userErrors { code message } }\n  }\n": typeof types.SignInDocument,
};
const documents: Documents = {
    "\n  fragment CalendarFacts on Calendar {\n    id version name isDefault active\n    hours { id timeZone holidayRegion windows { weekday opensAt closesAt } specialDays { fallsOn name opensAt closesAt } }\n  }\n": types.CalendarFactsFragmentDoc,
    "\n  fragment StepFacts on ClockStep { kind startsAt endsAt name countedSeconds usedSeconds leftSeconds }\n": types.StepFactsFragmentDoc,
    "\n  fragment ClockFacts on Clock {\n    id version metric state target startedAt dueAt warnAt warnedAt breachedAt metAt cancelledAt\n    calendar { name } subject { id } pauses { startedAt endedAt reason } terms { effectiveAt target hours { timeZone } }\n    explanation { ...StepFacts }\n  }\n": types.ClockFactsFragmentDoc,
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
export function graphql(source: "\n  fragment CalendarFacts on Calendar {\n    id version name isDefault active\n    hours { id timeZone holidayRegion windows { weekday opensAt closesAt } specialDays { fallsOn name opensAt closesAt } }\n  }\n"): (typeof documents)["\n  fragment CalendarFacts on Calendar {\n    id version name isDefault active\n    hours { id timeZone holidayRegion windows { weekday opensAt closesAt } specialDays { fallsOn name opensAt closesAt } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StepFacts on ClockStep { kind startsAt endsAt name countedSeconds usedSeconds leftSeconds }\n"): (typeof documents)["\n  fragment StepFacts on ClockStep { kind startsAt endsAt name countedSeconds usedSeconds leftSeconds }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ClockFacts on Clock {\n    id version metric state target startedAt dueAt warnAt warnedAt breachedAt metAt cancelledAt\n    calendar { name } subject { id } pauses { startedAt endedAt reason } terms { effectiveAt target hours { timeZone } }\n    explanation { ...StepFacts }\n  }\n"): (typeof documents)["\n  fragment ClockFacts on Clock {\n    id version metric state target startedAt dueAt warnAt warnedAt breachedAt metAt cancelledAt\n    calendar { name } subject { id } pauses { startedAt endedAt reason } terms { effectiveAt target hours { timeZone } }\n    explanation { ...StepFacts }\n  }\n"];
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
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { accessToken refreshToken userErrors { code message } }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { accessToken refreshToken userErrors { code message } }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;