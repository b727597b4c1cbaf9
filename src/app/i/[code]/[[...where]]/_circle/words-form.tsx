'use client';
/** The form for a note or an idea: its text and kind. The draft stays on the phone until it is sent. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { useDraft } from '@/client/hooks/gathering-provider';
import type { NoteKind } from '@/domain/gathering/state/note';
import { visible } from '@/domain/words';
import { Button } from '@/ui/button';
import { Card } from '@/ui/surface';
import { useWhere } from '../_frame/navigation';
import { WordsFields } from './words-fields';

type Props = {
  /** The name of the draft. */
  draft: string;
  label: string;
  placeholder?: string;
  doLabel: string;
  /** True when it was sent. */
  onSay: (said: { text: string; kind: NoteKind }) => boolean;
  above?: ReactNode;
  below?: ReactNode;
};

export function WordsForm({ draft, label, placeholder, doLabel, onSay, above, below }: Props) {
  const { code } = useWhere();
  const [text, setText, forget] = useDraft(`${code}:${draft}`);
  const [kind, setKind] = useState<NoteKind>('altro');
  const blank = visible(text) === '';
  const send = (e: FormEvent) => {
    e.preventDefault();
    if (blank || !onSay({ text, kind })) return;
    forget();
    setKind('altro');
  };
  return (
    <Card className="narrow:p-2.5">
      <form onSubmit={send} className="grid gap-3 narrow:gap-2">
        {above}
        <WordsFields {...{ label, text, kind }} placeholder={placeholder} onText={setText} onKind={setKind} />
        {below}
        <Button type="submit" kind="primary" size="large" disabled={blank}>
          {doLabel}
        </Button>
      </form>
    </Card>
  );
}
