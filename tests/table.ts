/** A Markdown table with its columns aligned, as the formatter of this repository writes it. */
export function table(rows: readonly (readonly string[])[]): string {
  const wide = (rows[0] ?? []).map((_, i) => Math.max(3, ...rows.map((r) => [...(r[i] ?? '')].length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((c, i) => c + ' '.repeat((wide[i] ?? 0) - [...c].length)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${wide.map((n) => '-'.repeat(n)).join(' | ')} |`, ...body.map(line)].join('\n');
}
