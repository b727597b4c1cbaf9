'use client';
/** "Bozza" or "pubblicato": the state of each thing towards the public, and the step to change it. */
import { nanoid } from 'nanoid';
import { type FormEvent, useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { useDraft } from '@/client/hooks/gathering-provider';
import { usePath } from '@/client/hooks/path-provider';
import { publicWords, type PublicWords, type Publishable } from '@/domain/programming/public-words';
import {
  changedSince,
  proposedLicence,
  publishedOf,
  type PublicationTarget,
} from '@/domain/programming/publication';
import type { Licence, Path } from '@/domain/programming/state';
import { LINE_MAX, TITLE_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Select, TextInput } from '@/ui/field';
import { TextArea } from '@/ui/text-area';
import { usePathDo, useMayWrite } from '../path-commands';
import { useLicences } from './field-options';

const today = (): string => {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
/** The body named last: it is mostly the same one. */
const lastBody = (path: Path): string =>
  Object.values(path.publications).findLast((p) => p.body !== '')?.body ?? path.about?.body ?? '';

export const previewOf = (code: string, things: readonly PublicationTarget[]): string =>
  `/esiti/${code}?anteprima=${things.map((t) => `${t.what}/${t.id}`).join(',')}`;

export function PublicBadge({ what, id }: { what: Publishable; id: string }) {
  const say = useSay();
  const path = usePath();
  const published = publishedOf(path, what, id);
  if (!published) return <Badge icon="hide">{say('planning.draft')}</Badge>;
  return (
    <>
      <Badge tone="good" icon="eye">
        {say('planning.published', { date: say.date(published.date), body: published.body })}
      </Badge>
      {changedSince(path, published) && (
        <Badge tone="warn" icon="edit">
          {say('planning.changedSince')}
        </Badge>
      )}
    </>
  );
}

/** The two steps of one thing. */
export function PublishOne({ code, what, id }: { code: string; what: Publishable; id: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const [open, setOpen] = useState<'publish' | 'withdraw' | null>(null);
  if (!may) return null;
  const published = publishedOf(path, what, id);
  const things: PublicationTarget[] = [{ what, id }];
  return (
    <>
      {(!published || changedSince(path, published)) && (
        <Button size="small" icon="out" onClick={() => setOpen('publish')} className="print:hidden">
          {say(published ? 'planning.publishAgain' : 'planning.publish')}
        </Button>
      )}
      {published && (
        <Button size="small" icon="hide" onClick={() => setOpen('withdraw')} className="print:hidden">
          {say('planning.withdraw')}
        </Button>
      )}
      <PublishDialog open={open === 'publish'} onClose={() => setOpen(null)} {...{ code, things }} />
      <WithdrawDialog open={open === 'withdraw'} onClose={() => setOpen(null)} things={things} />
    </>
  );
}

type DialogProps = {
  open: boolean;
  onClose: () => void;
  things: readonly PublicationTarget[];
  onDone?: () => void;
};

export function PublishDialog({ code, ...props }: DialogProps & { code: string }) {
  const say = useSay();
  const title = say('planning.publishTitle', { n: props.things.length });
  return (
    <Dialog wide open={props.open} onClose={props.onClose} title={title} closeLabel={say('close')}>
      <PublishForm code={code} {...props} />
    </Dialog>
  );
}

function PublishForm({ code, things, onClose, onDone }: DialogProps & { code: string }) {
  const say = useSay();
  const path = usePath();
  const ask = usePathDo();
  const tell = useTell();
  const [first] = things;
  const only = things.length === 1 && first ? publicWords(path, first.what, first.id) : null;
  const [body, setBody, forget] = useDraft(`planning:publish-body-${code}`, lastBody(path));
  const [date, setDate] = useState(today);
  const [licence, setLicence] = useState<Licence>(() => proposedLicence(path, things));
  const licences = useLicences();
  const [text, setText] = useState(only?.what === 'request' ? only.text : '');
  const publish = (e: FormEvent) => {
    e.preventDefault();
    const id = nanoid(14);
    const own = only?.what === 'request' && text !== only.text ? { text } : {};
    const all = things.map(({ what, id: of }) => ({ what, id: of, ...own }));
    if (!ask('publishThings', { id, things: all, body, date, licence })) return;
    forget();
    tell(say('planning.publishedNow', { n: things.length }), 'good', {
      label: say('planning.undo'),
      onUndo: () => ask('revertPublication', { id }),
    });
    onClose();
    onDone?.();
  };
  return (
    <form onSubmit={publish} className="grid gap-4">
      {only && only.what !== 'request' && <PublicPreview words={only} />}
      {only?.what === 'request' && (
        <TextArea
          label={say('planning.publicText')}
          hint={say('planning.publicTextHint')}
          value={text}
          onText={setText}
          max={2000}
          sayLeft={(n) => say('planning.left', { n })}
        />
      )}
      <p>
        <a
          href={previewOf(code, things)}
          target="_blank"
          rel="noopener"
          className="inline-flex min-h-11 items-center underline"
        >
          {say('planning.previewAll')}
        </a>
      </p>
      <TextInput
        data-first
        label={say('planning.decidedBy')}
        hint={say('planning.decidedByHint')}
        required
        maxLength={TITLE_MAX}
        value={body}
        onChange={(e) => setBody(e.target.value)}
      />
      <TextInput
        type="date"
        label={say('planning.decidedOn')}
        required
        value={date}
        onChange={(e) => setDate(e.target.value)}
      />
      <Select
        label={say('planning.publishLicence')}
        hint={say('planning.publishLicenceHint')}
        value={licence}
        onChange={(e) => setLicence(e.target.value as Licence)}
        options={licences}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" icon="out">
          {say('planning.publishNow')}
        </Button>
        <Button onClick={onClose}>{say('planning.cancel')}</Button>
      </div>
    </form>
  );
}

/** Only the public words, and nothing that stays in the office. */
function PublicPreview({ words }: { words: Exclude<PublicWords, { what: 'request' }> }) {
  const say = useSay();
  const [head, ...rest] = {
    proposal: () =>
      words.what === 'proposal'
        ? [
            words.title,
            words.description,
            `${say(`planning.outcome.${words.outcome}`)} ${words.reason}`,
            say('planning.wordsCount', { n: words.evidence.length }),
          ]
        : [],
    goal: () => (words.what === 'goal' ? [`${words.code} ${words.statement}`] : []),
    table: () => (words.what === 'table' ? [words.name, words.object, words.before.join(' + ')] : []),
    meeting: () =>
      words.what === 'meeting'
        ? [
            words.title,
            [words.dateText, words.venue].filter(Boolean).join(' · '),
            words.minutes,
            say('planning.linesOnPaper', { n: words.lines.length }),
          ]
        : [],
  }[words.what]();
  return (
    <blockquote className="grid gap-1 border-accent border-l-4 pl-3.5">
      <p className="text-ink-soft text-sm">{say('planning.asEveryone')}</p>
      <p dir="auto" className="font-semibold">
        {head}
      </p>
      {rest.filter(Boolean).map((line) => (
        <p key={line} dir="auto" className="whitespace-pre-line">
          {line}
        </p>
      ))}
    </blockquote>
  );
}

export function WithdrawDialog({ open, onClose, things, onDone }: DialogProps) {
  const say = useSay();
  const title = say('planning.withdrawTitle', { n: things.length });
  return (
    <Dialog open={open} onClose={onClose} title={title} closeLabel={say('close')}>
      <WithdrawForm {...{ open, onClose, things }} {...(onDone && { onDone })} />
    </Dialog>
  );
}

function WithdrawForm({ things, onClose, onDone }: DialogProps) {
  const say = useSay();
  const ask = usePathDo();
  const tell = useTell();
  const [reason, setReason] = useState('');
  const withdraw = (e: FormEvent) => {
    e.preventDefault();
    const id = nanoid(14);
    if (!ask('withdrawThings', { id, things: [...things], reason })) return;
    tell(say('planning.withdrawnNow', { n: things.length }), 'plain', {
      label: say('planning.undo'),
      onUndo: () => ask('revertPublication', { id }),
    });
    onClose();
    onDone?.();
  };
  return (
    <form onSubmit={withdraw} className="grid gap-4">
      <TextInput
        data-first
        label={say('planning.withdrawReason')}
        hint={say('planning.withdrawReasonHint')}
        required
        maxLength={LINE_MAX}
        value={reason}
        onChange={(e) => setReason(e.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="danger">
          {say('planning.withdraw')}
        </Button>
        <Button onClick={onClose}>{say('planning.cancel')}</Button>
      </div>
    </form>
  );
}
