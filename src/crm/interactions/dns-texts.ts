/** Texts that DNS holds under a name, and whether that could be told at all. */
import type { Resolve } from '../../kernel/ports.ts';
import { LONGEST_RECORD } from './sender-check.results.ts';

const NOTHING_THERE = new Set(['ENOTFOUND', 'ENODATA']);

export class DnsSilent extends Error {}

/** None where there is nothing; throws `DnsSilent` where nobody could tell. */
export async function answersOf<T>(question: Promise<T[]>): Promise<T[]> {
  try {
    return await question;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (NOTHING_THERE.has(code)) return [];
    throw new DnsSilent(code || message);
  }
}

export async function textsAt(name: string, resolve: Resolve): Promise<string[]> {
  return (await answersOf(resolve(name, 'TXT'))).map((pieces) => pieces.join('').slice(0, LONGEST_RECORD));
}
