/**
 * Phone numbers in E.164: `+` and at most 15 digits, the one form in which a number can be compared and dialled from
 * anywhere. What a person typed is read with a country as default and kept beside it by whoever stores it. An
 * extension is read past and left to that raw form: E.164 has no place for one, and a caller's number never shows it,
 * so colleagues behind one switchboard share one number.
 *
 * The `min` metadata (84 kB, against 156 kB of `max`) knows each country's prefixes and general pattern. `max` would
 * add the ranges per kind of number, which countries extend all the time: it would refuse real new numbers.
 */
import { isSupportedCountry, ParseError, parsePhoneNumberWithError } from 'libphonenumber-js/min';
import { quoted } from './text.ts';
import type { Value } from './value.ts';

const MAX_WRITTEN = 64;

export const phoneNumber: Value = {
  name: 'PhoneNumber',
  description:
    'A phone number in E.164: `+`, country code and number, digits only, such as `+48601234567`. Inputs may contain ' +
    'spaces and punctuation; an extension is not part of it.',
  specifiedByURL: 'https://www.itu.int/rec/T-REC-E.164',
  code: 'INVALID_PHONE_NUMBER',

  read(raw) {
    const reading = readPhone(raw, null);
    return 'wrong' in reading ? reading : { value: reading.e164 };
  },
};

/** Whether a written number needs no default country; of the rare ways to write one that are not known here it says no. */
export const saysCountry = (raw: string): boolean => /^\s*(tel:)?\+/i.test(raw);

/** Reads what a person typed. Without a default country only the international form (`+` first) is understood. */
export function readPhone(raw: string, defaultCountry: string | null): { e164: string } | { wrong: string } {
  const text = raw.trim().replace(/^tel:/i, '');
  if (text.length > MAX_WRITTEN) {
    return { wrong: `The phone number has ${text.length} characters; at most ${MAX_WRITTEN} are allowed.` };
  }
  try {
    const number = parsePhoneNumberWithError(text, {
      defaultCountry: defaultCountry && isSupportedCountry(defaultCountry) ? defaultCountry : undefined,
      extract: false,
    });
    if (number.isValid()) return { e164: number.number };
    return { wrong: `${quoted(raw)} is not a phone number that can be dialled${inCountry(number.country ?? defaultCountry)}. Please check its digits.` };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { wrong: explain(error.message, raw, defaultCountry) };
  }
}

function explain(reason: string, raw: string, defaultCountry: string | null): string {
  switch (reason) {
    case 'INVALID_COUNTRY':
      return `${quoted(raw)} does not say its country${defaultCountry ? `, and ${quoted(defaultCountry)} has no numbering of its own` : ''}. Write it in international form, such as +48 601 234 567.`;
    case 'TOO_SHORT':
      return `${quoted(raw)} is too short for a phone number${inCountry(defaultCountry)}.`;
    case 'TOO_LONG':
      return `${quoted(raw)} is too long for a phone number${inCountry(defaultCountry)}.`;
    default:
      return `${quoted(raw)} is not a phone number. Expected is one number of digits, spaces and punctuation, such as +48 601 234 567.`;
  }
}

function inCountry(country: string | null | undefined): string {
  return country ? ` in ${country}` : '';
}
