'use client';
/** An overview of the path: people's words, their results, and the work still waiting. */
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { PageHeader, Section } from '@/ui/surface';
import { placeOf } from '../_shared/addresses';
import type { ScreenProps } from '../places';
import { Chain } from './chain';
import { Inheritance } from './inheritance';
import { Settings } from './settings';
import { Timeline } from './timeline';

export function Overview({ code, rest }: ScreenProps) {
  const say = useSay();
  const path = usePath();
  const about = path.about;
  if (!about) return null;
  if (rest[0] === 'impostazioni') return <Settings code={code} />;
  const goals = standingOnes(path.goals);
  const years = { year: String(about.year), programmingYear: String(about.programmingYear) };
  return (
    <>
      <PageHeader
        over={[about.promoter, about.body, about.method].filter(Boolean).join(' · ')}
        title={about.title}
        intro={say('planning.year', years)}
        actions={
          <Button href={placeOf(code, 'quadro', 'impostazioni')} size="small" icon="settings">
            {say('planning.settings')}
          </Button>
        }
      />
      <Chain code={code} />
      <Inheritance code={code} />
      <div className="grid gap-8 lg:grid-cols-2 print:block print:space-y-8">
        <Section title={say('planning.pathObjectives')} className="content-start">
          <ol className="grid gap-3">
            {about.objectives.map((text, i) => (
              <li key={text} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2">
                <b className="text-accent text-xl leading-snug">{i + 1}</b>
                <span>
                  {text}
                  <span className="block text-ink-soft text-sm">
                    {say('planning.goalsCount', {
                      n: goals.filter((g) => g.objective === i + 1).length,
                      year: years.programmingYear,
                    })}
                  </span>
                </span>
              </li>
            ))}
          </ol>
        </Section>
        <Section title={say('planning.phases')}>
          <Timeline code={code} />
        </Section>
      </div>
      <Texts />
    </>
  );
}

/** The path's description of itself, for newcomers. */
function Texts() {
  const say = useSay();
  const path = usePath();
  const about = path.about;
  if (!about || (!about.intro && !about.pact && about.municipalities.length === 0)) return null;
  return (
    <div className="grid gap-8 lg:grid-cols-2 print:block print:space-y-8">
      {about.intro && (
        <Section title={say('planning.intro')}>
          <p className="max-w-prose whitespace-pre-line">{about.intro}</p>
        </Section>
      )}
      {about.pact && (
        <Section title={say('planning.pact')}>
          <p className="max-w-prose whitespace-pre-line">{about.pact}</p>
        </Section>
      )}
      {about.municipalities.length > 0 && (
        <Section title={say('planning.municipalities')}>
          <p className="max-w-prose">{about.municipalities.join(', ')}</p>
        </Section>
      )}
    </div>
  );
}
