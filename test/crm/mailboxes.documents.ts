/** What the tests of mailboxes ask and do, written as a partner would. */
import { graphql } from '../support/graphql/gql.ts';

export const SetMailbox = graphql(`
  mutation SetMailbox($input: ChannelMailboxSetInput!) {
    channelMailboxSet(input: $input) { channel { id mailbox { host port security user folder state lastError } } userErrors { ...Refused } position }
  }
`);

export const RemoveMailbox = graphql(`
  mutation RemoveMailbox($input: ChannelMailboxRemoveInput!) {
    channelMailboxRemove(input: $input) { channel { id mailbox { id } } userErrors { ...Refused } position }
  }
`);

export const ReadMailboxes = graphql(`
  query ReadMailboxes { channels(first: 20) { nodes { id name mailbox { host port security user folder takesExisting state lastError lastFetchedAt } } } }
`);

export const ReadReceived = graphql(`
  query ReadReceived {
    conversations(first: 12, orderBy: LAST_ASC) {
      nodes {
        id status subject customer { name }
        interactions(orderBy: STARTED_ASC, first: 6) {
          nodes { id direction subject automatic customer { name } channel { id } body { text } attachments(first: 2) { nodes { fileName size } } participants(first: 4) { nodes { role address customer { id } } } }
        }
      }
    }
  }
`);
