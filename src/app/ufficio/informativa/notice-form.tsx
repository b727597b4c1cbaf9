'use client';
/** One language of the privacy notice: the text is published as a new version. */
import { type FormEvent, useState } from 'react';
import { postJson } from '@/client/connection/post-json';
import type { Refusal } from '@/domain/refusal';
import { PRIVACY_NOTICE_MAX } from '@/domain/words';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/text-area';

/** `own`: Cerchi's text, to start from. */
type Props = { lang: string; name: string; text: string; after: number; own: string };

export function NoticeForm({ lang, name, text, after, own }: Props) {
  const say = useSay();
  const [written, setWritten] = useState(text);
  const [no, setNo] = useState<Refusal | null>(null);
  const publish = async (e: FormEvent) => {
    e.preventDefault();
    const answer = await postJson('/api/informativa', { lang, text: written, after });
    if (answer.ok) window.location.reload();
    else setNo(answer);
  };
  return (
    <form onSubmit={publish} className="grid gap-3">
      <TextArea
        label={say('notice.text', { name })}
        hint={say('notice.how')}
        error={no ? sayRefusal(say, no) : undefined}
        value={written}
        onText={setWritten}
        rows={8}
        max={PRIVACY_NOTICE_MAX}
        lang={lang}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" disabled={written.trim() === text}>
          {say('notice.publish')}
        </Button>
        {written === '' && <Button onClick={() => setWritten(own)}>{say('notice.begin')}</Button>}
      </div>
    </form>
  );
}
