/**
 * What makes the messages of two subscriptions alike, besides who sees them: document, operation and
 * variables. The variable that says where to begin makes no difference to any message, if it is used for
 * nothing else.
 */
import { hash } from 'node:crypto';
import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { GraphQLRequest, Prepared } from '../http/prepare.ts';

const starts = new WeakMap<OperationDefinitionNode, string | null>();

export function formOf({ query, operationName, variables }: GraphQLRequest, { document, operation }: Prepared): string {
  let start = starts.get(operation.node);
  if (start === undefined) starts.set(operation.node, start = startOf(operation.node, document));
  const others = Object.entries(variables ?? {}).filter(([name]) => name !== start).sort(([a], [b]) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify([query, operationName ?? null, others]), 'base64');
}

function startOf(operation: OperationDefinitionNode, document: DocumentNode): string | null {
  const [field] = operation.selectionSet.selections;
  const after = field?.kind === Kind.FIELD ? field.arguments?.find(({ name }) => name.value === 'after')?.value : undefined;
  if (after?.kind !== Kind.VARIABLE) return null;
  const name = after.name.value;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (variable) => { uses += variable.name.value === name ? 1 : 0; },
  });
  return uses === 1 ? name : null;
}
