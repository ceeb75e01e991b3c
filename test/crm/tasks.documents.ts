/** What the tests of tasks ask and do, written as a partner would. */
import { graphql } from '../support/graphql/gql.ts';

graphql(`
  fragment TaskFacts on Task {
    id version title note status priority dueAt overdueAt remindAt remindedAt completedAt
    assignee { id } team { id } createdBy { id } completedBy { id } customer { id } subject { __typename id }
    clock { ...ClockFacts } clocks { id state }
  }
`);

export const ReadTask = graphql(`
  query ReadTask($id: ID!) { task(id: $id) { ...TaskFacts } }
`);

export const ListTasks = graphql(`
  query ListTasks($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: String) {
    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { id title } pageInfo { hasNextPage endCursor } }
  }
`);

export const ListMyTasks = graphql(`
  query ListMyTasks($ofTeams: Boolean, $filter: TaskFilter) { myTasks(ofTeams: $ofTeams, filter: $filter) { nodes { id title } } }
`);

export const ListTasksOfCustomer = graphql(`
  query ListTasksOfCustomer($id: ID!) {
    customer(id: $id) { tasks { nodes { id title } } timeline { nodes { type subject { __typename id } } } }
  }
`);

export const CreateTask = graphql(`
  mutation CreateTask($input: TaskCreateInput!) { taskCreate(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }
`);

export const UpdateTask = graphql(`
  mutation UpdateTask($input: TaskUpdateInput!) { taskUpdate(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }
`);

export const RescheduleTask = graphql(`
  mutation RescheduleTask($input: TaskRescheduleInput!) { taskReschedule(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }
`);

export const AssignTask = graphql(`
  mutation AssignTask($input: TaskAssignInput!) { taskAssign(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }
`);

export const CompleteTask = graphql(`
  mutation CompleteTask($input: TaskCompleteInput!) { taskComplete(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }
`);

export const ReopenTask = graphql(`
  mutation ReopenTask($input: TaskReopenInput!) { taskReopen(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }
`);

export const CancelTask = graphql(`
  mutation CancelTask($input: TaskCancelInput!) { taskCancel(input: $input) { task { ...TaskFacts } userErrors { ...Refused } position } }
`);

export const FollowTask = graphql(`
  subscription FollowTask($id: ID!, $after: Position) { taskChanged(id: $id, after: $after) { type changedFields node { id status } } }
`);
