/** From a case that fails to a small one that fails too: branches are cut, or give way to what is on them, and dice are taken away. */
import type { Branch, Choices } from './choices.ts';

type Fails = (choices: Choices) => Promise<boolean>;

export async function smallest(failing: Choices, fails: Fails, withinMs: number): Promise<Choices> {
  const deadline = performance.now() + withinMs;
  let best = failing;
  const tried = new Set<string>();
  for (let better = true; better;) {
    better = false;
    for (const candidate of smaller(best)) {
      const text = JSON.stringify(candidate);
      if (tried.has(text)) continue;
      if (performance.now() > deadline) return best;
      tried.add(text);
      if (!await fails(candidate)) continue;
      best = candidate;
      better = true;
      break;
    }
  }
  return best;
}

function* smaller({ asker, dice, branches }: Choices): Generator<Choices> {
  for (const fewer of fewerBranches(branches)) if (fewer.length > 0) yield { asker, dice, branches: fewer };
  for (const less of fewerDice(dice)) yield { asker, dice: less, branches };
  for (const change of [fewerDice, plainerDice]) for (const less of withDice(branches, change)) yield { asker, dice, branches: less };
  if (asker !== 0) yield { asker: 0, dice, branches };
}

function* fewerBranches(branches: readonly Branch[]): Generator<Branch[]> {
  for (const [i, one] of branches.entries()) {
    yield branches.toSpliced(i, 1);
    yield branches.toSpliced(i, 1, ...one.branches);
    for (const fewer of fewerBranches(one.branches)) yield branches.with(i, { ...one, branches: fewer });
  }
}

function* withDice(branches: readonly Branch[], change: (dice: readonly number[]) => Iterable<number[]>): Generator<Branch[]> {
  for (const [i, one] of branches.entries()) {
    for (const dice of change(one.dice)) yield branches.with(i, { ...one, dice });
    for (const inner of withDice(one.branches, change)) yield branches.with(i, { ...one, branches: inner });
  }
}

function* fewerDice(dice: readonly number[]): Generator<number[]> {
  for (let keep = 0; keep < dice.length; keep = keep === 0 ? 1 : keep * 2) yield dice.slice(0, keep);
}

function* plainerDice(dice: readonly number[]): Generator<number[]> {
  for (const [i, die] of dice.entries()) if (die !== 0) yield dice.with(i, 0);
}
