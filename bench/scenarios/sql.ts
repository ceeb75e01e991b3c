/** How a hand-written statement writes our ids and moments. */
export const publicId = (prefix: string, column: string): string => `'${prefix}_' || replace(${column}::text, '-', '')`;

export const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
