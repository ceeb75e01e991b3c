/** The schema as its reader meets it: described throughout, Relay's rules, one shape for mutations, no hatches. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  getNamedType, isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isListType, isNonNullType, isObjectType,
  isScalarType, type GraphQLField, type GraphQLInputField, type GraphQLType,
} from 'graphql';
import { modules } from '../../src/crm/modules.ts';
import { buildSchema } from '../../src/platform/graphql/schema.ts';

const { schema } = buildSchema(modules);
const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
const objects = types.filter((type) => isObjectType(type) || isInterfaceType(type));
const inputs = types.filter(isInputObjectType);
const builtIn = new Set(['ID', 'String', 'Int', 'Float', 'Boolean']);

const fields = objects.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field, at: `${type.name}.${field.name}` })));
const inputFields = inputs.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field, at: `${type.name}.${field.name}` })));
const none = (found: readonly string[]): void => assert.deepEqual(found, []);

const bareList = (type: GraphQLType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

test('every type, field, argument and enum value is described in a sentence', () => {
  const sentence = (text: string | null | undefined): boolean => typeof text === 'string' && text.length >= 4 && /[.:`*)]$/.test(text.trim());
  none([
    ...types.filter((type) => !builtIn.has(type.name) && !sentence(type.description)).map((type) => type.name),
    ...fields.filter(({ field }) => !sentence(field.description)).map(({ at }) => at),
    ...fields.flatMap(({ field, at }) => field.args.filter((arg) => !sentence(arg.description)).map((arg) => `${at}(${arg.name})`)),
    ...inputFields.filter(({ field }) => !sentence(field.description)).map(({ at }) => at),
    ...types.filter(isEnumType).flatMap((type) => type.getValues().filter((value) => !sentence(value.description)).map((value) => `${type.name}.${value.name}`)),
  ]);
});

test('names follow the conventions', () => {
  none([
    ...types.filter((type) => !/^[A-Z][A-Za-z0-9]*$/.test(type.name)).map((type) => type.name),
    ...fields.filter(({ field }) => !/^[a-z][A-Za-z0-9]*$/.test(field.name)).map(({ at }) => at),
    ...inputFields.filter(({ field }) => !/^[a-z][A-Za-z0-9]*$/.test(field.name)).map(({ at }) => at),
    ...types.filter(isEnumType).flatMap((type) => type.getValues().filter((value) => !/^[A-Z][A-Z0-9_]*$/.test(value.name)).map((value) => `${type.name}.${value.name}`)),
    ...fields.filter(({ field }) => getNamedType(field.type).name === 'DateTime' && !/(At|^at)$/.test(field.name)).map(({ at }) => `${at} is a moment and must end in At`),
    ...fields.filter(({ field }) => getNamedType(field.type).name === 'Date' && !field.name.endsWith('On')).map(({ at }) => `${at} is a day and must end in On`),
  ]);
});

test('there is no scalar that could hold anything', () => {
  none(types.filter((type) => isScalarType(type) && /json|any|object|map/i.test(type.name)).map((type) => type.name));
});

test('a nullable field says what null means', () => {
  const payload = (name: string): boolean => name.endsWith('Payload');
  none(fields.filter(({ type, field }) => !isNonNullType(field.type) && !payload(type.name) && !/null/i.test(field.description ?? '')).map(({ at }) => at));
});

test('an optional input says what leaving it out means', () => {
  const conventional = /^(first|after|last|before|filter|orderBy|and|or|not|eq|in|lt|lte|gt|gte|startsWith)$/;
  none(inputFields.filter(({ type, field }) => !isNonNullType(field.type) && !conventional.test(field.name) && !type.name.endsWith('Filter') && !/null|required for/i.test(field.description ?? '')).map(({ at }) => at));
});

test('connections follow Relay', () => {
  const connections = objects.filter((type) => type.name.endsWith('Connection'));
  assert.ok(connections.length > 0);
  for (const type of connections) {
    const { edges, nodes, pageInfo } = type.getFields();
    assert.ok(edges && nodes && pageInfo, type.name);
    const edge = getNamedType(edges.type);
    assert.ok(isObjectType(edge) && edge.name.endsWith('Edge'));
    assert.equal(String(edge.getFields()['cursor']?.type), 'String!');
    assert.equal(getNamedType(edge.getFields()['node']?.type as typeof nodes.type).name, getNamedType(nodes.type).name);
    assert.equal(String(pageInfo.type), 'PageInfo!');
  }
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = (schema.getType('PageInfo') as typeof connections[number]).getFields();
  assert.deepEqual([hasNextPage, hasPreviousPage, startCursor, endCursor].map((field) => String(field?.type)), ['Boolean!', 'Boolean!', 'String', 'String']);
  const paged = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'));
  none(paged.filter(({ field }) => !['first', 'after', 'last', 'before'].every((name) => field.args.some((arg) => arg.name === name))).map(({ at }) => at));
});

test('every list is a connection or says its bound', () => {
  const bounded = (field: GraphQLField<unknown, unknown> | GraphQLInputField): boolean => /at most/i.test(field.description ?? '');
  none([
    ...fields.filter(({ type, field }) => bareList(field.type) && !type.name.endsWith('Connection') && !bounded(field)).map(({ at }) => at),
    ...inputFields.filter(({ type, field }) => bareList(field.type) && !/(Filter|Condition)$/.test(type.name) && !bounded(field)).map(({ at }) => at),
  ]);
});

test('a record shows its links as objects and has an id, a version and its times', () => {
  none(fields.filter(({ type, field }) => isObjectType(type) && !type.name.endsWith('Change') && field.name !== 'id' && getNamedType(field.type).name === 'ID').map(({ at }) => at));
  const records = objects.filter((type) => isObjectType(type) && type.getInterfaces().some((face) => face.name === 'Node'));
  for (const record of records) {
    const { id, version, createdAt, updatedAt } = record.getFields();
    assert.deepEqual([id, version, createdAt, updatedAt].map((field) => String(field?.type)), ['ID!', 'Int!', 'DateTime!', 'DateTime!'], record.name);
  }
});

test('mutations are noun first, take one input and answer with a payload', () => {
  const nouns = new Set(types.map((type) => type.name.toLowerCase()));
  const sessions = new Set(['signIn', 'signOut', 'tokenRefresh', 'passwordChange', 'roleDefine']);
  const kindsOfRecords = new Set(['messageReceive', 'messageSend', 'messageCancel', 'messageSendAgain']);
  for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { name, args, type } = mutation;
    const [arg, ...more] = args;
    assert.equal(more.length, 0, name);
    assert.equal(arg?.name, 'input', name);
    assert.ok(isNonNullType(arg?.type) && isInputObjectType(arg.type.ofType), name);
    assert.equal(arg.type.ofType.name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`);
    assert.ok(isObjectType(type), `${name} answers with a nullable payload`);
    assert.equal(type.name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`);
    const { userErrors, position, ...shown } = type.getFields();
    assert.equal(String(userErrors?.type), '[UserError!]!');
    assert.equal(String(position?.type), 'Position');
    none(Object.values(shown).filter((field) => isNonNullType(field.type)).map((field) => `${type.name}.${field.name}`));
    const noun = [...name.matchAll(/[A-Z]/g)].map(({ index }) => name.slice(0, index).toLowerCase());
    assert.ok(sessions.has(name) || kindsOfRecords.has(name) || noun.some((start) => nouns.has(start)), `${name} does not begin with a type of the schema`);
  }
});

test('no input sets an id, a tenant or a creator', () => {
  none(inputFields.filter(({ type, field }) => !type.name.endsWith('Filter') && /^(id|tenant(Id)?|createdBy(Id)?|createdAt|updatedAt|version)$/.test(field.name)).map(({ at }) => at));
});

test('deprecations say what to use', () => {
  none(fields.filter(({ field }) => field.deprecationReason != null && !/^Use `\w+`\.$/.test(field.deprecationReason)).map(({ at }) => at));
});
