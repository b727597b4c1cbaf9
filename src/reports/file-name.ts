/** File names an office can archive: `2014-05-17_ost-di-carpi_report-istantaneo.odt`, plain ASCII. */
export function fileName(day: string | undefined, title: string, what: string, ending: string): string {
  return `${day ? `${day}_` : ''}${plainName(title)}_${what}.${ending}`;
}

/** At most this many characters of a title are in a file name. */
const MOST = 60;

/** A title as part of a file name: lower case, ASCII letters, digits and hyphens, cut between words, never empty. */
export function plainName(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain.length <= MOST) return plain || 'incontro';
  // The character after the limit tells whether the last word is whole; a single longer word is cut all the same.
  return plain
    .slice(0, MOST + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, MOST);
}
