/** Makes a key that may do what its maker may; since it reaches all of the organisation, its maker must as well. */
import type { Transaction } from '../../kernel/context.ts';
import { belongsTo, text, type Ref } from '../../kernel/fields.ts';
import { result } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { createApiKeySecret } from './api-key-secret.ts';
import { ApiKey } from './api-key.ts';
import type { ApiKeyCreateInput } from './api-key.inputs.ts';
import { excess, unknownPermissions } from './rights.ts';
import { signedIn } from './signed-in.ts';

@result('A new API key with its secret.')
export class NewApiKey {
  @belongsTo(() => ApiKey, 'The key.')
  apiKey!: Ref<ApiKey>;

  @text('Send it as `Authorization: Bearer …`. Shown this once and never again. Null when the mutation was repeated.', { secret: true, optional: true })
  secret: string | null = null;
}

export async function createApiKey(input: ApiKeyCreateInput, { add, actor, now, ports: { catalogue } }: Transaction): Promise<NewApiKey> {
  const { name, expiresAt = null } = input;
  const maker = signedIn(actor);
  const permissions = [...new Set(input.permissions)].sort();
  const errors = unknownPermissions(input.permissions, catalogue);
  if (errors.length > 0) throw Refusal.of(errors);
  const more = excess({ permissions: new Set(permissions), reach: 'ALL', hidden: maker.hidden }, maker);
  if (more) throw new Refusal('MORE_THAN_YOURS', `This key would have ${more}, which you do not hold yourself.`, { field: ['permissions'] });
  if (expiresAt !== null && expiresAt <= now()) {
    throw new Refusal('EXPIRY_IN_THE_PAST', `The key would have expired at ${expiresAt.toISOString()}. Give a moment to come, or none.`, { field: ['expiresAt'] });
  }
  const { secret, prefix, hash } = createApiKeySecret();
  const apiKey = add(ApiKey.create({ name, prefix, hash, permissions, hiddenFields: [...maker.hidden].sort(), createdBy: { id: maker.id }, expiresAt }));
  return { apiKey, secret };
}
