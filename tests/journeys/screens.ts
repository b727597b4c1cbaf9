/** Every screen there is, by who may open it; a test holds this list to the routes of src/app. */
import { PLACES } from '@/app/percorso/[code]/[[...where]]/places';
import { KINDS } from '@/app/stampa/[code]/papers';
import { CODES } from '../../db/demo/path-reading';
import { noteAt } from '../../db/demo/path-refs';
import { SCENES } from '@/domain/gathering/state';

export type Screen = { name: string; path: string; size: 'phone' | 'desk' | 'wall' };

const phone = (name: string, path: string): Screen => ({ name: `phone-${name}`, path, size: 'phone' });
const desk = (name: string, path: string): Screen => ({ name: `desk-${name}`, path, size: 'desk' });

const { ref } = noteAt('5.1');
/** The reading's parts within its places: one text, one code, each view of the analysis. */
const READING = [
  `raccolta/${ref}`,
  `codici/${CODES[0]?.id}`,
  ...['incroci', 'insieme', 'saturazione', 'citazioni', 'target', 'accordo'].map((v) => `analisi/${v}`),
];

/** What anybody may open. */
export const publicScreens = (code: string): Screen[] => [
  phone('start', '/'),
  phone('join', `/i/${code}/entra`),
  desk('sign-in', '/accedi'),
  desk('record', `/atti/${code}`),
  phone('fate', `/esiti/${code}`),
  desk('privacy', '/informativa'),
  desk('accessibility', '/accessibilita'),
];

/** What who has a seat may open. */
export const seatScreens = (code: string, session: string): Screen[] =>
  Object.entries({
    home: '',
    propose: '/proponi',
    board: '/bacheca',
    topic: '/temi/T01',
    'topic-other': '/temi/T02',
    matrix: '/griglia',
    placing: '/griglia/T01',
    circles: '/cerchi',
    circle: `/cerchio/${session}`,
    report: '/resoconto/T01',
    'report-read': '/resoconto/T02',
    news: '/notizie',
    vote: '/voto',
    actions: '/azioni',
    method: '/metodo',
    me: '/io',
  }).map(([name, where]) => phone(name, `/i/${code}${where}`));

export const printScreens = (code: string): Screen[] =>
  Object.keys(KINDS).map((kind) => desk(`print-${kind}`, `/stampa/${code}?foglio=${kind}`));

export const wallScreens = (code: string): Screen[] =>
  SCENES.map((scene) => ({ name: `wall-${scene}`, path: `/muro/${code}?scena=${scene}`, size: 'wall' }));

export const deskScreens = (code: string): Screen[] => [
  desk('holding', `/regia/${code}`),
  desk('secretariat', `/segreteria/${code}`),
];

export const officeScreens = (path: string): Screen[] => [
  desk('office', '/ufficio'),
  ...PLACES.map((place) => desk(`path-${place}`, `/percorso/${path}/${place}`)),
  ...READING.map((part) => desk(`path-${part}`.replaceAll('/', '-'), `/percorso/${path}/${part}`)),
  phone('path-reading', `/percorso/${path}/raccolta`),
];

export const keyScreens = (key: string): Screen[] => [
  desk('key', `/chiave/${key}`),
  desk('key-gone', '/chiave/niente'),
];
export const completionScreens = (link: string): Screen[] => [
  desk('complete', link),
  desk('complete-gone', '/completa/niente'),
];
export const totemScreens = (code: string): Screen[] => [
  desk('totem', `/totem/${code}`),
  desk('totem-new', `/totem/${code}?nuovo=1`),
];
