/** A server under measurement, from inside: it tells where it listens, and what it has used of processor and memory. */
export type Question = 'used' | 'stop';

export interface Used {
  /** Processor time since the start, in milliseconds. */
  readonly cpu: number;
  /** Resident memory, in bytes. */
  readonly memory: number;
}

/** Answers the questions of the process that started this one, which are sent one at a time. */
export function measured(url: string, stop: () => Promise<void>): void {
  process.on('message', (question: Question) => {
    process.send?.({ answer: question === 'used' ? used() : null });
    // The profiler writes its file at a natural end.
    if (question === 'stop') void stop().then(() => process.disconnect?.());
  });
  process.send?.({ answer: url });
}

/** What the parent said the server should be. */
export function told<T>(): T {
  return JSON.parse(process.argv[2] ?? '{}') as T;
}

function used(): Used {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1000, memory: process.memoryUsage.rss() };
}
