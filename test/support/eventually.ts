/** Waits for what others do in their own time, and fails when they do not. Answers what was looked for. */
import assert from 'node:assert/strict';

type Found<T> = Exclude<T, false | 0 | '' | null | undefined>;

export async function eventually<T>(look: () => T | Promise<T>, what = String(look)): Promise<Found<T>> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const found = await look();
    if (found) return found as Found<T>;
    assert.ok(Date.now() < deadline, `Waited 15 seconds for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
