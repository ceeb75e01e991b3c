/**
 * Saved replies filled in. A variable is a name from a closed list between double braces, written as Liquid writes it, and
 * nothing else is one: there are no conditions, loops or filters, so a reply can neither fail to end nor reach anything.
 * A reply that names no such variable is refused when it is saved, and not when a customer waits.
 */
import { Refusal } from '../../kernel/refusal.ts';
import { quoted } from '../../kernel/values/text.ts';

/** What the variables mean; null: there is none of it for this ticket. */
export interface ReplyValues {
  readonly 'customer.name': string | null;
  readonly 'customer.greetingName': string | null;
  readonly 'ticket.reference': string;
  readonly 'ticket.subject': string;
  readonly 'agent.name': string | null;
  readonly 'organization.name': string;
}

export const VARIABLES = {
  'customer.name': 'Full name of the customer.',
  'customer.greetingName': 'How the customer is addressed.',
  'ticket.reference': 'Number of the ticket, such as #1042.',
  'ticket.subject': 'What the ticket is about.',
  'agent.name': 'Name of who replies.',
  'organization.name': 'What the organisation calls itself.',
} as const satisfies Record<keyof ReplyValues, string>;

const BRACES = /\{\{([^{}]*)\}\}/g;

const isVariable = (name: string): name is keyof ReplyValues => Object.hasOwn(VARIABLES, name);

/** Refuses what is no variable, and braces that do not close. */
export function checkVariables(text: string): void {
  for (const [, inner = ''] of text.matchAll(BRACES)) {
    const name = inner.trim();
    if (!isVariable(name)) throw new Refusal('UNKNOWN_VARIABLE', `${quoted(name)} is no variable. There are ${Object.keys(VARIABLES).join(', ')}.`, { field: ['text'] });
  }
  const rest = text.replace(BRACES, '');
  if (/\{\{|\}\}|\{%|%\}/.test(rest)) throw new Refusal('UNKNOWN_VARIABLE', 'Double braces enclose the name of a variable, such as {{ ticket.reference }}; here some do not close, or enclose something else.', { field: ['text'] });
}

export function fillIn(text: string, values: ReplyValues): string {
  return text.replace(BRACES, (_, inner: string) => {
    const name = inner.trim();
    const value = isVariable(name) ? values[name] : null;
    if (value === null) throw new Refusal('VARIABLE_WITHOUT_VALUE', `The saved reply speaks of ${name}, and there is none for this ticket. Write a text of your own.`, { field: ['savedReplyId'] });
    return value;
  });
}

/** The text for a customer's language: the same with its region, else the same language, else the first. */
export function textFor<T extends { readonly language: string }>(texts: readonly T[], language: string | null): T | null {
  const first = texts[0] ?? null;
  if (language === null) return first;
  const [bare] = language.split('-');
  return texts.find((text) => text.language === language)
    ?? texts.find((text) => text.language === bare)
    ?? texts.find((text) => text.language.split('-')[0] === bare)
    ?? first;
}
