/**
 * The log: lines of JSON for machines, short lines where a person is watching. No personal data: nothing
 * a client sent or a record holds is passed to it, and errors are stripped of the values that databases
 * and parsers like to quote.
 */
import { pino, type Logger } from 'pino';

export type Log = Logger;

const SECRETS = ['authorization', 'password', 'token', 'refreshToken', 'secret', 'key', 'variables', 'headers', 'cookie'];

export interface LogOptions {
  readonly level: string;
  readonly stream?: { write(line: string): unknown };
  /** Short lines for people; by default when standard output is a terminal. */
  readonly pretty?: boolean;
}

export function createLog({ level, stream = process.stdout, pretty = process.stdout.isTTY }: LogOptions): Log {
  const destination = pretty ? { write: (line: string) => void stream.write(forPeople(line)) } : stream;
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), remove: true },
  }, { write: (line: string) => void destination.write(line) });
}

const MOST_CAUSES = 5;

/** Names, codes and where it happened; never `detail`, parameters or other values. */
export function describeError(error: unknown, causes = MOST_CAUSES): object {
  if (!(error instanceof Error)) return { message: `Not an error was thrown but a ${typeof error}.` };
  const facts = error as Error & Partial<Record<typeof FACTS[number], unknown>>;
  return {
    name: error.name,
    message: withoutValues(error.message),
    ...Object.fromEntries(FACTS.filter((fact) => typeof facts[fact] === 'string').map((fact) => [fact, facts[fact]])),
    stack: error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).join('\n'),
    ...(error.cause !== undefined && causes > 0 ? { cause: describeError(error.cause, causes - 1) } : {}),
  };
}

/** What PostgreSQL and the system call things; its `detail`, `where` and `hint` quote rows. */
const FACTS = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'dataType', 'routine', 'syscall'] as const;

/** Quoted after a colon (`invalid input syntax for type uuid: "…"`), or by a parser of JSON, is a value. */
function withoutValues(message: string): string {
  return message
    .replace(/(:\s*)(["'`{[]).*$/s, '$1…')
    .replace(/(["']).*\1 is not valid JSON/s, '… is not valid JSON')
    .replace(/Unexpected token .*? in JSON/s, 'Unexpected token in JSON');
}

function forPeople(line: string): string {
  const { level, time, msg = '', err, ...rest } = JSON.parse(line) as {
    level: string; time: string; msg?: string; err?: { message?: string; stack?: string };
  } & Record<string, unknown>;
  const facts = Object.entries(rest).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const told = err ? `\n  ${err.message ?? ''}\n${err.stack ?? ''}` : '';
  return `${[time.slice(11, 19), level.padEnd(5), msg, ...facts].join(' ').trimEnd()}${told}\n`;
}
