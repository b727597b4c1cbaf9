/** One thing of the office among others of its kind: its description, and its links. */
import type { ReactNode } from 'react';
import type { Say } from '@/i18n/say';
import { Button } from '@/ui/button';
import { Card } from '@/ui/surface';

type Props = { title: string; about: ReactNode; children: ReactNode };

export function OfficeCard({ title, about, children }: Props) {
  return (
    <li>
      <Card className="flex flex-wrap items-center justify-between gap-4">
        <div className="min-w-0">
          <p className="break-words font-bold text-lg">{title}</p>
          <p className="flex flex-wrap items-center gap-2 text-ink-soft text-sm">{about}</p>
        </div>
        <div className="flex flex-wrap gap-2">{children}</div>
      </Card>
    </li>
  );
}

/** The three surfaces of a gathering. */
export function HallWays({ say, code }: { say: Say; code: string }) {
  return (
    <>
      <Button href={`/regia/${code}`} kind="primary" size="small">
        {say('office.desk')}
      </Button>
      <Button href={`/muro/${code}`} size="small" icon="wall">
        {say('office.wall')}
      </Button>
      <Button href={`/i/${code}/entra`} size="small" icon="phone">
        {say('office.join')}
      </Button>
    </>
  );
}
