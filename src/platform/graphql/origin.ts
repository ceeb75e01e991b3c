/**
 * Which word of the kernel made a field of the schema, kept with the field: whoever compiles an operation
 * asks the schema what it reads, instead of guessing from names.
 */
import type { FieldSpec, Inverse } from '../../kernel/fields.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import type { OperationSpec } from '../../kernel/operations.ts';

export type Origin =
  /** A field of the record itself. */
  | { readonly field: FieldSpec }
  /** The records of a model that belong to this one by a relation. */
  | { readonly children: ModelSpec; readonly by: FieldSpec; readonly as: Inverse }
  /** A resolver's method. */
  | { readonly operation: OperationSpec }
  /** A part of a page of the model. */
  | { readonly pageOf: ModelSpec };

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    readonly from?: Origin;
    /** How long a list gets at most; `first`: as long as that argument of the field around it says. */
    readonly atMost?: number | 'first';
  }
}
