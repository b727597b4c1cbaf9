/** Rows of a codebook: each code with its parent, area and definition. */
import { NOTE_MAX, plainly, TITLE_MAX } from '../words';
import { codesInUse } from './codes';
import { byName, type RowsMaker } from './import-cells';
import { emptyCode } from './reading-shapes';

export const codeRows: RowsMaker = (path, _reading, fresh) => {
  const here = new Map(codesInUse(path).map((c) => [plainly(c.label), c.id]));
  const area = byName(path.about?.areas ?? [], (a) => a.label);
  const known = new Map(here);
  return (said, _amount, line) => {
    const label = said('label');
    if (label === '') return { reason: 'blank_text', value: '' };
    if (label.length > TITLE_MAX) return { reason: 'text_too_long', value: label };
    if (known.has(plainly(label))) return { reason: 'already_here', value: label };
    const id = fresh();
    // A parent stands above its children in the sheet, or is in the codebook already.
    const parent = said('parent') === '' ? null : (known.get(plainly(said('parent'))) ?? null);
    known.set(plainly(label), id);
    const inArea = area(said('area'));
    const left = [
      ...(said('parent') !== '' && !parent ? [{ line, field: 'parent', value: said('parent') }] : []),
      ...(said('area') !== '' && !inArea ? [{ line, field: 'area', value: said('area') }] : []),
    ];
    return {
      left,
      row: {
        ...{ ...emptyCode, id, label, parent, area: inArea?.id ?? null },
        definition: said('definition').slice(0, NOTE_MAX),
        family: said('family').slice(0, TITLE_MAX),
        symbol: [...said('symbol')].slice(0, 4).join(''),
      },
    };
  };
};
