/** What the tests of interactions ask and do, written as a partner would. */
import { graphql } from '../support/graphql/gql.ts';

graphql(`
  fragment ConversationFacts on Conversation {
    id version subject status startedAt lastAt closedAt
    channel { id name kind } customer { id name }
    interactions(orderBy: STARTED_ASC, first: 100) { nodes { id } }
  }
`);

graphql(`
  fragment InteractionFacts on Interaction {
    id version kind channelKind direction subject preview callOutcome disposition startedAt endedAt duration automatic
    channel { id } conversation { id } customer { id name } agent { id name }
    body { text html }
    participants(first: 20) { nodes { role name address customer { id } user { id } } }
    attachments(first: 20) { nodes { fileName contentType size contentId inline url } }
  }
`);

export const CreateChannel = graphql(`
  mutation CreateChannel($input: ChannelCreateInput!) {
    channelCreate(input: $input) { channel { id version kind name address active } userErrors { ...Refused } position }
  }
`);

export const UpdateChannel = graphql(`
  mutation UpdateChannel($input: ChannelUpdateInput!) {
    channelUpdate(input: $input) { channel { id version kind name address active } userErrors { ...Refused } position }
  }
`);

export const ListChannels = graphql(`
  query ListChannels { channels(first: 100) { nodes { id name kind active } } }
`);

export const StartConversation = graphql(`
  mutation StartConversation($input: ConversationStartInput!) {
    conversationStart(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }
  }
`);

export const CloseConversation = graphql(`
  mutation CloseConversation($input: ConversationCloseInput!) {
    conversationClose(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }
  }
`);

export const ReopenConversation = graphql(`
  mutation ReopenConversation($input: ConversationReopenInput!) {
    conversationReopen(input: $input) { conversation { ...ConversationFacts } userErrors { ...Refused } position }
  }
`);

export const ReadConversation = graphql(`
  query ReadConversation($id: ID!) { conversation(id: $id) { ...ConversationFacts } node(id: $id) { id } }
`);

export const ListConversations = graphql(`
  query ListConversations($filter: ConversationFilter, $orderBy: ConversationOrder) {
    conversations(first: 20, filter: $filter, orderBy: $orderBy) { totalCount nodes { id subject } }
  }
`);

export const LogInteraction = graphql(`
  mutation LogInteraction($input: InteractionLogInput!) {
    interactionLog(input: $input) { interaction { ...InteractionFacts } userErrors { ...Refused } position }
  }
`);

export const ReceiveMessage = graphql(`
  mutation ReceiveMessage($input: MessageReceiveInput!) {
    messageReceive(input: $input) { interaction { ...InteractionFacts } userErrors { ...Refused } position }
  }
`);

export const ReadInteraction = graphql(`
  query ReadInteraction($id: ID!) { interaction(id: $id) { ...InteractionFacts } node(id: $id) { id } }
`);

export const ReadTimeline = graphql(`
  query ReadTimeline($id: ID!) {
    customer(id: $id) {
      name language contactPoints { kind value primary }
      timeline(first: 100) { nodes { at type subject { id } } }
      interactions(first: 100) { nodes { id direction } }
      conversations(first: 100) { nodes { id } }
    }
  }
`);

export const EventsSince = graphql(`
  query EventsSince($after: Position) { events(after: $after) { changes { type subjectId } position } }
`);

export const FollowConversation = graphql(`
  subscription FollowConversation($id: ID!, $after: Position) {
    conversationChanged(id: $id, after: $after) { type node { id status interactions(first: 100) { nodes { id } } } }
  }
`);

/** What an import made, without ids and without when it was made. */
export const ReadImported = graphql(`
  query ReadImported($after: String) {
    conversations(first: 10, after: $after, orderBy: STARTED_DESC) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        subject status startedAt lastAt closedAt customer { name }
        interactions(orderBy: STARTED_ASC, first: 20) {
          nodes {
            direction subject preview automatic startedAt customer { name } agent { name }
            participants(first: 5) { nodes { role name address customer { name } user { name } } }
            attachments(first: 5) { nodes { fileName contentType size contentId inline url } }
            body { text html }
          }
        }
      }
    }
  }
`);

export const ReadCustomers = graphql(`
  query ReadCustomers($after: String) {
    customers(first: 50, after: $after, orderBy: NAME_ASC) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id name givenName familyName language contactPoints { kind value primary } timeline(first: 1) { totalCount } }
    }
  }
`);
