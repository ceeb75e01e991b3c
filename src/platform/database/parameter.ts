/** A value as PostgreSQL reads a parameter: text, whatever its type; moments in UTC, lists as array literals. */

export function parameter(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function element(value: unknown): string {
  if (Array.isArray(value)) return String(parameter(value));
  const text = parameter(value);
  return text === null ? 'NULL' : `"${String(text).replace(/[\\"]/g, '\\$&')}"`;
}
