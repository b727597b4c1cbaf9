/** Rows of a sheet of contributions on paper: a line each, with its kind, sector and strands. */
import { NOTE_KINDS } from '../gathering/state/note';
import { LINE_MAX, NOTE_MAX, STRANDS, visible } from '../words';
import { standingOnes } from './deed';
import { byName, named, type RowsMaker } from './import-cells';

export const paperRows: RowsMaker = (
  path,
  { defaults = { meeting: null, kind: 'altro', sector: null, strands: [], where: '' } },
  fresh,
) => {
  const here = new Set(
    standingOnes(path.papers).flatMap((p) => (p.meeting === defaults.meeting ? [p.text] : [])),
  );
  const sectors = byName(standingOnes(path.sectors), (s) => s.label);
  return (said) => {
    const text = said('text').normalize('NFC').trim();
    if (visible(text) === '') return { reason: 'blank_text', value: '' };
    if ([...text].length > NOTE_MAX) return { reason: 'text_too_long', value: `${text.slice(0, 40)}…` };
    // A sheet imported twice by two people would count double.
    if (here.has(text)) return { reason: 'already_here', value: text };
    const kind = said('kind') === '' ? defaults.kind : named(NOTE_KINDS, said('kind'));
    if (!kind) return { reason: 'unknown_kind', value: said('kind') };
    const sector = said('sector');
    const own =
      sector === '' ? defaults.sector : (sectors(sector) ?? sectors(sector.replaceAll(' ', '_')))?.id;
    if (own === undefined) return { reason: 'unknown_sector', value: sector };
    const letters = said('strands')
      .toUpperCase()
      .split(/[\s,;/+]+/)
      .filter(Boolean);
    const known = STRANDS.filter((s) => letters.includes(s));
    if (known.length < new Set(letters).size) return { reason: 'unknown_strand', value: said('strands') };
    here.add(text);
    const strands = letters.length > 0 ? known : defaults.strands;
    const where = (said('where') || defaults.where).slice(0, LINE_MAX);
    return { row: { id: fresh(), text, kind, sector: own, strands, where, meeting: defaults.meeting } };
  };
};
