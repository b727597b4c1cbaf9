'use client';
/** The totals after closing: clusters first, every topic in the book, votes beside and never instead of words. */
import { standings } from '@/domain/gathering/vote-results';
import type { Gathering } from '@/domain/gathering/state';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';

export function Results({ view }: { view: Gathering }) {
  const say = useSay();
  const rows = standings(view);
  const most = Math.max(1, ...rows.map((r) => r.dots));
  const paper = view.voting.paper.reduce((n, b) => n + b.voters, 0);
  return (
    <>
      <p className="text-ink-soft">{say('vote.result', { n: view.voting.voters + paper })}</p>
      <ol className="grid gap-3">
        {rows.map((r) => (
          <li key={r.id} className="grid gap-1">
            <div className="flex items-baseline justify-between gap-3">
              <p className="min-w-0 wrap-anywhere">
                <b className="me-2 text-accent">{r.topics.map((t) => topicNumber(t.n)).join(' + ')}</b>
                {r.name || say('topic.hidden')}
              </p>
              <b className="shrink-0 text-lg tabular-nums">{r.dots}</b>
            </div>
            <span aria-hidden="true" className="block h-2.5 rounded-full bg-sunken">
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${(r.dots / most) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ol>
      <p className="text-ink-soft text-sm">{say('vote.allStay')}</p>
    </>
  );
}
