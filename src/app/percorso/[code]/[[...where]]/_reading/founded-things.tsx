'use client';
/**
 * The needs, proposals, goals, projects and tables that a text already founds; and a way to add one without leaving it.
 */
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import type { Said } from '@/domain/programming/source-text';
import type { Coding } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { FoundOnWords } from '../_shared/found-on-words';
import { ThingLink } from '../_shared/thing-link';

type Props = {
  code: string;
  said: Said;
  codings: readonly Coding[];
  selected: { start: number; end: number } | null;
};

export function Founded({ code, said, codings, selected }: Props) {
  const say = useSay();
  const path = usePath();
  const links = standingOnes(path.evidence).filter((e) => e.ref === said.ref);
  const things = [...new Map(links.map((e) => [`${e.what}/${e.target}`, e])).values()];
  // The selection; else the coded words; else all of the text.
  const whole = { start: 0, end: said.text.length };
  const words = selected ? [selected] : codings.length > 0 ? codings : [whole];
  const first = words[0] ?? whole;
  return (
    <section aria-label={say('reading.founds')} className="grid gap-2">
      <h2 className="font-semibold">{say('reading.founds')}</h2>
      {things.length === 0 && <p className="text-ink-soft text-sm">{say('reading.foundsNothing')}</p>}
      <ul className="grid gap-1 empty:hidden">
        {things.map((e) => (
          <li key={e.id}>
            <span className="text-ink-soft text-sm">{say(`planning.${e.what}`)}: </span>
            <ThingLink code={code} what={e.what} id={e.target} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <FoundOnWords
          stay
          code={code}
          title={said.text.slice(first.start, first.end)}
          words={words.map(({ start, end }) => ({ ref: said.ref, start, end }))}
        />
      </div>
    </section>
  );
}
