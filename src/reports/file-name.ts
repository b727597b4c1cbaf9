/** File names an office can archive: `2014-05-17_ost-di-carpi_report-istantaneo.odt`, plain ASCII. */
export function fileName(day: string | undefined, title: string, what: string, ending: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return `${day ? `${day}_` : ''}${plain || 'incontro'}_${what}.${ending}`;
}
