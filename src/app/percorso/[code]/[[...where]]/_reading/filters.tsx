'use client';
/** The filters of the reading queue; only values that occur are offered. */
import { useMemo } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { type Sought, tree, UNTOLD } from '@/domain/programming/reading-queue';
import type { Said } from '@/domain/programming/source-text';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Toggle } from '@/ui/choice';
import { Select } from '@/ui/field';
import { Icon } from '@/ui/icons';
import { type ReadingFilter, useSecond, useReads, useWhere, walkTo } from './reading-position';
import { useNameOf, usePlaces, useSectorName } from './names';

type Option = { value: string; label: string };
/** The words and the reading state stand outside, always visible. */
type Shown = Exclude<ReadingFilter, 'words' | 'state'>;

export function Filters({ code, said }: { code: string; said: readonly Said[] }) {
  const say = useSay();
  const path = usePath();
  const { sought, address } = useWhere(code);
  const [second] = useSecond();
  const read = useReads(path, second);
  const [sector, name] = [useSectorName(), useNameOf()];
  const { gatherings, topics, slots } = usePlaces();

  const options = useMemo(() => {
    const occurring = (of: (s: Said) => string | null, label: (v: string) => string): Option[] =>
      [...new Set(said.map((s) => of(s) ?? UNTOLD))]
        .map((value) => ({ value, label: value === UNTOLD ? say('reading.untold') : label(value) }))
        .sort((a, b) => a.label.localeCompare(b.label, say.lang, { numeric: true }));
    const inMeeting = said.filter((s) => !sought.gathering || s.gathering === sought.gathering);
    const told = (s: Said) => s.topic !== null;
    return {
      gathering: occurring(
        (s) => s.gathering,
        (v) => gatherings.get(v) ?? v,
      ),
      phase: occurring(
        (s) => s.phase,
        (v) => path.phases[v]?.label ?? v,
      ),
      kind: occurring(
        (s) => s.kind,
        (v) => say.dynamic(`reading.kind.${v}`),
      ),
      voice: occurring(
        (s) => s.voice,
        (v) => say.dynamic(`reading.voice.${v}`),
      ),
      sector: occurring((s) => s.sector, sector),
      strand: ['A', 'B', 'C', UNTOLD].map((value) => ({
        value,
        label:
          value === UNTOLD ? say('reading.untold') : `${value} – ${say.dynamic(`reading.strand.${value}`)}`,
      })),
      topic: [...new Set(inMeeting.filter(told).map((s) => s.topic ?? ''))].map((value) => {
        const t = topics.get(value);
        return { value, label: t ? `${t.number} ${t.title || say('reading.withheldTitle')}` : value };
      }),
      slot: [...new Set(inMeeting.flatMap((s) => s.slot ?? []))].map((value) => ({
        value,
        label: slots.get(value) ?? value,
      })),
    };
  }, [said, sought.gathering, gatherings, topics, slots, path.phases, sector, say]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: of the path only the codes are read
  const codes: Option[] = useMemo(
    () => [
      { value: UNTOLD, label: say('reading.noCode') },
      ...tree(path).map((b) => ({
        value: b.id,
        label: `${' '.repeat(b.depth * 3)}${path.codes[b.id]?.label ?? ''}`,
      })),
    ],
    [path.codes, say],
  );
  const by = useMemo(
    () => [...new Set(said.flatMap((s) => read(s.ref).by))].map((value) => ({ value, label: name(value) })),
    [said, read, name],
  );
  const lists: Record<Shown, Option[]> = { ...options, code: codes, by };
  const set = (filter: ReadingFilter | 'star', value: string | true | undefined) => {
    const { [filter]: _, ...rest } = sought;
    walkTo(address(null, (value ? { ...rest, [filter]: value } : rest) as Sought), 'replace');
  };
  const active = (Object.keys(lists) as Shown[]).filter((f) => sought[f]);
  const chosen = active.length + (sought.star ? 1 : 0);

  return (
    <details className="group rounded-lg border border-line bg-raised" open={chosen > 0 || undefined}>
      <summary className="flex min-h-12 items-center gap-2 px-4 font-semibold">
        <Icon name="right" className="transition-transform group-open:rotate-90" />
        {say('reading.moreFilters')}
        {chosen > 0 && <span className="text-accent">{say('reading.filtersOn', { n: chosen })}</span>}
      </summary>
      <div className="grid gap-x-4 gap-y-3 px-4 pb-4 sm:grid-cols-2 lg:grid-cols-4">
        {(Object.keys(lists) as Shown[]).map((filter) => (
          <Select
            key={filter}
            label={say(`reading.filter.${filter}`)}
            value={sought[filter] ?? ''}
            onChange={(e) => set(filter, e.target.value || undefined)}
            options={[{ value: '', label: say('reading.any') }, ...lists[filter]]}
          />
        ))}
        <Toggle
          label={say('reading.filter.star')}
          on={sought.star ?? false}
          onToggle={(on) => set('star', on || undefined)}
        />
        {chosen > 0 && (
          <Button
            size="small"
            kind="plain"
            icon="close"
            className="justify-self-start self-end"
            onClick={() => walkTo(address(null, {}), 'replace')}
          >
            {say('reading.clearFilters')}
          </Button>
        )}
      </div>
    </details>
  );
}
