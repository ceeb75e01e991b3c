/** What the tests of tickets ask and do, written as a partner would. */
import { graphql } from '../support/graphql/gql.ts';

graphql(`
  fragment TicketFacts on Ticket {
    id version number reference subject description kind priority status askedAt unansweredAt firstRepliedAt lastRepliedAt
    holdReason resumesAt resolution resolvedAt closesAt closedAt reopenings dueAt overdueAt createdAt
    category { id name } customer { id } conversation { id } assignee { id } team { id } openedBy { id } resolvedBy { id } mergedInto { id }
    mergedTickets { id } serviceLevel { id name } serviceLevelCriteria
    clocks { id metric state target startedAt dueAt warnedAt breachedAt metAt cancelledAt calendar { name } pauses { startedAt endedAt reason } }
    followers { user { id } } links { id type to { id } }
    notes(first: 20) { nodes { id interaction { id kind direction body { text } agent { id } participants(first: 20) { nodes { role user { id } } } } } }
  }
`);

export const ReadTicket = graphql(`
  query ReadTicket($id: ID!) { ticket(id: $id) { ...TicketFacts } }
`);

export const ReadVerdicts = graphql(`
  query ReadVerdicts($id: ID!) { ticket(id: $id) { id serviceLevelVerdicts { serviceLevel { id } fits satisfied failed } } }
`);

export const ListTickets = graphql(`
  query ListTickets($filter: TicketFilter, $orderBy: TicketOrder, $first: Int, $after: String) {
    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { id number subject } pageInfo { hasNextPage endCursor } }
  }
`);

export const ReadTicketsOf = graphql(`
  query ReadTicketsOf($customer: ID!, $conversation: ID!) {
    customer(id: $customer) { tickets { nodes { id } } timeline { nodes { type subject { __typename id } } } }
    conversation(id: $conversation) { tickets { id } }
  }
`);

