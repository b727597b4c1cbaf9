/** What odf-kit leaves undone in a text: the page style by the name LibreOffice looks for, header rows, sizes, language. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Written before a figure's words, taken off again here: the library can't set one cell to the right. */
export const FIGURE = '\uE000';
const SIZES = { 1: '20pt', 2: '14pt', 3: '11.5pt' } as const;
const OWN_STYLES = `<style:style style:name="Cell" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0cm"/><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Figure" style:family="paragraph" style:parent-style-name="Cell"><style:paragraph-properties fo:text-align="end"/></style:style>
</office:styles>`;

export function finishOdt(bytes: Uint8Array, lang: string): Uint8Array {
  const files = unzipSync(bytes);
  const change = (name: string, by: (xml: string) => string): void => {
    const file = files[name];
    if (file) files[name] = strToU8(by(strFromU8(file)));
  };
  change('styles.xml', (xml) => styles(xml, lang));
  change('content.xml', content);
  const { mimetype, ...rest } = files;
  // The format wants its name first and as it is.
  return zipSync({ mimetype: [mimetype ?? new Uint8Array(), { level: 0 }], ...rest });
}

function styles(xml: string, lang: string): string {
  let out = xml
    .replace('<style:master-page style:name="Default"', '<style:master-page style:name="Standard"')
    .replaceAll('Liberation Serif', 'Liberation Sans')
    .replaceAll('font-family-generic="roman"', 'font-family-generic="swiss"')
    .replace(
      /(style:name="Standard" style:family[\s\S]*?<style:text-properties )([^>]*)fo:font-size="12pt"/,
      `$1$2fo:language="${lang}" fo:country="${lang === 'it' ? 'IT' : 'GB'}" fo:font-size="10.5pt"`,
    )
    .replace('</office:styles>', OWN_STYLES);
  for (const [level, size] of Object.entries(SIZES))
    out = out.replace(
      new RegExp(`(style:name="Heading_20_${level}"[\\s\\S]*?<style:text-properties )fo:font-size="[^"]*"`),
      `$1fo:font-size="${size}"${level === '2' ? ' fo:color="#0b5c57"' : ''}`,
    );
  return out;
}

const content = (xml: string): string =>
  xml
    .replace(
      /((?:<table:table-column [^>]*\/>\s*)+)(<table:table-row>[\s\S]*?<\/table:table-row>)/g,
      '$1<table:table-header-rows>$2</table:table-header-rows>',
    )
    .replace(
      /(<table:table-cell[^>]*>\s*<text:p text:style-name=")Standard(">)(\s*(?:<text:span[^>]*>)?)(\uE000?)/g,
      (_, open: string, close: string, span: string, figure: string) =>
        `${open}${figure ? 'Figure' : 'Cell'}${close}${span}`,
    )
    .replaceAll(FIGURE, '')
    .replaceAll(
      'fo:margin-left="0.8cm"/>',
      'fo:margin-left="0.8cm" fo:border-left="1.5pt solid #0b5c57" fo:padding-left="0.3cm"/>',
    );
