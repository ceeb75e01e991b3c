/** Waits for what others do in their own time, and fails when they do not. */
import assert from 'node:assert/strict';

export async function eventually(holds: () => boolean | Promise<boolean>, what = String(holds)): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, `Waited 15 seconds for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
