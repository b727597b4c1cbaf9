'use client';
/** Actions on a note or an idea: its author corrects it or takes it back, anyone flags it. */
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { useDo } from '../_frame/phone-hooks';

type Props = {
  what: 'note' | 'idea';
  id: string;
  mine: boolean;
  onEdit: () => void;
  onWithdraw: () => void;
  onDone: () => void;
};

export function WordsWays({ what, id, mine, onEdit, onWithdraw, onDone }: Props) {
  const say = useSay();
  const act = useDo();
  const flag = () => {
    act('flagText', { what, id }, { say: say('note.flagged') });
    onDone();
  };
  return (
    <>
      {mine && (
        <>
          <Button size="small" icon="edit" onClick={onEdit}>
            {say('note.revise')}
          </Button>
          <Button size="small" icon="hide" onClick={onWithdraw}>
            {say('note.withdraw')}
          </Button>
        </>
      )}
      <Button size="small" kind="danger" icon="flag" onClick={flag}>
        {say('note.flag')}
      </Button>
    </>
  );
}
