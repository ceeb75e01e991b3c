/**
 * What a random document is made of: a tree of numbers that knows nothing of any schema. Read against one, each branch
 * becomes a field or a fragment, and its dice decide what cannot be seen from the tree's shape. A smaller tree reads as
 * a smaller document, so a case that fails shrinks to one that a person can read.
 */
import fc from 'fast-check';

export interface Branch {
  readonly dice: readonly number[];
  readonly branches: readonly Branch[];
}

/** All that one case is drawn from. */
export interface Choices {
  readonly asker: number;
  readonly dice: readonly number[];
  readonly branches: readonly Branch[];
}

const DEPTH = 9;
const MOST_DICE = 24;
/** Sides of a die: divisible by what is asked of it most. */
const SIDES = 5040;

/** Unbiased: a smallest number means the plainest choice, and plain documents are of little use here. */
const die = fc.noBias(fc.nat({ max: SIDES - 1 }));
const dice = fc.array(die, { maxLength: MOST_DICE, size: 'max' });

function branch(depth: number): fc.Arbitrary<Branch> {
  const leaf = fc.record({ dice, branches: fc.constant<Branch[]>([]) });
  if (depth === 0) return leaf;
  const inner = branch(depth - 1);
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    { weight: 3, arbitrary: fc.record({ dice, branches: fc.array(inner, { minLength: 1, maxLength: 4, size: 'max' }) }) },
  );
}

export const choices: fc.Arbitrary<Choices> = fc.record({
  asker: fc.noBias(fc.nat({ max: SIDES - 1 })),
  dice,
  branches: fc.array(branch(DEPTH), { minLength: 1, maxLength: 4, size: 'max' }),
});

/** Thrown one after the other; when none are left all fall on the plainest. */
export class Dice {
  #thrown = 0;

  constructor(readonly numbers: readonly number[]) {}

  /** From 0 to `sides` - 1. */
  below(sides: number): number {
    const number = this.numbers[this.#thrown++] ?? 0;
    return Math.floor(number * sides / SIDES);
  }

  /** Not when no dice are left. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  one<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }
}
