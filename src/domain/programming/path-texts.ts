/** The planners' sources: every text written along a path, with its gathering and topic. */
import { foundingStrands } from '../gathering/formats';
import { slotOf, spaceOf } from '../gathering/session-queries';
import { topicsInOrder } from '../gathering/topic-queries';
import { foundingCounts, foundingSector } from '../gathering/sector-names';
import { bySector } from '../gathering/sector-counts';
import type { Gathering } from '../gathering/state';
import { topicNumber } from '../gathering/state/topic';
import { readOnes, type Said, saidInGathering } from './source-text';
import type { Path } from './state';
import type { Sector, Strand } from '../words';

export type AlongTopic = {
  /** `gathering/topic/id`. */
  ref: string;
  number: string;
  title: string;
  withheld: boolean;
  strands: readonly Strand[];
  /** Its conveners' sectors; null for a person who has not said. */
  conveners: (Sector | null)[];
  /** Dots by phone and on paper; null while nobody may know. */
  dots: number | null;
};
/** A circle that met: its space, time and number of people. */
export type AlongCircle = {
  session: string;
  topic: string;
  slot: string;
  space: string;
  people: number;
};
export type AlongMeeting = {
  gathering: string;
  code: string;
  title: string;
  day: string | null;
  demo: boolean;
  people: number;
  newVoices: number;
  sectors: Record<string, number>;
  slots: { id: string; label: string }[];
  topics: AlongTopic[];
  circles: AlongCircle[];
};
export type Along = { said: Said[]; meetings: AlongMeeting[] };

/** The texts of withheld sources are left out. `read` as in {@link saidInGathering}. */
export function alongPath(path: Path, gatherings: readonly Gathering[], read = readOnes(path)): Along {
  return {
    said: gatherings
      .flatMap((g) => saidInGathering(path, g, read))
      .map((s) => (s.withheld ? { ...s, text: '' } : s)),
    meetings: gatherings.map(meetingOf),
  };
}

function meetingOf(g: Gathering): AlongMeeting {
  const seats = Object.values(g.seats).filter((s) => !s.erased);
  return {
    gathering: g.id,
    code: g.code,
    title: g.title,
    day: g.days[0] ?? null,
    demo: g.demo,
    people: g.people,
    newVoices: seats.filter((s) => s.newVoice).length,
    sectors: foundingCounts(g, bySector(g)),
    slots: g.slots.map(({ id, label }) => ({ id, label })),
    circles: Object.values(g.sessions)
      .filter((s) => s.state !== 'cancelled')
      .map((s) => ({
        session: s.id,
        topic: `${g.id}/topic/${s.topic}`,
        slot: slotOf(g, s)?.label ?? '',
        space: spaceOf(g, s)?.name ?? '',
        people: s.attended,
      })),
    topics: topicsInOrder(g).map((t) => {
      const dots = g.voting.totals[t.id];
      return {
        ref: `${g.id}/topic/${t.id}`,
        number: topicNumber(t.n),
        title: t.hidden ? '' : t.title,
        withheld: t.hidden !== null,
        strands: foundingStrands(g, t.strands),
        conveners: [t.convener, ...t.coConveners].flatMap((id) =>
          id ? [foundingSector(g, g.seats[id]?.sector ?? null)] : [],
        ),
        dots: dots ? dots.phone + dots.paper : null,
      };
    }),
  };
}
