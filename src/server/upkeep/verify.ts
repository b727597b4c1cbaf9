/** Checks what is on disk: every log folds, its numbers have no gap, its invariants hold, and memory equals the log. */
import { isDeepStrictEqual } from 'node:util';
import { brokenInvariants } from '@/domain/gathering/invariants';
import type { Gathering } from '@/domain/gathering/state';
import { standingOnes } from '@/domain/programming/deed';
import { brokenPath } from '@/domain/programming/invariants';
import { resourceMap } from '@/domain/programming/resource-map';
import type { Path } from '@/domain/programming/state';
import { fingerprint } from '../log/fingerprint';
import type { Streams } from '../streams/streams';

export type Verdict = {
  code: string;
  kind: string;
  facts: number;
  totals: Record<string, number>;
  wrong: string[];
};

export function verifyAll(streams: Streams): Verdict[] {
  return streams.all().map((row) => {
    const wrong: string[] = [];
    try {
      const stream = streams.stream(row);
      if (!isDeepStrictEqual(plain(stream.replayed()), plain(stream.whole())))
        wrong.push('a fold of the whole log differs from the live state');
      if (stream.commands !== stream.seq) wrong.push('a command was done twice: two facts bear its id');
      if (row.kind !== 'gathering') {
        const path = streams.path(row).whole();
        wrong.push(...brokenPath(path));
        return { code: row.code, kind: row.kind, facts: stream.seq, totals: totalsOfPath(path), wrong };
      }
      const state = streams.gathering(row).whole();
      wrong.push(...brokenInvariants(state, stream.authors !== 'lost'));
      if (state.frozen && fingerprint(streams.log, row.id, state.frozen.upTo) !== state.frozen.hash)
        wrong.push('the record was sealed with another fingerprint: its log has been changed since');
      for (const seat of Object.keys(state.seats))
        if (!streams.seats.has(row.id, seat)) wrong.push(`seat ${seat} has no row beside the log`);
      return { code: row.code, kind: row.kind, facts: stream.seq, totals: totalsOf(state), wrong };
    } catch (e) {
      return {
        code: row.code,
        kind: row.kind,
        facts: 0,
        totals: {},
        wrong: [...wrong, e instanceof Error ? e.message : String(e)],
      };
    }
  });
}

const plain = (x: unknown): unknown => JSON.parse(JSON.stringify(x));

const totalsOf = (state: Gathering): Record<string, number> => ({
  seats: state.people,
  topics: state.topicOrder.length,
  sessions: Object.values(state.sessions).filter((s) => s.state !== 'cancelled').length,
  interests: Object.values(state.private).reduce((n, p) => n + Object.keys(p.interests).length, 0),
  notes: Object.values(state.notes).filter((n) => !n.withdrawn).length,
  reports: Object.values(state.reports).filter((r) => r.publishedAt !== null).length,
  votes: Object.values(state.voting.totals).reduce((n, t) => n + t.phone + t.paper, 0),
});

const totalsOfPath = (path: Path): Record<string, number> => ({
  meetings: standingOnes(path.meetings).length,
  codings: standingOnes(path.codings).length,
  needs: standingOnes(path.needs).length,
  proposals: standingOnes(path.proposals).length,
  evidence: standingOnes(path.evidence).length,
  tables: standingOnes(path.tables).filter((t) => t.closed === null).length,
  projects: standingOnes(path.projects).length,
  euro: resourceMap(path).total.cents / 100,
  goals: standingOnes(path.goals).length,
});
