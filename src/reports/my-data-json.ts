/** Everything one person wrote and everything stored about them, for themselves. */
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import { wroteNote } from '@/domain/gathering/note-queries';
import type { Gathering } from '@/domain/gathering/state';
import { noteNumber } from '@/domain/gathering/state/note';
import type { Session } from '@/domain/gathering/state/session';
import { topicNumber } from '@/domain/gathering/state/topic';

const iso = (at: number): string => new Date(at).toISOString();

/** Needs the whole state. It includes their own words that are withheld from others. */
export function ownJson(state: Gathering, seat: string, label: string | null) {
  const mine = state.private[seat];
  const topics = topicsInOrder(state);
  const number = (id: string): string => topicNumber(state.topics[id]?.n ?? 0);
  const ofSession = (s: Session | undefined): string => (s ? number(s.topic) : '');
  return {
    gathering: { title: state.title, code: state.code, days: state.days },
    label,
    seat: state.seats[seat] ?? null,
    interests: Object.keys(mine?.interests ?? {}).map(number),
    circles: (mine?.visited ?? []).map((id) => ofSession(state.sessions[id])),
    circleNow:
      mine?.circle && mine.circle !== 'roaming'
        ? ofSession(state.sessions[mine.circle])
        : (mine?.circle ?? null),
    dots: Object.fromEntries(Object.entries(mine?.dots ?? {}).map(([id, n]) => [number(id), n])),
    topics: topics
      .filter((t) => t.convener === seat || t.coConveners.includes(seat))
      .map((t) => ({ number: topicNumber(t.n), title: t.title, line: t.line, at: iso(t.at) })),
    notes: topics.flatMap((t) =>
      (state.notesOf[t.id] ?? []).flatMap((id) => {
        const n = state.notes[id];
        return n && wroteNote(state, n, seat)
          ? [
              {
                id: noteNumber(t.n, n.n),
                kind: n.kind,
                text: n.text,
                earlier: n.versions.map((v) => v.text),
                anonymous: n.anonymous,
                withdrawn: n.withdrawn,
                withheld: n.hidden?.reason ?? null,
                at: iso(n.at),
              },
            ]
          : [];
      }),
    ),
    reports: Object.values(state.reports).flatMap((r) =>
      Object.entries(r.fields).flatMap(([field, f]) =>
        f.by === seat ? [{ topic: number(r.topic), field, text: f.text, at: iso(f.at) }] : [],
      ),
    ),
    ideas: Object.values(state.ideas)
      .filter((i) => i.author === seat)
      .map((i) => ({ n: i.n, kind: i.kind, text: i.text, withdrawn: i.withdrawn, at: iso(i.at) })),
    actions: Object.values(state.actions)
      .filter((a) => a.initiator === seat || a.adhesions.includes(seat))
      .map((a) => ({ n: a.n, title: a.title, leads: a.initiator === seat })),
    signsBook: mine?.signs ?? false,
    saidClosingWord: mine?.word ?? false,
  };
}
