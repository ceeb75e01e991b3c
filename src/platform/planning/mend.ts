/**
 * What a statement answered, completed with what is answered in code: a computed field from the fields it
 * needs, a resolver's field by its method. Whatever does not come out regularly is left to the plain path,
 * which knows how to tell what is wrong with it.
 */
import type { GraphQLObjectType } from 'graphql';
import type { Entity } from '../../kernel/entity.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import type { Execution } from '../graphql/execution.ts';
import { resolveField } from './resolve-field.ts';
import type { Prepared } from '../http/prepare.ts';
import { entityFrom } from '../reading/rows.ts';
import { complete } from './complete.ts';
import { Irregular, leaf } from './leaf.ts';
import { needsCode, type NodePlan, type PagePlan, type Plan, type RecordPart, type RecordPlan } from './plan.ts';

type Shown = Record<string, unknown>;
type CodePart = Extract<RecordPart, { kind: 'code' }>;

export class Mending {
  readonly #prepared: Prepared;
  readonly #execution: Execution;

  constructor(prepared: Prepared, execution: Execution) {
    this.#prepared = prepared;
    this.#execution = execution;
  }

  /** Throws `Irregular`. */
  async of(plan: Plan, answer: unknown): Promise<unknown> {
    switch (plan.kind) {
      case 'page': await this.#page(plan.page, answer); return answer;
      case 'record': await this.#record(plan.record, answer); return answer;
      case 'nodes': return Promise.all((answer as unknown[]).map((item) => this.#any(plan.nodes, item)));
    }
  }

  async #record(plan: RecordPlan, shown: unknown): Promise<void> {
    if (shown === null || !needsCode(plan)) return;
    const record = shown as Shown;
    const methods: CodePart[] = [];
    await Promise.all(plan.parts.map(async (part) => {
      const { key } = part;
      switch (part.kind) {
        case 'code':
          if (part.computed === null) methods.push(part);
          else record[key] = leaf(part.field.type, entityOf(plan.model, part, record[key])[part.computed.name as keyof Entity]);
          return;
        case 'link': case 'child': return this.#record(part.record, record[key]);
        case 'children': return this.#each(part.record, record[key]);
        case 'page': return this.#page(part.page, record[key]);
        case 'node': record[key] = await this.#any(part.nodes, record[key]); return;
        default:
      }
    }));
    if (methods.length > 0) await this.#methods(plan.model, methods, record);
  }

  async #methods(model: ModelSpec, parts: readonly CodePart[], record: Shown): Promise<void> {
    const type = this.#prepared.schema.getType(model.name) as GraphQLObjectType;
    const { data, errors } = await complete(this.#prepared, type, new Map(parts.map((part) => {
      const entity = entityOf(model, part, record[part.key]);
      return [part.key, { nodes: part.nodes, value: () => resolveField(this.#prepared, type, part, entity, this.#execution) }];
    })), this.#execution);
    if (!data || errors) throw new Irregular(errors?.[0]?.message);
    for (const { key } of parts) record[key] = data[key];
  }

  async #each(plan: RecordPlan, list: unknown): Promise<void> {
    await Promise.all((list as unknown[]).map((item) => this.#record(plan, item)));
  }

  async #page(plan: PagePlan, shown: unknown): Promise<void> {
    const page = shown as Shown;
    await Promise.all(plan.parts.map(async (part) => {
      if (part.kind === 'nodes') await this.#each(part.record, page[part.key]);
      if (part.kind !== 'edges') return;
      for (const inner of part.parts) {
        if (inner.kind !== 'record') continue;
        await Promise.all((page[part.key] as Shown[]).map((edge) => this.#record(inner.record, edge[inner.key])));
      }
    }));
  }

  /** Where some model's record needs code, the statement told of which model each is. */
  async #any(nodes: NodePlan, told: unknown): Promise<unknown> {
    if (told === null || !nodes.some(({ record }) => needsCode(record))) return told;
    const { model, record } = told as { model: string; record: Shown };
    const found = nodes.find((candidate) => candidate.record.model.name === model);
    if (found) await this.#record(found.record, record);
    return record;
  }
}

/** The record as far as the field needs it. */
function entityOf(model: ModelSpec, { needs }: CodePart, stored: unknown): Entity {
  const row = Object.fromEntries(needs.map((field) => {
    const value = (stored as Shown)[field.name];
    return [field.name, field.kind === 'moment' && value !== null ? new Date(value as string) : value];
  }));
  return entityFrom(model, row);
}
