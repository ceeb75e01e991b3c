/** What the tests of opportunities ask and do, written as a partner would. */
import { graphql } from '../support/graphql/gql.ts';

graphql(`
  fragment MoneyFacts on Money { amount currency }
`);

graphql(`
  fragment OpportunityFacts on Opportunity {
    id version title status currency amountSource probability expectedCloseOn source nextStep reason competitor wonAt lostAt stageEnteredAt stalled
    amount { ...MoneyFacts } weightedAmount { ...MoneyFacts } netTotal { ...MoneyFacts } taxTotal { ...MoneyFacts } grossTotal { ...MoneyFacts }
    customer { id stage } pipeline { id } stage { id name } owner { id } team { id }
    lines { ...LineFacts }
    contacts { id role customer { id } }
    stageHistory(first: 20) { nodes { stage { name } enteredAt leftAt duration movedBy { id } } }
  }
`);

graphql(`
  fragment LineFacts on OpportunityLine {
    id version position productCode description quantity unit priceQuantity discountPercent taxRate
    unitPrice { ...MoneyFacts } discountAmount { ...MoneyFacts } netAmount { ...MoneyFacts } taxAmount { ...MoneyFacts } grossAmount { ...MoneyFacts }
  }
`);

graphql(`
  fragment PipelineFacts on Pipeline {
    id version name archivedAt stages { id version name position probability requires stalledAfter archivedAt }
  }
`);

export const CreatePipeline = graphql(`
  mutation CreatePipeline($input: PipelineCreateInput!) {
    pipelineCreate(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }
  }
`);
export const UpdatePipeline = graphql(`
  mutation UpdatePipeline($input: PipelineUpdateInput!) {
    pipelineUpdate(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }
  }
`);
export const ReorderPipeline = graphql(`
  mutation ReorderPipeline($input: PipelineReorderInput!) {
    pipelineReorder(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }
  }
`);
export const ArchivePipeline = graphql(`
  mutation ArchivePipeline($input: PipelineArchiveInput!) {
    pipelineArchive(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }
  }
`);
export const RestorePipeline = graphql(`
  mutation RestorePipeline($input: PipelineRestoreInput!) {
    pipelineRestore(input: $input) { pipeline { ...PipelineFacts } userErrors { ...Refused } position }
  }
`);
export const CreateStage = graphql(`
  mutation CreateStage($input: StageCreateInput!) {
    stageCreate(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }
  }
`);
export const UpdateStage = graphql(`
  mutation UpdateStage($input: StageUpdateInput!) {
    stageUpdate(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }
  }
`);
export const ArchiveStage = graphql(`
  mutation ArchiveStage($input: StageArchiveInput!) {
    stageArchive(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }
  }
`);
export const RestoreStage = graphql(`
  mutation RestoreStage($input: StageRestoreInput!) {
    stageRestore(input: $input) { stage { id pipeline { ...PipelineFacts } } userErrors { ...Refused } position }
  }
`);
export const ReadPipeline = graphql(`
  query ReadPipeline($id: ID!) { pipeline(id: $id) { ...PipelineFacts } }
`);

