/** A path's export, sources: meetings, people's words, and their codings. */
import { counts, codedSources } from '@/domain/programming/analysis';
import { codeNow } from '@/domain/programming/codes';
import { standingOnes } from '@/domain/programming/deed';
import type { Gathering } from '@/domain/gathering/state';
import type { Path } from '@/domain/programming/state';
import type { Cited } from './citations';
import { iso } from './iso-dates';

const newVoicesOf = (g: Gathering): number =>
  Object.values(g.seats).filter((s) => s.newVoice && !s.erased).length;

/** Meetings as the path names them, and the path's gatherings that no meeting names yet. */
export function gatheringsJson(path: Path, gatherings: readonly Gathering[]) {
  const meetings = standingOnes(path.meetings);
  const named = new Set(meetings.map((m) => m.gathering));
  const live = new Map(gatherings.map((g) => [g.id, g]));
  const papers = (id: string) => standingOnes(path.papers).filter((p) => p.meeting === id).length;
  const held = (g: Gathering | undefined) => ({
    code: g?.code ?? null,
    people: g?.people ?? null,
    newVoicesWithheld: false,
    newVoices: g ? newVoicesOf(g) : null,
    topics: g?.topicOrder.length ?? null,
  });
  return [
    ...meetings.map((m) => ({
      id: m.id,
      phase: m.phase,
      kind: m.kind as string,
      title: m.title,
      date: m.date,
      dateStatus: m.dateStatus as string,
      dateText: m.dateText,
      venue: m.venue,
      venueKind: m.venueKind as string,
      sectors: m.sectors,
      speakers: m.speakers,
      agenda: m.agenda,
      minutes: m.minutes,
      materials: m.materials,
      attendance: m.attendance,
      linesOnPaper: papers(m.id),
      ...held(live.get(m.gathering ?? '')),
    })),
    ...gatherings
      .filter((g) => !named.has(g.id))
      .map((g) => ({
        id: g.id,
        phase: null,
        kind: g.format as string,
        title: g.title,
        date: g.days[0] ?? null,
        dateStatus: 'confermato',
        dateText: '',
        venue: g.venue,
        venueKind: 'altro',
        sectors: [] as string[],
        speakers: [] as string[],
        agenda: [] as string[],
        minutes: '',
        materials: [] as { title: string; href: string }[],
        attendance: null,
        linesOnPaper: 0,
        ...held(g),
      })),
  ];
}

/** All sources along the path; a withheld one keeps its place and loses its words. */
export const sourcesJson = (path: Path, cited: Cited) =>
  [...cited.values()].flatMap(({ ref, kind, place, gathering, topic, slot, said, sector, withheld }) => {
    if (!said) return [];
    const reading = path.readings[ref];
    return [
      {
        id: ref,
        place,
        kind,
        voice: said.voice,
        text: withheld ? null : said.text,
        withheld,
        gathering,
        topic,
        slot,
        session: said.session,
        phase: said.phase,
        sector,
        /** The sector was given to the office, and goes no further. */
        sectorWithheld: said.sector !== null && sector === null,
        strands: [...said.strands],
        at: said.at > 0 ? iso(said.at) : null,
        reading: reading?.first?.state ?? 'non_letto',
        secondReading: reading?.second?.state ?? 'non_letto',
        memo: reading?.memo ?? '',
        setAside: path.aside[ref]?.reason ?? null,
      },
    ];
  });

/** The codebook, with the number of sources and sessions each code was found in. */
export function themesJson(path: Path, cited: Cited) {
  const said = [...cited.values()].flatMap((c) => c.said ?? []);
  const found = new Map(counts(codedSources(path, said)).rows.map((row) => [row.code, row]));
  return standingOnes(path.codes).map((c) => ({
    id: c.id,
    label: c.label,
    definition: c.definition,
    family: c.family,
    parent: c.parent,
    area: c.area,
    status: c.status,
    colour: c.colour,
    symbol: c.symbol,
    participatory: c.participatory,
    mergedInto: c.mergedInto,
    splitFrom: c.splitFrom,
    sources: found.get(c.id)?.notes ?? 0,
    sessions: found.get(c.id)?.sessions ?? 0,
  }));
}

/** `codes` are the present ones, read through the merges; `given` those that were given. */
export const codingsJson = (path: Path, cited: Cited) =>
  standingOnes(path.codings).map((c) => ({
    id: c.id,
    source: c.ref,
    place: cited.get(c.ref)?.place ?? null,
    start: c.start,
    end: c.end,
    quote: cited.get(c.ref)?.withheld ? null : c.quote,
    withheld: cited.get(c.ref)?.withheld ?? false,
    codes: [...new Set(c.codes.map((id) => codeNow(path, id)?.id ?? id))],
    given: c.codes,
    memo: c.memo,
    starred: c.star,
    contrast: c.contrast,
    certainty: c.certainty,
    reader: c.second ? 2 : 1,
    at: iso(c.at),
  }));
