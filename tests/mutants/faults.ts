/** Faults of the first attack, each as the smallest change that puts it back, and the test that notices. */
export type Fault = {
  /** The section of the issue, and the fault in words. */
  section: 1 | 2;
  fault: string;
  file: string;
  /** Replaced once by `back`. */
  was: string;
  back: string;
  test: string;
  /** Only the tests with this in their title, where the file has many. */
  title?: string;
};

export const FAULTS: readonly Fault[] = [
  {
    section: 1,
    fault: 'A connection may leave any amount unread',
    file: 'src/server/sockets/slow-readers.ts',
    was: 'if (bytes > MOST || crowded.has(socket) || now - backlog.since > allowed) {',
    back: 'if (crowded.has(socket)) {',
    test: 'tests/server/slow-readers.test.ts',
  },
  {
    section: 1,
    fault: 'Seats are taken without a limit',
    file: 'src/server/http/routes/paces.ts',
    was: 'seats: { points: 3000, duration: 60 }',
    back: 'seats: { points: 300_000, duration: 60 }',
    test: 'tests/server/paces.test.ts',
  },
  {
    section: 2,
    fault: 'The log bears the authors of unsigned acts',
    file: 'src/server/streams/stream.ts',
    was: 'return { ...line, by: this.keys.seal(this.stream, this.epoch, fact.seq, author) };',
    back: 'return { ...line, by: author.by };',
    test: 'tests/server/unsigned.test.ts',
    title: 'bears nobody in any column',
  },
  {
    section: 2,
    fault: 'Frames tell staff who moved',
    file: 'src/domain/gathering/circles.ts',
    was: 'visibleTo: () => UNSIGNED,',
    back: 'visibleTo: () => ({ by: null }),',
    test: 'tests/domain/sectors.test.ts',
    title: 'which of them sat where',
  },
  {
    section: 2,
    fault: 'A helper acts for a person who has a phone',
    file: 'src/domain/gathering/deed.ts',
    was: "if (seat.origin === 'telefono' || seat.origin === 'simulata') return refuse('has_phone');",
    back: '',
    test: 'tests/server/two-worlds.test.ts',
    title: 'is no deed, for no role',
  },
  {
    section: 2,
    fault: 'Groups of three or more are counted in public',
    file: 'src/reports/gathering-json.ts',
    was: 'bySector: publicly ? {} : bySector(state),',
    back: 'bySector: Object.fromEntries(Object.entries(bySector(state)).filter(([, n]) => n > 2)),',
    test: 'tests/domain/sectors.test.ts',
  },
];
