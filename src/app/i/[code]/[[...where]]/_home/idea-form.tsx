'use client';
/** The form for an idea to a prompt: the one being discussed is preselected. */
import { useState } from 'react';
import { useSay } from '@/i18n/words';
import { Select } from '@/ui/field';
import { newId, useDo } from '../_frame/phone-hooks';
import { WordsForm } from '../_circle/words-form';

type Props = { prompts: readonly { id: string; text: string }[]; now: string | null };

export function IdeaForm({ prompts, now }: Props) {
  const say = useSay();
  const act = useDo();
  const [chosen, choose] = useState<string | null>(null);
  const prompt = chosen ?? now ?? prompts[0]?.id ?? '';
  return (
    <WordsForm
      draft="idea"
      label={say('idea.label')}
      doLabel={say('idea.share')}
      onSay={(said) => {
        const idea = newId();
        const ask = { idea, prompt: prompt || null, ...said };
        return act('shareIdea', ask, {
          say: say('idea.shared'),
          undo: () => act('withdrawIdea', { idea }),
        });
      }}
      above={
        prompts.length > 1 && (
          <Select
            label={say('idea.to')}
            value={prompt}
            onChange={(e) => choose(e.target.value)}
            options={[
              ...prompts.map((p) => ({ value: p.id, label: p.text })),
              { value: '', label: say('idea.loose') },
            ]}
          />
        )
      }
    />
  );
}
