/** Totals: how many proposals and requests the circles wrote, and the state of each. */
import type { GivenBack } from '@/domain/programming/public-outcomes';
import type { Say } from '@/i18n/say';

export function Counts({ say, path }: { say: Say; path: GivenBack }) {
  const { counts: c } = path;
  const rows = [
    ['fate.count.examined', c.examined],
    ['fate.count.answered', c.answered],
    ['fate.count.waiting', c.waiting],
  ] as const;
  return (
    <section
      aria-label={say('fate.counts')}
      className="grid gap-3 rounded-xl border border-line bg-raised p-4"
    >
      {path.updatedAt !== null && (
        <p className="text-ink-soft text-sm">
          {say('fate.updated', { date: say.date(path.updatedAt), title: path.title })}{' '}
          {path.promoter && say('fate.by', { promoter: path.promoter })}
        </p>
      )}
      <p className="text-lg">
        {say('fate.written', {
          proposals: say('fate.writtenProposals', { n: c.proposals }),
          requests: say('fate.writtenRequests', { n: c.requests }),
        })}
      </p>
      {c.written > 0 && (
        <dl className="grid grid-cols-3 gap-2 text-center max-sm:grid-cols-1 max-sm:text-left">
          {rows.map(([key, n]) => (
            <div key={key} className="rounded-lg bg-sunken px-3 py-2">
              <dd className="font-bold text-2xl tabular-nums">
                {n} <span className="font-normal text-base">{say('fate.ofWritten', { n: c.written })}</span>
              </dd>
              <dt className="text-sm">{say(key)}</dt>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
