'use client';
/** What is withheld, and hiding a text after the fact with a reason: never deleting, never editing (E22, E23, I10). */
import { useState } from 'react';
import { useDo } from '@/app/_page/answers';
import { useView } from '@/client/provider';
import { HIDING_REASONS, noteNumber, topicNumber } from '@/domain/gathering/state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Select } from '@/ui/field';
import { EmptyState } from '@/ui/notice';
import { Card, Section } from '@/ui/surface';

type Thing = { what: 'note' | 'topic'; id: string; number: string; text: string };

export function Withheld() {
  const say = useSay();
  const ask = useDo();
  const view = useView();
  const [hiding, setHiding] = useState<Thing | null>(null);
  const [reason, setReason] = useState<(typeof HIDING_REASONS)[number]>('dato_personale');
  const notes = Object.values(view.notes).filter((n) => !n.withdrawn);
  const asThing = (n: (typeof notes)[number]): Thing => ({
    what: 'note',
    id: n.id,
    number: noteNumber(view.topics[n.topic]?.n ?? 0, n.n),
    text: n.text,
  });
  const hidden = [
    ...Object.values(view.topics)
      .filter((t) => t.hidden)
      .map((t) => ({
        thing: { what: 'topic' as const, id: t.id, number: topicNumber(t.n), text: t.title },
        hidden: t.hidden,
      })),
    ...notes.filter((n) => n.hidden).map((n) => ({ thing: asThing(n), hidden: n.hidden })),
  ];
  const recent = notes
    .filter((n) => !n.hidden)
    .sort((a, b) => b.at - a.at)
    .slice(0, 8);
  return (
    <Section title={say('desk.withheld')} intro={say('desk.withheldHint')}>
      <ul className="grid gap-2">
        {hidden.map(({ thing, hidden: why }) => (
          <li key={thing.id}>
            <Card className="flex flex-wrap items-center justify-between gap-3">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2">
                  <b>{thing.number}</b>
                  <Badge tone="warn" icon="hide">
                    {say.dynamic(`desk.reason.${why?.reason ?? 'altro'}`)}
                  </Badge>
                  {why?.flagged && <span className="text-ink-soft text-sm">{say('desk.flagged')}</span>}
                </p>
                <p>{thing.text}</p>
              </div>
              <Button
                size="small"
                icon="eye"
                onClick={() => ask('restoreText', { what: thing.what, id: thing.id, reason: '' })}
              >
                {say('desk.restore')}
              </Button>
            </Card>
          </li>
        ))}
      </ul>
      {hidden.length === 0 && <p className="text-ink-soft">{say('desk.nothingWithheld')}</p>}
      <h3 className="mt-2 text-lg">{say('desk.recent')}</h3>
      {recent.length === 0 && <EmptyState title={say('desk.noNotes')} />}
      <ul className="grid gap-2 lg:grid-cols-2">
        {recent.map((n) => (
          <li
            key={n.id}
            className="flex items-start justify-between gap-3 rounded-lg border border-line bg-raised px-4 py-3"
          >
            <p className="min-w-0">
              <b className="mr-2">{noteNumber(view.topics[n.topic]?.n ?? 0, n.n)}</b>
              {n.text}
            </p>
            <Button size="small" kind="plain" icon="hide" onClick={() => setHiding(asThing(n))}>
              {say('desk.hide')}
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
    </Section>
  );
}
