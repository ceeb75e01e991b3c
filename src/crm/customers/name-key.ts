/**
 * Names folded for type-ahead, so that `lodz` finds Łódź and `muller` finds Müller: no case, no accents, nothing that
 * needs another keyboard. The key of a name's beginning is the beginning of the name's key. Its length is bounded because
 * single characters may unfold into whole phrases, and an index entry holds only so much.
 */
const MOST = 200;
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i', ς: 'σ' };

export function nameKey(name: string): string {
  const key = name.toLowerCase().normalize('NFKD').replace(/\p{Mark}/gu, '').replace(/[łđøæœßıς]/g, (letter) => PLAIN[letter] ?? letter);
  return [...key].slice(0, MOST).join('');
}
