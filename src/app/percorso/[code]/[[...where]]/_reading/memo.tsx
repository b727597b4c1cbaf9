'use client';
/** The memo of a coding: the reader's thoughts while coding. */
import { useEffect, useState } from 'react';
import { LINE_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextArea } from '@/ui/text-area';

export function MemoDialog({
  open,
  quote,
  first,
  onClose,
  onKeep,
}: {
  open: boolean;
  quote: string;
  first: string;
  onClose: () => void;
  onKeep: (memo: string) => void;
}) {
  const say = useSay();
  const [text, setText] = useState(first);
  useEffect(() => {
    if (open) setText(first);
  }, [open, first]);
  const keep = () => {
    onKeep(text.trim());
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={say('reading.memo')}
      closeLabel={say('close')}
      actions={
        <Button kind="primary" onClick={keep} disabled={[...text].length > LINE_MAX}>
          {say('reading.memoKeep')}
        </Button>
      }
    >
      <blockquote className="line-clamp-3 border-line border-l-4 pl-3 text-ink-soft">{quote}</blockquote>
      <TextArea
        label={say('reading.memoLabel')}
        hint={say('reading.memoHint')}
        value={text}
        onText={setText}
        max={LINE_MAX}
        sayLeft={(n) => say('reading.left', { n })}
        autoFocus
        onKeyDown={(e) => {
          if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return;
          e.preventDefault();
          keep();
        }}
      />
    </Dialog>
  );
}
