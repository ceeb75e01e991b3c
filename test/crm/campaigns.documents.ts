/** What the tests of campaigns ask and do, written as a marketer's program would. */
import { graphql } from '../support/graphql/gql.ts';

graphql(`
  fragment CampaignFacts on Campaign {
    id version name goal status budget { amount currency } startsOn endsOn startAt timeZone sendFrom sendUntil weekdaysOnly holdOutPercent seed
    launchedAt startedAt endedAt failure enrolled owner { id } channel { id } job { id kind status done total }
    variants { id name weight template { id name } }
    audienceConditions { id within { id } kind field comparison values }
  }
`);

graphql(`
  fragment MemberFacts on CampaignMember {
    id status exclusion attempts statusCode failure dueAt handedAt sentAt bouncedAt repliedAt unsubscribedAt customer { id name } variant { id name }
  }
`);

graphql(`
  fragment TemplateFacts on MailTemplate { id version name fallbackLanguage frozenAt texts { id language subject html text } }
`);

export const CreateTemplate = graphql(`
  mutation CreateTemplate($input: MailTemplateCreateInput!) { mailTemplateCreate(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }
`);

export const UpdateTemplate = graphql(`
  mutation UpdateTemplate($input: MailTemplateUpdateInput!) { mailTemplateUpdate(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }
`);

export const SetTemplateText = graphql(`
  mutation SetTemplateText($input: MailTemplateTextSetInput!) { mailTemplateTextSet(input: $input) { mailTemplateText { id language template { ...TemplateFacts } } userErrors { ...Refused } position } }
`);

export const RemoveTemplateText = graphql(`
  mutation RemoveTemplateText($input: MailTemplateTextRemoveInput!) { mailTemplateTextRemove(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }
`);

export const CopyTemplate = graphql(`
  mutation CopyTemplate($input: MailTemplateCopyInput!) { mailTemplateCopy(input: $input) { mailTemplate { ...TemplateFacts } userErrors { ...Refused } position } }
`);

export const SendTemplateTest = graphql(`
  mutation SendTemplateTest($input: MailTemplateSendTestInput!) { mailTemplateSendTest(input: $input) { job { id kind status } userErrors { ...Refused } position } }
`);

export const PreviewTemplate = graphql(`
  query PreviewTemplate($templateId: ID!, $customerId: ID, $language: Locale) {
    mailTemplatePreview(templateId: $templateId, customerId: $customerId, language: $language) { language subject html text }
  }
`);

export const PlanCampaign = graphql(`
  mutation PlanCampaign($input: CampaignPlanInput!) { campaignPlan(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }
`);

export const UpdateCampaign = graphql(`
  mutation UpdateCampaign($input: CampaignUpdateInput!) { campaignUpdate(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }
`);

export const AddToAudience = graphql(`
  mutation AddToAudience($input: CampaignCustomersAddInput!) { campaignCustomersAdd(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }
`);

export const RemoveFromAudience = graphql(`
  mutation RemoveFromAudience($input: CampaignCustomersRemoveInput!) { campaignCustomersRemove(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }
`);

export const LaunchCampaign = graphql(`
  mutation LaunchCampaign($input: CampaignLaunchInput!) { campaignLaunch(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }
`);

export const PauseCampaign = graphql(`
  mutation PauseCampaign($input: CampaignPauseInput!) { campaignPause(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }
`);

export const ResumeCampaign = graphql(`
  mutation ResumeCampaign($input: CampaignResumeInput!) { campaignResume(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }
`);

export const StopCampaign = graphql(`
  mutation StopCampaign($input: CampaignStopInput!) { campaignStop(input: $input) { campaign { ...CampaignFacts } userErrors { ...Refused } position } }
`);

export const MailMemberAgain = graphql(`
  mutation MailMemberAgain($input: CampaignMemberSendAgainInput!) { campaignMemberSendAgain(input: $input) { campaignMember { ...MemberFacts } userErrors { ...Refused } position } }
`);

export const ReadCampaign = graphql(`
  query ReadCampaign($id: ID!) { campaign(id: $id) { ...CampaignFacts } }
`);

export const ReadMembers = graphql(`
  query ReadMembers($id: ID!, $filter: CampaignMemberFilter, $after: String) {
    campaign(id: $id) { members(first: 100, filter: $filter, after: $after) { nodes { ...MemberFacts } totalCount pageInfo { hasNextPage endCursor } } }
  }
`);

export const PreviewAudience = graphql(`
  query PreviewAudience($id: ID!) {
    campaign(id: $id) {
      audienceCustomers(first: 100) { nodes { customer { id } } }
      audiencePreview { size examined complete mailable exclusions { reason count } examples { exclusion customer { id } } }
    }
  }
`);

graphql(`
  fragment Measured on MeasuredProportion { count of share low high }
`);

export const ReadResults = graphql(`
  query ReadResults($id: ID!) {
    campaign(id: $id) {
      results {
        fromAt untilAt enrolled exclusions { reason count }
        holdOut { members opened { ...Measured } won { ...Measured } }
        variants {
          variant { name } members queued sending cancelled excluded uncertain
          sent { ...Measured } failed { ...Measured } bounced { ...Measured } unsubscribed { ...Measured } replied { ...Measured } opened { ...Measured } won { ...Measured }
          openedDifference { value low high } wonDifference { value low high }
        }
      }
    }
  }
`);

export const ReadSuppressions = graphql(`
  query ReadSuppressions($address: String, $filter: SuppressionFilter) {
    suppressions(address: $address, filter: $filter, first: 100) { nodes { id address reason source note member { id } } totalCount }
  }
`);

export const ReadOptOuts = graphql(`
  query ReadOptOuts($id: ID!) { customer(id: $id) { optOuts(first: 5) { nodes { customer { id } suppression { id address optOuts(first: 5) { nodes { id } } } } } } }
`);

export const AddSuppression = graphql(`
  mutation AddSuppression($input: SuppressionAddInput!) { suppressionAdd(input: $input) { suppression { id address reason source note } userErrors { ...Refused } position } }
`);

export const RemoveSuppression = graphql(`
  mutation RemoveSuppression($input: SuppressionRemoveInput!) { suppressionRemove(input: $input) { removed userErrors { ...Refused } position } }
`);

export const SetCampaignPolicy = graphql(`
  mutation SetCampaignPolicy($input: CampaignPolicySetInput!) { campaignPolicySet(input: $input) { campaignPolicy { id mostMails perDays domainPerMinute domainConnections } userErrors { ...Refused } position } }
`);

export const ReadTimelineOfMembers = graphql(`
  query ReadTimelineOfMembers($id: ID!) {
    customer(id: $id) {
      timeline(first: 10, filter: { type: { eq: "CampaignMember" } }) { nodes { at subject { __typename ... on CampaignMember { status campaign { name } } } } }
      campaignMembers(first: 10) { nodes { id } }
    }
  }
`);

export const MakeCustomer = graphql(`
  mutation MakeCustomer($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id contactPoints { id } } userErrors { ...Refused } position } }
`);

export const CancelJob = graphql(`
  mutation CancelJob($input: JobCancelInput!) { jobCancel(input: $input) { job { id status } userErrors { ...Refused } position } }
`);
