/**
 * Saved replies filled in. A variable is a name from a closed list between double braces, written as Liquid writes it, and
 * nothing else is one: there are no conditions, loops or filters, so a reply can neither fail to end nor reach anything.
 * A reply that names no such variable is refused when it is saved, and not when a customer waits.
 */
import { Refusal } from '../../kernel/refusal.ts';
import { quoted } from '../../kernel/values/text.ts';

/** What each variable stands for, by what it is of. */
const VARIABLES = {
  customer: { name: 'Full name of the customer.', greetingName: 'How the customer is addressed.' },
  ticket: { reference: 'Number of the ticket, such as #1042.', subject: 'What the ticket is about.' },
  agent: { name: 'Name of who replies.' },
  organization: { name: 'What the organisation calls itself.' },
} as const;

/** Null: there is none of it for this ticket. */
export type ReplyValues = { readonly [O in keyof typeof VARIABLES]: { readonly [V in keyof (typeof VARIABLES)[O]]: string | null } };

const meanings = new Map(Object.entries(VARIABLES).flatMap(([of, variables]) => Object.entries(variables).map(([name, meaning]) => [`${of}.${name}`, meaning])));
/** As they are written between the braces. */
export const variableNames: readonly string[] = [...meanings.keys()];

/** For people: each with what it stands for. */
export const variablesTold = [...meanings].map(([name, meaning]) => `\`{{ ${name} }}\`: ${meaning}`).join(' ');

const BRACES = /\{\{([^{}]*)\}\}/g;

/** Refuses what is no variable, and braces that do not close. */
export function checkVariables(text: string): void {
  for (const [, inner = ''] of text.matchAll(BRACES)) {
    const name = inner.trim();
    if (!meanings.has(name)) throw new Refusal('UNKNOWN_VARIABLE', `${quoted(name)} is no variable. There are ${variableNames.join(', ')}.`, { field: ['text'] });
  }
  const rest = text.replace(BRACES, '');
  if (/\{\{|\}\}|\{%|%\}/.test(rest)) throw new Refusal('UNKNOWN_VARIABLE', 'Double braces enclose the name of a variable, such as {{ ticket.reference }}; here some do not close, or enclose something else.', { field: ['text'] });
}

export function fillIn(text: string, values: ReplyValues): string {
  const known = new Map(Object.entries(values).flatMap(([of, variables]) => Object.entries(variables).map(([name, value]) => [`${of}.${name}`, value])));
  return text.replace(BRACES, (_, inner: string) => {
    const name = inner.trim();
    const value = known.get(name) ?? null;
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
