/** What the tests of messages ask and do, written as a partner would. */
import { graphql } from '../support/graphql/gql.ts';

graphql(`
  fragment MessageFacts on Interaction {
    id kind direction channelKind subject preview automatic messageId
    agent { id } customer { id name } conversation { id status subject }
    body { text html }
    participants(first: 20) { nodes { role name address customer { id } user { id } } }
    attachments(first: 20) { nodes { fileName contentType size inline } }
    delivery { id status reason statusCode attempts sendAt sentAt bouncedAt }
  }
`);

export const SendMessage = graphql(`
  mutation SendMessage($input: MessageSendInput!) {
    messageSend(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }
  }
`);

export const CancelMessage = graphql(`
  mutation CancelMessage($input: MessageCancelInput!) {
    messageCancel(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }
  }
`);

export const SendMessageAgain = graphql(`
  mutation SendMessageAgain($input: MessageSendAgainInput!) {
    messageSendAgain(input: $input) { interaction { ...MessageFacts } userErrors { ...Refused } position }
  }
`);

export const ReadMessage = graphql(`
  query ReadMessage($id: ID!) { interaction(id: $id) { ...MessageFacts } }
`);

export const ReadMessages = graphql(`
  query ReadMessages($id: ID!) {
    conversation(id: $id) { id status subject customer { id } interactions(orderBy: STARTED_ASC, first: 50) { nodes { ...MessageFacts } } }
  }
`);

export const AddCustomerWithAddress = graphql(`
  mutation AddCustomerWithAddress($input: CustomerCreateInput!) {
    customerCreate(input: $input) { customer { id contactPoints { id kind value undeliverableAt undeliverableReason } } userErrors { ...Refused } position }
  }
`);

export const MarkDeliverable = graphql(`
  mutation MarkDeliverable($input: ContactPointMarkDeliverableInput!) {
    contactPointMarkDeliverable(input: $input) { contactPoint { id undeliverableAt undeliverableReason } userErrors { ...Refused } position }
  }
`);

export const ReadAddresses = graphql(`
  query ReadAddresses($id: ID!) { customer(id: $id) { id contactPoints { id value undeliverableAt undeliverableReason } timeline(first: 20) { nodes { type subject { id } } } } }
`);
