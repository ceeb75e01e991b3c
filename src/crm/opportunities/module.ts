/**
 * What customers may buy, on its way to a decision: pipelines with their stages, opportunities with their lines and the
 * people who have a say, and the exchange rates by which sums of several currencies are told as one.
 */
import type { Module } from '../../kernel/module.ts';
import { CurrencyPair, ExchangeRate } from './exchange-rate.ts';
import { ExchangeRateResolver } from './exchange-rate.resolver.ts';
import { OpportunityContact } from './opportunity-contact.ts';
import { OpportunityLine } from './opportunity-line.ts';
import { Opportunity } from './opportunity.ts';
import { OpportunityResolver } from './opportunity.resolver.ts';
import { Pipeline } from './pipeline.ts';
import { PipelineResolver } from './pipeline.resolver.ts';
import { reactions } from './reactions.ts';
import { StageVisit } from './stage-visit.ts';
import { Stage } from './stage.ts';

export const opportunities: Module = {
  name: 'opportunities',
  description: 'What customers may buy: pipelines and their stages, opportunities with exact amounts and lines, who has a say in them, and exchange rates.',
  models: [CurrencyPair, ExchangeRate, Pipeline, Stage, Opportunity, OpportunityLine, OpportunityContact, StageVisit],
  resolvers: [new PipelineResolver(), new OpportunityResolver(), new ExchangeRateResolver()],
  reactions,
  permissions: {
    'opportunity:read': { description: 'See opportunities with their lines, contacts and history, and pipelines.', roles: ['supervisor', 'agent', 'seller', 'marketer', 'readOnly'] },
    'opportunity:open': { description: 'Open opportunities.', roles: ['supervisor', 'agent', 'seller'] },
    'opportunity:update': { description: 'Change opportunities, their lines and contacts.', roles: ['supervisor', 'seller'] },
    'opportunity:moveStage': { description: 'Move opportunities from stage to stage.', roles: ['supervisor', 'seller'] },
    'opportunity:win': { description: 'Mark opportunities as won.', roles: ['supervisor', 'seller'] },
    'opportunity:lose': { description: 'Mark opportunities as lost.', roles: ['supervisor', 'seller'] },
    'opportunity:reopen': { description: 'Take decided opportunities up again.', roles: ['supervisor', 'seller'] },
    'pipeline:create': { description: 'Make pipelines.', roles: ['supervisor'] },
    'pipeline:update': { description: 'Change pipelines and their stages.', roles: ['supervisor'] },
    'pipeline:archive': { description: 'Put pipelines away and take them back into use.', roles: ['supervisor'] },
    'exchangeRate:set': { description: 'Set exchange rates, by which all totals are converted.', roles: [] },
  },
  events: {
    'pipeline.created': 'A pipeline was made.',
    'pipeline.updated': 'A pipeline was renamed.',
    'pipeline.reordered': 'The stages of a pipeline got another order.',
    'pipeline.archived': 'A pipeline was put away.',
    'pipeline.restored': 'A pipeline is in use again.',
    'pipeline.stageCreated': 'A pipeline got a further stage.',
    'pipeline.stageUpdated': 'A stage of a pipeline changed.',
    'pipeline.stageArchived': 'A stage of a pipeline was put away.',
    'pipeline.stageRestored': 'A stage of a pipeline is in use again.',
    'opportunity.opened': 'An opportunity was opened.',
    'opportunity.updated': 'Plain attributes of an opportunity changed.',
    'opportunity.assigned': 'An opportunity got another owner or team; always together with `opportunity.updated`.',
    'opportunity.stageMoved': 'An opportunity moved to another stage.',
    'opportunity.won': 'An opportunity was won.',
    'opportunity.lost': 'An opportunity was lost.',
    'opportunity.reopened': 'A decided opportunity goes on.',
    'opportunity.lineAdded': 'An opportunity got a further line.',
    'opportunity.lineUpdated': 'A line of an opportunity changed.',
    'opportunity.lineRemoved': 'A line of an opportunity was removed.',
    'opportunity.contactAdded': 'Somebody has a say in an opportunity.',
    'opportunity.contactUpdated': 'Somebody has another role in an opportunity.',
    'opportunity.contactRemoved': 'Somebody has no say in an opportunity any more.',
    'exchangeRate.set': 'A rate of two currencies was set; told of the pair.',
  },
  refusals: {
    PIPELINE_NAME_TAKEN: 'A pipeline of this name exists already.',
    PIPELINE_WITHOUT_STAGES: 'A pipeline would be left without a stage in use.',
    PIPELINE_ALREADY_ARCHIVED: 'The pipeline is put away already.',
    PIPELINE_NOT_ARCHIVED: 'The pipeline is in use.',
    PIPELINE_IN_USE: 'Opportunities are open in the pipeline.',
    PIPELINE_NOT_FOUND: 'There is no such pipeline, or none at all.',
    PIPELINE_NOT_IN_USE: 'The pipeline is put away.',
    PIPELINE_NOT_SAID: 'There are several pipelines, and none was named.',
    STAGE_NAME_TAKEN: 'The pipeline has a stage of this name already.',
    TOO_MANY_STAGES: 'The pipeline has as many stages as can be kept.',
    STAGES_INCOMPLETE: 'A new order does not name each stage in use once.',
    STAGE_ALREADY_ARCHIVED: 'The stage is put away already.',
    STAGE_NOT_ARCHIVED: 'The stage is in use.',
    STAGE_IN_USE: 'Open opportunities stand in the stage.',
    STAGE_NOT_FOUND: 'The stage is not one of this organisation.',
    STAGE_NOT_IN_USE: 'The stage is put away.',
    STAGE_OF_ANOTHER_PIPELINE: 'The stage belongs to another pipeline.',
    STAGE_REQUIRES: 'The opportunity lacks something that its stage requires; the last word of the path, where there is one, says which requirement.',
    OPPORTUNITY_DECIDED: 'The opportunity is won or lost: reopen it first.',
    OPPORTUNITY_NOT_DECIDED: 'The opportunity is open.',
    OPPORTUNITY_ALREADY_WON: 'The opportunity is won already.',
    OPPORTUNITY_ALREADY_LOST: 'The opportunity is lost already.',
    OPPORTUNITY_WITHOUT_LINES: 'The opportunity has no lines whose sum could be its amount.',
    AMOUNT_SAID_TWICE: 'An amount was entered and the sum of the lines asked for.',
    AMOUNT_TOO_LARGE: 'Lines come to more than can be kept.',
    CURRENCY_MISMATCH: 'An amount is in another currency than the opportunity.',
    LINE_WITHOUT_QUANTITY: 'A line, or its price, is of no units.',
    LINE_DISCOUNT_TWICE: 'A discount was given as a percent and as an amount.',
    LINE_DISCOUNT_TOO_LARGE: 'A discount is more than the line comes to.',
    TOO_MANY_LINES: 'The opportunity has as many lines as can be kept.',
    CONTACT_NOT_FOUND: 'The contact is no customer within reach.',
    CONTACT_NOT_A_PERSON: 'Only people have a say in a deal; an organisation was named.',
    ALREADY_A_CONTACT: 'They are a contact of the opportunity already.',
    TOO_MANY_CONTACTS: 'The opportunity has as many contacts as can be kept.',
    CURRENCIES_ALIKE: 'A rate is of two different currencies.',
    EXCHANGE_RATE_NOT_YET_VALID: 'A rate is of a day to come.',
    EXCHANGE_RATE_BEING_SET: 'The same rate was being set at the same moment.',
  },
};
