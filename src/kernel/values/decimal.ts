/**
 * Decimal numbers as text: exact from the client to the column and back, since neither JavaScript nor JSON readers keep
 * 0.1 as what it is. One number has one text: no exponent, no plus, no zeros that say nothing. Arithmetic is big.js's.
 * Where a result has more decimals than are kept it is rounded half up, away from zero at the half, once: `rounded`.
 */
import Big from 'big.js';
import { quoted } from './text.ts';

/** Digits before the point; what is larger is a mistake of typing. */
const LONGEST = 18;
const SHAPE = /^([+-]?)(\d+)(?:\.(\d+))?$/;

export interface DecimalBounds {
  /** Most decimals. */
  readonly decimals: number;
  readonly min: number | null;
  readonly max: number | null;
}

export type ReadDecimal = { readonly value: string } | { readonly wrong: string; readonly code: string };

export function readDecimal(raw: string, { decimals, min, max }: DecimalBounds): ReadDecimal {
  const [, sign, whole = '', rest = ''] = SHAPE.exec(raw.trim()) ?? [];
  if (sign === undefined || whole.replace(/^0+/, '').length > LONGEST) {
    return { code: 'INVALID_DECIMAL', wrong: `${quoted(raw)} is not a decimal number. Expected are digits with a point before the decimals, such as 1234.5; no exponent, no thousands separators, at most ${LONGEST} digits before the point.` };
  }
  if (rest.replace(/0+$/, '').length > decimals) {
    return { code: 'TOO_MANY_DECIMALS', wrong: decimals === 0 ? `${quoted(raw)} must be a whole number.` : `${quoted(raw)} has too many decimals; at most ${decimals} are kept.` };
  }
  const value = new Big(raw.trim().replace('+', ''));
  if (min !== null && value.lt(min)) return { code: 'TOO_SMALL', wrong: `The least is ${min}; ${quoted(raw)} was given.` };
  if (max !== null && value.gt(max)) return { code: 'TOO_LARGE', wrong: `The most is ${max}; ${quoted(raw)} was given.` };
  return { value: decimalText(value) };
}

/** The one text of a number. */
export const decimalText = (value: Big): string => (value.eq(0) ? '0' : value.toFixed());

/** Half up, away from zero at the half: 0.125 becomes 0.13, -0.125 becomes -0.13. */
export const rounded = (value: Big, decimals: number): Big => value.round(decimals, Big.roundHalfUp);

/** To a whole number. */
export const roundedToInteger = (value: Big): bigint => BigInt(rounded(value, 0).toFixed());

/** `dividend / divisor`, exact far beyond what is kept of it. */
export function quotient(dividend: Big, divisor: Big): Big {
  return precise(dividend).div(divisor);
}

/** Of its own constructor, whose divisions go on for longer than the default of 20 decimals. */
const Precise = Big();
Precise.DP = 40;
const precise = (value: Big): Big => new Precise(value);
