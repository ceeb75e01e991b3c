/** What a part of a campaign's audience gets. With several variants the better one shows, as far as chance allows to say. */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, number, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Campaign } from './campaign.ts';
import { MailTemplate } from './mail-template.ts';

export const MOST_VARIANTS = 10;
export const LARGEST_WEIGHT = 1000;

@model('What a part of the audience of a campaign gets, by lot.', { prefix: 'cva', read: 'campaign:read', partOf: 'campaign' })
export class CampaignVariant extends Entity {
  @belongsTo(() => Campaign, 'Of which campaign.', { inverse: { name: 'variants', description: 'What its audience gets, in their order.', max: MOST_VARIANTS } })
  campaign!: Ref<Campaign>;

  @text('What we call it: `A`, `short subject`.', { max: 50 })
  name!: string;

  @number('How large its share is, beside the weights of the others.')
  weight = 1;

  @belongsTo(() => MailTemplate, 'What it says.')
  template!: Ref<MailTemplate>;

  static of(facts: Pick<CampaignVariant, 'campaign' | 'name' | 'weight' | 'template'>): CampaignVariant {
    return Object.assign(new CampaignVariant(), facts);
  }
}
