/** A document as ODT, the open format a public office can go on writing in. */
import { OdtDocument } from 'odf-kit';
import { cleanTexts } from '@/reports/clean-text';
import type { Block, Doc } from '@/reports/document';
import { FIGURE, finishOdt } from './odt-finish';

type Paragraph = { addText(text: string, as?: object): unknown; addLineBreak(): unknown };
const WIDTH_CM = 17;

/** Line breaks within a paragraph stay line breaks. */
function write(p: Paragraph, words: string, as?: object): void {
  words.split('\n').forEach((line, i) => {
    if (i > 0) p.addLineBreak();
    p.addText(line, as);
  });
}

export async function odt(given: Doc): Promise<Uint8Array> {
  const doc = cleanTexts(given);
  const file = new OdtDocument();
  file.setMetadata({
    title: doc.title,
    description: [doc.notice, doc.subtitle].filter(Boolean).join(' · '),
    creator: doc.office[0] ?? '',
    creationDate: new Date(`${doc.day || '2014-01-01'}T12:00:00Z`),
  });
  file.setPageLayout({
    width: '21cm',
    height: '29.7cm',
    marginTop: '2cm',
    marginBottom: '2cm',
    marginLeft: '2cm',
    marginRight: '2cm',
  });
  const { notice } = doc;
  if (notice) file.setHeader((h) => void h.addText(notice, { bold: true, color: '#5c3200' }));
  file.setFooter((f) => {
    f.addText(`${doc.title} · ${doc.page[0]} `, { fontSize: 9 });
    f.addPageNumber({ fontSize: 9 });
  });
  for (const line of doc.office) file.addParagraph((p) => void p.addText(line, { color: '#444444' }));
  file.addHeading(doc.title, 1, { spaceBefore: '0.4cm' });
  if (doc.subtitle) file.addParagraph(doc.subtitle);
  file.addParagraph((p) => void p.addText(doc.made, { fontSize: 9, color: '#444444' }));
  for (const block of doc.blocks) put(file, block);
  return finishOdt(await file.save(), doc.lang);
}

function put(file: OdtDocument, b: Block): void {
  switch (b.is) {
    case 'heading':
      file.addHeading(b.text, b.level);
      return;
    case 'text':
      file.addParagraph((p) => write(p, b.text), { spaceAfter: '0.2cm' });
      return;
    case 'lead':
      file.addParagraph(
        (p) => {
          p.addText(`${b.label}: `, { bold: true });
          write(p, b.text);
        },
        { spaceAfter: '0.15cm' },
      );
      return;
    case 'quote':
      file.addParagraph(
        (p) => {
          write(p, `«${b.text}»`, { italic: true });
          if (!b.source) return;
          p.addLineBreak();
          p.addText(b.source, { fontSize: 9, color: '#444444' });
        },
        { indentLeft: '0.8cm', spaceBefore: '0.1cm', spaceAfter: '0.2cm' },
      );
      return;
    case 'list':
      file.addList((l) => {
        for (const item of b.items) l.addItem((p) => write(p, item));
      });
      return;
    case 'small':
      file.addParagraph((p) => write(p, b.text, { fontSize: 9, color: '#444444' }), { spaceAfter: '0.2cm' });
      return;
    case 'page':
      file.addPageBreak();
      return;
    case 'table':
      table(file, b);
  }
}

function table(file: OdtDocument, b: Extract<Block, { is: 'table' }>): void {
  const parts = b.widths.length > 0 ? b.widths : b.head.map(() => 1);
  const whole = parts.reduce((n, p) => n + p, 0);
  if (b.title)
    file.addParagraph((p) => void p.addText(b.title, { bold: true }), {
      spaceBefore: '0.3cm',
      spaceAfter: '0.1cm',
    });
  file.addTable(
    (t) => {
      t.addRow((r) => {
        for (const h of b.head) r.addCell(h, { bold: true, backgroundColor: '#eef3f2', padding: '0.1cm' });
      });
      b.rows.forEach((row, n) => {
        t.addRow((r) => {
          const bold = b.total && n === b.rows.length - 1;
          row.forEach((words, i) => {
            const mark = b.figures.includes(i) ? FIGURE : '';
            r.addCell((c) => write(c, mark + words, { bold }), { padding: '0.1cm' });
          });
        });
      });
    },
    {
      columnWidths: parts.map((p) => `${((p / whole) * WIDTH_CM).toFixed(2)}cm`),
      border: '0.5pt solid #999999',
    },
  );
  file.addParagraph('');
}
