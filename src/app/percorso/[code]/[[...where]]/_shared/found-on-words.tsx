'use client';
/**
 * "Fanne un bisogno", "fanne una proposta": creates a thing from the words being read, in one step that can be undone.
 */
import { nanoid } from 'nanoid';
import { useTell } from '@/app/_shared/desk-toasts';
import { shortened, TITLE_MAX } from '@/domain/words';
import { usePathShown, useSources } from '@/client/hooks/path-provider';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { usePathDo, useMayWrite } from '../path-commands';
import { addressOf } from './addresses';
import { goTo } from './path-router';

type Words = { ref: string; start: number; end: number };
type Props = {
  code: string;
  title: string;
  area?: string | null;
  words: readonly Words[];
  /** A person who continues reading stays where they are. */
  stay?: boolean;
};

export function FoundOnWords({ code, title, area = null, words, stay = false }: Props) {
  const say = useSay();
  const may = useMayWrite();
  const ask = usePathDo();
  const tell = useTell();
  // Until the stream has answered, a page that was just opened shows what the device stored: it may lack a quotation.
  const live = usePathShown((s) => s.link === 'live');
  const behind = !useSources().ready || !live;
  if (!may || words.length === 0) return null;
  const found = (what: 'need' | 'proposal') => {
    const id = nanoid(14);
    const links = words.map(({ ref, start, end }) => ({ id: nanoid(14), ref, start, end }));
    if (!ask('foundOnWords', { id, what, title: shortened(title, TITLE_MAX), area, links })) return;
    tell(say(`planning.founded.${what}`, { n: links.length }), 'good', {
      label: say('planning.undo'),
      onUndo: () => ask('undoImport', { id }),
    });
    if (!stay) goTo(addressOf(code, what, id));
  };
  return (
    <>
      <Button
        size="small"
        icon="need"
        disabled={behind && words.length > 1}
        onClick={() => found('need')}
        className="print:hidden"
      >
        {say('planning.makeNeed')}
      </Button>
      <Button
        size="small"
        icon="plus"
        disabled={behind && words.length > 1}
        onClick={() => found('proposal')}
        className="print:hidden"
      >
        {say('planning.makeProposal')}
      </Button>
    </>
  );
}
