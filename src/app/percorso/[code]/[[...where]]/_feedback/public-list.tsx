'use client';
/** Everything of the path that could be public: drafts and published ones, many at once; and the publishing history. */
import { useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import {
  publicWords,
  type PublicWords,
  publishables,
  type Publishable,
} from '@/domain/programming/public-words';
import { changedSince, publishedKey, publishedOf } from '@/domain/programming/publication';
import { useSay } from '@/i18n/words';
import { openLicence } from '@/reports/licences';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Disclosure } from '@/ui/disclosure';
import { EmptyState } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { previewOf, PublicBadge, PublishDialog, WithdrawDialog } from '../_shared/publication-state';

const SHOWN = ['draft', 'changed', 'published'] as const;
type Shown = (typeof SHOWN)[number];

export const nameOfWords = (words: PublicWords): string => {
  switch (words.what) {
    case 'request':
      return words.text;
    case 'goal':
      return `${words.code} ${words.statement}`;
    case 'table':
      return words.name;
    default:
      return words.title;
  }
};

export function PublicList({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const [only, setOnly] = useState<Shown>('draft');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<'publish' | 'withdraw' | null>(null);
  const all = publishables(path).flatMap(({ what, id }) => {
    const words = publicWords(path, what, id);
    const published = publishedOf(path, what, id);
    const state: Shown = !published ? 'draft' : changedSince(path, published) ? 'changed' : 'published';
    return words ? [{ what, id, key: publishedKey(what, id), name: nameOfWords(words), state }] : [];
  });
  const shown = all.filter((t) => t.state === only);
  const things = shown.filter((t) => picked.has(t.key)).map(({ what, id }) => ({ what, id }));
  const toggle = (key: string) => {
    const next = new Set(picked);
    if (!next.delete(key)) next.add(key);
    setPicked(next);
  };
  const every = shown.length > 0 && shown.every((t) => picked.has(t.key));
  const close = () => setOpen(null);
  const done = () => setPicked(new Set());
  return (
    <Section title={say('planning.whatIsPublic')} intro={say('planning.whatIsPublicHow')}>
      <ChoicePills
        legend={say('planning.filter')}
        legendHidden
        value={only}
        onValue={(v) => {
          setOnly(v);
          done();
        }}
        choices={SHOWN.map((s) => ({
          value: s,
          label: `${say(`planning.public.${s}`)} ${all.filter((t) => t.state === s).length}`,
        }))}
      />
      {shown.length === 0 ? (
        <EmptyState title={say('planning.noMatch')} />
      ) : (
        <>
          {may && (
            <div className="flex flex-wrap items-center gap-2">
              <Button
                size="small"
                onClick={() => setPicked(every ? new Set() : new Set(shown.map((t) => t.key)))}
              >
                {say(every ? 'planning.pickNone' : 'planning.pickAll', { n: shown.length })}
              </Button>
              {things.length > 0 && (
                <>
                  <Button
                    size="small"
                    kind={only === 'published' ? 'quiet' : 'primary'}
                    icon="out"
                    onClick={() => setOpen('publish')}
                  >
                    {only === 'published'
                      ? say('planning.republish')
                      : say('planning.publishMany', { n: things.length })}
                  </Button>
                  {only !== 'draft' && (
                    <Button size="small" icon="hide" onClick={() => setOpen('withdraw')}>
                      {say('planning.withdrawMany', { n: things.length })}
                    </Button>
                  )}
                  <a
                    href={previewOf(code, things)}
                    target="_blank"
                    rel="noopener"
                    className="inline-flex min-h-11 items-center underline"
                  >
                    {say('planning.previewAll')}
                  </a>
                </>
              )}
            </div>
          )}
          <ul className="grid divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised">
            {shown.map((t) => (
              <li key={t.key}>
                <label className="flex min-h-12 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-accent-soft/40">
                  <input
                    type="checkbox"
                    className="size-5 shrink-0 accent-accent"
                    disabled={!may}
                    checked={picked.has(t.key)}
                    onChange={() => toggle(t.key)}
                  />
                  <Kind what={t.what} />
                  <span dir="auto" className="min-w-0 flex-[1_1_16rem] wrap-anywhere">
                    {t.name}
                  </span>
                  {t.state !== 'draft' && <PublicBadge what={t.what} id={t.id} />}
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
      <Trail />
      <PublishDialog open={open === 'publish'} onClose={close} onDone={done} {...{ code, things }} />
      <WithdrawDialog open={open === 'withdraw'} onClose={close} onDone={done} things={things} />
    </Section>
  );
}

function Kind({ what }: { what: Publishable }) {
  const say = useSay();
  return <Badge>{say(`planning.publicKind.${what}`)}</Badge>;
}

/** The publishing history, newest first: nothing of it is ever overwritten. */
function Trail() {
  const say = useSay();
  const path = usePath();
  const steps = Object.values(path.publications).sort((a, b) => b.seq - a.seq);
  if (steps.length === 0) return null;
  return (
    <Disclosure title={say('planning.publicTrail', { n: steps.length })}>
      <ol className="grid gap-2 border-line border-l-2 pl-4">
        {steps.map((p) => (
          <li key={p.id} className="text-sm">
            <span className="text-ink-soft tabular-nums">
              {say.date(p.at, 'short')} {say.time(p.at)}
            </span>{' '}
            {say(`planning.publicStep.${p.kind}`, { n: p.things.length })}
            {p.body && ` · ${p.body}`}
            {openLicence(p.licence) && ` · ${openLicence(p.licence)?.short}`}
            {p.reason && ` · ${p.reason}`}
            {p.reverted && ` · ${say('planning.publicReverted')}`}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
