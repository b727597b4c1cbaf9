'use client';
/** Quotations: up to three starred ones for each code, and contrary ones. */
import { usePath } from '@/client/hooks/path-provider';
import { counts } from '@/domain/programming/analysis';
import { contrastQuotes, type Quote, starredQuotes } from '@/domain/programming/quotations';
import { useSay } from '@/i18n/words';
import { Section } from '@/ui/surface';
import { wordsAddress } from '../_shared/addresses';
import { useOrigin, useSectorName } from '../_reading/names';
import { CodeLink } from './code-link';
import { Under } from './figures';
import type { ViewProps } from './view';

export function Quotations({ code, said, coded }: ViewProps) {
  const say = useSay();
  const path = usePath();
  const found = counts(coded);
  const starred = found.rows.flatMap((r) => {
    const quotes = starredQuotes(path, said, r.code);
    return quotes.length > 0 ? [{ code: r.code, quotes }] : [];
  });
  const against = contrastQuotes(path, said);
  return (
    <>
      <Under n={found.n} unit={found.unit} />
      <Section title={say('analysis.starred')} intro={say('analysis.starredHint')}>
        {starred.length === 0 && <p className="text-ink-soft">{say('analysis.noStarred')}</p>}
        <div className="grid gap-5 lg:grid-cols-2 print:block print:space-y-5">
          {starred.map((s) => (
            <section key={s.code} className="grid content-start gap-2 print:block print:space-y-2">
              <h3 className="font-bold">
                <CodeLink path={code} id={s.code} />
              </h3>
              <QuoteList code={code} quotes={s.quotes} />
            </section>
          ))}
        </div>
      </Section>
      <Section
        title={say('analysis.contrast')}
        intro={say('analysis.contrastHint')}
        aside={say('analysis.quotesN', { n: against.length })}
      >
        {against.length === 0 && <p className="text-ink-soft">{say('analysis.noContrast')}</p>}
        <div className="lg:columns-2 lg:gap-5">
          <QuoteList code={code} quotes={against} />
        </div>
      </Section>
    </>
  );
}

function QuoteList({ code, quotes }: { code: string; quotes: readonly Quote[] }) {
  const say = useSay();
  const [origin, sector] = [useOrigin(), useSectorName()];
  return (
    <ul className="grid gap-2 print:block print:space-y-2">
      {quotes.map((q) => (
        <li key={q.coding} className="break-inside-avoid rounded-lg border border-line bg-raised px-4 py-3">
          <blockquote className="wrap-anywhere">«{q.quote}»</blockquote>
          <p className="flex flex-wrap items-baseline gap-x-2 text-ink-soft text-sm">
            <a
              href={wordsAddress(code, q.ref)}
              className="-my-2 inline-flex min-h-11 items-center font-semibold"
            >
              {q.said.cite || say(`reading.kind.${q.said.kind}`)}
              <span className="sr-only">, {say('planning.toWords')}</span>
            </a>
            <span className="min-w-0">{origin(q.said, true)}</span>
            {q.said.sector && <span>{sector(q.said.sector)}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
