'use client';
/**
 * The reverse check: report rows nobody has linked, answered or set aside yet. Keys: j k to move, b p c r to decide.
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { useMayWrite, usePathDo } from '../path-commands';
import { usePath } from '@/client/hooks/path-provider';
import { toExamine } from '@/domain/programming/unanswered-items';
import type { Said } from '@/domain/programming/source-text';
import { nanoid } from 'nanoid';
import { shortened, TITLE_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { Disclosure } from '@/ui/disclosure';
import { EmptyState, Skeleton } from '@/ui/notice';
import { useRegister } from '../_shared/register';
import { useSaid, type Where } from '../_shared/source-lookup';
import { SourceLine } from '../_shared/source-line';
import { placeOf } from '../_shared/addresses';
import { LinkTo } from './link-target';
import { goTo } from '../_shared/path-router';

/** A decided row leaves the list and the next one appears: nobody needs hundreds on screen. */
const AT_ONCE = 20;

export function Examine({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const { all, where, ready } = useSaid();
  const list = useRef<HTMLUListElement>(null);
  const waiting = toExamine(path, all);
  const [most, setMost] = useState(AT_ONCE);
  const walk = (e: KeyboardEvent) => {
    const by = { j: 1, k: -1 }[e.key];
    if (!by || e.target instanceof HTMLInputElement) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
    const at = rows.findIndex((r) => r.contains(document.activeElement));
    rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
  };
  if (!ready) return <Skeleton label={say('planning.opening')} />;
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-ink-soft">{say('planning.examineIntro')}</p>
      {waiting.length === 0 && <EmptyState title={say('planning.allExamined')} />}
      <ul ref={list} onKeyDown={walk} className="grid gap-3">
        {waiting.slice(0, most).map((s) => (
          <Item key={s.ref} code={code} said={s} where={where(s.ref)} />
        ))}
      </ul>
      {waiting.length > most && (
        <Button className="justify-self-start" onClick={() => setMost(most + AT_ONCE)}>
          {say('planning.examineMore', { n: waiting.length - most })}
        </Button>
      )}
      <SetAside code={code} />
    </div>
  );
}

function Item({ code, said, where }: { code: string; said: Said; where: Where }) {
  const say = useSay();
  const may = useMayWrite();
  const ask = usePathDo();
  const tell = useTell();
  const needs = useRegister('need');
  const proposals = useRegister('proposal');
  const evidence = useRegister('evidence');
  const [linking, setLinking] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const make = (what: 'need' | 'proposal') => {
    const id = (what === 'need' ? needs : proposals).add({ title: shortened(said.text, TITLE_MAX) });
    if (!id || !evidence.add({ what, target: id, ref: said.ref })) return;
    tell(say(what === 'need' ? 'planning.needMade' : 'planning.proposalMade'), 'good');
  };
  const take = () => {
    if (!ask('takeRequest', { id: nanoid(14), ref: said.ref })) return;
    tell(say('planning.requestTaken'), 'good');
    goTo(placeOf(code, 'bisogni', 'richieste'));
  };
  const aside = () => {
    if (reason !== null && ask('setAside', { ref: said.ref, reason })) tell(say('planning.wasSetAside'));
  };
  const acts: Record<string, () => void> = {
    b: () => make('need'),
    p: () => make('proposal'),
    c: () => setLinking(true),
    r: take,
    x: () => setReason(''),
  };
  const keys = (e: KeyboardEvent) => {
    const act = may && e.target === e.currentTarget && !e.ctrlKey && !e.metaKey ? acts[e.key] : undefined;
    if (!act) return;
    e.preventDefault();
    act();
  };
  return (
    <li
      data-item
      // biome-ignore lint/a11y/noNoninteractiveTabindex: each row is walked with j and k and takes one-letter keys
      tabIndex={0}
      onKeyDown={keys}
      className="grid gap-2 rounded-xl border border-line bg-raised px-4 py-3 focus:border-accent"
    >
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <Badge tone="accent">{say.dynamic(`planning.source.${said.voice ?? 'item'}`)}</Badge>
        <p
          dir="auto"
          className="min-w-0 flex-[1_1_14rem] whitespace-pre-line wrap-anywhere text-lg leading-snug"
        >
          {said.text}
        </p>
      </div>
      <SourceLine code={code} refId={said.ref} where={where} />
      {may && (
        <div className="flex flex-wrap gap-2">
          <Act label={say('planning.makeNeed')} hint="b" onClick={() => make('need')} />
          <Act label={say('planning.makeProposal')} hint="p" onClick={() => make('proposal')} />
          <Act label={say('planning.linkTo')} hint="c" onClick={() => setLinking(true)} />
          <Act label={say('planning.takeRequest')} hint="r" onClick={take} />
          <Act label={say('planning.setAside')} hint="x" onClick={() => setReason('')} />
        </div>
      )}
      {reason !== null && (
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(e) => {
            e.preventDefault();
            aside();
          }}
        >
          <div className="flex-[1_1_16rem]">
            <TextInput
              autoFocus
              label={say('planning.setAsideWhy')}
              value={reason}
              onChange={(e) => setReason(e.target.value)}
            />
          </div>
          <Button type="submit">{say('planning.setAside')}</Button>
          <Button kind="plain" onClick={() => setReason(null)}>
            {say('planning.cancel')}
          </Button>
        </form>
      )}
      <LinkTo open={linking} onClose={() => setLinking(false)} refId={said.ref} />
    </li>
  );
}

const Act = ({ label, hint, onClick }: { label: string; hint: string; onClick: () => void }) => (
  <Button size="small" onClick={onClick} aria-keyshortcuts={hint}>
    {label} <kbd className="ml-1 rounded border border-edge px-1 font-normal text-xs">{hint}</kbd>
  </Button>
);

/** Rows set aside, with the reason: each can be restored. */
function SetAside({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const ask = usePathDo();
  const { where } = useSaid();
  const left = Object.entries(path.aside);
  if (left.length === 0) return null;
  return (
    <Disclosure title={say('planning.asideList', { n: left.length })}>
      <ul className="grid gap-2">
        {left.map(([ref, { reason }]) => (
          <li key={ref} className="grid gap-1 rounded-lg bg-sunken px-4 py-2">
            <p>{where(ref).said?.text}</p>
            <p className="text-sm">
              <b>{say('planning.why')}</b> {reason}
            </p>
            <SourceLine code={code} refId={ref} where={where(ref)} />
            {may && (
              <Button
                size="small"
                icon="undo"
                onClick={() => ask('takeBack', { ref })}
                className="justify-self-start"
              >
                {say('planning.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
