/** The result of the vote: dots beside words, clusters first, every topic in the book. */
import type { Say } from '@/i18n/say';
import type { GatheringExport } from '@/reports/gathering-json';
import { Section } from '@/ui/surface';

type Props = { say: Say; book: GatheringExport };
const total = (v: { phone: number; paper: number }): number => v.phone + v.paper;

export function Energy({ say, book }: Props) {
  const { voting, votes, clusters, topics } = book;
  if (voting.state !== 'closed') return null;
  const dots = new Map(votes.map((v) => [v.topic, v]));
  const inOne = new Set(clusters.flatMap((c) => c.topics));
  const sum = (ns: readonly (string | null)[]) =>
    ns.reduce((n, t) => n + total(dots.get(t) ?? { phone: 0, paper: 0 }), 0);
  const rows = [
    ...clusters.map((c) => ({ name: c.name, topics: c.topics, dots: sum(c.topics), cluster: true })),
    ...topics
      .filter((t) => t.standing === 'open' && !inOne.has(t.number))
      .map((t) => ({
        name: t.title ?? say('record.hiddenTitle'),
        topics: [t.number],
        dots: sum([t.number]),
        cluster: false,
      })),
  ].sort((a, b) => b.dots - a.dots);
  const title = (number: string | null) =>
    topics.find((t) => t.number === number)?.title ?? say('record.hiddenTitle');
  return (
    <Section
      id="voto"
      title={say('record.energy')}
      intro={say('record.energyMeans', {
        quota: voting.quota,
        phone: voting.voters,
        paper: voting.paperVoters,
      })}
    >
      <ol className="grid gap-3">
        {rows.map((r) => (
          <li key={r.topics.join()} className="grid grid-cols-[3rem_1fr] gap-3">
            <b className="text-right text-xl tabular-nums">{r.dots}</b>
            <div>
              <p className="font-semibold">{r.name}</p>
              <ul className="text-sm">
                {r.topics.map((n) => (
                  <li key={n}>
                    <a href={`#${n}`} className="mr-2 font-bold text-accent">
                      {n}
                    </a>
                    {[r.cluster && title(n), split(say, dots.get(n))].filter(Boolean).join(' · ')}
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
      {voting.log.some((l) => l.what === 'voided') && (
        <p className="text-ink-soft text-sm">{say('record.voided')}</p>
      )}
      {voting.log.some((l) => l.what === 'reopened') && (
        <p className="text-ink-soft text-sm">
          {say('record.reopened', {
            reason: voting.log.findLast((l) => l.what === 'reopened')?.reason ?? '',
          })}
        </p>
      )}
    </Section>
  );
}

const split = (say: Say, v: { phone: number; paper: number } | undefined): string =>
  v && v.paper > 0
    ? say('record.dotsBoth', { n: total(v), phone: v.phone, paper: v.paper })
    : say('record.dots', { n: v ? total(v) : 0 });
