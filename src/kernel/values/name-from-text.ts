/**
 * A best-effort split of a name written in one line, above all of mail display names: `"Novák, Petr"`,
 * `Jan Kowalski (ACME)`, `Dr. Anna Schmidt`, `王小明`. It knows forms, not people, so it may be wrong about which part is
 * which; but it loses none: what is not the name comes back as the remark.
 */
import { isEastAsianText, NameOrder, NO_NAME } from './person-name.ts';
import type { PersonName } from './person-name.ts';
import { oneLine } from './text.ts';

export interface NameFromText {
  readonly name: PersonName;
  /** What stood beside the name: a company in brackets, an address in its place. Null: nothing. */
  readonly remark: string | null;
}

const MAX_LENGTH = 200;

const TITLES = new Set(
  (
    'dr prof doc mgr mga ing bc mudr mvdr mddr judr phdr rndr paeddr thdr pharmdr thlic arch akad inż lic lek hab med nat ' +
    'iur dipl dipl-ing mag mr mrs ms miss mx sir herr frau'
  ).split(' '),
);
const HONORIFICS = '先生|女士|小姐|太太|博士|教授|老师|老師|经理|經理|总监|總監|님';
const HONORIFIC_ENDING = new RegExp(`^(?<bare>.+?)(?<honorific>${HONORIFICS})$`, 'u');
const SUFFIXES = new Set([
  ...'jr sr ii iii iv ml st phd csc drsc dsc mba msc bsc dis llm llb md mphil dphil esq cpa'.split(' '),
  ...HONORIFICS.split('|'),
]);
const COMPOUND_FAMILY =
  /^(欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|长孙|長孫|宇文|司徒|东方|東方|独孤|獨孤|南宫|南宮|端木|남궁|황보|제갈|선우|독고|사공)./u;

export function nameFromText(text: string): NameFromText {
  const { bare, remarks } = setAside(withoutQuotes(oneLine(text.slice(0, MAX_LENGTH))));
  const [head = '', ...tail] = bare.split(/[,，]/).map((segment) => segment.trim()).filter(Boolean);

  // After a comma stand either degrees (Petr Novák, Ph.D.) or the given name (Novák, Petr).
  const degrees = tail.filter((segment) => words(segment).every(isSuffix));
  const [given, ...others] = tail.filter((segment) => !degrees.includes(segment));
  const core = given === undefined ? inOneRun(words(head), remarks) : familyThenGiven(words(head), words(given));
  return {
    name: { ...core, suffix: orNull([core.suffix ?? '', ...degrees].filter(Boolean), ', ') },
    remark: orNull([...others, ...remarks]),
  };
}

