/**
 * Languages and their regional forms, as BCP 47 tags. Extensions (`-u-ca-…`) are refused: they say how to format, not
 * which language somebody speaks, and two customers of one language would no longer compare equal.
 */
import { quoted } from './text.ts';
import type { Value } from './value.ts';

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

export const locale: Value = {
  name: 'Locale',
  description:
    'A language with, where it matters, script and region, as a BCP 47 tag in canonical form: `pl`, `cs-CZ`, `zh-Hans-CN`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc5646',
  code: 'INVALID_LOCALE',

  read(raw) {
    const tag = canonical(raw.trim().replaceAll('_', '-'));
    if (tag && tag === new Intl.Locale(tag).baseName && LANGUAGES.of(tag)) return { value: tag };
    return { wrong: `${quoted(raw)} is not a language tag. Expected is BCP 47 without extensions, such as de, en-GB or zh-Hans.` };
  },
};

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
