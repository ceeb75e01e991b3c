/**
 * Documents understood once: parsed, held against the limits, validated and priced. Clients send the
 * same few again and again, so what can be executed is kept by the text, within a bounded number of
 * characters, the longest unused forgotten first. What is refused is not: anybody can send new ones without
 * end, and an error holds on to far more memory than its document.
 */
import {
  GraphQLError, Kind, parse, specifiedRules, validate, visit,
  type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode,
} from 'graphql';
import { priceList, type PriceList } from './cost.ts';
import { codedError } from './error-codes.ts';
import type { Limits } from './limits.ts';
import { tooMuch } from './shape.ts';

export interface Operation {
  readonly node: OperationDefinitionNode;
  readonly name: string | null;
  readonly prices: PriceList;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Variables that switch parts of the document on and off. */
  readonly switches: readonly string[];
}

export type Understood =
  | { readonly document: DocumentNode; readonly operations: readonly Operation[] }
  | { readonly errors: readonly GraphQLError[] };

const KEPT_CHARACTERS = 1_000_000;
/** What the smallest document takes up already, as a length of text. */
const LEAST = 500;
const weightOf = (text: string): number => LEAST + text.length;

const MOST_ERRORS = 10;

export function createDocuments(schema: GraphQLSchema, limits: Limits): (text: string) => Understood {
  const kept = new Map<string, Understood>();
  let characters = 0;

  return (text) => {
    const known = kept.get(text);
    kept.delete(text);
    const understood = known ?? understand(schema, limits, text);
    if ('errors' in understood) return understood;
    kept.set(text, understood);
    if (known) return known;
    characters += weightOf(text);
    for (const oldest of kept.keys()) {
      if (characters <= KEPT_CHARACTERS) break;
      kept.delete(oldest);
      characters -= weightOf(oldest);
    }
    return understood;
  };
}

function understand(schema: GraphQLSchema, limits: Limits, text: string): Understood {
  if (text.length > limits.characters) {
    return refused('COST_EXCEEDED', `The document has ${text.length} characters; at most ${limits.characters} are read. Move long values into variables.`);
  }
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (/more that \d+ tokens/.test(error.message)) {
      return refused('COST_EXCEEDED', `The document has more than ${limits.tokens} tokens. Move values into variables, or ask in several requests.`);
    }
    return { errors: [coded(error, 'GRAPHQL_PARSE_FAILED')] };
  }
  const excess = tooMuch(document, limits);
  if (excess) return { errors: [excess] };
  const errors = validate(schema, document, specifiedRules, { maxErrors: MOST_ERRORS });
  if (errors.some(({ message }) => message === 'Validation aborted.')) {
    return refused('COST_EXCEEDED', 'The document repeats the same fields too often to be validated. Write each once.');
  }
  if (errors.length > 0) return { errors: errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')) };
  const fragments = Object.fromEntries(document.definitions
    .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
    .map((fragment) => [fragment.name.value, fragment]));
  const switches = switchesIn(document);
  return {
    document,
    operations: document.definitions
      .filter((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION)
      .map((node) => ({ node, name: node.name?.value ?? null, prices: priceList(schema, document, node), fragments, switches })),
  };
}

/** `@skip` and `@include` are all the directives a document can have, and variables in them their only argument. */
function switchesIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Directive(directive) {
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      return false;
    },
  });
  return [...names];
}

const refused = (...told: Parameters<typeof codedError>): Understood => ({ errors: [codedError(...told)] });

const coded = (error: GraphQLError, code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED'): GraphQLError =>
  codedError(code, error.message, { nodes: error.nodes, source: error.source, positions: error.positions });
