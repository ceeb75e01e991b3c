/** What a campaign came to, as it is answered. */
import { belongsTo, choice, moment, number, object, type Ref } from '../../kernel/fields.ts';
import { result } from '../../kernel/model.ts';
import { MeasuredDifference, MeasuredProportion } from '../../kernel/values/measured.ts';
import { ExclusionReason } from './campaign-member.ts';
import { CampaignVariant, MOST_VARIANTS } from './campaign-variant.ts';

@result('How many of an audience were excluded for a reason.')
export class ExclusionCount {
  @choice(ExclusionReason, 'The reason.')
  reason!: ExclusionReason;

  @number('How many.')
  count!: number;
}

@result('What the members of a group did in the period of the campaign, whether it was for the campaign or not.')
export class CampaignGroupResults {
  @number('How many customers the lot put into it. Who was excluded later stays in it, so that the groups stay alike.')
  members!: number;

  @object(() => MeasuredProportion, 'Members with whom an opportunity was opened in the period.')
  opened!: MeasuredProportion;

  @object(() => MeasuredProportion, 'Members with whom an opportunity was won in the period.')
  won!: MeasuredProportion;
}

@result('What became of those who were to get a variant, and what they did. `queued`, `sending`, `sent`, `failed`, `uncertain`, `cancelled` and `excluded` make up its members.')
export class CampaignVariantResults extends CampaignGroupResults {
  @belongsTo(() => CampaignVariant, 'The variant.')
  variant!: Ref<CampaignVariant>;

  @number('How many wait to be mailed.')
  queued!: number;

  @number('How many are being handed to a mail server.')
  sending!: number;

  @number('How many were not mailed, because the campaign was stopped or its period was over.')
  cancelled!: number;

  @number('How many were excluded after the lot was drawn.')
  excluded!: number;

  @number('Of how many it is not known whether a server took their mail.')
  uncertain!: number;

  @object(() => MeasuredProportion, 'Mails that a server took, of the members.')
  sent!: MeasuredProportion;

  @object(() => MeasuredProportion, 'Mails that no server took, of the members.')
  failed!: MeasuredProportion;

  @object(() => MeasuredProportion, 'Mails that came back, of those sent.')
  bounced!: MeasuredProportion;

  @object(() => MeasuredProportion, 'Members who took themselves off by it, of those sent.')
  unsubscribed!: MeasuredProportion;

  @object(() => MeasuredProportion, 'Members who answered, of those sent.')
  replied!: MeasuredProportion;

  @object(() => MeasuredDifference, 'How much larger the share is with whom an opportunity was opened than among those held out.')
  openedDifference!: MeasuredDifference;

  @object(() => MeasuredDifference, 'How much larger the share is with whom an opportunity was won than among those held out.')
  wonDifference!: MeasuredDifference;
}

@result('What a campaign came to.')
export class CampaignResults {
  @moment('What customers do is counted from then on. Null: it has not begun.', { optional: true })
  fromAt!: Date | null;

  @moment('What customers do is counted until then: the end of its period, or now.')
  untilAt!: Date;

  @number('How many customers were enrolled.')
  enrolled!: number;

  @object(() => ExclusionCount, 'Why members were not mailed, the most frequent reason first.', { list: true, most: 10 })
  exclusions!: ExclusionCount[];

  @object(() => CampaignVariantResults, 'By variant, in their order.', { list: true, most: MOST_VARIANTS })
  variants!: CampaignVariantResults[];

  @object(() => CampaignGroupResults, 'Those held out, to compare with.')
  holdOut!: CampaignGroupResults;
}
