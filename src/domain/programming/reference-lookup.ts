/** Looks up the words of one reference in their gathering, for evidence and reading. */
import type { Lookup } from '../deed';
import type { Gathering } from '../gathering/state';
import type { Hidden } from '../gathering/state/hidden';
import type { ReportField } from '../gathering/state/report';

type Found = ReturnType<Lookup>;
const found = (text: string | undefined, hidden: Hidden | null = null): Found =>
  text === undefined || (text === '' && hidden === null) ? null : { text, withheld: hidden !== null };

/**
 * `gathering/kind/id`; of a report, `topic.field`, `topic.item` or `topic.photo`. Null when there are no such words or
 * they were taken back.
 */
export function lookIn(g: Gathering, ref: string): Found {
  // A name inherited from Object would find something in any record.
  if (ref.split(/[/.]/).some((part) => part in Object.prototype)) return null;
  const [where, kind, id = ''] = ref.split('/');
  return where === g.id ? wordsOf(g, kind ?? '', id) : null;
}

function wordsOf(g: Gathering, kind: string, id: string): Found {
  const [topic = '', part = ''] = id.split('.');
  const report = g.reports[topic];
  switch (kind) {
    case 'note': {
      const n = g.notes[id];
      return n && !n.withdrawn ? found(n.text, n.hidden) : null;
    }
    case 'idea': {
      const i = g.ideas[id];
      return i && !i.withdrawn ? found(i.text, i.hidden) : null;
    }
    case 'topic':
      return found(g.topics[id]?.title, g.topics[id]?.hidden);
    case 'item': {
      const item = report?.items[part];
      return item && !item.removed ? found(item.text, item.hidden) : null;
    }
    case 'report':
      return found(report?.fields[part as ReportField]?.text, report?.hidden);
    case 'photo':
      return found(report?.photos.find((p) => p.id === part && !p.removed)?.caption);
    case 'action': {
      const a = g.actions[id];
      return a ? found([a.title, a.what].filter(Boolean).join('. '), a.hidden) : null;
    }
    case 'minutes':
      return found(g.programme.minutes);
    case 'votes': {
      const [t, dots] = [g.topics[id], g.voting.totals[id]];
      return t && dots ? found(`${t.title}: ${dots.phone + dots.paper}`, t.hidden) : null;
    }
    default:
      return null;
  }
}
