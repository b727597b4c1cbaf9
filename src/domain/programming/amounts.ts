/**
 * Parses amounts and hours as offices write them. The decimal separator is found from the whole column, and asked for
 * when nothing tells.
 */

export type Decimal = ',' | '.';
export type Amount = { hundredths: number } | { asks: true } | null;

/** An empty cell, or an accountant's dash. */
const NOTHING = /^[-–—]?$/;
const bareOf = (written: string): string =>
  written.replace(/[€\s\u00a0\u202f'’]|EUR|euro|ore\b|h\b/gi, '').trim();

/**
 * Evidence of one value about the separator, if any. `null`: one separator with three digits after it, which can be
 * either.
 */
function saysOf(written: string): Decimal | 'nothing' | null {
  const bare = bareOf(written).replace(/[()+-]/g, '');
  const signs = bare.replace(/[^.,]/g, '');
  if (signs === '') return 'nothing';
  const last = signs.at(-1) as Decimal;
  if (new Set(signs).size === 2) return last;
  const other: Decimal = last === ',' ? '.' : ',';
  if (signs.length > 1) return other;
  // Stryker disable next-line StringLiteral: the text has this sign, so both parts are there; only their type may lack them
  const [before = '', after = ''] = bare.split(last);
  if (after.length !== 3) return last;
  return before.length > 3 || /^0*$/.test(before) ? last : null;
}

/** The decimal separator of these values; null when they do not tell and one of them depends on it. */
export function decimalOf(values: readonly string[]): Decimal | null {
  const said = new Set(values.map(saysOf));
  if (said.has(',') && !said.has('.')) return ',';
  if (said.has('.') && !said.has(',')) return '.';
  return said.has(null) || said.size > 2 ? null : ',';
}

/**
 * Whole hundredths (cents, or hundredths of an hour): `1.500,75`, `1,500.75`, `€ 1.500`, `(1.500,00)` for a negative,
 * `€ -` for zero. Asks where a value can be read in two ways; null when it is no number. In Italy a point before three
 * digits of money separates thousands: `money` reads it so.
 */
export function readAmount(written: string, decimal: Decimal | null, money: boolean): Amount {
  const bare = bareOf(written);
  if (NOTHING.test(bare)) return { hundredths: 0 };
  const inside = /^\((.+)\)$/.exec(bare)?.[1] ?? bare.replace(/^(-)?(.*?)(-)?$/, '$2');
  const less = inside !== bare && /^[(-]|-$/.test(bare);
  if (!/^\d[\d.,]*$/.test(inside)) return null;
  const own = saysOf(inside);
  const sign = own === 'nothing' ? ',' : (own ?? decimal ?? (money && inside.includes('.') ? ',' : null));
  if (sign === null) return { asks: true };
  const thousands = sign === ',' ? '.' : ',';
  const groups = inside.split(sign);
  if (groups.length > 2) return null;
  const [whole = '', part = ''] = groups;
  const grouped = whole.split(thousands);
  if (part.includes(thousands) || (grouped.length > 1 && !grouped.slice(1).every((g) => g.length === 3)))
    return null;
  if (grouped.length > 1 && (grouped[0]?.length ?? 0) > 3) return null;
  const digits = `${part}00`;
  // More than two decimals are rounded, half up, as money is.
  const rounded = Number(`${digits.slice(0, 2)}`) + (part.length > 2 && Number(part[2]) >= 5 ? 1 : 0);
  const hundredths = Number(grouped.join('')) * 100 + rounded;
  return Number.isSafeInteger(hundredths) ? { hundredths: less ? -hundredths : hundredths } : null;
}
