/** The office's accounts and their roles; invite, change, close. */
import type { Metadata } from 'next';
import { reader } from '@/app/_shared/page-reader';
import { Badge } from '@/ui/badge';
import { Card, Section } from '@/ui/surface';
import { entering, OfficePage } from '../_shared/office-page';
import { Invite } from '../invite';
import { AccountWays } from './account-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader(['office'])).say('people.title') };
}

const ROLES = ['helper', 'facilitator', 'planner', 'owner'] as const;

export default async function Page() {
  const entered = await entering('/ufficio/persone', ['facilitator', 'owner']);
  const { window, account, say } = entered;
  const owner = account.role === 'owner';
  const all = window.accounts().sort((a, b) => a.name.localeCompare(b.name, say.lang));
  const here = all.filter((a) => a.revokedAt === null);
  const streams = window
    .streams()
    .filter((s) => !s.rehearsal)
    .sort((a, b) => b.createdAt - a.createdAt)
    .map((row) => ({
      id: row.id,
      code: row.code,
      title:
        row.kind === 'path'
          ? (window.path(row).about?.title ?? row.code)
          : window.gathering(row, 'public').title,
    }));
  const titleOf = (id: string | null) => streams.find((s) => s.id === id)?.title;
  const gone = all.filter((a) => a.revokedAt !== null);
  return (
    <OfficePage entered={entered} title="people.title" intro={owner ? 'people.intro' : 'people.introHelpers'}>
      <Section title={say('people.invite')}>
        <Card>
          <Invite roles={owner ? ROLES : ['helper']} streams={streams} />
        </Card>
      </Section>
      <Section title={say('people.here', { n: here.length })}>
        <ul className="grid gap-3">
          {here.map((a) => (
            <li key={a.id}>
              <Card className="flex flex-wrap items-end justify-between gap-4">
                <div className="min-w-0">
                  <p className="break-words font-bold text-lg">
                    {a.name} {a.id === account.id && <Badge>{say('people.you')}</Badge>}
                  </p>
                  <p className="text-ink-soft text-sm">
                    {say.dynamic(`office.role.${a.role}`)} ·{' '}
                    {[
                      say('people.since', { date: say.date(a.createdAt) }),
                      a.scope && say('people.for', { title: titleOf(a.scope) ?? a.scope }),
                      a.endsAt && say('people.ends', { date: say.date(a.endsAt) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </div>
                {owner && <AccountWays id={a.id} name={a.name} role={a.role} />}
              </Card>
            </li>
          ))}
        </ul>
      </Section>
      {gone.length > 0 && (
        <Section title={say('people.gone')} intro={say('people.goneHint')}>
          <ul className="grid gap-1">
            {gone.map((a) => (
              <li key={a.id}>
                {a.name} · {say.dynamic(`office.role.${a.role}`)} ·{' '}
                {say('people.until', { date: say.date(a.revokedAt ?? 0) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </OfficePage>
  );
}