function withoutQuotes(line: string): string {
  return line.replace(/^[\s'"‘’“”„‚«»`]+|[\s'"‘’“”„‚«»`]+$/gu, '');
}

/** Brackets, addresses and what follows " via ", " | ", " / " or " - " are not part of the name. */
function setAside(line: string): { bare: string; remarks: string[] } {
  const remarks: string[] = [];
  const aside = (_: string, found: string) => {
    if (found.trim()) remarks.push(found.trim());
    return ' ';
  };
  const bare = line
    .replace(/[(<[（【]([^()<>[\]（）【】]*)[)>\]）】]/gu, aside)
    .replace(/[()<>[\]（）【】]/gu, ' ')
    .replace(/(\S*@\S*)/gu, aside)
    .replace(/\s(via\s.*)$/iu, aside)
    .replace(/\s[|/–—-]\s(.*)$/u, aside);
  return { bare, remarks };
}

function familyThenGiven(head: string[], tail: string[]): PersonName {
  const before = peel(head);
  const after = peel(tail);
  const [given = '', ...middle] = after.core;
  const family = orNull(before.core);
  return {
    ...NO_NAME,
    prefix: orNull([...before.titles, ...after.titles]),
    given: given || null,
    middle: orNull(middle),
    family,
    suffix: orNull([...before.suffixes, ...after.suffixes]),
    order: isEastAsianText(family ?? '') ? NameOrder.FAMILY_FIRST : NameOrder.GIVEN_FIRST,
  };
}

function inOneRun(all: string[], remarks: string[]): PersonName {
  const { titles, core, suffixes } = peel(all);
  const eastAsian = core.filter(isEastAsianText);
  // "Xiaoming Wang 王小明" is one name in two scripts.
  if (eastAsian.length > 0 && eastAsian.length < core.length) remarks.unshift(core.filter((word) => !isEastAsianText(word)).join(' '));
  const parts = eastAsian.length > 0 ? eastAsianParts(eastAsian) : alphabeticParts(core);
  return { ...NO_NAME, ...parts, prefix: orNull(titles), suffix: orNull([parts.suffix ?? '', ...suffixes].filter(Boolean)) };
}

function alphabeticParts(core: string[]): Partial<PersonName> {
  if (core.length < 2) return { given: orNull(core) };

  // NOVÁK Petr: the family name first, told by its capitals.
  const capitals = core.findIndex((word) => !isCapitals(word));
  if (capitals > 0) {
    const [given = '', ...middle] = core.slice(capitals);
    return { family: orNull(core.slice(0, capitals)), given, middle: orNull(middle), order: NameOrder.FAMILY_FIRST };
  }
  // Ludwig van Beethoven: a small word inside begins the family name.
  const small = core.some(startsCapital) ? core.findIndex((word, at) => at > 0 && startsSmall(word)) : -1;
  const from = small > 0 ? small : core.length - 1;
  return { given: core[0] ?? null, middle: orNull(core.slice(1, from)), family: orNull(core.slice(from)) };
}

function eastAsianParts([first = '', ...rest]: string[]): Partial<PersonName> {
  const order = NameOrder.FAMILY_FIRST;
  if (rest.length > 0) return { order, family: first, given: rest.join('') };

  const { bare = first, honorific = null } = HONORIFIC_ENDING.exec(first)?.groups ?? {};
  const characters = [...bare];
  if (honorific && characters.length === 1) return { order, family: bare, suffix: honorific };
  const familyLength = familyCharacters(characters, COMPOUND_FAMILY.test(bare));
  return {
    order,
    family: characters.slice(0, familyLength).join('') || null,
    given: characters.slice(familyLength).join(''),
    suffix: honorific,
  };
}

/** Chinese and Korean family names have one character but for a few known ones; four characters are most likely Japanese, two and two. */
function familyCharacters(characters: string[], compound: boolean): number {
  const text = characters.join('');
  if (characters.length < 2 || characters.length > 4 || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 0;
  return compound || (characters.length === 4 && /^\p{Script=Han}+$/u.test(text)) ? 2 : 1;
}

/** Takes titles off the front, degrees and titles off the end ("Schmidt, Anna Dr."), always leaving a word. */
function peel(all: string[]): { titles: string[]; core: string[]; suffixes: string[] } {
  let from = 0;
  let to = all.length;
  while (from < to - 1 && isTitle(all[from])) from++;
  while (to > from + 1 && isSuffix(all[to - 1])) to--;
  const suffixes = all.slice(to);
  const end = to;
  while (to > from + 1 && isTitle(all[to - 1])) to--;
  return { titles: [...all.slice(0, from), ...all.slice(to, end)], core: all.slice(from, to), suffixes };
}

function isTitle(word = ''): boolean {
  return TITLES.has(bareWord(word));
}

function isSuffix(word = ''): boolean {
  return SUFFIXES.has(bareWord(word));
}

function bareWord(word: string): string {
  return word.toLowerCase().replaceAll('.', '');
}

function isCapitals(word: string): boolean {
  return /^(?:[^\p{L}]*\p{Lu}){3}[^\p{Ll}]*$/u.test(word);
}

function startsCapital(word: string): boolean {
  return /^\P{L}*\p{Lu}/u.test(word);
}

function startsSmall(word: string): boolean {
  return /^\P{L}*\p{Ll}/u.test(word);
}

function words(text: string): string[] {
  return text.split(/\s+/u).filter(Boolean);
}

function orNull(list: readonly string[], separator = ' '): string | null {
  return list.join(separator) || null;
}
