/** The office's rehearsals: where one practises the evening before, apart from the gatherings that are true. */
import type { Say } from '@/i18n/say';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/surface';

export type RehearsalCard = { code: string; title: string; people: number };

export function Rehearsals({ say, rehearsals }: { say: Say; rehearsals: readonly RehearsalCard[] }) {
  return (
    <Section title={say('office.rehearsals')} intro={say('office.rehearsalsIntro')}>
      <ul className="grid gap-3 empty:hidden">
        {rehearsals.map((r) => (
          <li key={r.code}>
            <Card className="flex flex-wrap items-center justify-between gap-4">
              <div className="min-w-0">
                <p className="font-bold text-lg">{r.title}</p>
                <p className="flex flex-wrap items-center gap-2 text-ink-soft text-sm">
                  <Badge tone="warn">{say('rehearsal.ribbon')}</Badge>
                  <span className="font-bold tracking-wider">{r.code}</span>
                  <span>{say('office.rehearsalPeople', { n: r.people })}</span>
                </p>
              </div>
              <div className="flex flex-wrap gap-2">
                <Button href={`/regia/${r.code}`} kind="primary" size="small">
                  {say('office.desk')}
                </Button>
                <Button href={`/muro/${r.code}`} size="small" icon="wall">
                  {say('office.wall')}
                </Button>
                <Button href={`/i/${r.code}/entra`} size="small" icon="phone">
                  {say('office.join')}
                </Button>
              </div>
            </Card>
          </li>
        ))}
      </ul>
      <Rehearse label={say('office.rehearseNew')} />
    </Section>
  );
}

/** Opens one by itself, or like the gathering with this code. */
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
