'use client';
/** The fields of a phase, a meeting, an organisation, an invitation and an experience. */
import { useEffect, useState } from 'react';
import { MUNICIPALITIES } from '@/domain/words';
import { usePath } from '@/client/hooks/path-provider';
import { sectorsInOrder } from '@/domain/programming/listening-coverage';
import { useSay } from '@/i18n/words';
import type { FormField, Option } from '../_shared/form-fields';
import { useOptions } from '../_shared/field-options';

export const DATE_STATES = ['da_definire', 'previsto', 'confermato', 'svolto', 'annullato'] as const;
export const MEETING_KINDS = [
  'presentazione_ascolto',
  'tematico',
  'formazione',
  'ost',
  'avvio',
  'tavolo',
] as const;
const VENUES = ['altro', 'scuola', 'centro_aggregazione_giovanile'] as const;
export const INVITED = ['da_invitare', 'invitato', 'accettato', 'declinato', 'presente'] as const;

/** Sectors with their sub-groups beneath, as choices. */
export function useSectorOptions(): Option[] {
  const path = usePath();
  return sectorsInOrder(path, null).flatMap((s) => [
    { value: s.id, label: s.label },
    ...sectorsInOrder(path, s.id).map((sub) => ({ value: sub.id, label: `${s.label} · ${sub.label}` })),
  ]);
}

export function usePhaseFields(): FormField[] {
  const say = useSay();
  const o = useOptions();
  return [
    { key: 'label', as: 'line', label: say('planning.phase'), required: true },
    {
      ...{ key: 'dateText', as: 'line', half: true, label: say('planning.dateText') },
      hint: say('planning.dateTextHint'),
    },
    {
      ...{ key: 'dateStatus', as: 'select', half: true, label: say('planning.dateStatus') },
      options: o.words('date', DATE_STATES),
    },
    { key: 'from', as: 'day', half: true, label: say('planning.from') },
    { key: 'to', as: 'day', half: true, label: say('planning.to') },
    { key: 'order', as: 'number', half: true, label: say('planning.order') },
  ];
}

type House = { id: string; code: string; title: string; day: string | null };
/** The gatherings of this installation, to be linked to a meeting of the path. */
export function useGatherings(): House[] {
  const [all, setAll] = useState<House[]>([]);
  useEffect(() => {
    void fetch('/api/gatherings', { headers: { accept: 'application/json' } })
      .then((r) => (r.ok ? (r.json() as Promise<{ gatherings: House[] }>) : { gatherings: [] }))
      .then((r) => setAll(r.gatherings))
      .catch(() => {});
  }, []);
  return all;
}

export function useMeetingFields(): FormField[] {
  const say = useSay();
  const o = useOptions();
  const sectors = useSectorOptions();
  const gatherings = useGatherings();
  const hint = say('planning.becomesPublic');
  const lines = `${say('planning.onePerLine')}. ${hint}`;
  return [
    { key: 'title', as: 'line', label: say('planning.title'), required: true, hint },
    {
      ...{ key: 'kind', as: 'select', half: true, label: say('planning.meetingKind') },
      options: o.words('meeting', MEETING_KINDS),
    },
    o.oneOf('phase', say('planning.phase'), o.phases(), { half: true }),
    { key: 'date', as: 'day', half: true, label: say('planning.day') },
    {
      ...{ key: 'dateStatus', as: 'select', half: true, label: say('planning.dateStatus') },
      options: o.words('date', DATE_STATES),
    },
    {
      ...{ key: 'dateText', as: 'line', half: true, label: say('planning.dateText') },
      hint: say('planning.dateTextHint'),
    },
    { key: 'attendance', as: 'number', half: true, label: say('planning.attendance') },
    o.oneOf(
      'gathering',
      say('planning.gatheringLink'),
      gatherings.map((g) => ({
        value: g.id,
        label: [g.title, g.code, g.day && say.date(g.day, 'short')].filter(Boolean).join(' · '),
      })),
      { hint: say('planning.gatheringLinkHint') },
    ),
    {
      ...{ key: 'sectors', as: 'checks', label: say('planning.listensTo') },
      hint: say('planning.listensToHint'),
      choices: sectors,
    },
    { key: 'venue', as: 'line', half: true, label: say('planning.venue'), hint },
    {
      ...{ key: 'venueKind', as: 'select', half: true, label: say('planning.venueKind') },
      options: o.words('venue', VENUES),
    },
    { key: 'speakers', as: 'lines', half: true, label: say('planning.speakers'), hint: lines },
    { key: 'agenda', as: 'lines', half: true, label: say('planning.agenda'), hint: lines },
    { key: 'minutes', as: 'text', rows: 6, label: say('planning.minutes'), hint },
  ];
}

export function useOrganizationFields(): FormField[] {
  const say = useSay();
  const o = useOptions();
  const path = usePath();
  const towns = path.about?.municipalities.length ? path.about.municipalities : [...MUNICIPALITIES];
  const sectors = useSectorOptions();
  return [
    { key: 'name', as: 'line', label: say('planning.name'), required: true },
    o.oneOf('sector', say('planning.sector'), sectors, { half: true }),
    {
      ...{ key: 'municipality', as: 'select', half: true, label: say('planning.municipality') },
      options: [o.none, ...towns.map((t) => ({ value: t, label: t }))],
    },
    {
      ...{ key: 'alreadyInvolved', as: 'toggle', label: say('planning.alreadyInvolved') },
      hint: say('planning.alreadyInvolvedHint'),
    },
    { key: 'institutionalRole', as: 'line', label: say('planning.institutionalRole') },
  ];
}

export function useInvitationFields(): FormField[] {
  const say = useSay();
  const o = useOptions();
  return [
    o.organization(),
    {
      ...{ key: 'profile', as: 'line', half: true, label: say('planning.profile') },
      hint: say('planning.profileHint'),
    },
    {
      ...{ key: 'reason', as: 'text', rows: 2, required: true, label: say('planning.otherView') },
      hint: say('planning.otherViewHint'),
    },
    o.oneOf('meeting', say('planning.toMeeting'), o.meetings(), { half: true }),
    o.oneOf('table', say('planning.toTable'), o.tables(), { half: true }),
    {
      ...{ key: 'status', as: 'choice', label: say('planning.status') },
      choices: o.words('invited', INVITED),
    },
    {
      ...{ key: 'newVoice', as: 'toggle', label: say('planning.newVoice') },
      hint: say('planning.newVoiceHint'),
    },
  ];
}

export function useExperienceFields(): FormField[] {
  const say = useSay();
  const o = useOptions();
  return [
    { key: 'title', as: 'line', half: true, label: say('planning.title'), required: true },
    { key: 'place', as: 'line', half: true, label: say('planning.experiencePlace') },
    { key: 'what', as: 'text', label: say('planning.experienceWhat') },
    { key: 'taken', as: 'text', label: say('planning.experienceTaken') },
    { key: 'href', as: 'line', half: true, label: say('planning.experienceHref') },
    o.table({ half: true }),
  ];
}
