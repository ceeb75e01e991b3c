/** How a hand-written statement writes our ids and moments, and how another server's are read. */
export const publicId = (prefix: string, column: string): string => `'${prefix}_' || encode(uuid_send(${column}), 'hex')`;

export const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const uuidOf = (id: string): string => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export const idOf = (prefix: string, uuid: string): string => `${prefix}_${uuid.replaceAll('-', '')}`;

export const momentOf = (text: string): string => new Date(text).toISOString();
