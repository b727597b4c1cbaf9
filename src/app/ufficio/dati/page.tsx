/** Personal data: retention of labels, the end date for each gathering, and a way to remove a person's. */
import type { Metadata } from 'next';
import { reader } from '@/app/_shared/page-reader';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/notice';
import { Card, Section } from '@/ui/surface';
import { OfficeCard } from '../_shared/office-card';
import { entering, OfficePage } from '../_shared/office-page';
import { ConfirmDate } from './confirm-date';
import { KeepFor } from './keep-for';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader(['office'])).say('care.title') };
}

export default async function Page() {
  const entered = await entering('/ufficio/dati', ['planner', 'owner']);
  const { window, account, say } = entered;
  const days = window.retentionDays();
  const gatherings = window.keeping();
  const leap = window.clockLeap();
  return (
    <OfficePage entered={entered} title="care.title" intro="care.intro">
      {leap && <ConfirmDate {...leap} may={account.role === 'owner'} />}
      <Section title={say('care.howLong')}>
        <Card className="grid gap-3">
          <p>{say('care.days', { n: days })}</p>
          {account.role === 'owner' && <KeepFor days={days} />}
        </Card>
      </Section>
      <Section title={say('care.gatherings')} intro={say('care.gatheringsHint')}>
        {gatherings.length === 0 && <EmptyState title={say('office.noGatherings')} />}
        <ul className="grid gap-3">
          {gatherings.map((g) => (
            <OfficeCard
              key={g.code}
              title={g.title}
              about={`${say('care.kept', { n: g.people })} · ${
                g.people === 0
                  ? say('care.gone')
                  : g.goesAt === null
                    ? say('care.demo')
                    : say('care.goes', { date: say.date(g.goesAt) })
              }`}
            >
              <Button href={`/ufficio/dati/${g.code}`} size="small" icon="people">
                {say('care.people')}
              </Button>
              <Button href={`/regia/${g.code}#da-togliere`} size="small" icon="hide">
                {say('care.texts')}
              </Button>
            </OfficeCard>
          ))}
        </ul>
      </Section>
    </OfficePage>
  );
}
