/** Names of people: real ones from the mail of five languages, and the laws that hold for any text. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { nameFromText } from '../../src/kernel/values/name-from-text.ts';
import { displayName, greetingName, NameOrder, NO_NAME, sortName } from '../../src/kernel/values/person-name.ts';
import type { PersonName } from '../../src/kernel/values/person-name.ts';

const { FAMILY_FIRST, GIVEN_FIRST } = NameOrder;
const name = (parts: Partial<PersonName>): PersonName => ({ ...NO_NAME, ...parts });

describe('a name is shown, sorted and greeted', () => {
  const cases: [Partial<PersonName>, string, string, string][] = [
    [{ given: 'Anna', family: 'Schmidt', prefix: 'Dr.' }, 'Dr. Anna Schmidt', 'Schmidt, Anna', 'Anna'],
    [{ given: 'Petr', family: 'Novák', prefix: 'Ing.', suffix: 'Ph.D.', addressAs: 'Petře' }, 'Ing. Petr Novák, Ph.D.', 'Novák, Petr', 'Petře'],
    [{ given: 'Anna', family: 'Kowalska', addressAs: 'Pani Anno' }, 'Anna Kowalska', 'Kowalska, Anna', 'Pani Anno'],
    [{ given: 'John', middle: 'Q.', family: 'Public', suffix: 'Jr.' }, 'John Q. Public Jr.', 'Public, John Q.', 'John'],
    [{ given: '小明', family: '王' }, '王小明', '王小明', '王小明'],
    [{ given: '小明', family: '王', order: FAMILY_FIRST, suffix: '先生' }, '王小明先生', '王小明', '王小明'],
    [{ family: '王', suffix: '女士' }, '王女士', '王', '王'],
    [{ given: '민준', family: '김' }, '김민준', '김민준', '김민준'],
    [{ given: 'エリカ', family: '山田' }, '山田エリカ', '山田エリカ', '山田エリカ'],
    [{ given: 'ジョン', family: 'スミス' }, 'ジョンスミス', 'スミス, ジョン', 'ジョン'],
    [{ given: 'Xiaoming', family: 'Wang', order: FAMILY_FIRST }, 'Wang Xiaoming', 'Wang, Xiaoming', 'Xiaoming'],
    [{ given: 'Xiaoming', family: '王' }, 'Xiaoming 王', '王, Xiaoming', 'Xiaoming'],
    [{ given: 'Ludwig', family: 'van Beethoven' }, 'Ludwig van Beethoven', 'van Beethoven, Ludwig', 'Ludwig'],
    [{ family: 'Schmidt', prefix: 'Dr.' }, 'Dr. Schmidt', 'Schmidt', 'Dr. Schmidt'],
    [{ given: 'Madonna' }, 'Madonna', 'Madonna', 'Madonna'],
    [{}, '', '', ''],
  ];
  for (const [parts, shown, sorted, greeted] of cases) {
    it(shown || 'no name at all', () => {
      assert.deepEqual([displayName(name(parts)), sortName(name(parts)), greetingName(name(parts))], [shown, sorted, greeted]);
    });
  }
});

describe('a name is read from a line of mail', () => {
  const cases: [string, Partial<PersonName>, string | null][] = [
    ['"Novák, Petr"', { given: 'Petr', family: 'Novák' }, null],
    ['Jan Kowalski (ACME)', { given: 'Jan', family: 'Kowalski' }, 'ACME'],
    ['王小明', { family: '王', given: '小明', order: FAMILY_FIRST }, null],
    ['Dr. Anna Schmidt', { prefix: 'Dr.', given: 'Anna', family: 'Schmidt' }, null],
    ["'kowalski@x.pl'", {}, 'kowalski@x.pl'],
    ['Prof. Dr. med. Hans Peter Müller', { prefix: 'Prof. Dr. med.', given: 'Hans', middle: 'Peter', family: 'Müller' }, null],
    ['Schmidt, Dr. Anna', { prefix: 'Dr.', given: 'Anna', family: 'Schmidt' }, null],
    ['Schmidt, Anna Dr.', { prefix: 'Dr.', given: 'Anna', family: 'Schmidt' }, null],
    ['Dipl.-Ing. Karl von der Heide', { prefix: 'Dipl.-Ing.', given: 'Karl', family: 'von der Heide' }, null],
    ['Ing. Petr Novák, Ph.D., MBA', { prefix: 'Ing.', given: 'Petr', family: 'Novák', suffix: 'Ph.D., MBA' }, null],
    ['Mgr. Jana Dvořáková', { prefix: 'Mgr.', given: 'Jana', family: 'Dvořáková' }, null],
    ['NOVÁK Petr', { family: 'NOVÁK', given: 'Petr', order: FAMILY_FIRST }, null],
    ['dr hab. Krzysztof Wiśniewski', { prefix: 'dr hab.', given: 'Krzysztof', family: 'Wiśniewski' }, null],
    ['Anna Nowak-Kowalska | ACME Sp. z o.o.', { given: 'Anna', family: 'Nowak-Kowalska' }, 'ACME Sp. z o.o.'],
    ['John F. Kennedy Jr.', { given: 'John', middle: 'F.', family: 'Kennedy', suffix: 'Jr.' }, null],
    ['Smith Jr., John', { given: 'John', family: 'Smith', suffix: 'Jr.' }, null],
    ['Novák, Petr, Praha', { given: 'Petr', family: 'Novák' }, 'Praha'],
    ['Petr Novák via Lists', { given: 'Petr', family: 'Novák' }, 'via Lists'],
    ['[EXT] petr novák <petr@x.cz>', { given: 'petr', family: 'novák' }, 'EXT petr@x.cz'],
    ['欧阳娜娜', { family: '欧阳', given: '娜娜', order: FAMILY_FIRST }, null],
    ['王 小明', { family: '王', given: '小明', order: FAMILY_FIRST }, null],
    ['王先生', { family: '王', suffix: '先生', order: FAMILY_FIRST }, null],
    ['王小明 经理（上海）', { family: '王', given: '小明', suffix: '经理', order: FAMILY_FIRST }, '上海'],
    ['Xiaoming Wang 王小明', { family: '王', given: '小明', order: FAMILY_FIRST }, 'Xiaoming Wang'],
    ['王，小明', { family: '王', given: '小明', order: FAMILY_FIRST }, null],
    ['田中太郎', { family: '田中', given: '太郎', order: FAMILY_FIRST }, null],
    ['김민준', { family: '김', given: '민준', order: FAMILY_FIRST }, null],
    ['北京科技有限公司', { given: '北京科技有限公司', order: FAMILY_FIRST }, null],
    ['Madonna', { given: 'Madonna' }, null],
    ['Dr.', { given: 'Dr.' }, null],
    ['', {}, null],
    [' "" ', {}, null],
  ];
  for (const [text, parts, remark] of cases) {
    it(text || 'an empty line', () => assert.deepEqual(nameFromText(text), { name: name(parts), remark }));
  }
});

describe('any text', () => {
  const word = fc.oneof(
    fc.constantFrom('Petr', 'Novák', 'Dr.', 'Ing.', 'Ph.D.', 'Jr.', 'van', 'KOWALSKI', 'Anna-Maria', '王小明', '王', '小明', '先生', 'via', '-', '|', 'a@b.cz', 'ジョン', '(ACME)', '"Bob"', ',', '('),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const line = fc.tuple(fc.array(word, { maxLength: 8 }), fc.constantFrom(' ', '', ', ')).map(([words, separator]) => words.join(separator));
  const letters = (text: string) => [...text.normalize('NFC').matchAll(/\p{L}/gu)].map(String).sort().join('');

  it('loses no letter on its way into parts', () => {
    fc.assert(
      fc.property(line, (text) => {
        const { name: { prefix, given, middle, family, suffix }, remark } = nameFromText(text);
        const kept = [prefix, given, middle, family, suffix, remark].filter((part) => part !== null);
        assert.equal(letters(kept.join(' ')), letters(text.toWellFormed()));
      }),
      { numRuns: 5000 },
    );
  });
  it('that is a plain name is shown as it was written, and read the same again', () => {
    const capitalised = fc.constantFrom('Petr', 'Łucja', 'Žofie', 'Jürgen', 'Anna-Maria', "O'Brien", 'J.', 'Novák');
    const western = fc
      .tuple(fc.constantFrom('', 'Dr. ', 'Prof. Dr. ', 'Ing. arch. '), fc.array(capitalised, { minLength: 1, maxLength: 4 }), fc.constantFrom('', ' de Médicis', ' Kowalska'), fc.constantFrom('', ' Jr.', ', Ph.D.', ', Ph.D., MBA'))
      .map(([titles, words, family, suffix]) => titles + words.join(' ') + family + suffix);
    const capitals = fc.tuple(fc.constantFrom('NOVÁK', 'DE LA CRUZ', 'KOWALSKA-NOWAK'), capitalised).map((words) => words.join(' '));
    const eastAsian = fc
      .tuple(fc.constantFrom('王', '欧阳', '김', '田中'), fc.constantFrom('', '明', '小明', '민준'), fc.constantFrom('', '先生'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(western, capitals, eastAsian), (text) => {
        const { name: read, remark } = nameFromText(text);
        assert.equal(remark, null);
        assert.equal(displayName(read), text);
        assert.deepEqual(nameFromText(displayName(read)).name, read);
      }),
      { numRuns: 2000 },
    );
  });
  it('has a bounded cost', () => {
    for (const hostile of ['Petr ', '(@ ', '( ', ' via', ',', '王']) {
      const { name: read, remark } = nameFromText(hostile.repeat(1_000_000));
      assert.ok(`${displayName(read)}${remark}`.length <= 210, hostile);
    }
  });
  it('sorts by family first whatever the order of writing', () => {
    fc.assert(
      fc.property(fc.constantFrom(GIVEN_FIRST, FAMILY_FIRST), (order) => assert.equal(sortName(name({ given: 'Jan', family: 'Nowak', order })), 'Nowak, Jan')),
    );
  });
});
