/** The devices and programs signed in to one's own account, and a way to sign each out. */
import type { Metadata } from 'next';
import { reader } from '@/app/_shared/page-reader';
import { Badge } from '@/ui/badge';
import { Card, Section } from '@/ui/surface';
import { Sure } from '../_shared/confirm-button';
import { entering, OfficePage } from '../_shared/office-page';
import { NewToken } from './new-token';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader(['office'])).say('entries.title') };
}

export default async function Page() {
  const entered = await entering('/ufficio/accessi', ['helper', 'facilitator', 'planner', 'owner'], 'own');
  const { window, identity, say, account, accountIn } = entered;
  const entries = window.entries(identity);
  const makes = account.role === 'planner' || account.role === 'owner';
  const streams = window
    .streams()
    .filter((row) => makes && !row.rehearsal && accountIn(row))
    .map((row) => ({
      code: row.code,
      title:
        row.kind === 'path'
          ? (window.path(row).about?.title ?? row.code)
          : window.gathering(row, 'public').title,
    }));
  return (
    <OfficePage entered={entered} title="entries.title" intro="entries.intro">
      <Section title={say('entries.devices', { n: entries.length })}>
        <ul className="grid gap-3">
          {entries.map(({ id, device, at, own }) => (
            <li key={id}>
              <Card className="flex flex-wrap items-center justify-between gap-4">
                <div className="min-w-0">
                  <p className="break-words font-bold text-lg">
                    {device || say('entries.unknown')} {own && <Badge>{say('entries.own')}</Badge>}
                  </p>
                  <p className="text-ink-soft text-sm">
                    {say('entries.since', { date: say.date(at), time: say.time(at) })}
                  </p>
                </div>
                {!own && (
                  <Sure
                    ask={say('entries.close')}
                    title={say('entries.closeTitle', { device: device || say('entries.unknown') })}
                    does={say('entries.close')}
                    address="/api/entries/close"
                    what={{ id }}
                  >
                    <p>{say('entries.closeWhat')}</p>
                  </Sure>
                )}
              </Card>
            </li>
          ))}
        </ul>
        <Sure
          ask={say('entries.closeOthers')}
          title={say('entries.closeOthersTitle')}
          does={say('entries.closeOthers')}
          address="/api/entries/close-others"
          what={{}}
        >
          <p>{say('entries.closeWhat')}</p>
        </Sure>
      </Section>
      {streams.length > 0 && (
        <Section title={say('tokens.title')} intro={say('tokens.intro')}>
          <NewToken streams={streams} />
        </Section>
      )}
    </OfficePage>
  );
}
