/** Walks a running app through its stages, from nothing to the finished demonstration, and says what can be looked at in each. */
import type { App } from './browser';
import { livingMorning, newGathering, office, toTheActions, toTheVote, Visitor } from './living';
import {
  completionScreens,
  deskScreens,
  keyScreens,
  officeScreens,
  printScreens,
  publicScreens,
  type Screen,
  seatScreens,
  totemScreens,
  wallScreens,
} from './screens';

/** `as`: the device that looks. */
export type Look = { stage: string; as: Visitor; screens: Screen[] };

/** The app must be fresh, with the demonstration. */
export async function* stages(app: App): AsyncGenerator<Look> {
  const nobody = new Visitor(app.url);
  yield { stage: 'first', as: nobody, screens: keyScreens(app.setup ?? '') };
  const staff = await office(app.url, app.setup ?? '');
  yield { stage: 'demo', as: staff, screens: officeScreens('PATTO') };

  const empty = await newGathering(staff, 'Un incontro appena aperto');
  const newcomer = new Visitor(app.url);
  await newcomer.post('/api/join', { code: empty, label: 'Chi arriva per primo' });
  yield { stage: 'empty', as: nobody, screens: [...publicScreens(empty), ...wallScreens(empty)] };
  yield { stage: 'empty', as: newcomer, screens: seatScreens(empty, 'nessuno') };
  yield { stage: 'empty', as: staff, screens: deskScreens(empty) };

  const living = await livingMorning(staff);
  const { code } = living;
  try {
    yield { stage: 'living', as: living.seat, screens: seatScreens(code, living.session) };
    yield { stage: 'living', as: nobody, screens: [...publicScreens(code), ...wallScreens(code)] };
    yield { stage: 'living', as: staff, screens: deskScreens(code) };
    const { link } = await staff.post('/api/completion-link', { code, topic: living.topics[0], days: 7 });
    yield { stage: 'living', as: nobody, screens: completionScreens(String(link)) };
    await toTheVote(living);
    const during = seatScreens(code, living.session).filter((s) => /home|vote|actions/.test(s.name));
    const shown = wallScreens(code).filter((s) => /voting|results|actions/.test(s.name));
    yield { stage: 'voting', as: living.seat, screens: during };
    yield { stage: 'voting', as: nobody, screens: shown };
    yield { stage: 'voting', as: staff, screens: deskScreens(code) };
    await toTheActions(living);
    yield { stage: 'actions', as: living.seat, screens: during };
    yield { stage: 'actions', as: nobody, screens: shown };
  } finally {
    living.close();
  }

  const guest = new Visitor(app.url);
  await guest.post('/api/join', { code: 'DEMO', label: 'Chi viene a vedere' });
  yield { stage: 'demo', as: guest, screens: seatScreens('DEMO', 'sess-demo-05-1') };
  yield { stage: 'demo', as: nobody, screens: [...publicScreens('DEMO'), ...wallScreens('DEMO')] };
  yield { stage: 'demo', as: staff, screens: [...deskScreens('DEMO'), ...printScreens('DEMO')] };

  const totem = new Visitor(app.url);
  totem.cookie = staff.cookie;
  await totem.post('/api/totem/start', { code: 'DEMO' });
  yield { stage: 'demo', as: totem, screens: totemScreens('DEMO') };
}
