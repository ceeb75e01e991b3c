/**
 * The answers of two nodes to the same request, held against each other to the byte. They may differ only in the points
 * that are left to the asker, in the order of errors, which is that in which fields happened to fail, and, where one of
 * them left no data at all, in how many others had failed by then.
 */
export interface Request {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
}

export interface HeldAnswer {
  readonly status: number;
  readonly type: string | null;
  /** What must be equal. */
  readonly text: string;
  readonly data: unknown;
  readonly errors: readonly string[];
  readonly codes: readonly string[];
}

const LONGEST_SHOWN = 4_000;
const REQUEST_ID = 'the-same-for-both';

export async function answerOf(url: string, credential: string | null, { document, variables, operationName }: Request, accept: string): Promise<HeldAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, 'x-request-id': REQUEST_ID, ...(credential ? { authorization: `Bearer ${credential}` } : {}) },
    body: JSON.stringify({ query: document, variables, ...(operationName ? { operationName } : {}) }),
  });
  const body = await response.text();
  const { data, errors = [] } = JSON.parse(body) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return { status: response.status, type: response.headers.get('content-type'), text: heldText(body, errors), data, errors: errors.map((error) => JSON.stringify(error)), codes: errors.map(({ extensions }) => extensions.code) };
}

/** Which root fields no statement answered at all, told to the administrator. */
export async function unplanned(url: string, credential: string | null, { document, variables }: Request): Promise<string[]> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${credential}` },
    body: JSON.stringify({ query: document, variables, extensions: { plan: true } }),
  });
  const { extensions } = await response.json() as { extensions: { plan: { statements: { field: string | null }[]; fallBacks: { field: string }[] } } };
  const planned = new Set(extensions.plan.statements.map(({ field }) => field));
  return extensions.plan.fallBacks.map(({ field }) => field).filter((field) => !field.includes('.') && !planned.has(field));
}

/** The text of an answer without what may differ. Two texts can be the same JSON and yet not be equal. */
export function heldText(body: string, errors: readonly unknown[]): string {
  const text = body.replace(/"remaining":\d+,"resetAt":"[^"]*"/, '"remaining":…');
  const written = JSON.stringify(errors);
  if (errors.length < 2 || !text.includes(written)) return text;
  return text.replace(written, () => JSON.stringify(errors.map((error) => JSON.stringify(error)).sort().map((error) => JSON.parse(error) as unknown)));
}

/** Null when they are equal and no fault of ours. */
export function difference(plain: HeldAnswer, planned: HeldAnswer): string | null {
  const [a, b] = [plain, planned].map(({ status, type, text }) => `${status} ${type}\n${text}`) as [string, string];
  if (a !== b && !endedEarly(plain, planned)) return `plain:   ${shown(a)}\nplanned: ${shown(b)}\n${around(a, b)}`;
  return plain.codes.includes('INTERNAL') ? `both: ${shown(a)}` : null;
}

/** Once there is no data, what else fails is not told any more. */
function endedEarly(plain: HeldAnswer, planned: HeldAnswer): boolean {
  if (plain.data !== null || planned.data !== null || plain.status !== planned.status) return false;
  const [few, many] = [plain.errors, planned.errors].sort((a, b) => a.length - b.length) as [readonly string[], readonly string[]];
  return few.length > 0 && few.every((error) => many.includes(error));
}

const shown = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}… (${text.length} characters)` : text);

function around(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const part = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 120), at + 120));
  return `they part at ${at}:\n  plain   …${part(a)}…\n  planned …${part(b)}…`;
}
