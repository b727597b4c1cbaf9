/** The day's common results: action groups and closing words. */
import { Typed } from '@/app/_shared/prose';
import type { Programme } from '@/domain/gathering/state/format';
import type { Say } from '@/i18n/say';
import type { GatheringExport } from '@/reports/gathering-json';
import { Badge } from '@/ui/badge';
import { Section } from '@/ui/surface';

type Props = { say: Say; book: GatheringExport };

export function ActionGroups({ say, book }: Props) {
  const waiting = book.clusters.filter((c) => !book.actionGroups.some((a) => a.cluster === c.name));
  if (book.actionGroups.length === 0 && waiting.length === 0) return null;
  return (
    <Section id="azioni" title={say('record.actions')}>
      <ul className="grid gap-5">
        {book.actionGroups.map((a) => (
          <li key={a.number} id={a.number} className="grid scroll-mt-6 gap-1">
            <p className="flex flex-wrap items-center gap-3 font-semibold text-lg">
              <a
                href={`#${a.number}`}
                aria-label={say('record.cite', { id: a.number })}
                className="inline-flex min-h-11 min-w-11 items-center text-accent print:min-h-0"
              >
                {a.number}
              </a>
              {a.title ?? say('record.hiddenTitle')}
              {a.status !== 'open' && <Badge>{say.dynamic(`actions.${a.status}`)}</Badge>}
            </p>
            {a.what && <Typed text={a.what} />}
            <dl className="grid gap-x-4 text-sm sm:grid-cols-[12rem_1fr]">
              {(
                [
                  ['record.begins', a.initiator ?? say('actions.nobody')],
                  ['record.joined', a.joined.map((x) => x ?? say('record.somebody')).join(', ')],
                  ['actions.resources', a.resources],
                  ['actions.byWhen', a.byWhen],
                  ['actions.next', a.nextStep],
                  ['record.bornFrom', [a.cluster, a.topic].filter(Boolean).join(' · ')],
                ] as const
              ).map(
                ([key, value]) =>
                  value && (
                    <div key={key} className="contents">
                      <dt className="text-ink-soft">{say(key)}</dt>
                      <dd>{value}</dd>
                    </div>
                  ),
              )}
            </dl>
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <p className="text-ink-soft">
          {say('record.withoutAction', { names: waiting.map((c) => c.name).join(', ') })}
        </p>
      )}
    </Section>
  );
}

/** In a meeting of prompts: the ideas to each, speakers, handouts, minutes. */
export function Ideas({ say, book, programme }: Props & { programme: Programme }) {
  const { ideas } = book;
  const asked = [...new Set([...programme.prompts.map((p) => p.text), ...ideas.map((i) => i.prompt)])];
  return (
    <>
      {asked.map((prompt) => {
        const said = ideas.filter((i) => i.prompt === prompt);
        return (
          <Section
            key={prompt ?? ''}
            title={prompt ?? say('record.otherIdeas')}
            aside={say('record.ideaCount', { n: said.length })}
          >
            <ul className="grid gap-2.5">
              {said.map((i) => (
                <li key={i.number} id={i.number} className="grid scroll-mt-6 grid-cols-[4rem_1fr] gap-2">
                  <a
                    href={`#${i.number}`}
                    aria-label={say('record.cite', { id: i.number })}
                    className="min-h-11 pt-0.5 text-accent text-sm tabular-nums print:min-h-0"
                  >
                    {i.number}
                  </a>
                  {i.text === null ? (
                    <p className="min-w-0 text-ink-soft italic">{say('record.hiddenVersion')}</p>
                  ) : (
                    <Typed
                      text={i.text}
                      after={
                        i.origin === 'carta' && (
                          <span className="ms-2 text-ink-soft text-sm">{say('record.origin.carta')}</span>
                        )
                      }
                    />
                  )}
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
      {programme.speakers.length > 0 && (
        <Section title={say('record.speakers')}>
          <p>{programme.speakers.join(' · ')}</p>
        </Section>
      )}
      {programme.materials.length > 0 && (
        <Section title={say('record.materials')}>
          <ul className="list-disc pl-6">
            {programme.materials.map((m) => (
              <li key={m.id}>
                {m.href ? (
                  <a href={m.href} className="underline">
                    {m.title}
                  </a>
                ) : (
                  m.title
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {programme.minutes && (
        <Section title={say('record.minutes')}>
          <div className="max-w-prose">
            <Typed text={programme.minutes} above={2} />
          </div>
        </Section>
      )}
    </>
  );
}

export function LastWords({ say, book }: Props) {
  if (book.closingWords.length === 0) return null;
  return (
    <Section title={say('record.words')}>
      <p className="text-lg leading-loose">{book.closingWords.map((w) => w.text).join(' · ')}</p>
    </Section>
  );
}

/** Anyone who holds a copy of the data can compute the fingerprint again. */
export function Seal({ say, book }: Props) {
  const { frozen, timezone } = book.gathering;
  if (!frozen) return null;
  return (
    <Section id="sigillo" title={say('record.seal')}>
      <p className="break-all">
        {say('record.frozen', {
          date: say.date(Date.parse(frozen.at ?? ''), 'long', timezone),
          hash: frozen.hash,
        })}
      </p>
      <p className="max-w-prose text-ink-soft text-sm">{say('record.check', { n: frozen.upTo })}</p>
      <code className="text-sm">npm run -s cerchi -- verify</code>
    </Section>
  );
}
