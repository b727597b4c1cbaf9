/** Merges, splits and closes tables, each with an undo in one tap. */
import { nanoid } from 'nanoid';
import { useTell } from '@/app/_shared/desk-toasts';
import type { PathAsk } from '@/domain/programming/catalogue';
import { useSay } from '@/i18n/words';
import { usePathDo } from '../path-commands';

type Words = { name?: string; object?: string; rationale?: string };
type Part = { name: string; takes: PathAsk<'splitTable'>['into'][number]['takes'] };

export function useTableLives() {
  const say = useSay();
  const ask = usePathDo();
  const tell = useTell();
  const undo = (said: string, onUndo: () => void) =>
    tell(said, 'plain', { label: say('planning.undo'), onUndo });
  return {
    merge(from: string[], { name = '', object = '', rationale = '' }: Words): boolean {
      const id = nanoid(14);
      if (!ask('mergeTables', { id, from, name, object, rationale })) return false;
      undo(say('planning.tablesMerged', { n: from.length }), () => ask('undoReshape', { what: 'table', id }));
      return true;
    },
    split(id: string, parts: readonly Part[], rationale: string): boolean {
      const into = parts.map((part) => ({ id: nanoid(14), object: '', ...part }));
      if (!ask('splitTable', { id, into, rationale })) return false;
      undo(say('planning.tableSplit', { n: into.length }), () => ask('undoReshape', { what: 'table', id }));
      return true;
    },
    close(id: string, rationale: string): boolean {
      if (!ask('closeTable', { id, rationale })) return false;
      undo(say('planning.tableClosed'), () =>
        ask('reopenTable', { id, rationale: say('planning.closeUndone') }),
      );
      return true;
    },
  };
}
