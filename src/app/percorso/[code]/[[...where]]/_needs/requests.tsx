'use client';
/** Requests to the office: from the reports or in person, each answered yes, no or when, and always why. */
import { nanoid } from 'nanoid';
import { useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { usePath } from '@/client/hooks/path-provider';
import { requestsInOrder } from '@/domain/programming/requests';
import { ANSWERS, type Request } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { TextInput } from '@/ui/field';
import { EmptyState } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { FormConflicts } from '@/app/_shared/form-conflicts';
import { useFormDraft } from '@/client/storage/draft';
import { usePathDo, useMayWrite } from '../path-commands';
import { PublicBadge, PublishOne } from '../_shared/publication-state';
import { QuickAdd } from '../_shared/quick-add';
import { useSaid } from '../_shared/source-lookup';
import { SourceLine } from '../_shared/source-line';

const ICONS = { si: 'check', no: 'close', quando: 'calendar' } as const;

export function Requests({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const ask = usePathDo();
  const all = requestsInOrder(path);
  const waiting = all.filter((r) => r.answer === null);
  const answered = all.filter((r) => r.answer !== null);
  return (
    <div className="grid gap-6">
      {may && (
        <QuickAdd
          name={`${code}:new-request`}
          label={say('planning.newRequest')}
          hint={say('planning.becomesPublic')}
          submit={say('planning.add')}
          onAdd={(text) => ask('takeRequest', { id: nanoid(14), text })}
        />
      )}
      {all.length === 0 && (
        <EmptyState title={say('planning.no.request')}>{say('planning.noRequestHow')}</EmptyState>
      )}
      {waiting.length > 0 && (
        <Section title={say('planning.waiting')}>
          <ul className="grid gap-3">
            {waiting.map((r) => (
              <One key={r.id} code={code} request={r} />
            ))}
          </ul>
        </Section>
      )}
      {answered.length > 0 && (
        <Section title={say('planning.answered')}>
          <ul className="grid gap-3">
            {answered.map((r) => (
              <One key={r.id} code={code} request={r} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function One({ code, request }: { code: string; request: Request }) {
  const say = useSay();
  const may = useMayWrite();
  const { where } = useSaid();
  const [open, setOpen] = useState(false);
  const answer = request.answer;
  const earlier = request.answers.slice(0, -1);
  return (
    <li className="grid gap-2 rounded-xl border border-line bg-raised px-4 py-3">
      <p dir="auto" className="whitespace-pre-line wrap-anywhere text-lg leading-snug">
        {request.text}
      </p>
      {request.ref ? (
        <SourceLine code={code} refId={request.ref} where={where(request.ref)} />
      ) : (
        <p className="text-ink-soft text-sm">{request.from || say('planning.byVoice')}</p>
      )}
      {answer && (
        <p className="rounded-lg bg-sunken px-3.5 py-2">
          <Badge tone={answer === 'no' ? 'bad' : 'good'} icon={ICONS[answer]}>
            {say(`planning.answer.${answer}`)} {answer === 'quando' && request.when}
          </Badge>{' '}
          {request.reason}
        </p>
      )}
      {earlier.map((a) => (
        <p key={a.at} className="pl-3 text-ink-soft text-sm">
          {say('planning.earlierAnswer', { date: say.date(a.at, 'short') })}{' '}
          {say(`planning.answer.${a.answer}`)}
          {' · '}
          {a.reason}
        </p>
      ))}
      <p className="flex flex-wrap gap-2">
        <PublicBadge what="request" id={request.id} />
      </p>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {may && !open && (
          <Button
            size="small"
            kind={answer ? 'quiet' : 'primary'}
            onClick={() => setOpen(true)}
            className="justify-self-start"
          >
            {say(answer ? 'planning.answerAgain' : 'planning.doAnswer')}
          </Button>
        )}
        <PublishOne code={code} what="request" id={request.id} />
      </div>
      {open && <Answering request={request} onDone={() => setOpen(false)} />}
    </li>
  );
}

function Answering({ request, onDone }: { request: Request; onDone: () => void }) {
  const say = useSay();
  const ask = usePathDo();
  const tell = useTell();
  const now = { answer: request.answer ?? 'si', reason: request.reason, when: request.when };
  const draft = useFormDraft(`planning:answer-${request.id}`, now);
  const { answer, reason, when } = draft.values;
  return (
    <form
      className="grid gap-3"
      onSubmit={(e) => {
        e.preventDefault();
        if (draft.overtaken.length > 0) return;
        const told = { id: request.id, answer, reason, when: answer === 'quando' ? when : '' };
        if (!ask('answerRequest', told)) return;
        draft.forget();
        tell(say('planning.answerGiven'), 'good');
        onDone();
      }}
    >
      <FormConflicts draft={draft} now={now} by={null} />
      <ChoicePills
        legend={say('planning.answer')}
        value={answer}
        onValue={(chosen) => draft.set('answer', chosen)}
        choices={ANSWERS.map((a) => ({ value: a, label: say(`planning.answer.${a}`) }))}
      />
      {answer === 'quando' && (
        <TextInput
          label={say('planning.answerWhen')}
          required
          value={when}
          onChange={(e) => draft.set('when', e.target.value)}
        />
      )}
      <TextInput
        label={say('planning.answerReason')}
        hint={say('planning.outcomeReasonHint')}
        required
        value={reason}
        onChange={(e) => draft.set('reason', e.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary">
          {say('planning.save')}
        </Button>
        <Button onClick={onDone}>{say('planning.cancel')}</Button>
      </div>
    </form>
  );
}
