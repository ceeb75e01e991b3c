/**
 * API keys. A key is an actor of its own and outlives its maker's stay. It owns no records and is in no team, so it
 * reaches all of the organisation, within its permissions and without what was hidden from its maker.
 */
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, moment, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { User } from './user.ts';

@model('A credential of a partner system.', {
  prefix: 'key', read: 'apiKey:read',
  orders: { CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' } },
})
export class ApiKey extends Entity {
  @text('What it is called: the system that uses it.')
  name!: string;

  @text('The first characters of the secret, to tell keys apart.')
  prefix!: string;

  @text()
  hash!: string;

  @text('What it may do.', { list: true, max: 100, most: 200 })
  permissions: string[] = [];

  @text('Fields it does not see, as `ContactPoint.value`.', { list: true, max: 100, most: 200 })
  hiddenFields: string[] = [];

  @belongsTo(() => User, 'Who made it.')
  createdBy!: Ref<User>;

  @moment('When it stops serving. Null: never by itself.', { optional: true })
  expiresAt: Date | null = null;

  @moment('When it was revoked. Null: it was not.', { optional: true })
  revokedAt: Date | null = null;

  @moment('When it was last used, to the minute. Null: never.', { optional: true, quiet: true })
  lastUsedAt: Date | null = null;

  static create(key: Pick<ApiKey, 'name' | 'prefix' | 'hash' | 'permissions' | 'hiddenFields' | 'createdBy' | 'expiresAt'>): ApiKey {
    const created = Object.assign(new ApiKey(), key);
    announce(created, 'apiKey.created');
    return created;
  }

  revoke(at: Date): void {
    if (this.revokedAt !== null) throw new Refusal('API_KEY_ALREADY_REVOKED', 'This API key is already revoked.', { field: ['apiKeyId'] });
    this.revokedAt = at;
    announce(this, 'apiKey.revoked');
  }
}
