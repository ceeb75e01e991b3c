/**
 * Currencies by their three-letter code: those in use today, as the runtime's CLDR data lists them, with the units of
 * account that contracts are made out in. How many decimals a currency has is ISO 4217's to say, not CLDR's, which tells
 * how prices are shown: an Iraqi dinar has a thousand fils in every ledger, though no shop gives them as change.
 */
import { quoted } from './text.ts';
import type { Value } from './value.ts';

const UNITS_OF_ACCOUNT = ['BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'UYI', 'UYW', 'VED'];
const CODES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), ...UNITS_OF_ACCOUNT]);

/** Currencies by how many decimals they have, where these are not two. */
export const UNUSUAL_DECIMALS: Readonly<Record<number, readonly string[]>> = {
  0: ['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
  3: ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'],
  4: ['CLF', 'UYW'],
};

const DECIMALS: ReadonlyMap<string, number> = new Map(Object.entries(UNUSUAL_DECIMALS).flatMap(([decimals, codes]) => codes.map((code) => [code, Number(decimals)])));

export const decimalsOf = (currency: string): number => DECIMALS.get(currency) ?? 2;

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
