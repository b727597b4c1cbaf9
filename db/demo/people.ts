/** Sixty-two invented people, by role and never by name: label, sector, municipality, and channel. */
import type { Sector } from '@/domain/words';

export type DemoSeat = {
  key: string;
  label: string;
  sector: Sector;
  subgroup: string | null;
  municipality: 'Carpi' | 'Soliera' | 'Novi di Modena' | 'Campogalliano';
  newVoice: boolean;
  via: 'telefono' | 'totem' | 'segreteria';
  late: boolean;
};

const PLACES = { C: 'Carpi', S: 'Soliera', N: 'Novi di Modena', G: 'Campogalliano' } as const;
const GROUPS = { TT: 'transition_town', CG: 'care_giver', GM: 'giovani_migranti' } as const;

/** `label | place | marks`: n new voice, t totem, h helper, l late, and the sub-group where there is one. */
const LISTED: Record<Sector, string> = {
  operatori_sociali: `
    Assistente sociale area adulti|C|
    Educatore|C|
    Operatrice domiciliare|S|
    Assistente sociale di territorio|G|
    Assistente sociale minori|C|
    Educatrice di strada|C|n
    Psicologa del consultorio|C|
    Operatore di sportello|C|
    Infermiera di comunità|S|n
    Coordinatrice nido|C|
    Educatrice di centro diurno|N|
    Operatore socio-sanitario|G|h
    Mediatrice culturale|C|n
    Assistente sociale anziani|S|
    Educatore professionale del SERT|N|l`,
  istituzioni: `
    Responsabile di servizio|C|
    Amministratrice comunale|N|l
    Assessora alle politiche sociali|C|
    Funzionario Ufficio di Piano|C|
    Dirigente scolastica|S|n
    Medico di base|C|n
    Bibliotecario comunale|G|n
    Agente di polizia locale|S|
    Responsabile del distretto sanitario|N|`,
  terzo_settore_cooperazione: `
    Coordinatrice di cooperativa|C|
    Presidente di cooperativa sociale|C|
    Educatrice di doposcuola|C|
    Operatore di inserimento lavorativo|S|
    Responsabile di residenza anziani|C|
    Socio lavoratore|G|n
    Progettista sociale|C|
    Operatrice di comunità alloggio|N|
    Autista del trasporto sociale|S|nt
    Animatrice di ludoteca|G|
    Tutor di appartamento|C|`,
  volontariato: `
    Volontaria di centro di ascolto|C|
    Volontario di emporio solidale|C|
    Volontario di protezione civile|N|
    Volontaria di doposcuola parrocchiale|C|t
    Presidente di associazione anziani|S|h
    Volontario della croce rossa|C|
    Volontaria del trasporto malati|N|t
    Catechista|G|h
    Volontario di orti sociali|C|nt
    Nonna volontaria|C|nht
    Volontaria di banco alimentare|S|
    Insegnante di italiano volontaria|C|
    Alpino in pensione|N|t`,
  gruppi_innovativi: `
    Familiare caregiver|S|nCG
    Ragazza dei Giovani migranti|C|nGM
    Attivista Transition town|C|nTT
    Figlio caregiver|C|nCG
    Mamma di ragazzo disabile|N|nhCG
    Marito caregiver|G|ntCG
    Ragazzo dei Giovani migranti|C|nGM
    Studentessa di seconda generazione|C|nGM
    Studente del centro giovani|S|lGM
    Orticoltrice Transition town|C|TT
    Ciclofficina Transition town|C|lTT
    Gruppo di acquisto Transition town|G|TT`,
  altri_punti_di_vista: `
    Delegata sindacale|C|n
    Amministratore di condominio|C|lh`,
};

function seatFrom(line: string, sector: Sector, index: number): DemoSeat {
  const [label = '', place = 'C', marks = ''] = line.trim().split('|');
  const group = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).find((g) => marks.includes(g));
  const signs = marks.replace(/TT|CG|GM/, '');
  return {
    key: `s${String(index + 1).padStart(2, '0')}`,
    label,
    sector,
    subgroup: group ? GROUPS[group] : null,
    municipality: PLACES[place.trim().slice(-1) as keyof typeof PLACES],
    newVoice: signs.includes('n'),
    via: signs.includes('t') ? 'totem' : signs.includes('h') ? 'segreteria' : 'telefono',
    late: signs.includes('l'),
  };
}

export const SEATS: readonly DemoSeat[] = (Object.entries(LISTED) as [Sector, string][])
  .flatMap(([sector, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => ({ sector, line })),
  )
  .map(({ sector, line }, i) => seatFrom(line, sector, i));

/** The seat with this label; the tables of the demonstration speak of people by role. */
export function seatCalled(label: string): DemoSeat {
  const seat = SEATS.find((s) => s.label === label);
  if (!seat) throw new Error(`nobody in the demonstration is called ${label}`);
  return seat;
}
