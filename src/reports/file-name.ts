/** File names an office can archive: `2014-05-17_ost-di-carpi_report-istantaneo.odt`, plain ASCII. */
export function fileName(day: string | undefined, title: string, what: string, ending: string): string {
  return `${day ? `${day}_` : ''}${plainName(title)}_${what}.${ending}`;
}

/** A title as part of a file name: lower case, ASCII letters, digits and hyphens, at most 40 characters, never empty. */
export function plainName(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return plain || 'incontro';
}
