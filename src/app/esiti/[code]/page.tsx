/** Che fine ha fatto? What became of what was said, with the reason, for whoever has the gathering's code. */
import { Ribbon } from '@/app/_page/ribbon';
import { inventedIn } from '@/domain/gathering/rehearsing';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LanguageForm } from '@/app/_page/language';
import { namedAfter } from '@/app/_page/named';
import { reader } from '@/app/_page/reader';
import type { GivenBack } from '@/domain/programming/given-back';
import { OUTCOMES } from '@/domain/programming/state';
import type { Say } from '@/i18n/say';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Wordmark } from '@/ui/mark';
import { EmptyState } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { citing } from './citing';
import { Proposal } from './proposal';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { say, window } = await reader(['harvest']);
  return namedAfter(window, (await params).code, say('fate.title'));
}

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { window, say, lang } = await reader(['common', 'record', 'harvest']);
  const row = window.find(code);
  if (!row) notFound();
  const paths = window.givenBack(row).filter((p) => p.title !== '');
  const gathering = row.kind === 'gathering' ? window.gathering(row, 'public') : null;
  const kind = (gathering && inventedIn(gathering)) ?? (paths.some((p) => p.demo) ? 'demo' : null);
  const cite = citing(window);
  return (
    <>
      <Ribbon say={say} kind={kind} />
      <main
        id="main"
        tabIndex={-1}
        lang={lang}
        className="mx-auto grid max-w-3xl grid-cols-1 gap-8 px-4 py-8 sm:px-5"
      >
        <a href="/" className="justify-self-start no-underline print:hidden">
          <Wordmark name={say('app.name')} />
        </a>
        <PageHeader over={gathering?.title} title={say('fate.title')} intro={say('fate.intro')} />
        {paths.length === 0 && <EmptyState title={say('fate.none')}>{say('fate.noneHow')}</EmptyState>}
        {paths.map((path) => (
          <OfPath key={path.title} say={say} path={path} several={paths.length > 1} cite={cite} />
        ))}
        {gathering && (
          <p className="flex flex-wrap gap-2 print:hidden">
            <Button href={`/atti/${row.code}`} icon="book">
              {say('fate.toRecord')}
            </Button>
          </p>
        )}
        <div className="print:hidden">
          <LanguageForm say={say} back={`/esiti/${row.code}`} />
        </div>
      </main>
    </>
  );
}

type OfPathProps = { say: Say; path: GivenBack; several: boolean; cite: ReturnType<typeof citing> };
function OfPath({ say, path, several, cite }: OfPathProps) {
  const told = path.proposals.filter((p) => p.outcome !== 'da_esaminare').length;
  const byOutcome = [...OUTCOMES.slice(1), OUTCOMES[0]];
  return (
    <>
      {several && <h2 className="text-2xl">{path.title}</h2>}
      <p className="text-lg">
        {say('fate.soFar', { n: told, of: path.proposals.length, title: path.title })}{' '}
        {path.promoter && (
          <span className="text-ink-soft">{say('fate.by', { promoter: path.promoter })}</span>
        )}
      </p>
      {byOutcome.map((outcome) => {
        const proposals = path.proposals.filter((p) => p.outcome === outcome);
        if (proposals.length === 0) return null;
        return (
          <Section key={outcome} title={say(`fate.${outcome}`)} aside={String(proposals.length)}>
            <ul className="grid gap-3">
              {proposals.map((p) => (
                <Proposal key={p.id} say={say} proposal={p} cite={cite} />
              ))}
            </ul>
          </Section>
        );
      })}
      {path.requests.length > 0 && (
        <Section title={say('fate.requests')}>
          <ul className="grid gap-3">
            {path.requests.map((r) => (
              <li key={r.id} className="grid gap-1.5 rounded-xl border border-line bg-raised px-4 py-3">
                <p dir="auto" className="whitespace-pre-line wrap-anywhere">
                  {r.text}
                </p>
                <p className="flex flex-wrap items-center gap-x-2">
                  {r.answer === null ? (
                    <Badge icon="clock">{say('fate.unanswered')}</Badge>
                  ) : (
                    <>
                      <Badge
                        tone={r.answer === 'no' ? 'bad' : 'good'}
                        icon={r.answer === 'si' ? 'check' : r.answer === 'no' ? 'close' : 'calendar'}
                      >
                        {r.answer === 'quando' ? r.when : say(`fate.answer.${r.answer}`)}
                      </Badge>
                      <span>{r.reason}</span>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {path.tables.length > 0 && (
        <Section title={say('fate.tables', { year: String(path.programmingYear) })}>
          <ul className="grid gap-2">
            {path.tables.map((t) => (
              <li key={t.id}>
                {t.before.length > 0 && (
                  <span className="text-ink-soft">
                    {t.before.join(' + ')} <span aria-hidden="true">→</span>
                    <span className="sr-only">{say('fate.became')}</span>{' '}
                  </span>
                )}
                <b>{t.name}</b>
                {t.object && <span>: {t.object}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
