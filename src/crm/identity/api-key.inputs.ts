/** What can be asked of API keys. What a key may do is said once, when it is made: a wider one is a new one. */
import { expectedVersion, id, moment, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { ApiKey } from './api-key.ts';

@input('A new API key.')
export class ApiKeyCreateInput {
  @text('What to call it: the system that will use it.', { max: 100 })
  name!: string;

  @text('Its scopes: permissions that you hold yourself.', { list: true, max: 100, most: 200 })
  permissions!: string[];

  @moment('When it stops serving. Null: never by itself.', { optional: true })
  expiresAt?: Date | null;
}

@input('Names one API key.')
export class ApiKeyRevokeInput {
  @id(() => ApiKey, 'Which key.')
  apiKeyId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}