export const OpenTicket = graphql(`
  mutation OpenTicket($input: TicketOpenInput!) {
    ticketOpen(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

export const UpdateTicket = graphql(`
  mutation UpdateTicket($input: TicketUpdateInput!) {
    ticketUpdate(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

export const AssignTicket = graphql(`
  mutation AssignTicket($input: TicketAssignInput!) {
    ticketAssign(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

export const ReplyToTicket = graphql(`
  mutation ReplyToTicket($input: TicketReplyInput!) {
    ticketReply(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

export const HoldTicket = graphql(`
  mutation HoldTicket($input: TicketHoldInput!) {
    ticketHold(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

export const ResumeTicket = graphql(`
  mutation ResumeTicket($input: TicketResumeInput!) {
    ticketResume(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

export const ResolveTicket = graphql(`
  mutation ResolveTicket($input: TicketResolveInput!) {
    ticketResolve(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

export const CloseTicket = graphql(`
  mutation CloseTicket($input: TicketCloseInput!) {
    ticketClose(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

export const ReopenTicket = graphql(`
  mutation ReopenTicket($input: TicketReopenInput!) {
    ticketReopen(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

export const MergeTicket = graphql(`
  mutation MergeTicket($input: TicketMergeInput!) {
    ticketMerge(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

export const UnlinkTicket = graphql(`
  mutation UnlinkTicket($input: TicketUnlinkInput!) {
    ticketUnlink(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

export const FollowTicketBy = graphql(`
  mutation FollowTicketBy($input: TicketFollowInput!) {
    ticketFollow(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

export const UnfollowTicketBy = graphql(`
  mutation UnfollowTicketBy($input: TicketUnfollowInput!) {
    ticketUnfollow(input: $input) { ticket { ...TicketFacts } userErrors { ...Refused } position }
  }
`);

graphql(`
  fragment ServiceLevelFacts on ServiceLevel {
    id version name position active warnShare kinds priorities customerTag customerStage category { id } team { id } calendar { id } targets { priority metric within }
  }
`);

export const ListServiceLevels = graphql(`
  query ListServiceLevels { serviceLevels { nodes { ...ServiceLevelFacts } } }
`);

export const PreviewSavedReply = graphql(`
  query PreviewSavedReply($savedReplyId: ID!, $ticketId: ID!) { savedReplyPreview(savedReplyId: $savedReplyId, ticketId: $ticketId) { text language fellBack } }
`);

export const ReadNotifications = graphql(`
  query ReadNotifications($unread: Boolean) { notifications(unread: $unread) { totalCount nodes { id reason readAt subject { __typename id } recipient { id } } } }
`);

export const FollowNotifications = graphql(`
  subscription FollowNotifications($after: Position) { notificationReceived(after: $after) { position type node { id reason recipient { id } } } }
`);

export const FollowTicket = graphql(`
  subscription FollowTicket($id: ID!, $after: Position) { ticketChanged(id: $id, after: $after) { position type node { id status dueAt } } }
`);

export const NoteOnTicket = graphql(`
  mutation NoteOnTicket($input: TicketNoteInput!) {
    ticketNote(input: $input) { ticketNote { id ticket { id } interaction { id } } userErrors { ...Refused } position }
  }
`);

export const LinkTicket = graphql(`
  mutation LinkTicket($input: TicketLinkInput!) {
    ticketLink(input: $input) { ticketLink { id type from { id } to { id } } userErrors { ...Refused } position }
  }
`);

export const CreateTicketCategory = graphql(`
  mutation CreateTicketCategory($input: TicketCategoryCreateInput!) {
    ticketCategoryCreate(input: $input) { ticketCategory { id name active parent { id } } userErrors { ...Refused } position }
  }
`);

export const UpdateTicketCategory = graphql(`
  mutation UpdateTicketCategory($input: TicketCategoryUpdateInput!) {
    ticketCategoryUpdate(input: $input) { ticketCategory { id name active parent { id } } userErrors { ...Refused } position }
  }
`);

export const CreateServiceLevel = graphql(`
  mutation CreateServiceLevel($input: ServiceLevelCreateInput!) {
    serviceLevelCreate(input: $input) { serviceLevel { ...ServiceLevelFacts } userErrors { ...Refused } position }
  }
`);

export const UpdateServiceLevel = graphql(`
  mutation UpdateServiceLevel($input: ServiceLevelUpdateInput!) {
    serviceLevelUpdate(input: $input) { serviceLevel { ...ServiceLevelFacts } userErrors { ...Refused } position }
  }
`);

export const CreateSavedReply = graphql(`
  mutation CreateSavedReply($input: SavedReplyCreateInput!) {
    savedReplyCreate(input: $input) { savedReply { id name active texts { language text } } userErrors { ...Refused } position }
  }
`);

export const UpdateSavedReply = graphql(`
  mutation UpdateSavedReply($input: SavedReplyUpdateInput!) {
    savedReplyUpdate(input: $input) { savedReply { id name active texts { language text } } userErrors { ...Refused } position }
  }
`);

export const UpdateTicketSettings = graphql(`
  mutation UpdateTicketSettings($input: TicketSettingsUpdateInput!) {
    ticketSettingsUpdate(input: $input) { ticketSettings { closeAfterDays reopenWithinDays } userErrors { ...Refused } position }
  }
`);

export const MarkNotificationRead = graphql(`
  mutation MarkNotificationRead($input: NotificationMarkReadInput!) {
    notificationMarkRead(input: $input) { notification { id readAt } userErrors { ...Refused } position }
  }
`);

export const MarkAllNotificationsRead = graphql(`
  mutation MarkAllNotificationsRead($input: NotificationMarkAllReadInput!) {
    notificationMarkAllRead(input: $input) { count userErrors { ...Refused } position }
  }
`);

export const MeasureAttainment = graphql(`
  query MeasureAttainment($from: DateTime!, $until: DateTime!, $serviceLevelId: ID, $teamId: ID) {
    serviceLevelAttainment(from: $from, until: $until, serviceLevelId: $serviceLevelId, teamId: $teamId) {
      serviceLevel { id name } metric met breached running attainment { count of share low high }
    }
  }
`);

export const ExplainTickets = graphql(`
  query ExplainTickets($first: Int) { tickets(first: $first) { nodes { id clocks { id explanation { kind countedSeconds } } } } }
`);

export const CountAttainment = graphql(`
  query CountAttainment($from: DateTime!, $until: DateTime!) { serviceLevelAttainment(from: $from, until: $until) { metric met breached running } }
`);

export const JudgeTickets = graphql(`
  query JudgeTickets($first: Int) { tickets(first: $first) { nodes { id serviceLevelVerdicts { fits satisfied } } } }
`);
