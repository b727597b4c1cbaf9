'use client';
/** The choices that many forms of a path share. */
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { phasesInOrder } from '@/domain/programming/path-phases';
import { LICENCES, type Licence } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import type { FormField, Option } from './form-fields';

const LICENCE_WORDS = {
  nessuna: 'nessuna',
  'CC-BY-4.0': 'by',
  'CC-BY-SA-4.0': 'bySa',
  'CC0-1.0': 'zero',
} as const satisfies Record<Licence, string>;

/** The licences by their names on these screens. */
export function useLicences(): { value: Licence; label: string }[] {
  const say = useSay();
  return LICENCES.map((l) => ({ value: l, label: say(`planning.licence.${LICENCE_WORDS[l]}`) }));
}

export function useOptions() {
  const path = usePath();
  const say = useSay();
  const none: Option = { value: '', label: say('planning.none') };
  const of = <T extends { id: string }>(things: readonly T[], name: (t: T) => string): Option[] =>
    things.map((t) => ({ value: t.id, label: name(t) }));
  /** A field for one of them, or for none. */
  const oneOf = (
    key: string,
    label: string,
    options: readonly Option[],
    more: { half?: boolean; hint?: string } = {},
  ): FormField => ({ key, as: 'select', nullable: true, label, options: [none, ...options], ...more });
  const tables = () =>
    of(
      standingOnes(path.tables).filter((t) => !t.closed),
      (t) => t.name,
    );
  return {
    none,
    oneOf,
    tables,
    /** Labels that many forms share. */
    table: (more?: { half: boolean }) => oneOf('table', say('planning.table'), tables(), more),
    organization: () =>
      oneOf(
        'organization',
        say('planning.organization'),
        of(standingOnes(path.organizations), (x) => x.name),
        { half: true },
      ),
    needs: () => of(standingOnes(path.needs), (n) => n.title),
    proposals: () => of(standingOnes(path.proposals), (p) => p.title),
    projects: () => of(standingOnes(path.projects), (p) => `${p.code} ${p.title}`),
    goals: () => of(standingOnes(path.goals), (g) => `${g.code} ${g.statement}`),
    phases: () => of(phasesInOrder(path), (p) => p.label),
    meetings: () => of(standingOnes(path.meetings), (m) => m.title),
    areas: () => (path.about?.areas ?? []).map((a): Option => ({ value: a.id, label: a.label })),
    /** Each of `values` with its sentence `planning.<group>.<value>`. */
    words: (group: string, values: readonly string[]): Option[] =>
      values.map((v) => ({ value: v, label: say.dynamic(`planning.${group}.${v}`) })),
  };
}
