/** What the test of senders' checks asks, written as a partner would. */
import { graphql } from '../support/graphql/gql.ts';

export const CheckSender = graphql(`
  query CheckSender($channelId: ID!) {
    senderCheck(channelId: $channelId) {
      state fromDomain
      spf { state message record expected { name value } domain server verdicts { address result } }
      dkim { state message record expected { name value } domain selector }
      dmarc {
        state message record expected { name value } domain recordDomain policy subdomainPolicy spfAlignment dkimAlignment spfAligned dkimAligned
      }
    }
  }
`);
