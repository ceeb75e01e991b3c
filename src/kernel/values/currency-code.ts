/** Currencies by their three-letter code: those in use today, as the runtime's CLDR data lists them. */
import { quoted } from './text.ts';
import type { Value } from './value.ts';

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const currencyCode: Value = {
  name: 'Currency',
  description: 'A currency as its three letters in ISO 4217, such as `CZK`.',
  specifiedByURL: 'https://www.iso.org/iso-4217-currency-codes.html',
  code: 'INVALID_CURRENCY',

  read(raw) {
    const value = raw.trim().toUpperCase();
    if (CODES.has(value)) return { value };
    return { wrong: `${quoted(raw)} is not a currency in use. Expected are the three letters of ISO 4217, such as EUR or PLN.` };
  },
};
