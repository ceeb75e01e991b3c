/** How the values of options are read: a wrong one is told together with what is allowed. */
import { InvalidArgumentError } from 'commander';
import type { Value } from '../kernel/values/value.ts';

export function milliseconds(given: string): number {
  if (!/^\d{1,7}$/.test(given)) throw new InvalidArgumentError('Allowed is a whole number of milliseconds, such as 1000.');
  return Number(given);
}

/** One of several; old archives know hosts without a dot, too. */
export function addressOrDomain(given: string, before: readonly string[] = []): readonly string[] {
  if (!/^[^\s,;<>]+$/.test(given)) {
    throw new InvalidArgumentError('Allowed is an address such as hello@example.com or a domain such as example.com; several are separated by spaces.');
  }
  return [...before, given];
}

/** A kind of text that has its own meaning, in its normal form. */
export const valueOf = (value: Value) => (given: string): string => {
  const read = value.read(given);
  if ('wrong' in read) throw new InvalidArgumentError(read.wrong);
  return read.value;
};
