/** One proposal as everyone may read it: its outcome, the reason, and the words it came from. */
import type { GivenProposal } from '@/domain/programming/public-outcomes';
import type { Say } from '@/i18n/say';
import { Badge, type Tone } from '@/ui/badge';
import type { IconName } from '@/ui/icons';
import { LicenceLine } from './licence';
import type { Cited } from './citation-links';

const LOOKS: Record<GivenProposal['outcome'], { tone: Tone; icon: IconName }> = {
  da_esaminare: { tone: 'plain', icon: 'clock' },
  accolta: { tone: 'good', icon: 'check' },
  accolta_in_parte: { tone: 'good', icon: 'split' },
  rinviata: { tone: 'warn', icon: 'calendar' },
  non_accolta: { tone: 'bad', icon: 'close' },
};

/** `apart`: the texts of this page have licences of their own. */
type Props = { say: Say; proposal: GivenProposal; cite: (ref: string) => Cited; apart: boolean };
export function Proposal({ say, proposal: p, cite, apart }: Props) {
  return (
    <li
      id={p.id}
      className="grid scroll-mt-6 gap-2 rounded-xl border border-line bg-raised px-4 py-4 shadow-card"
    >
      <h3 className="text-lg leading-snug">{p.title}</h3>
      {p.description && <p className="whitespace-pre-line">{p.description}</p>}
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <Badge {...LOOKS[p.outcome]}>{say(`fate.one.${p.outcome}`)}</Badge>
        {p.reason && <span className="min-w-0 flex-[1_1_12rem]">{p.reason}</span>}
      </p>
      {p.decided.body && (
        <p className="text-ink-soft text-sm">
          {say('fate.decided', { body: p.decided.body, date: say.date(p.decided.date) })}
        </p>
      )}
      {apart && <LicenceLine say={say} of={p.decided.licence} />}
      {p.words.length > 0 && (
        <div className="grid gap-1.5 border-accent border-l-4 pl-3.5">
          <p className="font-semibold text-ink-soft text-sm">{say('fate.comesFrom')}</p>
          {p.words.map((w) => {
            const cited = cite(w.ref);
            return (
              <p key={w.ref + w.quote} dir="auto" className="wrap-anywhere">
                «{w.quote}»{' '}
                {cited && (
                  <a
                    href={cited.href}
                    className="-my-2 inline-flex min-h-11 min-w-11 items-center font-bold text-accent text-sm tabular-nums"
                  >
                    {cited.label}
                  </a>
                )}
              </p>
            );
          })}
        </div>
      )}
      {(p.table || p.goals.length > 0) && (
        <p className="text-ink-soft text-sm">
          {[p.table && say('fate.at', { table: p.table }), ...p.goals.map((g) => `${g.code} ${g.statement}`)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </li>
  );
}