export const OpenOpportunity = graphql(`
  mutation OpenOpportunity($input: OpportunityOpenInput!) {
    opportunityOpen(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }
  }
`);
export const UpdateOpportunity = graphql(`
  mutation UpdateOpportunity($input: OpportunityUpdateInput!) {
    opportunityUpdate(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }
  }
`);
export const MoveOpportunity = graphql(`
  mutation MoveOpportunity($input: OpportunityMoveStageInput!) {
    opportunityMoveStage(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }
  }
`);
export const WinOpportunity = graphql(`
  mutation WinOpportunity($input: OpportunityWinInput!) {
    opportunityWin(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }
  }
`);
export const LoseOpportunity = graphql(`
  mutation LoseOpportunity($input: OpportunityLoseInput!) {
    opportunityLose(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }
  }
`);
export const ReopenOpportunity = graphql(`
  mutation ReopenOpportunity($input: OpportunityReopenInput!) {
    opportunityReopen(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }
  }
`);
export const AddLine = graphql(`
  mutation AddLine($input: OpportunityLineAddInput!) {
    opportunityLineAdd(input: $input) { opportunityLine { ...LineFacts opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }
  }
`);
export const UpdateLine = graphql(`
  mutation UpdateLine($input: OpportunityLineUpdateInput!) {
    opportunityLineUpdate(input: $input) { opportunityLine { ...LineFacts opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }
  }
`);
export const RemoveLine = graphql(`
  mutation RemoveLine($input: OpportunityLineRemoveInput!) {
    opportunityLineRemove(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }
  }
`);
export const AddContact = graphql(`
  mutation AddContact($input: OpportunityContactAddInput!) {
    opportunityContactAdd(input: $input) { opportunityContact { id role customer { id } opportunity { ...OpportunityFacts } } userErrors { ...Refused } position }
  }
`);
export const UpdateContact = graphql(`
  mutation UpdateContact($input: OpportunityContactUpdateInput!) {
    opportunityContactUpdate(input: $input) { opportunityContact { id role } userErrors { ...Refused } position }
  }
`);
export const RemoveContact = graphql(`
  mutation RemoveContact($input: OpportunityContactRemoveInput!) {
    opportunityContactRemove(input: $input) { opportunity { ...OpportunityFacts } userErrors { ...Refused } position }
  }
`);
export const ReadOpportunity = graphql(`
  query ReadOpportunity($id: ID!) { opportunity(id: $id) { ...OpportunityFacts } node(id: $id) { id } }
`);
export const ListOpportunities = graphql(`
  query ListOpportunities($filter: OpportunityFilter, $orderBy: OpportunityOrder) {
    opportunities(first: 50, filter: $filter, orderBy: $orderBy) { totalCount nodes { id title } }
  }
`);
export const TasksOfOpportunities = graphql(`
  query TasksOfOpportunities($ids: [ID!]!) { nodes(ids: $ids) { ... on Opportunity { nextTask { title assignee { id } customer { id } } tasks { title } } } }
`);
export const OpportunitiesOfCustomer = graphql(`
  query OpportunitiesOfCustomer($id: ID!) {
    customer(id: $id) {
      stage
      opportunities(first: 20) { nodes { id } }
      dealRoles(first: 20) { nodes { role opportunity { id } } }
      timeline(first: 20) { nodes { type subject { id } } }
    }
  }
`);
export const SetRate = graphql(`
  mutation SetRate($input: ExchangeRateSetInput!) {
    exchangeRateSet(input: $input) {
      currencyPair { id baseCurrency quoteCurrency rate validOn source rates(first: 20) { nodes { rate validOn source } } }
      userErrors { ...Refused } position
    }
  }
`);

graphql(`
  fragment TotalsFacts on CurrencyTotals { sums { ...MoneyFacts } total { ...MoneyFacts } unrated }
`);
export const ReadBoard = graphql(`
  query ReadBoard($pipelineId: ID!, $ownerId: ID, $teamId: ID, $ratesOn: Date, $first: Int) {
    pipelineBoard(pipelineId: $pipelineId, ownerId: $ownerId, teamId: $teamId, ratesOn: $ratesOn) {
      pipeline { id } baseCurrency
      columns {
        stage { name } count stalledCount worth { ...TotalsFacts } weighted { ...TotalsFacts }
        opportunities(first: $first) { totalCount nodes { title stalled customer { name } } pageInfo { hasNextPage } }
      }
      worth { ...TotalsFacts } weighted { ...TotalsFacts }
      rates { currency rate validOn source }
    }
  }
`);
export const FollowPipeline = graphql(`
  subscription FollowPipeline($id: ID!, $after: Position) {
    pipelineChanged(id: $id, after: $after) { type subject { id } node { id name } position }
  }
`);
