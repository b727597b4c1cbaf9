/** Whatever a thing of a path refers to must be there: else the refusal names its kind, and the one that is lost. */
import { describe, expect, it } from 'vitest';
import { id } from '../given';
import { planner } from './opened';
import { furnished, type World } from './undo-ways';

const LOST = 'unknown-0001';
const words = {
  addMeeting: { title: 'Ascolto' },
  addOrganization: { name: 'Bottega' },
  addInvitation: { profile: 'Edicole', reason: 'Vedono tutti' },
  addNeed: { title: 'Un bisogno' },
  addProposal: { title: 'Una proposta' },
  addProject: { code: 'P9', title: 'Nove' },
  addResource: { cents: 5 },
  addGoal: { code: 'O9', statement: 'Nove' },
  addMeasure: { kind: 'misura', date: '2015-03-01', value: 1 },
  addMember: { label: 'Chi passa' },
  addSheet: { title: 'Una scheda' },
  addSector: { label: 'Teatri', order: 40 },
  addExperience: { title: 'Altrove' },
  makeCode: { label: 'Nuova voce' },
} as const;

/** The deed, the field that refers to something, its kind, and one that is there. */
const LINKS: [
  deed: keyof typeof words,
  field: string,
  kind: string,
  there: (w: World) => string | undefined,
][] = [
  ['addMeeting', 'phase', 'phase', () => 'fase-gennaio'],
  ['addMeeting', 'sectors', 'sector', (w) => w.s[0]],
  ['addOrganization', 'sector', 'sector', (w) => w.s[0]],
  ['addInvitation', 'organization', 'organization', (w) => w.o[0]],
  ['addInvitation', 'meeting', 'meeting', (w) => w.meeting],
  ['addInvitation', 'table', 'table', (w) => w.t[0]],
  ['addNeed', 'table', 'table', (w) => w.t[0]],
  ['addProposal', 'table', 'table', (w) => w.t[0]],
  ['addProposal', 'needs', 'need', (w) => w.n[0]],
  ['addProject', 'table', 'table', (w) => w.t[0]],
  ['addResource', 'project', 'project', (w) => w.x[0]],
  ['addGoal', 'table', 'table', (w) => w.t[0]],
  ['addGoal', 'needs', 'need', (w) => w.n[0]],
  ['addGoal', 'proposals', 'proposal', (w) => w.p[0]],
  ['addGoal', 'projects', 'project', (w) => w.x[0]],
  ['addGoal', 'resources', 'resource', (w) => w.r],
  ['addMeasure', 'goal', 'goal', (w) => w.g],
  ['addMember', 'table', 'table', (w) => w.t[0]],
  ['addMember', 'organization', 'organization', (w) => w.o[2]],
  ['addSheet', 'table', 'table', (w) => w.t[0]],
  ['addSheet', 'goals', 'goal', (w) => w.g],
  ['addSector', 'parent', 'sector', (w) => w.s[0]],
  ['addExperience', 'table', 'table', (w) => w.t[0]],
  ['makeCode', 'parent', 'code', (w) => w.c[0]],
];
const LISTS = new Set(['sectors', 'needs', 'proposals', 'projects', 'resources', 'goals']);

describe('a thing of a path', () => {
  it.each(LINKS)('%s: its %s is a %s of the path', (deed, field, kind, there) => {
    const w = furnished();
    const base = {
      ...words[deed],
      ...(deed === 'addMeasure' && { goal: w.g }),
      ...(deed === 'addMember' && { table: w.t[0] }),
    };
    const link = (...ids: (string | undefined)[]) => ({
      id: id('new'),
      ...base,
      [field]: LISTS.has(field) ? ids : ids.at(-1),
    });
    const lost = w.b.ask(planner, deed, link(there(w), LOST));
    expect(lost).toMatchObject({ refused: 'unknown_thing', detail: { what: kind } });
    const found = link(there(w));
    expect(w.b.refusal(planner, deed, found)).toBe('accepted');
    const revise = deed.replace(/^add|^make/, 'revise');
    const change = { id: found.id, [field]: LISTS.has(field) ? [LOST] : LOST };
    expect(w.b.ask(planner, revise, change)).toMatchObject({
      refused: 'unknown_thing',
      detail: { what: kind },
    });
    if (!['table', 'goal'].includes(field) || !/^addMe/.test(deed))
      expect(w.b.refusal(planner, revise, { id: found.id, [field]: LISTS.has(field) ? [] : null })).toBe(
        'accepted',
      );
  });

  it('of a register is not revised where it is not there, nor added twice', () => {
    const w = furnished();
    for (const [deed, blank] of Object.entries(words)) {
      const revise = deed.replace(/^add|^make/, 'revise');
      expect(w.b.ask(planner, revise, { id: LOST }), revise).toEqual({
        refused: 'unknown_thing',
        detail: { id: LOST },
      });
      if (deed === 'addMeasure' || deed === 'addMember') continue;
      const ask = { id: id('new'), ...blank };
      expect(w.b.refusal(planner, deed, ask), deed).toBe('accepted');
      expect(w.b.refusal(planner, deed, ask), deed).toBe('id_already_used');
      expect(w.b.refusal(planner, revise, ask), revise).toBe('nothing_to_change');
    }
  });
});
