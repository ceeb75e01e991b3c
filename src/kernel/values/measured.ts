/** Proportions as they are answered: what was counted, with the interval it can be trusted to; never a bare percentage. */
import Big from 'big.js';
import { decimal, number } from '../fields.ts';
import { result } from '../model.ts';
import { decimalText, rounded } from './decimal.ts';
import { newcombe, wilson, type Estimate, type Proportion } from './proportion.ts';

const DECIMALS = 4;

@result('How many of how many, with the 95 % interval of the true share (Wilson’s score interval). Of nothing counted there is no share.')
export class MeasuredProportion implements Proportion {
  @number('How many.')
  count!: number;

  @number('Of how many.')
  of!: number;

  @decimal('The share, from 0 to 1, to four decimals. Null: there is nothing to count it of.', { decimals: DECIMALS, optional: true })
  share!: string | null;

  @decimal('Where its interval begins. Null as the share.', { decimals: DECIMALS, optional: true })
  low!: string | null;

  @decimal('Where its interval ends. Null as the share.', { decimals: DECIMALS, optional: true })
  high!: string | null;

  static of(count: number, of: number): MeasuredProportion {
    const { value: share, ...interval } = written(wilson({ count, of }));
    return Object.assign(new MeasuredProportion(), { count, of, share, ...interval });
  }
}

@result('The difference of two shares with its 95 % interval (Newcombe’s hybrid score interval, method 10). An interval that holds 0 does not tell them apart.')
export class MeasuredDifference {
  @decimal('The one share less the other, from -1 to 1, to four decimals. Null: one of them cannot be counted.', { decimals: DECIMALS, optional: true })
  value!: string | null;

  @decimal('Where its interval begins. Null as the difference.', { decimals: DECIMALS, optional: true })
  low!: string | null;

  @decimal('Where its interval ends. Null as the difference.', { decimals: DECIMALS, optional: true })
  high!: string | null;

  static between(one: Proportion, other: Proportion): MeasuredDifference {
    return Object.assign(new MeasuredDifference(), written(newcombe(one, other)));
  }
}

function written(estimate: Estimate | null): { value: string | null; low: string | null; high: string | null } {
  const text = (value: number): string => decimalText(rounded(new Big(value), DECIMALS));
  return estimate === null ? { value: null, low: null, high: null } : { value: text(estimate.value), low: text(estimate.low), high: text(estimate.high) };
}
