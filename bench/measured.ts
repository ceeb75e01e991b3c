/** A server under measurement, from inside: it tells where it listens, its processor time, and on demand its statements. */
import pg from 'pg';

export type Question = 'cpu' | 'watch' | 'watched' | 'stop';

/** Answers the questions of the process that started this one, which are sent one at a time. */
export function measured(url: string, stop: () => Promise<void>): void {
  const statements: string[] = [];
  const { query } = pg.Client.prototype;
  const watching = function (this: pg.Client, ...args: unknown[]): unknown {
    const [first] = args as [string | { text: string }];
    statements.push(typeof first === 'string' ? first : first.text);
    return Reflect.apply(query, this, args);
  };

  const answer = (question: Question): unknown => {
    switch (question) {
      case 'cpu': {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1000;
      }
      case 'watch':
        pg.Client.prototype.query = watching as typeof query;
        return null;
      case 'watched':
        pg.Client.prototype.query = query;
        return statements.splice(0);
      case 'stop':
        return null;
    }
  };
  process.on('message', (question: Question) => {
    process.send?.({ answer: answer(question) });
    // The profiler writes its file at a natural end.
    if (question === 'stop') void stop().then(() => process.disconnect?.());
  });
  process.send?.({ answer: url });
}

/** What the parent said the server should be. */
export function told<T>(): T {
  return JSON.parse(process.argv[2] ?? '{}') as T;
}
