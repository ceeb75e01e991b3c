/**
 * How deep, wide and decorated a document is, before anything is known of the schema: what makes
 * validation and execution expensive is refused first. Fragments count where they are spread; each is
 * measured once, so a document that doubles itself a hundred times is counted without being walked.
 */
import { Kind, type DocumentNode, type FragmentDefinitionNode, type GraphQLError, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import { codedError } from './error-codes.ts';
import type { Limits } from './limits.ts';

interface Shape {
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly fields: number;
}

const EMPTY: Shape = { depth: 0, introspectionDepth: 0, aliases: 0, directives: 0, fields: 0 };

/** Null when every operation of the document is within the limits. */
export function tooMuch(document: DocumentNode, limits: Limits): GraphQLError | null {
  const measure = measurer(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const wrong = excess(measure(definition), limits);
    if (wrong !== null) return codedError('COST_EXCEEDED', wrong);
  }
  return null;
}

function excess(shape: Shape, limits: Limits): string | null {
  if (shape.depth > limits.depth) return `Fields are nested ${shape.depth} deep; at most ${limits.depth} levels are answered.`;
  if (shape.introspectionDepth > limits.introspectionDepth) {
    return `Introspection is nested ${shape.introspectionDepth} deep; at most ${limits.introspectionDepth} levels are answered.`;
  }
  if (shape.aliases > limits.aliases) return `The operation has ${told(shape.aliases)} aliases, counted where fragments are spread; at most ${limits.aliases} are taken.`;
  if (shape.directives > limits.directives) {
    return `The operation has ${told(shape.directives)} directives, counted where fragments are spread; at most ${limits.directives} are taken.`;
  }
  if (shape.fields > limits.fields) return `The operation has ${told(shape.fields)} fields, counted where fragments are spread; at most ${limits.fields} are taken.`;
  return null;
}

const told = (count: number): string => (count < 1e9 ? String(count) : 'more than a billion');

function measurer(document: DocumentNode): (operation: OperationDefinitionNode) => Shape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Shape>();

  const ofSet = (set: SelectionSetNode | undefined): Shape => (set ? set.selections.map(ofSelection).reduce(beside, EMPTY) : EMPTY);

  const ofFragment = (name: string): Shape => {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, EMPTY); // a fragment inside itself adds nothing; validation refuses it
    const fragment = fragments.get(name);
    const shape = fragment ? decorated(ofSet(fragment.selectionSet), fragment) : EMPTY;
    measured.set(name, shape);
    return shape;
  };

  const ofSelection = (selection: SelectionNode): Shape => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return decorated(ofFragment(selection.name.value), selection);
    const inner = decorated(ofSet(selection.selectionSet), selection);
    if (selection.kind === Kind.INLINE_FRAGMENT) return inner;
    const field = { ...inner, aliases: inner.aliases + (selection.alias ? 1 : 0), fields: inner.fields + 1 };
    const introspects = selection.name.value === '__schema' || selection.name.value === '__type';
    return introspects ? { ...field, depth: 0, introspectionDepth: inner.depth + 1 } : { ...field, depth: inner.depth + 1 };
  };

  return (operation) => decorated(ofSet(operation.selectionSet), operation);
}

function beside(a: Shape, b: Shape): Shape {
  return {
    depth: Math.max(a.depth, b.depth), introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
    aliases: a.aliases + b.aliases, directives: a.directives + b.directives, fields: a.fields + b.fields,
  };
}

const decorated = (shape: Shape, node: { readonly directives?: readonly unknown[] | undefined }): Shape =>
  ({ ...shape, directives: shape.directives + (node.directives?.length ?? 0) });
