'use client';
/** Saying an idea to a prompt: the one being talked about is already chosen, any other may be. */
import { type FormEvent, useState } from 'react';
import { useDraft } from '@/client/provider';
import type { NoteKind } from '@/domain/gathering/state';
import { visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { Card } from '@/ui/surface';
import { newId, useDo } from './here';
import { useWhere } from './where';
import { WordsFields } from './words-fields';

type Props = { prompts: readonly { id: string; text: string }[]; now: string | null };

export function IdeaForm({ prompts, now }: Props) {
  const say = useSay();
  const act = useDo();
  const { code } = useWhere();
  const [text, setText, forget] = useDraft(`${code}:idea`);
  const [kind, setKind] = useState<NoteKind>('altro');
  const [chosen, choose] = useState<string | null>(null);
  const prompt = chosen ?? now ?? prompts[0]?.id ?? '';
  const share = (e: FormEvent) => {
    e.preventDefault();
    if (visible(text) === '') return;
    const idea = newId();
    const done = act(
      'shareIdea',
      { idea, text, kind, prompt: prompt || null },
      { say: say('idea.shared'), undo: () => act('withdrawIdea', { idea }) },
    );
    if (!done) return;
    forget();
    setKind('altro');
  };
  return (
    <Card>
      <form onSubmit={share} className="grid gap-3">
        {prompts.length > 1 && (
          <Select
            label={say('idea.to')}
            value={prompt}
            onChange={(e) => choose(e.target.value)}
            options={[
              ...prompts.map((p) => ({ value: p.id, label: p.text })),
              { value: '', label: say('idea.loose') },
            ]}
          />
        )}
        <WordsFields label={say('idea.label')} text={text} onText={setText} kind={kind} onKind={setKind} />
        <Button type="submit" kind="primary" size="large" disabled={visible(text) === ''}>
          {say('idea.share')}
        </Button>
      </form>
    </Card>
  );
}
