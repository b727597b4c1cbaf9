/** January to May: phases that get their dates over time, meetings, ideas on paper, invitations. */
import { EVENT } from './topics';
import { FEBRUARY, INVITED, JANUARY, linesOf, ORGANIZATIONS } from './path-said';
import { GATHERING, paperId } from './path-refs';
import type { On } from './path-asking';

const ALL_SECTORS = [
  'operatori_sociali',
  'istituzioni',
  'terzo_settore_cooperazione',
  'volontariato',
  'gruppi_innovativi',
];

export function listen(on: On): void {
  january(on);
  february(on);
  training(on);
  may(on);
}

function january(on: On): void {
  for (const { ideas, sector, day, ...sitting } of JANUARY) {
    const held = { phase: 'fase-gennaio', kind: 'presentazione_ascolto', date: day, dateStatus: 'svolto' };
    on(day, '19:00', 'addMeeting', {
      ...sitting,
      ...held,
      agenda: ['Presentazione del percorso', 'Ascolto e raccolta di idee'],
      minutes: 'Presentato il percorso; le idee raccolte sui fogli sono riportate riga per riga.',
    });
    const lines = linesOf(ideas).map((line, i) => ({
      ...line,
      id: paperId(sitting.id, i + 1),
      sector,
      where: 'fogli dell’incontro',
    }));
    on(day, '19:30', 'importPaper', { meeting: sitting.id, lines });
  }
  on('2014-01-30', '09:00', 'revisePhase', {
    id: 'fase-gennaio',
    from: '2014-01-13',
    to: '2014-01-29',
    dateStatus: 'svolto',
  });
}

function february(on: On): void {
  on('2014-02-08', '13:30', 'addMeeting', {
    id: 'incontro-febbraio',
    phase: 'fase-febbraio',
    kind: 'tematico',
    title: 'Nuovi bisogni e forme di partecipazione',
    date: '2014-02-08',
    dateStatus: 'svolto',
    sectors: ALL_SECTORS,
    venue: 'Auditorium, Carpi',
    speakers: ['Prof. Vincenza Pellegrino, formatrice del Community Lab'],
    agenda: ['Nuovi bisogni', 'Forme di partecipazione'],
    minutes: 'Dopo l’intervento, note sui due argomenti, lette ad alta voce e appese.',
    materials: [],
    attendance: 71,
  });
  const notes = (['bisogni', 'partecipazione'] as const).flatMap((heading) =>
    linesOf(FEBRUARY[heading]).map((line) => ({
      ...line,
      strands: [heading === 'bisogni' ? 'B' : 'C'],
      where: heading === 'bisogni' ? 'cartellone Nuovi bisogni' : 'cartellone Forme di partecipazione',
    })),
  );
  const lines = notes.map((line, i) => ({ ...line, id: paperId('incontro-febbraio', i + 1) }));
  on('2014-02-08', '14:00', 'importPaper', { meeting: 'incontro-febbraio', lines });
  on('2014-02-10', '09:00', 'revisePhase', { id: 'fase-febbraio', dateStatus: 'svolto' });
}

/** Three to be defined, as in the document; one got its date and its title later. */
function training(on: On): void {
  for (const n of [1, 2, 3])
    on('2013-12-09', '09:30', 'addMeeting', {
      id: `incontro-formazione-${n}`,
      phase: 'fase-marzo-aprile',
      kind: 'formazione',
      title: `Incontro di formazione ${n}, da definire`,
      dateText: 'marzo – aprile 2014',
      dateStatus: 'da_definire',
    });
  on('2014-03-03', '10:00', 'reviseMeeting', {
    id: 'incontro-formazione-1',
    title: 'Tenere lo spazio: come si accompagna un cerchio',
    date: '2014-03-21',
    dateStatus: 'confermato',
    venue: 'Biblioteca, Campogalliano',
  });
  on('2014-03-21', '18:00', 'reviseMeeting', {
    id: 'incontro-formazione-1',
    dateStatus: 'svolto',
    attendance: 24,
  });
}

function may(on: On): void {
  on('2014-04-22', '09:00', 'addMeeting', {
    id: 'incontro-ost',
    phase: 'fase-maggio',
    kind: 'ost',
    title: EVENT.title,
    date: EVENT.day,
    dateStatus: 'confermato',
    venue: EVENT.venue,
    gathering: GATHERING,
  });
  for (const [id, name, sector, municipality, alreadyInvolved] of ORGANIZATIONS)
    on('2014-04-22', '10:00', 'addOrganization', { id, name, sector, municipality, alreadyInvolved });
  INVITED.forEach(([who, reason, status, newVoice], i) => {
    const whom = who.startsWith('ente-') ? { organization: who } : { profile: who };
    const id = `invito-maggio-${i + 1}`;
    on('2014-04-23', '09:00', 'addInvitation', {
      id,
      meeting: 'incontro-ost',
      reason,
      newVoice,
      ...whom,
      status: 'invitato',
    });
    if (status !== 'invitato') on('2014-05-19', '10:00', 'reviseInvitation', { id, status });
  });
  on('2014-04-28', '11:00', 'addExperience', {
    id: 'esperienza-romagna',
    title: 'Romagna 2020',
    what: 'Nominata nel documento del percorso tra le esperienze con cui ci si è confrontati.',
    taken: 'Condividere i principi guida con tutti i soggetti, prima di toccare un tavolo solo.',
  });
  on('2014-05-19', '09:00', 'reviseMeeting', { id: 'incontro-ost', dateStatus: 'svolto', attendance: 62 });
  on('2014-05-19', '09:30', 'revisePhase', {
    id: 'fase-maggio',
    from: EVENT.day,
    to: EVENT.day,
    dateStatus: 'svolto',
  });
}
