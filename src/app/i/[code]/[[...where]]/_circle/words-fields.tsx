'use client';
/** Form fields for the text and the kind of a note or an idea. */
import { pasteFormatted } from '@/app/_shared/formatted-paste';
import { memo, useId } from 'react';
import { NOTE_KINDS, type NoteKind } from '@/domain/gathering/state/note';
import { NOTE_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { ChoicePills } from '@/ui/choice';
import { TextArea } from '@/ui/text-area';

export function WordsFields({
  label,
  placeholder,
  text,
  onText,
  kind,
  onKind,
}: KindProps & {
  label: string;
  placeholder?: string;
  text: string;
  onText: (text: string) => void;
}) {
  const say = useSay();
  const hint = useId();
  return (
    <>
      <TextArea
        onPaste={pasteFormatted}
        label={label}
        aria-describedby={hint}
        value={text}
        onText={onText}
        max={NOTE_MAX}
        sayLeft={(n) => say('left', { n })}
        rows={2}
        // Three lines, but two on the narrowest phones: the kinds must stay in sight.
        className="min-h-[6.1rem] narrow:min-h-0"
        placeholder={placeholder}
      />
      <Kinds kind={kind} onKind={onKind} />
      <p id={hint} className="text-ink-soft text-sm">
        {say('note.privacy')}
      </p>
    </>
  );
}

type KindProps = { kind: NoteKind; onKind: (kind: NoteKind) => void };

/** Drawn when another kind is chosen, and not for each letter. */
const Kinds = memo(function Kinds({ kind, onKind }: KindProps) {
  const say = useSay();
  return (
    <ChoicePills
      compact
      legend={say('note.kind')}
      legendHidden
      choices={NOTE_KINDS.map((k) => ({ value: k, label: say(`kind.${k}`) }))}
      value={kind}
      onValue={onKind}
    />
  );
});
