/**
 * Answers a query or mutation. A payload is an object like the root of a query: its records are read by one statement
 * each, which travels with the commit where it can.
 */
import { locatedError, OperationTypeNode, type FieldNode, type GraphQLObjectType } from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { Prepared } from '../http/prepare.ts';
import { NULL, together, type Answered, type Selected } from './answered.ts';
import { priceOf } from './compile.ts';
import { ObjectAnswer } from './object-answer.ts';
import type { Planner } from './planner.ts';
import { fieldOf, resolveField } from './resolve-field.ts';

/** Null: it asks for something that only graphql-js knows, such as the schema itself, or what is wrong with it. */
export async function answer(prepared: Prepared, planner: Planner): Promise<Answered | null> {
  const { schema, operation, contextValue } = prepared;
  const type = schema.getRootType(operation.node.operation);
  if (!type) return null;
  const selected = selectedIn(type, prepared);
  if (selected === null) return null;
  const introspects = [...selected.values()].some(([node]) => node?.name.value === '__schema' || node?.name.value === '__type');
  if (introspects) return null;
  if (operation.node.operation === OperationTypeNode.MUTATION) return mutations(prepared, planner, type, selected);
  return new ObjectAnswer(prepared, planner, contextValue, { type, selected, prices: operation.prices, path: [] }).of(undefined);
}

/** Null: a switch (`@skip`, `@include`) was given null. */
function selectedIn(type: GraphQLObjectType, { schema, operation, variables }: Prepared): Selected | null {
  try {
    return collectFields(schema, operation.fragments, variables, type, operation.node.selectionSet);
  } catch {
    return null;
  }
}

/** One after another, each seeing what those before it did. */
async function mutations(prepared: Prepared, planner: Planner, type: GraphQLObjectType, selected: Selected): Promise<Answered> {
  const answers = new Map<string, Answered>();
  for (const [key, nodes] of selected) answers.set(key, await mutation(prepared, planner, type, key, nodes));
  return together(selected, answers);
}

async function mutation(prepared: Prepared, planner: Planner, root: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Promise<Answered> {
  if (nodes[0]?.name.value === '__typename') return { ...NULL, json: JSON.stringify(root.name) };
  const { schema, operation, variables, contextValue: execution } = prepared;
  const field = fieldOf(root, nodes);
  const { price, below: prices } = priceOf(operation.prices, key);
  const type = field.type as GraphQLObjectType;
  try {
    const selected: Selected = collectSubfields(schema, operation.fragments, variables, type, nodes);
    const shown = new ObjectAnswer(prepared, planner, execution, { type, selected, prices, path: [key] });
    execution.ahead = shown;
    const payload = await resolveField(prepared, root, { key, field, nodes }, undefined, execution);
    const { json, points, errors } = await shown.of(payload);
    return { json: json ?? 'null', points: price.once + price.each + points, errors };
  } catch (error) {
    return { json: 'null', points: price.once, errors: [locatedError(error, nodes, [key])] };
  } finally {
    execution.ahead = null;
  }
}
