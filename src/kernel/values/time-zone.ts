/**
 * Time zones by their IANA name. Offsets such as `+01:00` are refused: they do not know summer time, so nothing can
 * be planned by them. Aliases are answered as the zone they stand for (`US/Pacific` as `America/Los_Angeles`); Intl
 * does that, but by CLDR's rule of never changing a name, so the zones IANA has renamed are put right here.
 */
import { quoted } from './text.ts';
import type { Value } from './value.ts';

const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

export const timeZone: Value = {
  name: 'TimeZone',
  description: 'A time zone by its name in the IANA database, such as `Europe/Prague` or `UTC`; aliases are answered as the zone they stand for.',
  specifiedByURL: 'https://www.iana.org/time-zones',
  code: 'INVALID_TIME_ZONE',

  read(raw) {
    const name = /^[a-z]/i.test(raw.trim()) ? canonical(raw.trim()) : undefined;
    if (name) return { value: RENAMED[name] ?? name };
    return { wrong: `${quoted(raw)} is not a time zone. Expected is a name of the IANA database, such as Europe/Warsaw, Asia/Shanghai or UTC.` };
  },
};

function canonical(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
