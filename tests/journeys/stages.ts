/** Walks a running app through its stages, from empty to the finished demonstration, and lists the screens of each. */
import { PHASES } from '@/domain/gathering/state/phase';
import type { App } from './browser';
import { crowdedHall, singleTopic } from './crowded';
import { listeningMeeting } from './listening';
import { askedMorning, type Living, livingMorning, toTheActions, toTheVote } from './living';
import {
  completionScreens,
  deskScreens,
  keyScreens,
  officeScreens,
  printScreens,
  publicScreens,
  resetScreens,
  type Screen,
  seatScreens,
  totemScreens,
  troubledScreens,
  wallScreens,
} from './screens';
import { newGathering, office, Visitor } from './visitor';

/** `as`: the device that looks. */
export type Look = { stage: string; as: Visitor; screens: Screen[] };
type Walk = AsyncGenerator<Look>;

const only = (screens: Screen[], these: RegExp) => screens.filter((s) => these.test(s.name));

async function* empty(staff: Visitor, nobody: Visitor): Walk {
  const code = await newGathering(staff, 'Un incontro appena aperto');
  const newcomer = new Visitor(staff.url);
  await newcomer.post('/api/join', { code, label: 'Chi arriva per primo' });
  yield { stage: 'empty', as: nobody, screens: [...publicScreens(code), ...wallScreens(code)] };
  yield { stage: 'empty', as: newcomer, screens: seatScreens(code, 'nessuno') };
  yield { stage: 'empty', as: staff, screens: deskScreens(code) };
  const id = /acc_[\w-]{12}/.exec(await staff.read('/ufficio/persone'))?.[0];
  const { link } = await staff.post('/api/accounts/reset', { id });
  yield { stage: 'empty', as: nobody, screens: resetScreens(String(link)) };
}

async function* single(staff: Visitor, nobody: Visitor): Walk {
  const one = await singleTopic(staff);
  try {
    yield { stage: 'single', as: one.seat, screens: seatScreens(one.code, one.session) };
    yield { stage: 'single', as: nobody, screens: wallScreens(one.code) };
    yield { stage: 'single', as: staff, screens: deskScreens(one.code) };
    // The phone's first page, and the unattended wall, in each phase of a day.
    for (const phase of PHASES.filter((p) => p !== 'archived')) {
      await one.hold('changePhase', { phase });
      yield { stage: `at-${phase}`, as: one.seat, screens: only(seatScreens(one.code, ''), /home/) };
      yield { stage: `at-${phase}`, as: nobody, screens: only(wallScreens(one.code), /auto/) };
    }
  } finally {
    one.close();
  }
}

async function* living(staff: Visitor, nobody: Visitor): Walk {
  const morning = await livingMorning(staff);
  const { code, seat, session } = morning;
  try {
    yield { stage: 'living', as: seat, screens: seatScreens(code, session) };
    yield { stage: 'living', as: seat, screens: troubledScreens(code, session) };
    yield { stage: 'living', as: nobody, screens: [...publicScreens(code), ...wallScreens(code)] };
    yield { stage: 'living', as: staff, screens: deskScreens(code) };
    const { link } = await staff.post('/api/completion-link', { code, topic: morning.topics[0], days: 7 });
    yield { stage: 'living', as: nobody, screens: completionScreens(String(link)) };
    yield* harvest(morning, staff, nobody, '');
  } finally {
    morning.close();
  }
}

/** A notice for one person stands on top of every page, also of those that have bars of their own. */
async function* asked(staff: Visitor): Walk {
  const two = await askedMorning(staff);
  const pages = only(seatScreens(two.code, two.session), /home|topic|matrix|circle$|me$/);
  try {
    yield { stage: 'market', as: two.seat, screens: only(pages, /home/) };
    await two.swap();
    yield { stage: 'swap', as: two.seat, screens: pages };
    await two.merge();
    yield { stage: 'merge', as: two.seat, screens: pages };
  } finally {
    two.close();
  }
}

