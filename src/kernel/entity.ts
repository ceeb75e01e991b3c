/**
 * What every stored record has. Records are created by domain code with `new`, given to the
 * transaction with `add`, and afterwards only ever changed by their own methods.
 */
import { id, moment, number } from './fields.ts';
import { newId } from './ids.ts';

export abstract class Entity {
  @id(null, 'Unique everywhere, never reused; a type prefix and a UUIDv7 in hex.')
  id: string = newId();

  @moment('When the record was created here.')
  createdAt!: Date;

  @moment('When the record last changed.', { quiet: true })
  updatedAt!: Date;

  @number('Rises by one with each change of the record or of its parts; give it as `expectedVersion` to change only what you have seen.', { quiet: true })
  version!: number;
}
