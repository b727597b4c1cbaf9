'use client';
/** Form fields of a topic, new or revised: a title, and an optional line. */
import { pasteFormatted } from '@/app/_shared/formatted-paste';
import type { ComponentProps } from 'react';
import { LINE_MAX, TITLE_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { TextArea } from '@/ui/text-area';

type Props = {
  title: string;
  onTitle: (title: string) => void;
  line: string;
  onLine: (line: string) => void;
  /** The title's label where it is the whole subject of the page. */
  asked?: Pick<ComponentProps<typeof TextArea>, 'id' | 'hint' | 'error' | 'className'>;
};

export function TopicWords({ title, onTitle, line, onLine, asked }: Props) {
  const say = useSay();
  const sayLeft = (n: number) => say('left', { n });
  return (
    <>
      <TextArea
        {...asked}
        label={say('propose.label')}
        value={title}
        onText={(t) => onTitle(t.replace(/\n/g, ' '))}
        max={TITLE_MAX}
        sayLeft={sayLeft}
        rows={2}
      />
      <TextArea
        onPaste={pasteFormatted}
        label={say('propose.line')}
        aside={say('optional')}
        value={line}
        onText={onLine}
        max={LINE_MAX}
        sayLeft={sayLeft}
        rows={2}
      />
    </>
  );
}
