/** The founding document's frame of a path before anybody has met: title, objectives, phases, sectors, invitations. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverage } from '@/domain/programming/listening-coverage';
import { founding } from '@/domain/programming/founding-document';
import { opened, planner } from './opened';

/** The document itself. */
const FOUNDING = readFileSync(join(import.meta.dirname, 'founding-document.txt'), 'utf8');

const about = () => {
  const { about: said } = opened().state;
  if (!said) throw new Error('the path is not open');
  return said;
};
const sector = (id: string) => opened().state.sectors[id];

describe('the path as the founding document has it', () => {
  it('[S02] it is an experiment of the Community Lab, and says by which method', () => {
    expect(about().method).toBe('Sperimentazione Community Lab');
    const intro = about().intro;
    expect(intro.split('\n\n')).toHaveLength(5);
    for (const words of ['dallo studio di casi', 'in tutto 65', 'Romagna 2020', 'nuove povertà'])
      expect([words, FOUNDING.includes(words) ? intro.includes(words) : true]).toEqual([words, true]);
    for (const paragraph of intro.split('\n\n')) expect(FOUNDING).toContain(paragraph);
  });

  it('[S19][S20][S21][S22] the four objectives stand word for word as the document writes them', () => {
    expect(about().objectives).toHaveLength(4);
    for (const objective of about().objectives) expect(FOUNDING).toContain(`- ${objective}\n`);
  });

  it('[S03] the Union’s four municipalities are listed, and can be added to', () => {
    expect(about().municipalities).toEqual(['Campogalliano', 'Carpi', 'Novi di Modena', 'Soliera']);
    const b = opened();
    b.done(planner, 'revisePath', {
      id: 'path-carpi',
      municipalities: [...founding.municipalities, 'Rio Saliceto'],
    });
    expect(b.state.about?.municipalities).toHaveLength(5);
  });

  it('[S04] the year of the path, 2014, is not the year it programmes, 2015', () => {
    expect([about().year, about().programmingYear]).toEqual([2014, 2015]);
    expect(about().body).toBe('Unione delle Terre d’Argine');
  });

  it('[S06] a proposal says at which levels it is to be decided, and no level is invented', () => {
    const b = opened();
    const id = b.add('addProposal', {
      title: 'Un tavolo al mese',
      levels: ['servizio_gruppo', 'provincia_ctss'],
    });
    expect(b.state.proposals[id]?.levels).toEqual(['servizio_gruppo', 'provincia_ctss']);
    expect(b.refusal(planner, 'addProposal', { id: 'prop-x', title: 'X', levels: ['parrocchia'] })).toBe(
      'malformed',
    );
  });

  it('[S07] an organisation keeps its institutional role; nobody of the sixty-five needs an account for it', () => {
    const b = opened();
    const id = b.add('addOrganization', {
      name: 'Distretto di Carpi',
      institutionalRole: 'Direttore di Distretto',
    });
    expect(b.state.organizations[id]).toMatchObject({ institutionalRole: 'Direttore di Distretto' });
  });

  it('[S14] what others tried is kept with what we take from it, and a table can lean on it', () => {
    const b = opened();
    const table = b.add('addTable', { name: 'Tavolo nuove povertà', existing: true });
    const id = b.add('addExperience', {
      title: 'Romagna 2020',
      taken: 'Condividere i principi con tutti',
      table,
    });
    expect(b.state.experiences[id]).toMatchObject({ table, taken: 'Condividere i principi con tutti' });
    expect(b.refusal(planner, 'addExperience', { id: 'exp-001', title: 'X', table: 'nessuno' })).toBe(
      'unknown_thing',
    );
  });

  it('[S16] civil society has its place beside institutions, cooperation and volunteers', () => {
    expect(sector('altri_punti_di_vista')).toMatchObject({ parent: null, label: 'Altri punti di vista' });
    expect(Object.values(opened().state.sectors).filter((s) => s.parent === null)).toHaveLength(6);
  });

  it('[S18] it is called the Nuovo Patto, and the Patto’s own text can be written as a document', () => {
    expect(about().title).toBe('Nuovo Patto per la progettazione partecipata');
    const b = opened();
    const id = b.add('addSheet', {
      kind: 'patto',
      title: 'Il Patto',
      parts: [{ heading: 'Regole', text: 'Due pagine.' }],
    });
    expect(b.state.sheets[id]).toMatchObject({ kind: 'patto', status: 'bozza' });
  });

  it('[S19] the first objective is to go beyond the traditional targets, and an area stands for it', () => {
    expect(about().objectives[0]).toContain('oltre i target tradizionali');
    expect(about().areas.find((a) => a.id === 'oltre_i_target')?.traditional).toBe(false);
    expect(about().areas.filter((a) => a.traditional)).toHaveLength(10);
  });

  it('[S22] a service that goes toward citizens is a proposal’s own flag', () => {
    const b = opened();
    const id = b.add('addProposal', { title: 'Otto uscite', goesTowardCitizens: true });
    expect(b.state.proposals[id]?.goesTowardCitizens).toBe(true);
  });

  it('[S23] a sitting of January keeps its agenda, who came and its materials, phase by phase', () => {
    const b = opened();
    const id = b.add('addMeeting', {
      phase: 'fase-gennaio',
      kind: 'presentazione_ascolto',
      title: 'Ascolto: volontariato',
      agenda: ['Presentazione del percorso', 'Raccolta di idee'],
      attendance: 26,
      materials: [{ title: 'Lucidi', href: '' }],
    });
    expect(b.state.meetings[id]).toMatchObject({
      attendance: 26,
      agenda: [expect.any(String), expect.any(String)],
    });
  });

  it('[S26][S27][S28][S29] the four sectors of those already at work, written as the document writes them', () => {
    const labels = ['operatori_sociali', 'istituzioni', 'terzo_settore_cooperazione', 'volontariato'].map(
      (id) => sector(id)?.label,
    );
    expect(labels).toEqual([
      'Operatori sociali',
      'Istituzioni',
      'Terzo settore-cooperazione',
      'Volontariato',
    ]);
  });

  it('[S30] innovative groups are an open list: another joins it, and none can belong to itself', () => {
    const b = opened();
    const id = b.add('addSector', { label: 'Orti sociali', order: 10, parent: 'gruppi_innovativi' });
    expect(b.state.sectors[id]?.parent).toBe('gruppi_innovativi');
    expect(b.refusal(planner, 'reviseSector', { id, parent: id })).toBe('unknown_thing');
  });

  it('[S31][S32] Transition town and Care giver are groups within it, in the document’s spelling', () => {
    expect(sector('transition_town')).toMatchObject({
      label: 'Transition town',
      parent: 'gruppi_innovativi',
    });
    expect(sector('care_giver')).toMatchObject({ label: 'Care giver', parent: 'gruppi_innovativi' });
  });

  it('[S33] so are young migrants; whether a school or a youth centre is said of the place where they meet', () => {
    expect(sector('giovani_migranti')?.parent).toBe('gruppi_innovativi');
    const b = opened();
    const id = b.add('addMeeting', {
      title: 'Ascolto: Giovani migranti',
      sectors: ['giovani_migranti'],
      venueKind: 'centro_aggregazione_giovanile',
    });
    expect(b.state.meetings[id]?.venueKind).toBe('centro_aggregazione_giovanile');
  });

  it('[S23][S25][S36][S37][S38][S42] opens with every meeting the document lists, each as undated as it is there', () => {
    const { meetings, invitations, phases } = opened().state;
    const of = (kind: string) => Object.values(meetings).filter((m) => m.kind === kind);
    // No meeting is said to be sure, or held, that the document only announces.
    const sure = Object.values(meetings).filter((m) => !['previsto', 'da_definire'].includes(m.dateStatus));
    expect(sure).toEqual([]);
    expect(of('presentazione_ascolto').map((m) => [m.sectors, m.date, m.dateText])).toEqual(
      [
        ...['operatori_sociali', 'istituzioni', 'terzo_settore_cooperazione', 'volontariato'],
        ...['transition_town', 'care_giver', 'giovani_migranti'],
      ].map((id) => [[id], null, 'gennaio 2014']),
    );
    expect(of('tematico')).toMatchObject([
      { date: '2014-02-08', speakers: [expect.stringContaining('Vincenza Pellegrino')] },
    ]);
    expect(of('formazione').map((m) => [m.date, m.dateStatus, m.dateText])).toEqual(
      Array.from({ length: 3 }, () => [null, 'da_definire', 'marzo – aprile 2014']),
    );
    const [open] = of('ost');
    expect(open).toMatchObject({ date: null, dateText: 'maggio 2014' });
    expect(open?.agenda).toHaveLength(3);
    for (const strand of open?.agenda ?? []) expect(FOUNDING).toContain(strand);
    expect(Object.values(invitations)).toMatchObject([{ meeting: open?.id, newVoice: true }]);
    expect(of('avvio')).toMatchObject([{ date: null, dateText: 'Da maggio 2014' }]);
    for (const m of Object.values(meetings)) expect(phases[m.phase ?? '']?.dateText).toBe(m.dateText);
    expect(Object.keys(meetings)).toHaveLength(13);
  });

  it('[S37] all of it can be changed, renamed or taken away', () => {
    const b = opened();
    for (const { id, title } of Object.values(b.state.meetings)) {
      b.done(planner, 'reviseMeeting', { id, title: `${title}, spostato` });
      for (const i of Object.values(b.state.invitations).filter((x) => !x.removed && x.meeting === id))
        b.done(planner, 'removeThing', { what: 'invitation', id: i.id });
      b.done(planner, 'removeThing', { what: 'meeting', id });
    }
    for (const { id } of Object.values(b.state.phases)) b.done(planner, 'removeThing', { what: 'phase', id });
    expect(Object.values(b.state.meetings).every((m) => m.removed)).toBe(true);
  });

  it('[S25] before January nobody has been listened to, and the check says of whom', () => {
    const b = opened();
    expect(coverage(b.state).map((c) => [c.sector.id, c.listened])).toEqual([
      ['operatori_sociali', false],
      ['istituzioni', false],
      ['terzo_settore_cooperazione', false],
      ['volontariato', false],
      ['gruppi_innovativi', false],
    ]);
  });

  it('[S36] three training meetings to be defined: no date is invented, and none is held without one', () => {
    const b = opened();
    const id = b.add('addMeeting', {
      kind: 'formazione',
      title: 'Formazione 1',
      dateText: 'marzo – aprile 2014',
    });
    expect(b.state.meetings[id]).toMatchObject({ date: null, dateStatus: 'da_definire' });
    expect(b.refusal(planner, 'reviseMeeting', { id, dateStatus: 'svolto' })).toBe('bad_date');
    b.done(planner, 'reviseMeeting', { id, dateStatus: 'svolto', date: '2014-03-21' });
    expect(b.state.meetings[id]?.history.map((c) => c.field).sort()).toEqual(['date', 'dateStatus']);
  });

  it('[S38] an invitation must say which other view it brings', () => {
    const b = opened();
    const ask = { id: 'invito-001', profile: 'Amministratori di condominio' };
    expect(b.refusal(planner, 'addInvitation', ask)).toBe('missing_reason');
    b.done(planner, 'addInvitation', { ...ask, reason: 'Sanno chi non paga più', newVoice: true });
    expect(b.state.invitations['invito-001']).toMatchObject({ status: 'da_invitare', newVoice: true });
  });

  it('[S42] the launch begins in May and has no end: a phase may have neither day', () => {
    expect(opened().state.phases['fase-lancio']).toMatchObject({
      dateText: 'Da maggio 2014',
      from: null,
      to: null,
    });
  });
});
