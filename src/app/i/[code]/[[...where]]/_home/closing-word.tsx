'use client';
/** One closing word each, if the facilitator has asked for it. Optional and unsigned. */
import { useDraft, useShown } from '@/client/hooks/gathering-provider';
import { LABEL_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { Card } from '@/ui/surface';
import { useWhere } from '../_frame/navigation';
import { newId, useDo, useMine } from '../_frame/phone-hooks';

export function ClosingWord() {
  const say = useSay();
  const act = useDo();
  const on = useShown((s) => s.view.closingWord);
  const said = useMine()?.word === true;
  const { code } = useWhere();
  const [text, setText, forget] = useDraft(`${code}:word`);
  if (!on) return null;
  return (
    <Card className="grid gap-3">
      {said ? (
        <p>{say('word.said')}</p>
      ) : (
        <form
          className="grid gap-3"
          onSubmit={(e) => {
            e.preventDefault();
            if (act('sayWord', { word: newId(), text })) forget();
          }}
        >
          <TextInput
            label={say('word.label')}
            hint={say('word.hint')}
            maxLength={LABEL_MAX}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
          <Button type="submit" disabled={visible(text) === ''}>
            {say('word.say')}
          </Button>
        </form>
      )}
    </Card>
  );
}
