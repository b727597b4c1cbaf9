/** Reads the cells and the amounts of a CSV as offices save it: `;` or `,`, both decimal styles. */

/** Cells line by line, with quotes as in RFC 4180; `line` is where each row begins in the file. */
export function cellsOf(text: string, separator: string): { line: number; cells: string[] }[] | null {
  const rows: { line: number; cells: string[] }[] = [];
  let [cells, cell, quoted, line, began] = [[] as string[], '', false, 1, 1];
  const endRow = (): void => {
    cells.push(cell);
    if (cells.some((c) => c.trim() !== '')) rows.push({ line: began, cells });
    [cells, cell, began] = [[], '', line];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') line += 1;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
    else if (c === separator) {
      cells.push(cell);
      cell = '';
    } else if (c === '\n') endRow();
    else if (c !== '\r') cell += c;
  }
  if (quoted) return null;
  endRow();
  return rows;
}

/** Whole cents from `1.500,75`, `1,500.75`, `1500,75`, `€ 1.500` or `1500.75`; null when it is none of them. */
export function centsFrom(written: string): number | null {
  const bare = written.replace(/[€\s\u00a0']|EUR/gi, '');
  if (bare === '') return 0;
  const shape = /^-?(\d{1,3}(?:([.,])\d{3})+|\d+)(?:([.,])(\d{1,2}))?$/.exec(bare);
  if (!shape || (shape[2] !== undefined && shape[2] === shape[3])) return null;
  const whole = (shape[1] ?? '').replace(/[.,]/g, '');
  const cents = Number(whole) * 100 + Number((shape[4] ?? '').padEnd(2, '0'));
  return bare.startsWith('-') ? -cents : cents;
}
