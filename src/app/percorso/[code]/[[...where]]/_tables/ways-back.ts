/** Tables that become one, several or none, each with its way back: what closed opens again, what was born goes. */
import { nanoid } from 'nanoid';
import { useTell } from '@/app/_page/answers';
import { useSay } from '@/i18n/words';
import { useDo } from '../asking';

type Words = { name?: string; object?: string; rationale?: string };

export function useTableLives() {
  const say = useSay();
  const ask = useDo();
  const tell = useTell();
  const undo = (said: string, onUndo: () => void) =>
    tell(said, 'plain', { label: say('planning.undo'), onUndo });
  const reopen = (ids: readonly string[], why: string) => {
    for (const id of ids) ask('reopenTable', { id, rationale: why });
  };
  /** Those that have been given work meanwhile stay, and it is said. */
  const gone = (ids: readonly string[]) => ids.every((id) => ask('removeThing', { what: 'table', id }));
  return {
    merge(from: string[], { name = '', object = '', rationale = '' }: Words): boolean {
      const id = nanoid(14);
      if (!ask('mergeTables', { id, from, name, object, rationale })) return false;
      undo(
        say('planning.tablesMerged', { n: from.length }),
        () => gone([id]) && reopen(from, say('planning.mergeUndone')),
      );
      return true;
    },
    split(id: string, names: readonly string[], rationale: string): boolean {
      const into = names.map((name) => ({ id: nanoid(14), name, object: '' }));
      if (!ask('splitTable', { id, into, rationale })) return false;
      undo(
        say('planning.tableSplit', { n: into.length }),
        () => gone(into.map((t) => t.id)) && reopen([id], say('planning.splitUndone')),
      );
      return true;
    },
    close(id: string, rationale: string): boolean {
      if (!ask('closeTable', { id, rationale })) return false;
      undo(say('planning.tableClosed'), () => reopen([id], say('planning.closeUndone')));
      return true;
    },
  };
}
