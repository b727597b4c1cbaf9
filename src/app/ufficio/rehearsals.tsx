/** The office's rehearsals, to practise the evening before, separate from real gatherings. */
import type { Say } from '@/i18n/say';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Section } from '@/ui/surface';
import { HallWays, OfficeCard } from './_shared/office-card';

export type RehearsalCard = { code: string; title: string; people: number };

export function Rehearsals({ say, rehearsals }: { say: Say; rehearsals: readonly RehearsalCard[] }) {
  return (
    <Section title={say('office.rehearsals')} intro={say('office.rehearsalsIntro')}>
      <ul className="grid gap-3 empty:hidden">
        {rehearsals.map((r) => (
          <OfficeCard
            key={r.code}
            title={r.title}
            about={
              <>
                <Badge tone="warn">{say('rehearsal.ribbon')}</Badge>
                <span className="font-bold tracking-wider">{r.code}</span>
                <span>{say('office.rehearsalPeople', { n: r.people })}</span>
              </>
            }
          >
            <HallWays say={say} code={r.code} />
          </OfficeCard>
        ))}
      </ul>
      <Rehearse label={say('office.rehearseNew')} />
    </Section>
  );
}

/** Opens one standalone, or like the gathering with this code. */
export function Rehearse({ label, like, small }: { label: string; like?: string; small?: boolean }) {
  return (
    <form method="post" action="/api/rehearsals">
      {like && <input type="hidden" name="like" value={like} />}
      <Button type="submit" icon="play" size={small ? 'small' : 'normal'}>
        {label}
      </Button>
    </form>
  );
}
