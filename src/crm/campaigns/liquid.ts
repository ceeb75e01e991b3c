/**
 * Liquid, as templates of mails may use it: values only of what they are given, of nothing behind it; no other file; no way
 * round escaping in HTML; and bounds on how long, how large and how far it goes, since whoever writes a template can also
 * write one that never ends. What is wrong is told with its line.
 */
import { LiquidError, Liquid, type Template } from 'liquidjs';

export type Form = 'HTML' | 'TEXT';

/** What a template may name, with a sample of each. */
export type TemplateData = { readonly [name: string]: string | null | TemplateData };

export interface Fault {
  /** Null: it is of the whole. */
  readonly line: number | null;
  readonly reason: string;
}

export class Faulty extends Error {
  constructor(readonly fault: Fault) {
    super(fault.reason);
  }
}

export const LONGEST_TEMPLATE = 200_000;
export const LONGEST_OUTPUT = 500_000;
const LIMITS = { parseLimit: LONGEST_TEMPLATE, renderLimit: 200, memoryLimit: 5_000_000 };

/** Those that put nothing out by themselves, past the escaping, and bring nothing in. */
const TAGS = new Set(['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'comment', '#', 'raw']);

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function engine(form: Form): Liquid {
  const made = new Liquid({
    ...LIMITS, ownPropertyOnly: true, strictFilters: true, strictVariables: false, relativeReference: false, cache: false,
    templates: {}, // no others can be included
    ...(form === 'HTML' ? { outputEscape: (value: unknown) => (value === null || value === undefined ? '' : written(value).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')) } : {}),
  });
  delete made.filters['raw'];
  if (form === 'HTML') made.filters['escape'] = (value: unknown) => value; // it is escaped where it is put out
  for (const tag of Object.keys(made.tags)) if (!TAGS.has(tag)) delete made.tags[tag];
  return made;
}

const engines: Readonly<Record<Form, Liquid>> = { HTML: engine('HTML'), TEXT: engine('TEXT') };

const written = (value: unknown): string => (Array.isArray(value) ? value.map(written).join('') : typeof value === 'object' ? '' : String(value));

export interface Compiled {
  readonly form: Form;
  readonly template: Template[];
}

/** Throws `Faulty`. */
export function compile(source: string, form: Form): Compiled {
  return { form, template: told(() => engines[form].parse(source)) };
}

/** Throws `Faulty`. */
export function fill({ form, template }: Compiled, data: TemplateData): string {
  const output = told(() => String(engines[form].renderSync(template, data)));
  if (output.length > LONGEST_OUTPUT) throw new Faulty({ line: null, reason: `It becomes longer than ${LONGEST_OUTPUT} characters.` });
  return output;
}

/** Names that the template uses and the data do not have. */
export function unknownNames({ form, template }: Compiled, data: TemplateData): Fault[] {
  const { globals } = told(() => engines[form].analyzeSync(template, { partials: false }));
  return Object.values(globals).flat().flatMap(({ segments, location }) => {
    let known: TemplateData[string] | undefined = data;
    for (const segment of segments) {
      const name = String(segment);
      known = typeof known === 'object' && known !== null && Object.hasOwn(known, name) ? known[name] : undefined;
      if (known === undefined) return [{ line: location.row, reason: `There is no \`${segments.map(String).join('.')}\`. There are: ${namesIn(data).join(', ')}.` }];
    }
    return [];
  });
}

export const namesIn = (data: TemplateData, before = ''): string[] =>
  Object.entries(data).flatMap(([name, value]) => (typeof value === 'object' && value !== null ? namesIn(value, `${before}${name}.`) : [before + name]));

function told<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new Faulty(faultOf(error));
  }
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { line: null, reason: 'It cannot be read.' };
  const root = LiquidError.is(error) && error.originalError ? error.originalError : error;
  const line = Number(/, line:(\d+)/.exec(error.message)?.[1] ?? NaN);
  const reason = (root.message || error.message).replace(/, line:\d+, col:\d+/g, '').replace(/\s+/g, ' ').slice(0, 300);
  return { line: Number.isNaN(line) ? null : line, reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.!?]$/.test(reason) ? '' : '.'}` };
}
