/** A table in a PDF, tagged row by row and cell by cell, whose head comes again on each page. */
import type { Block } from '@/reports/document';
import { artifact, type Pdf } from './pdf-parts';

type TableBlock = Extract<Block, { is: 'table' }>;
type Margins = { left: number; right: number; bottom: number };
const PAD = 4;

export function drawTable(
  file: Pdf,
  root: PDFKit.PDFStructureElement,
  b: TableBlock,
  margins: Margins,
): void {
  const parts = b.widths.length > 0 ? b.widths : b.head.map(() => 1);
  const whole = parts.reduce((n, p) => n + p, 0);
  const widths = parts.map((p) => (p / whole) * (file.page.width - margins.left - margins.right));
  const lefts = widths.map((_, i) => margins.left + widths.slice(0, i).reduce((n, w) => n + w, 0));
  const bottom = (): number => file.page.height - margins.bottom;
  const heightOf = (row: readonly string[], bold: boolean): number => {
    file.font(bold ? 'bold' : 'plain').fontSize(8.5);
    return (
      Math.max(
        ...row.map((c, i) => file.heightOfString(c, { width: (widths[i] ?? 0) - PAD * 2, lineGap: 1.5 })),
      ) +
      PAD * 2
    );
  };

  const grid = file.struct('Table');
  root.add(grid);
  /** `said` is false for a head that is drawn again: it has been said once. */
  const drawRow = (row: readonly string[], as: { head: boolean; bold: boolean; said: boolean }): void => {
    const height = heightOf(row, as.bold);
    const top = file.y;
    artifact(file, () => {
      if (as.head)
        file
          .rect(
            margins.left,
            top,
            widths.reduce((n, w) => n + w, 0),
            height,
          )
          .fill('#eef3f2');
      for (const [i, width] of widths.entries())
        file
          .rect(lefts[i] ?? 0, top, width, height)
          .lineWidth(0.5)
          .stroke('#999999');
    });
    const write = (i: number): void => {
      file
        .font(as.bold ? 'bold' : 'plain')
        .fontSize(8.5)
        .fillColor('#1a1a1a');
      file.text(row[i] ?? '', (lefts[i] ?? 0) + PAD, top + PAD, {
        width: (widths[i] ?? 0) - PAD * 2,
        align: b.figures.includes(i) ? 'right' : 'left',
        lineGap: 1.5,
      });
    };
    if (!as.said)
      artifact(file, () => {
        for (const i of row.keys()) write(i);
      });
    else {
      const line = file.struct('TR');
      grid.add(line);
      row.forEach((_, i) => {
        line.add(
          file.struct(as.head ? 'TH' : 'TD', as.head ? ({ scope: 'Column' } as never) : {}, () => write(i)),
        );
      });
      line.end();
    }
    file.y = top + height;
  };

  drawRow(b.head, { head: true, bold: true, said: true });
  b.rows.forEach((row, n) => {
    const bold = b.total && n === b.rows.length - 1;
    if (file.y + heightOf(row, bold) > bottom()) {
      file.addPage();
      drawRow(b.head, { head: true, bold: true, said: false });
    }
    drawRow(row, { head: false, bold, said: true });
  });
  grid.end();
  file.x = margins.left;
  file.y += 10;
}
