/** Documents that together ask for every field of every type, each by the shortest way that leads there. */
import {
  getNamedType, isCompositeType, isInterfaceType, isObjectType, isRequiredArgument,
  type GraphQLField, type GraphQLInterfaceType, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema,
} from 'graphql';
import { exampleOf } from '../support/calls.ts';
import { isPaged, type Corpus } from './corpus.ts';
import type { Case } from './document.ts';

type Holder = GraphQLObjectType | GraphQLInterfaceType;

/** What is written before and after a selection on the type. */
interface Way {
  readonly type: Holder;
  readonly before: string;
  readonly after: string;
  readonly passes: readonly string[];
}

const AT_ONCE = 12;

export function everyField(schema: GraphQLSchema, corpus: Corpus): Case[] {
  return waysIn(schema, corpus).flatMap(({ type, before, after, passes }) => {
    const fields = Object.values(type.getFields()).filter((field) => argumentsOf(field, corpus) !== null);
    const cases: Case[] = [];
    for (let from = 0; from < fields.length; from += AT_ONCE) {
      const some = fields.slice(from, from + AT_ONCE);
      const asked = some.map((field) => {
        if (!isPaged(field)) return `${field.name}${argumentsOf(field, corpus)}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`;
        return ['first', 'last'].map((end) => `${end}_${field.name}: ${field.name}(${end}: 2)${shallow(getNamedType(field.type))}`).join(' ');
      });
      cases.push({ document: `${before}{ __typename ${asked.join(' ')} }${after}`, variables: {}, otherVariables: {}, operationName: null, reached: new Set([...passes, ...some.map(({ name }) => `${type.name}.${name}`)]) });
    }
    return cases;
  });
}

/** Breadth first, so each is the shortest. */
function waysIn(schema: GraphQLSchema, corpus: Corpus): Way[] {
  const query = schema.getQueryType();
  const found = new Map<GraphQLNamedType, Way>();
  const open: Way[] = query ? [{ type: query, before: '', after: '', passes: [] }] : [];
  for (let way = open.shift(); way; way = open.shift()) {
    if (found.has(way.type)) continue;
    found.set(way.type, way);
    const { type, before, after, passes } = way;
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      const args = argumentsOf(field, corpus);
      if (args === null || !(isObjectType(next) || isInterfaceType(next))) continue;
      open.push({ type: next, before: `${before}{ ${field.name}${args} `, after: ` }${after}`, passes: [...passes, `${type.name}.${field.name}`] });
    }
    if (!isInterfaceType(type)) continue;
    for (const one of schema.getPossibleTypes(type)) {
      // By its id, so that it is there.
      const ids = corpus.ids.get(one.name) ?? [];
      open.push({ type: one, before: `{ nodes(ids: ${JSON.stringify(ids)}) { ... on ${one.name} `, after: ' } }', passes: ['Query.nodes'] });
    }
  }
  return [...found.values()];
}

/** All of a page but its records. */
function shallow(type: GraphQLNamedType): string {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter((field) => {
    const answered = getNamedType(field.type);
    return !isInterfaceType(answered) && !(isObjectType(answered) && answered.getInterfaces().length > 0);
  });
  return ` { ${fields.map((field) => `${field.name}${shallow(getNamedType(field.type))}`).join(' ')} }`;
}

/** Null when it needs what cannot be said here. */
function argumentsOf(field: GraphQLField<unknown, unknown>, corpus: Corpus): string | null {
  const wanted = field.args.filter((arg) => isRequiredArgument(arg) || arg.type.toString() === 'Position');
  const values = wanted.map((arg) => {
    // `pipelineId` says what it is the id of; `id` is one of what is answered.
    const named = arg.name.replace(/^(\w)(.*)Id$/, (_, first: string, rest: string) => first.toUpperCase() + rest);
    const ids = corpus.ids.get(named) ?? corpus.ids.get(getNamedType(field.type).name) ?? [...corpus.ids.values()].map(([first]) => first ?? '');
    switch (String(arg.type)) {
      case 'ID!': return `${arg.name}: ${JSON.stringify(ids[0])}`;
      case '[ID!]!': return `${arg.name}: ${JSON.stringify(ids)}`;
      case 'Position': return `${arg.name}: ${JSON.stringify(corpus.positions[0])}`;
      default: {
        const value = exampleOf(field.name, arg);
        return value === undefined ? null : `${arg.name}: ${JSON.stringify(value)}`;
      }
    }
  });
  if (values.includes(null)) return null;
  return values.length > 0 ? `(${values.join(', ')})` : '';
}
