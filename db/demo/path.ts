/** Creates the demonstration path the same way as the gathering: by commands, with the times of that year. */
import { nanoid } from 'nanoid';
import type { Actor } from '@/domain/deed';
import { founding } from '@/domain/programming/founding-document';
import type { Streams, StreamRow } from '@/server/streams/streams';
import { clock } from './day';
import type { On } from './path-asking';
import { carry } from './path-carried';
import { listen } from './path-listening';
import { read } from './path-read';
import { resolve } from './path-resolved';

export const PATH = { id: 'demo-percorso', code: 'PATTO' };
type Step = { at: number; type: string; ask: unknown; actor: Actor };

const planner: Actor = { id: 'demo-programma', role: 'planner', seat: null };
const second: Actor = { id: 'demo-seconda-lettura', role: 'planner', seat: null };

/** Needs the gathering, because it quotes its notes. True when it was created, false when it was already there. */
export async function bringPath(streams: Streams): Promise<boolean> {
  if (streams.index.find(PATH.code)) return false;
  const row = streams.index.file({ ...PATH, kind: 'path', path: null, demo: true });
  const room = streams.path(row);
  const answers = theYear(row).map(async ({ at, type, ask, actor }) => {
    const answer = await room.submit({ id: nanoid(14), type, ask }, actor, at);
    if (!answer.ok)
      throw new Error(
        `the demonstration was refused ${type} ${JSON.stringify(ask)}: ${answer.refused} ${JSON.stringify(answer.detail)}`,
      );
  });
  await Promise.all(answers);
  return true;
}

function theYear(row: StreamRow): Step[] {
  const steps: Step[] = [];
  const at = new Map<string, number>();
  const on: On = (day, hour, type, ask) => {
    const nth = at.get(day + hour) ?? 0;
    at.set(day + hour, nth + 1);
    const actor = ask.second === true ? second : planner;
    steps.push({ at: clock(hour, nth, day), type, ask, actor });
  };
  // The demonstration has dates, places and minutes of its own for each meeting of the document.
  const listed = { ...founding, meetings: [], invitations: [] };
  on('2013-12-09', '09:00', 'openPath', { ...listed, path: row.id, code: row.code, demo: true });
  listen(on);
  read(on);
  carry(on);
  resolve(on);
  return steps
    .map((step, i) => ({ step, i }))
    .sort((a, b) => a.step.at - b.step.at || a.i - b.i)
    .map(({ step }) => step);
}
