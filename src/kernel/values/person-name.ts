/**
 * People's names in parts, so that each is shown, sorted and greeted as its owner expects: Petr Novák under N and as
 * „Petře“, 王小明 without a space and under 王. Which part is which cannot be recovered from one line of text, hence
 * the parts; how they are put together is decided here alone. Romanised forms are not kept: ICU sorts Chinese by
 * pinyin by itself, and a form that people actually use is their `addressAs`.
 */
export const NameOrder = { GIVEN_FIRST: 'GIVEN_FIRST', FAMILY_FIRST: 'FAMILY_FIRST' } as const;
export type NameOrder = (typeof NameOrder)[keyof typeof NameOrder];

export interface PersonName {
  /** Titles before the name: `Dr.`, `Ing. arch.` */
  readonly prefix: string | null;
  readonly given: string | null;
  /** Further given names, patronymic. */
  readonly middle: string | null;
  /** The whole family name with its particles: `van den Berg`. */
  readonly family: string | null;
  /** What follows the name: `Jr.`, `Ph.D.`, `先生`. */
  readonly suffix: string | null;
  /** The order its owner writes it in: `Anna Schmidt`, `Nagy László`. In East Asian scripts the family name is always first. */
  readonly order: NameOrder;
  /** How to address the person, where the given name as it stands would be wrong: `Petře`, `Pani Anno`, `Bob`. Null: derived. */
  readonly addressAs: string | null;
}

export const NO_NAME: PersonName = {
  prefix: null, given: null, middle: null, family: null, suffix: null, order: NameOrder.GIVEN_FIRST, addressAs: null,
};

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}々〆ー]+$/u;
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u;
const GENERATION = /^(jr|sr|ml|st|i{2,3}|iv)\.?$/i;

/** The name in full, as on an envelope. */
export function displayName(name: PersonName): string {
  const named = join([name.prefix, ...inOrder(name)]);
  // Degrees stand after a comma; "Jr." and 先生 belong to the name.
  const degree = name.suffix && !GENERATION.test(name.suffix) && !EAST_ASIAN.test(name.suffix);
  return named && degree ? `${named}, ${name.suffix}` : join([named, name.suffix]);
}

/** Family name first, without titles: for lists, and the text they are sorted by. */
export function sortName(name: PersonName): string {
  if (isEastAsian(name)) return join(inOrder(name));
  return [name.family, join([name.given, name.middle])].filter(Boolean).join(', ');
}

/** What follows "Hello": never a guess at a vocative or a gender. */
export function greetingName(name: PersonName): string {
  if (name.addressAs) return name.addressAs;
  // A bare given name is for family and friends in China, the full name is polite.
  if (isEastAsian(name) && name.family) return join(inOrder(name));
  return name.given || join([name.prefix, name.family]);
}

/** Written in Chinese characters, hangul or kana. Names in katakana alone are foreign ones and keep their own order. */
export function isEastAsianText(text: string): boolean {
  return EAST_ASIAN.test(text) && !KATAKANA.test(text);
}

function isEastAsian({ given, middle, family }: PersonName): boolean {
  return isEastAsianText([given, middle, family].join(''));
}

function inOrder(name: PersonName): (string | null)[] {
  return name.order === NameOrder.FAMILY_FIRST || isEastAsian(name)
    ? [name.family, name.given, name.middle]
    : [name.given, name.middle, name.family];
}

/** A space between any two words, except between two in East Asian scripts. */
function join(words: readonly (string | null)[]): string {
  let text = '';
  for (const word of words) {
    if (!word) continue;
    const touching = EAST_ASIAN.test([...text].at(-1) ?? '') && EAST_ASIAN.test([...word][0] ?? '');
    text += !text || touching ? word : ` ${word}`;
  }
  return text;
}
