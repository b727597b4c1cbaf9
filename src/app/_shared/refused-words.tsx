'use client';
/**
 * Texts that the server refused after they were written here: they stay on the screen until the person has settled
 * them.
 */
import type { ReactNode } from 'react';
import type { AskExtra } from '@/client/hooks/stream-hooks';
import { askedAgain, fieldsToSettle } from '@/client/replica/refused-commands';
import type { RefusedCommand } from '@/client/replica/replica';
import { isRefusal, type Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Conflict } from '@/ui/conflict';
import { Banner } from '@/ui/notice';
import { conflictWords, typedWords, type Writer } from './conflict-words';
import { CopyButton } from './copy-button';

/** A replica of any stream, as far as a refused command needs it. */
export type RefusingReplica = {
  ask(type: string, ask: unknown, extra?: AskExtra): string | Refusal;
  stands(type: string, ask: unknown): Record<string, unknown> | null;
  dismiss(id: string): void;
};

type Props = {
  told: RefusedCommand;
  replica: RefusingReplica;
  writer: (told: RefusedCommand) => Writer;
  /** Shows why a second try was refused as well. */
  onNo: (sentence: string) => void;
  /** Earlier refusals that this one replaces. */
  before?: readonly RefusedCommand[];
  more?: ReactNode;
};

/** True if this refusal left words that are nowhere else, or a choice between two texts. */
export const hasWords = (told: RefusedCommand): boolean =>
  told.refusal.refused === 'stale_version' || typedWords(told.ask) !== '';

export function RefusedWords({ told, replica, writer, onNo, before = [], more }: Props) {
  const say = useSay();
  const dismiss = () => {
    for (const one of [...before, told]) replica.dismiss(one.id);
  };
  const stands = told.refusal.refused === 'stale_version' ? replica.stands(told.command, told.ask) : null;
  if (stands) return <Settle {...{ told, replica, stands, writer, onNo, dismiss }} />;
  const words = typedWords(told.ask);
  return (
    <Banner kind="bad" title={say('refusal.title')}>
      <p>{sayRefusal(say, told.refusal)}</p>
      {words && (
        <blockquote
          dir="auto"
          className="mt-2 select-all whitespace-pre-wrap border-edge border-s-4 ps-2 wrap-anywhere"
        >
          {words}
        </blockquote>
      )}
      {more}
      <div className="mt-2 flex flex-wrap gap-2">
        {words && <CopyButton text={words} label={say('conflict.copy')} />}
        <Button size="small" onClick={dismiss}>
          {say('refusal.dismiss')}
        </Button>
      </div>
    </Banner>
  );
}

type SettleProps = Pick<Props, 'told' | 'replica' | 'writer' | 'onNo'> & {
  stands: Record<string, unknown>;
  dismiss: () => void;
};

function Settle({ told, replica, stands, writer, onNo, dismiss }: SettleProps) {
  const say = useSay();
  const fields = fieldsToSettle(told, stands);
  const both = fields.length > 0 ? askedAgain(told, stands, 'both') : null;
  const again = (ask: Record<string, unknown> | null) => {
    const answer = replica.ask(told.command, ask, told.for === undefined ? {} : { for: told.for });
    if (isRefusal(answer) && answer.refused !== 'nothing_to_change') onNo(sayRefusal(say, answer));
    else dismiss();
  };
  const lines = (of: Record<string, unknown>) =>
    fields
      .map((field) => typedWords(of[field], field))
      .filter((line) => line !== '')
      .join('\n');
  return (
    <Conflict
      words={conflictWords(say, writer(told))}
      theirs={lines(stands)}
      mine={lines(told.ask as Record<string, unknown>)}
      onMine={() => again(askedAgain(told, stands, 'mine'))}
      onTheirs={dismiss}
      onBoth={both ? () => again(both) : undefined}
    />
  );
}
