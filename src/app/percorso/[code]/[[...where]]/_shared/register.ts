'use client';
/** Adds, changes and removes the entries of a register; the toast offers to undo it. */
import { nanoid } from 'nanoid';
import { useCallback, useMemo } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import type { PathDeeds } from '@/domain/programming/catalogue';
import { useSay } from '@/i18n/words';
import { usePathDo } from '../path-commands';
import type { Values } from './form';

const REGISTERS = {
  phase: ['addPhase', 'revisePhase'],
  sector: ['addSector', 'reviseSector'],
  meeting: ['addMeeting', 'reviseMeeting'],
  organization: ['addOrganization', 'reviseOrganization'],
  invitation: ['addInvitation', 'reviseInvitation'],
  experience: ['addExperience', 'reviseExperience'],
  code: ['makeCode', 'reviseCode'],
  need: ['addNeed', 'reviseNeed'],
  proposal: ['addProposal', 'reviseProposal'],
  evidence: ['linkEvidence', 'reviseEvidence'],
  member: ['addMember', 'reviseMember'],
  project: ['addProject', 'reviseProject'],
  resource: ['addResource', 'reviseResource'],
  goal: ['addGoal', 'reviseGoal'],
  measure: ['addMeasure', 'reviseMeasure'],
  sheet: ['addSheet', 'reviseSheet'],
} as const satisfies Record<string, readonly [keyof PathDeeds, keyof PathDeeds]>;
export type Register = keyof typeof REGISTERS;

export function useRegister(what: Register) {
  const ask = usePathDo() as (deed: keyof PathDeeds, words: Values) => boolean;
  const tell = useTell();
  const say = useSay();
  const [addDeed, reviseDeed] = REGISTERS[what];

  /** The new entry's id, or null when it was refused. */
  const add = useCallback(
    (words: Values): string | null => {
      const id = nanoid(14);
      return ask(addDeed, { id, ...words }) ? id : null;
    },
    [ask, addDeed],
  );
  /** `now` is the current entry, so that the change can be undone. */
  const revise = useCallback(
    (now: { id: string } & object, changed: Values): boolean => {
      if (Object.keys(changed).length === 0) return true;
      const before = Object.fromEntries(Object.keys(changed).map((k) => [k, (now as Values)[k]]));
      if (!ask(reviseDeed, { id: now.id, ...changed })) return false;
      tell(say('planning.saved'), 'good', {
        label: say('planning.undo'),
        onUndo: () => ask(reviseDeed, { id: now.id, ...before }),
      });
      return true;
    },
    [ask, reviseDeed, tell, say],
  );
  const remove = useCallback(
    (id: string, name: string): boolean => {
      if (!ask('removeThing', { what, id })) return false;
      tell(say('planning.removed', { name }), 'plain', {
        label: say('planning.undo'),
        onUndo: () => ask('restoreThing', { what, id }),
      });
      return true;
    },
    [ask, what, tell, say],
  );
  return useMemo(() => ({ add, revise, remove }), [add, revise, remove]);
}
