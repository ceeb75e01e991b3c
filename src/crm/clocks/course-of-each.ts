/** The courses of the clocks that one answer explains: those asked for in one turn are read together. */
import DataLoader from 'dataloader';
import type { Context } from '../../kernel/context.ts';
import type { Course } from './clock-course.ts';
import { coursesOf } from './clock-timing.ts';
import type { Clock } from './clock.ts';

const readers = new WeakMap<Context, DataLoader<Clock, Course>>();

export function courseOfEach(clock: Clock, context: Context): Promise<Course> {
  let reader = readers.get(context);
  if (!reader) {
    reader = new DataLoader((clocks) => coursesOf(clocks, context), { cache: false, maxBatchSize: 200 });
    readers.set(context, reader);
  }
  return reader.load(clock);
}
