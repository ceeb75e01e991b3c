/**
 * The table a model asks for, as SQL to be read and mended by hand: composite keys that start with the
 * tenant, links that cannot cross tenants, checks for choices, an index per order, filter and link.
 *
 * The primary key comes last: before a table has statistics all its indexes seem equally good to the
 * planner, and of equals it takes the newest. Any other would read the whole tenant to find one id, and
 * a connection keeps such a plan for its checks of foreign keys. A later index on a table therefore ends with
 * `select make_primary_key_newest('table');`, which does so where the table is still empty.
 */
import { choicesSpec } from '../../kernel/choices.ts';
import type { FieldSpec } from '../../kernel/fields.ts';
import { columnOf, currencyOf, type ModelSpec } from '../../kernel/model.ts';
import { columnType, quoted } from './statement.ts';

export function tableSql(model: ModelSpec): string {
  const lines = [
    `tenant_id uuid not null default current_setting('app.tenant')::uuid`,
    ...model.stored.map((field) => columnSql(field)),
    ...model.stored.filter((field) => field.kind === 'belongsTo').map((field) => linkSql(model, field)),
  ];
  return [
    `create table ${quoted(model.table)} (\n  ${lines.join(',\n  ')}\n);`,
    `select make_tenant_table('${quoted(model.table)}');`,
    ...indexes(model).map((columns) =>
      `create index on ${quoted(model.table)} (tenant_id, ${columns});`),
    `alter table ${quoted(model.table)} add primary key (tenant_id, id);`,
  ].join('\n');
}

function columnSql(field: FieldSpec): string {
  const name = quoted(columnOf(field));
  const type = columnType(field).replace('timestamptz', 'timestamptz(3)');
  const required = field.optional ? '' : ' not null';
  const values = field.choices ? Object.keys(choicesSpec(field.choices).values).map((value) => `'${value}'`).join(', ') : null;
  if (values === null) return `${name} ${type}${required}`;
  return `${name} ${type}${required} check (${field.list ? `${name} <@ array[${values}]` : `${name} in (${values})`})`;
}

function linkSql(model: ModelSpec, field: FieldSpec): string {
  const name = quoted(columnOf(field));
  const target = quoted(model.target(field.name).table);
  const gone = field.optional ? ` on delete set null (${name})` : field.name === model.partOf ? ' on delete cascade' : '';
  return `foreign key (tenant_id, ${name}) references ${target} (tenant_id, id)${gone}`;
}

function indexes(model: ModelSpec): string[] {
  const sorts = [...new Set(Object.values(model.orders).map((order) => order.field))].filter((name) => name !== 'id');
  const column = (name: string): string => quoted(columnOf(model.field(name)));
  const isListed = ({ inverse }: FieldSpec): boolean => inverse !== undefined && inverse !== null && !inverse.max;
  // What somebody reaches is walked in every order.
  const isReach = ({ name }: FieldSpec): boolean => name === model.reach?.owner || name === model.reach?.team;
  const links = model.stored.filter((field) => field.kind === 'belongsTo').flatMap((field) =>
    (isListed(field) || isReach(field)) && sorts.length > 0
      ? sorts.map((sort) => `${column(field.name)}, ${column(sort)}, id`)
      : [column(field.name)]);
  const filters = model.stored.filter((field) => field.filter && field.kind !== 'belongsTo' && !sorts.includes(field.name) && !field.list)
    .map((field) => {
      if (field.kind === 'money') return `${column(currencyOf(model, field).name)}, ${column(field.name)}`;
      return field.kind === 'text' ? `${column(field.name)} collate "C"` : column(field.name);
    });
  const held = model.fields.filter(({ kind, name }) => kind === 'node' && model.holders(name).length > 0).map(({ name }) => column(model.link(name).name));
  // Parts are listed under their whole only.
  const lists = model.partOf ? [] : sorts.map((sort) => `${column(sort)}, id`);
  return [...lists, ...links, ...held, ...filters];
}
