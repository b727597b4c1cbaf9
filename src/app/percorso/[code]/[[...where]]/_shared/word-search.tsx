'use client';
/** Searches notes and other sources by words, topic and kind; arrow keys move through the list from the search box. */
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { codesInUse } from '@/domain/programming/codes';
import { standingOnes } from '@/domain/programming/deed';
import type { Grounded } from '@/domain/programming/evidence';
import { reads, under } from '@/domain/programming/reading-queue';
import type { Said } from '@/domain/programming/source-text';
import { evidenceFor } from '@/domain/programming/decision-trace';
import { seeking } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Select } from '@/ui/field';
import { Icon } from '@/ui/icons';
import { SearchField } from '@/ui/search-field';
import { useSaid } from './source-lookup';

/** As many as a reader can scroll through; the search narrows the rest. */
const SHOWN = 30;
type Props = { what: Grounded; target: string; onChoose: (said: Said) => void };

export function FindWords({ what, target, onChoose }: Props) {
  const say = useSay();
  const path = usePath();
  const { all, where, meetings } = useSaid();
  const [words, setWords] = useState('');
  const [topic, setTopic] = useState('');
  const [kind, setKind] = useState('');
  const [theme, setTheme] = useState('');
  const [sector, setSector] = useState('');
  const [meeting, setMeeting] = useState('');
  const read = useMemo(() => reads(path), [path]);
  const family = useMemo(() => (theme === '' ? null : under(path, theme)), [path, theme]);
  const list = useRef<HTMLUListElement>(null);
  const linked = new Set(evidenceFor(path, what, target).map((e) => e.ref));
  const fits = seeking(words);
  const found = all.filter(
    (s) =>
      !s.withheld &&
      s.text.trim() !== '' &&
      (topic === '' || s.topic === topic) &&
      (kind === '' || s.kind === kind || s.voice === kind) &&
      (sector === '' || s.sector === sector) &&
      (meeting === '' || s.gathering === meeting) &&
      (family === null || read(s.ref).codes.some((c) => family.has(c))) &&
      fits(`${s.cite ?? ''} ${s.text}`),
  );
  const kinds = [...new Set(all.flatMap((s) => [s.kind, ...(s.voice ? [s.voice] : [])]))];
  const step = (e: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (!by) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    e.preventDefault();
    buttons[Math.max(0, at + by)]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the list, wherever in it one is
    <div className="grid gap-3" onKeyDown={step}>
      <SearchField
        label={say('planning.searchWords')}
        placeholder={say('planning.searchWords')}
        clearLabel={say('planning.clear')}
        value={words}
        onText={setWords}
        found={say('planning.found', { n: found.length })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={say('planning.topic')}
          labelHidden
          value={topic}
          onChange={(e) => setTopic(e.target.value)}
          options={[
            { value: '', label: say('planning.allTopics') },
            ...meetings.flatMap((m) =>
              m.topics.map((t) => ({ value: t.ref, label: `${t.number} ${t.title}` })),
            ),
          ]}
        />
        <Select
          label={say('planning.kindOfWords')}
          labelHidden
          value={kind}
          onChange={(e) => setKind(e.target.value)}
          options={[
            { value: '', label: say('planning.allKinds') },
            ...kinds.map((k) => ({ value: k, label: say.dynamic(`planning.source.${k}`) })),
          ]}
        />
        <Select
          label={say('planning.codeOfWords')}
          labelHidden
          value={theme}
          onChange={(e) => setTheme(e.target.value)}
          options={[
            { value: '', label: say('planning.allCodes') },
            ...codesInUse(path)
              .sort((x, y) => x.label.localeCompare(y.label, 'it'))
              .map((c) => ({ value: c.id, label: c.label })),
          ]}
        />
        <Select
          label={say('planning.sector')}
          labelHidden
          value={sector}
          onChange={(e) => setSector(e.target.value)}
          options={[
            { value: '', label: say('planning.allSectors') },
            ...standingOnes(path.sectors).map((x) => ({ value: x.id, label: x.label })),
          ]}
        />
        <Select
          label={say('planning.meetingOfWords')}
          labelHidden
          value={meeting}
          onChange={(e) => setMeeting(e.target.value)}
          options={[
            { value: '', label: say('planning.allMeetings') },
            ...standingOnes(path.meetings).map((m) => ({ value: m.gathering ?? m.id, label: m.title })),
          ]}
        />
      </div>
      <ul ref={list} className="grid gap-1.5">
        {found.slice(0, SHOWN).map((s) => (
          <li key={s.ref}>
            <button
              type="button"
              onClick={() => onChoose(s)}
              className="grid w-full gap-0.5 rounded-lg border border-line px-3.5 py-2 text-left hover:border-accent"
            >
              <span dir="auto" className="line-clamp-3 wrap-anywhere">
                {s.text}
              </span>
              <span className="flex items-center gap-2 text-ink-soft text-sm">
                <b className="text-accent">{s.cite ?? say.dynamic(`planning.source.${s.kind}`)}</b>
                {s.voice && say.dynamic(`planning.source.${s.voice}`)}
                <span className="min-w-0 truncate">{where(s.ref).topic?.title}</span>
                {linked.has(s.ref) && (
                  <span className="ml-auto flex items-center gap-1 font-semibold text-good">
                    <Icon name="check" /> {say('planning.alreadyLinked')}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p className="text-ink-soft">{say('planning.searchMore', { n: SHOWN })}</p>}
    </div>
  );
}
