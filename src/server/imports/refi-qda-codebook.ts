/** Reads the codes of a REFI-QDA codebook or project, as rows of a sheet: name, definition, and parent code. */
import { SaxesParser } from 'saxes';

export type CodeRow = { line: number; cells: string[] };

/** With the headings that the importer of codes knows; null when it is no such document. Throws nothing. */
export function codebookRows(xml: string): CodeRow[] | null {
  const rows: CodeRow[] = [{ line: 1, cells: ['Nome', 'Definizione', 'Famiglia', 'Dentro', 'Area'] }];
  const above: { name: string; row: string[] }[] = [];
  let told = false;
  let text: string[] | null = null;
  let broken = false;
  const parser = new SaxesParser();
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'CodeBook' || name === 'Project') told = true;
    if (name === 'Code') {
      const row = [String(attributes.name ?? ''), '', '', above.at(-1)?.name ?? '', ''];
      rows.push({ line: parser.line, cells: row });
      above.push({ name: row[0] ?? '', row });
    }
    if (name === 'Description' && above.length > 0) text = [];
  });
  parser.on('text', (words) => text?.push(words));
  parser.on('closetag', ({ name }) => {
    const open = above.at(-1);
    if (name === 'Description' && text && open) open.row[1] = text.join('').trim();
    if (name === 'Description') text = null;
    if (name === 'Code') above.pop();
  });
  parser.write(xml).close();
  return told && !broken ? rows : null;
}
