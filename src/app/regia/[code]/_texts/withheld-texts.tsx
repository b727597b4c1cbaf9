'use client';
/** Withheld texts, and hiding one after the fact with a reason: never deleting, never editing (E22, E23, I10). */
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useView, useWritten } from '@/client/hooks/gathering-provider';
import { HIDING_REASONS } from '@/domain/gathering/state/hidden';
import { seeking } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Dialog } from '@/ui/dialog';
import { Select } from '@/ui/field';
import { EmptyState, Skeleton } from '@/ui/notice';
import { SearchField } from '@/ui/search-field';
import { Card, Section } from '@/ui/surface';
import { useTapGuard } from '@/ui/tap-guard';
import { Clearing } from './text-erasure';
import { type HideableThing, hideableTexts } from './hideable-texts';

/** Maximum number at once: people who look for one text type more of it. */
const LATEST = 8;
const FOUND = 40;

export function Withheld({ mayClear }: { mayClear: boolean }) {
  const say = useSay();
  const ask = useDeskDo();
  const view = useView();
  const [clearing, setClearing] = useState<HideableThing | null>(null);
  const [hiding, setHiding] = useState<HideableThing | null>(null);
  const [reason, setReason] = useState<(typeof HIDING_REASONS)[number]>('dato_personale');
  const [sought, seek] = useState('');
  const known = useWritten();
  const all = hideableTexts(view);
  const hidden = all.filter((t) => t.hidden);
  // A restored text leaves its place to the next one, which a second tap would show to everybody.
  const guard = useTapGuard(hidden.map((t) => t.thing.id).join());
  const fits = seeking(sought);
  const standing = all
    .filter((t) => !t.hidden && t.thing.text !== '')
    .filter(({ thing }) => fits(`${thing.number} ${thing.text}`))
    .sort((a, b) => b.at - a.at);
  const listed = standing.slice(0, sought ? FOUND : LATEST);
  return (
    <Section id="da-togliere" title={say('desk.withheld')} intro={say('desk.withheldHint')}>
      <ul {...guard} className={cx('grid gap-2', guard.className)}>
        {hidden.map(({ thing, hidden: why }) => (
          <li key={`${thing.what}${thing.id}`}>
            <Card className="flex flex-wrap items-center justify-between gap-3">
              <div className="min-w-0 flex-[1_1_15rem]">
                <p className="flex flex-wrap items-center gap-2">
                  <b>{thing.number}</b>
                  <Badge tone="warn" icon="hide">
                    {say.dynamic(`desk.reason.${why?.reason ?? 'altro'}`)}
                  </Badge>
                  {why?.flagged && <span className="text-ink-soft text-sm">{say('desk.flagged')}</span>}
                </p>
                <p>{thing.text}</p>
              </div>
              {why?.cleared ? (
                <p className="text-ink-soft text-sm">{say('desk.cleared')}</p>
              ) : (
                <div className="flex flex-wrap gap-2">
                  <Button
                    size="small"
                    icon="eye"
                    onClick={() => ask('restoreText', { what: thing.what, id: thing.id, reason: '' })}
                  >
                    {say('desk.restore')}
                  </Button>
                  {why?.flagged && (
                    <Button
                      size="small"
                      icon="eye"
                      onClick={() => ask('restoreFlagged', { what: thing.what, id: thing.id })}
                    >
                      {say('desk.undoFlags')}
                    </Button>
                  )}
                  {mayClear && (
                    <Button size="small" kind="danger" onClick={() => setClearing(thing)}>
                      {say('desk.clear')}
                    </Button>
                  )}
                </div>
              )}
            </Card>
          </li>
        ))}
      </ul>
      {known && hidden.length === 0 && <p className="text-ink-soft">{say('desk.nothingWithheld')}</p>}
      <h3 className="mt-2 text-lg">{say('desk.recent')}</h3>
      <SearchField
        label={say('desk.search')}
        placeholder={say('desk.search')}
        value={sought}
        onText={seek}
        clearLabel={say('board.clear')}
        {...(sought && known ? { found: say('desk.found', { n: standing.length }) } : {})}
      />
      {!known && <Skeleton label={say('loading')} lines={4} />}
      {known && listed.length === 0 && !sought && <EmptyState title={say('desk.noNotes')} />}
      <ul className="grid gap-2 lg:grid-cols-2">
        {listed.map(({ thing }) => (
          <li
            key={`${thing.what}${thing.id}`}
            className="flex flex-wrap items-start justify-between gap-3 rounded-lg border border-line bg-raised px-4 py-3"
          >
            <p className="min-w-0 flex-[1_1_9rem]">
              <b className="mr-2">{thing.number}</b>
              {thing.text}
            </p>
            <Button
              size="small"
              kind="plain"
              icon="hide"
              className="shrink-0"
              onClick={() => setHiding(thing)}
            >
              {say('desk.hide')}
              <span className="sr-only">{thing.number}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        open={hiding !== null}
        onClose={() => setHiding(null)}
        title={say('desk.hideTitle', { number: hiding?.number ?? '' })}
        closeLabel={say('close')}
        actions={
          <Button
            kind="danger"
            onClick={() =>
              hiding && ask('hideText', { what: hiding.what, id: hiding.id, reason }) && setHiding(null)
            }
          >
            {say('desk.hide')}
          </Button>
        }
      >
        <p className="mb-4">{hiding?.text}</p>
        <Select
          label={say('desk.hideReason')}
          hint={say('desk.hideReasonHint')}
          value={reason}
          onChange={(e) => setReason(e.target.value as typeof reason)}
          options={HIDING_REASONS.map((r) => ({ value: r, label: say.dynamic(`desk.reason.${r}`) }))}
        />
      </Dialog>
      {mayClear && <Clearing thing={clearing} onClose={() => setClearing(null)} />}
    </Section>
  );
}
