/** What can be asked of campaigns. */
import { day, expectedVersion, filter, flag, id, moment, money, number, object, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import type { Predicate } from '../../kernel/predicates.ts';
import { localTime } from '../../kernel/values/local-time.ts';
import type { Money } from '../../kernel/values/money.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';
import { Customer } from '../customers/customer.ts';
import { Channel } from '../interactions/channel.ts';
import { CampaignMember } from './campaign-member.ts';
import { LARGEST_WEIGHT, MOST_VARIANTS } from './campaign-variant.ts';
import { Campaign, DEFAULT_HOLD_OUT, MOST_HELD_OUT } from './campaign.ts';
import { MailTemplate } from './mail-template.ts';

export const MOST_NAMED = 1000;

@input('A campaign by id.')
export class CampaignArgs {
  @id(() => Campaign, 'Its id.')
  id!: string;
}

@input('What a part of the audience gets.')
export class CampaignVariantInput {
  @text('What we call it: `A`, `short subject`.', { max: 50 })
  name!: string;

  @id(() => MailTemplate, 'What it says.')
  templateId!: string;

  @number('How large its share is, beside the weights of the others. Null: 1.', { optional: true, min: 1, max: LARGEST_WEIGHT })
  weight?: number | null;
}

@input('Who an audience is: chosen by what holds of a customer, or named one by one.')
export class AudienceInput {
  @filter(() => Customer, 'Those that satisfy this; archived ones only if it speaks of `archivedAt`. Null: whoever they are, if `tagged` is given.', { optional: true })
  filter?: Predicate | null;

  @text('Of those only who have all these tags. Null: whatever the tags.', { optional: true, list: true, max: 50, most: 10 })
  tagged?: string[] | null;

  @id(() => Customer, 'These customers and nobody else; more can be added by `campaignCustomersAdd`. Null: chosen by `filter` and `tagged`.', { optional: true, list: true, most: MOST_NAMED })
  customerIds?: string[] | null;
}

abstract class CampaignFields {
  @text('What it is to achieve. Null: not said.', { optional: true, max: 2000, multiline: true })
  goal?: string | null;

  @money('What it may cost. Null: not said.', { optional: true, min: 0 })
  budget?: Money | null;

  @day('First day of its period, for people to see. Null: not said.', { optional: true })
  startsOn?: string | null;

  @day('Last day of its period: no mail leaves after it, and what customers do then is not counted. Null: it stays open.', { optional: true })
  endsOn?: string | null;

  @moment('It begins to mail at this time. Null: when it is launched.', { optional: true })
  startAt?: Date | null;

  @text("Time zone of its days and times of day. Null: as it is, at first the organisation's.", { optional: true, value: timeZone })
  timeZone?: string | null;

  @text('Mails leave from this time of day on. Null: from its beginning.', { optional: true, value: localTime })
  sendFrom?: string | null;

  @text('Mails leave until this time of day. Null: until its end.', { optional: true, value: localTime })
  sendUntil?: string | null;

  @flag('Whether mails leave from Monday to Friday only. Null: as it is, at first not.', { optional: true })
  weekdaysOnly?: boolean | null;

  @number(`How many of a hundred are held out, 0 to ${MOST_HELD_OUT}. Null: as it is, at first ${DEFAULT_HOLD_OUT}.`, { optional: true, min: 0, max: MOST_HELD_OUT })
  holdOutPercent?: number | null;

  @object(() => AudienceInput, 'Who it is for, in the place of who it was for. Null: as it is.', { optional: true })
  audience?: AudienceInput | null;

  @object(() => CampaignVariantInput, 'What they get, in the place of what they got. Null: as it is.', { optional: true, list: true, most: MOST_VARIANTS })
  variants?: CampaignVariantInput[] | null;
}

@input('A new campaign. It can be changed until it is launched.')
export class CampaignPlanInput extends CampaignFields {
  @text('What we call it.')
  name!: string;

  @id(() => Channel, 'From which of our e-mail channels. Null: the only one that can send.', { optional: true })
  channelId?: string | null;
}

abstract class OneCampaign {
  @id(() => Campaign, 'Which campaign.')
  campaignId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('What to change of a planned campaign; what is not given stays.')
export class CampaignUpdateInput extends CampaignFields implements OneCampaign {
  @id(() => Campaign, 'Which campaign.')
  campaignId!: string;

  @text('What we call it. Null: stays.', { optional: true })
  name?: string | null;

  @id(() => Channel, 'From which of our e-mail channels. Null: stays.', { optional: true })
  channelId?: string | null;

  @expectedVersion()
  expectedVersion?: number | null;
}

abstract class NamedCustomers {
  @id(() => Campaign, 'Which campaign.')
  campaignId!: string;

  @id(() => Customer, 'Which customers; those that make no difference are passed over.', { list: true, most: MOST_NAMED })
  customerIds!: string[];
}

@input('Customers to name for an audience.')
export class CampaignCustomersAddInput extends NamedCustomers {}

@input('Customers to take off an audience.')
export class CampaignCustomersRemoveInput extends NamedCustomers {}

@input('Which campaign to launch.')
export class CampaignLaunchInput extends OneCampaign {}

@input('Which campaign to pause.')
export class CampaignPauseInput extends OneCampaign {}

@input('Which campaign is to go on.')
export class CampaignResumeInput extends OneCampaign {}

@input('Which campaign to stop.')
export class CampaignStopInput extends OneCampaign {}

@input('Whom to mail again.')
export class CampaignMemberSendAgainInput {
  @id(() => CampaignMember, 'Whose mail failed or is uncertain.')
  campaignMemberId!: string;
}
