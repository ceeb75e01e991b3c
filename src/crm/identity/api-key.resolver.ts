/** Operations on API keys. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { mutation, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { ApiKey } from './api-key.ts';
import { ApiKeyCreateInput, ApiKeyRevokeInput } from './api-key.inputs.ts';
import { createApiKey, NewApiKey } from './create-api-key.ts';

export class ApiKeyResolver {
  @query(pageOf(ApiKey), 'apiKey:read', 'The API keys of your organisation, revoked ones too.')
  apiKeys(args: PageArgs, { page }: Context) {
    return page(ApiKey, args);
  }

  @mutation(NewApiKey, 'apiKey:create', 'Makes an API key, with permissions that you hold yourself.', { input: ApiKeyCreateInput })
  apiKeyCreate(input: ApiKeyCreateInput, transaction: Transaction) {
    return createApiKey(input, transaction);
  }

  @mutation(ApiKey, 'apiKey:revoke', 'Ends an API key for good, within seconds.', { input: ApiKeyRevokeInput })
  async apiKeyRevoke({ apiKeyId, expectedVersion }: ApiKeyRevokeInput, { get, now }: Transaction) {
    const key = await get(ApiKey, apiKeyId, expectedVersion);
    key.revoke(now());
    return key;
  }
}