/** The path's other meetings have prompts instead of a market, and screens of their own. */
async function* listening(staff: Visitor, nobody: Visitor): Walk {
  const meeting = await listeningMeeting(staff);
  const { code, seat } = meeting;
  try {
    yield { stage: 'listening', as: seat, screens: only(seatScreens(code, ''), /home|-me$/) };
    const walls = only(wallScreens(code), /auto|ideas/);
    yield { stage: 'listening', as: nobody, screens: [...only(publicScreens(code), /record/), ...walls] };
    yield { stage: 'listening', as: staff, screens: deskScreens(code) };
  } finally {
    meeting.close();
  }
}

async function* crowded(staff: Visitor, nobody: Visitor): Walk {
  const hall = await crowdedHall(staff);
  const { code, seat, session } = hall;
  try {
    yield { stage: 'crowded', as: seat, screens: seatScreens(code, session) };
    yield { stage: 'crowded', as: nobody, screens: [...publicScreens(code), ...wallScreens(code)] };
    yield { stage: 'crowded', as: staff, screens: deskScreens(code) };
    yield* harvest(hall, staff, nobody, 'crowded-');
  } finally {
    hall.close();
  }
}

async function* harvest(hall: Living, staff: Visitor, nobody: Visitor, of: string): Walk {
  const { code, seat, session } = hall;
  await toTheVote(hall);
  const during = only(seatScreens(code, session), /home|vote|actions/);
  const shown = only(wallScreens(code), /voting|results|actions/);
  yield { stage: `${of}voting`, as: seat, screens: during };
  yield { stage: `${of}voting`, as: nobody, screens: shown };
  yield { stage: `${of}voting`, as: staff, screens: deskScreens(code) };
  await toTheActions(hall);
  yield { stage: `${of}actions`, as: seat, screens: during };
  yield { stage: `${of}actions`, as: nobody, screens: shown };
}

async function* demo(staff: Visitor, nobody: Visitor): Walk {
  yield { stage: 'demo', as: staff, screens: officeScreens('PATTO') };
  const guest = new Visitor(staff.url);
  await guest.post('/api/join', { code: 'DEMO', label: 'Chi viene a vedere' });
  yield { stage: 'demo', as: guest, screens: seatScreens('DEMO', 'sess-demo-05-1') };
  yield { stage: 'demo', as: nobody, screens: [...publicScreens('DEMO'), ...wallScreens('DEMO')] };
  yield { stage: 'demo', as: staff, screens: [...deskScreens('DEMO'), ...printScreens('DEMO')] };

  const totem = new Visitor(staff.url);
  // A device of its own: whoever makes it a totem is signed out of it.
  await totem.post('/api/sign-in', { name: 'Chi tiene lo spazio', passphrase: 'quattro parole a caso' });
  await totem.post('/api/totem/start', { code: 'DEMO' });
  yield { stage: 'demo', as: totem, screens: totemScreens('DEMO') };
}

/** `npm run access`: every screen in every state and size of hall; the ordinary tests look at each screen once. */
export const everything = process.env.EVERY_SCREEN === '1';

const CHAPTERS = { empty, single, living, asked, listening, crowded, demo };
export type Chapter = keyof typeof CHAPTERS | 'first';
export const CHAPTER_NAMES = ['first', ...Object.keys(CHAPTERS)] as Chapter[];

/** The app must be fresh, with the demonstration. Each chapter is independent. */
export async function* stages(app: App, chapters: readonly Chapter[] = CHAPTER_NAMES): Walk {
  const nobody = new Visitor(app.url);
  if (chapters.includes('first')) yield { stage: 'first', as: nobody, screens: keyScreens(app.setup ?? '') };
  const staff = await office(app.url, app.setup ?? '');
  for (const chapter of chapters) if (chapter !== 'first') yield* CHAPTERS[chapter](staff, nobody);
}
