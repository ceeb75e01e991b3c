/** Runs a piece of writing to its commit, again when the database asks for it, and reads its errors. */
import { modelOf } from '../../kernel/model.ts';
import type { ModelClass } from '../../kernel/fields.ts';
import { NotFound, Refusal } from '../../kernel/refusal.ts';
import { VersionConflict } from './unit-of-work.ts';

const ATTEMPTS = 3;

/** The write kept colliding with others; trying again later is all that helps. */
export class ConflictRetry extends Error {
  constructor() {
    super('Others were changing the same records; nothing was done. Try again.');
  }
}

/** `looksAgain`: also when another added the same at the same moment, which the next attempt then finds. */
export async function attempt<T>(work: () => Promise<T>, { looksAgain = false } = {}): Promise<T> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      const taken = looksAgain && isDatabaseError(error) && error.code === UNIQUE;
      if (!taken && !collides(error)) throw error;
      if (left <= 1) throw taken ? error : new ConflictRetry();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * (ATTEMPTS - left + 1)));
    }
  }
}

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
const LOCK_TIMEOUT = '55P03';
const UNIQUE = '23505';
const FOREIGN_KEY = '23503';

interface DatabaseError extends Error { code: string; constraint?: string }
const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code);

function collides(error: unknown): boolean {
  return error instanceof VersionConflict
    || (isDatabaseError(error) && [DEADLOCK, SERIALIZATION, LOCK_TIMEOUT].includes(error.code));
}

/** What was to be written is itself too much or too odd for the database; nothing else would fail for it. */
export function isAboutData(error: unknown): error is Error {
  return isDatabaseError(error) && (error.code.startsWith('22') || error.code.startsWith('54'));
}

/** A unique constraint that a model gives a meaning to becomes that refusal. */
export function meaningOf(error: unknown, models: readonly ModelClass[]): unknown {
  if (!isDatabaseError(error)) return error;
  if (error.code === FOREIGN_KEY) return new NotFound('record to link to');
  if (error.code !== UNIQUE) return error;
  for (const type of models) {
    const meaning = modelOf(type).unique[error.constraint ?? ''];
    if (meaning) return new Refusal(meaning[0], meaning[1]);
  }
  return error;
}
