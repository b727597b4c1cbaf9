/**
 * Five files shaped as municipalities and regions publish theirs: the plan's sheet by fund, two registers of associations,
 * the list of grants, a project list in English notation. What was understood of each is said line by line.
 */
import { describe, expect, it } from 'vitest';
import type { Imported } from '@/domain/programming/import-fields';
import { guessMapping } from '@/domain/programming/import-columns';
import { understand } from '@/domain/programming/import-parser';
import { decodeText, tableOf } from '@/domain/programming/text-decoding';
import { fundingPlan } from '@/domain/programming/resource-map';
import { id } from '../given';
import { opened, planner } from './opened';

/** As Windows writes it: the euro sign and the curly apostrophe are its own. */
const latin = (text: string) =>
  Uint8Array.from([...text].map((c) => ({ '€': 0x80, '’': 0x92 })[c] ?? c.charCodeAt(0)));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

/** Every row as understood, every one left out with its reason, every column that nobody uses. */
function told(what: Imported, bytes: Uint8Array, more: object = {}) {
  const b = opened();
  const text = decodeText(bytes)?.text ?? '';
  const rows = tableOf(text)?.rows ?? [];
  const guess = { ...guessMapping(what, rows), ...more };
  const found = understand(what, b.state, rows, guess, () => id('riga'));
  const euro = (cents: number) => (cents / 100).toFixed(2);
  const said = found.rows.map(({ row }) => {
    if ('resources' in row)
      return [
        row.code,
        row.title,
        ...row.resources.map((r) => (r.cents === null ? `${r.hours} h` : `${r.source} ${euro(r.cents)}`)),
      ].join(' | ');
    return 'name' in row ? [row.name, row.sector ?? '?', row.municipality].join(' | ') : '';
  });
  const unused = guess.mapping.flatMap((key, i) => (key ? [] : [rows[guess.head]?.cells[i] ?? '']));
  const bad = found.bad.map((x) => `${x.line}: ${x.reason} ${x.value}`.trim());
  const asked = found.rows.map((r) => r.row);
  if (asked.length > 0) b.done(planner, 'importRows', { what, rows: asked });
  return { said, unused, bad, left: found.left.map((l) => l.value), plan: fundingPlan(b.state) };
}

describe('[S21] public data as they are published', () => {
  it('a zone plan’s sheet: one column for each fund, titles above, a total below', () => {
    const file = latin(
      [
        'PIANO DI ZONA PER LA SALUTE E IL BENESSERE SOCIALE;;;;;;;',
        'Programma attuativo - quadro riassuntivo;;;;;;;',
        ';;;;;;;',
        'N. scheda;Denominazione intervento;Ente capofila;Costo totale previsto;di cui FSL;di cui Comuni;di cui FRNA;di cui AUSL',
        '1;Centro per le famiglie;Unione;€ 48.000,00;€ 30.000,00;€ 18.000,00;€ -;€ -',
        '2;Assistenza domiciliare;Unione;€ 210.500,50;;€ 60.500,50;€ 150.000,00;',
        '3;Sportello d’ascolto;Associazione;€ 9.000,00;€ 6.000,00;;;',
        'TOTALE;;;€ 267.500,50;€ 36.000,00;€ 78.500,50;€ 150.000,00;',
      ].join('\r\n'),
    );
    const { said, bad, plan } = told('project', file);
    expect(said).toEqual([
      '1 | Centro per le famiglie | comuni_unione 18000.00 | fsl 30000.00',
      '2 | Assistenza domiciliare | comuni_unione 60500.50 | frna 150000.00',
      // Costs that no fund pays for are there too, under a source that nobody named.
      '3 | Sportello d’ascolto | non_detta 3000.00 | fsl 6000.00',
    ]);
    expect(bad).toEqual(['8: blank_text TOTALE']);
    expect(plan).toEqual([
      { source: 'non_detta', cents: 300_000 },
      { source: 'comuni_unione', cents: 7_850_050 },
      { source: 'fsl', cents: 3_600_000 },
      { source: 'frna', cents: 15_000_000 },
    ]);
  });

  it('a municipality’s register of associations: capitals, codes and coordinates nobody needs', () => {
    const file = utf8(
      [
        '\uFEFFID,DENOMINAZIONE,INDIRIZZO,CAP,CITTA,SETTORE DI ATTIVITA,DATA ISCRIZIONE,LAT,LON',
        '1,"GRUPPO DI LETTURA ""LA PAGINA""","Via dei Tigli, 4",41012,CARPI,Volontariato,12/03/2009,44.78,10.88',
        '2,COMITATO GENITORI,,41012,CARPI,Istruzione,01/09/2011,,',
      ].join('\n'),
    );
    const { said, unused, left } = told('organization', file);
    expect(said).toEqual([
      'GRUPPO DI LETTURA "LA PAGINA" | volontariato | CARPI',
      'COMITATO GENITORI | ? | CARPI',
    ]);
    expect(left).toEqual(['Istruzione']);
    expect(unused).toEqual(['ID', 'INDIRIZZO', 'CAP', 'DATA ISCRIZIONE', 'LAT', 'LON']);
  });

  it('an extract of the national register of the third sector: the tax code stays outside', () => {
    const file = utf8(
      [
        'Codice fiscale;Denominazione ente;Sezione;Comune sede legale;Provincia',
        '00000000001;Mano nella mano ODV;Organizzazioni di volontariato;Novi di Modena;MO',
        '00000000002;Orti insieme APS;Associazioni di promozione sociale;Soliera;MO',
        '00000000002;Orti insieme APS;Associazioni di promozione sociale;Soliera;MO',
      ].join('\r\n'),
    );
    const { said, bad, unused } = told('organization', file);
    expect(said).toEqual(['Mano nella mano ODV | ? | Novi di Modena', 'Orti insieme APS | ? | Soliera']);
    expect(bad).toEqual(['4: already_here Orti insieme APS']);
    expect(unused).toEqual(['Codice fiscale', 'Sezione', 'Provincia']);
  });

  it('the list of grants of the transparency pages: no code of their own, so a column is named by hand', () => {
    const file = latin(
      [
        'sep=;',
        "N.;Beneficiario;Importo;Norma o titolo a base dell'attribuzione;Ufficio;Oggetto",
        '12/2013;Polisportiva;1.200,00;Delibera 40;Servizi sociali;Centro estivo inclusivo',
        '13/2013;Circolo anziani;(300,00);Delibera 41;Servizi sociali;Restituzione di contributo',
        '14/2013;Banca del tempo;850;Delibera 44;Servizi sociali;Corsi di italiano',
      ].join('\r'),
    );
    const { said, bad } = told('project', file);
    expect(said).toEqual([
      '12/2013 | Centro estivo inclusivo | non_detta 1200.00',
      '14/2013 | Corsi di italiano | non_detta 850.00',
    ]);
    expect(bad).toEqual(['4: negative_amount (300,00)']);
  });

  it('a portal’s project list in English notation, with tabs', () => {
    const file = utf8(
      [
        'id_progetto\tdescrizione_progetto\timporto_euro\tanno\tfonte_finanziamento',
        'SOC-01\tTrasporto sociale\t1,250.75\t2013\tFondo sociale locale',
        'SOC-02\tMediazione culturale\t18000.00\t2013\tFondazione bancaria',
      ].join('\n'),
    );
    const { said, unused } = told('project', file);
    expect(said).toEqual([
      'SOC-01 | Trasporto sociale | fsl 1250.75',
      'SOC-02 | Mediazione culturale | altri_soggetti 18000.00',
    ]);
    expect(unused).toEqual(['anno']);
  });
});
