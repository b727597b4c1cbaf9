/** Every screen, by the visitors who may open it; a test compares this list with the routes of src/app. */
import { PLACES } from '@/app/percorso/[code]/[[...where]]/places';
import { SHEET_KINDS } from '@/app/stampa/[code]/papers';
import { CODES } from '../../db/demo/path-reading';
import { noteAt } from '../../db/demo/path-refs';
import { SCENES } from '@/domain/gathering/state/scene';

export type Screen = {
  name: string;
  path: string;
  size: 'phone' | 'desk' | 'wall';
  /** Opened without a connection to the server, or without any script. */
  without?: 'link' | 'script';
};

const phone = (name: string, path: string): Screen => ({ name: `phone-${name}`, path, size: 'phone' });
const desk = (name: string, path: string): Screen => ({ name: `desk-${name}`, path, size: 'desk' });

const { ref } = noteAt('5.1');
/** The reading's parts within its places: one text, one code, each view of the analysis. */
const READING = [
  `raccolta/${ref}`,
  `codici/${CODES[0]?.id}`,
  ...['incroci', 'insieme', 'saturazione', 'citazioni', 'target', 'accordo'].map((v) => `analisi/${v}`),
];

/** Open to anybody. */
export const publicScreens = (code: string): Screen[] => [
  phone('start', '/'),
  phone('join', `/i/${code}/entra`),
  phone('join-refused', `/i/${code}/entra?rifiuto=blank_text`),
  desk('sign-in', '/accedi'),
  desk('record', `/atti/${code}`),
  phone('fate', `/esiti/${code}`),
  desk('privacy', '/informativa'),
  desk('accessibility', '/accessibilita'),
];

/** Open to people with a seat. */
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

/** Error pages. */
export const troubledScreens = (code: string, session: string): Screen[] => [
  { ...phone('offline-home', `/i/${code}`), without: 'link' },
  { ...phone('offline-circle', `/i/${code}/cerchio/${session}`), without: 'link' },
  { ...phone('no-script', `/i/${code}`), without: 'script' },
  phone('no-topic', `/i/${code}/temi/T99`),
  phone('no-circle', `/i/${code}/cerchio/nessuno`),
  phone('no-gathering', '/i/NIENTE'),
  phone('find-refused', '/?rifiuto=unknown_code'),
  { name: 'wall-offline', path: `/muro/${code}?scena=now`, size: 'wall', without: 'link' },
];

export const printScreens = (code: string): Screen[] =>
  Object.keys(SHEET_KINDS).map((kind) => desk(`print-${kind}`, `/stampa/${code}?foglio=${kind}`));

export const wallScreens = (code: string): Screen[] => [
  { name: 'wall-auto', path: `/muro/${code}`, size: 'wall' },
  ...SCENES.map(
    (scene): Screen => ({ name: `wall-${scene}`, path: `/muro/${code}?scena=${scene}`, size: 'wall' }),
  ),
];

export const deskScreens = (code: string): Screen[] => [
  desk('holding', `/regia/${code}`),
  desk('secretariat', `/segreteria/${code}`),
];

export const officeScreens = (path: string): Screen[] => [
  desk('office', '/ufficio'),
  desk('office-people', '/ufficio/persone'),
  desk('office-data', '/ufficio/dati'),
  desk('office-data-people', '/ufficio/dati/DEMO'),
  desk('office-details', '/ufficio/ente'),
  desk('office-notice', '/ufficio/informativa'),
  desk('office-trail', '/ufficio/registro'),
  desk('office-sessions', '/ufficio/accessi'),
  ...PLACES.map((place) => desk(`path-${place}`, `/percorso/${path}/${place}`)),
  ...READING.map((part) => desk(`path-${part}`.replaceAll('/', '-'), `/percorso/${path}/${part}`)),
  phone('path-reading', `/percorso/${path}/raccolta`),
];

export const keyScreens = (key: string): Screen[] => [
  desk('key', `/chiave/${key}`),
  desk('key-gone', '/chiave/niente'),
];
export const resetScreens = (link: string): Screen[] => [
  desk('key-reset', link),
  desk('key-changed', '/accedi?cambiata=1'),
];
export const completionScreens = (link: string): Screen[] => [
  desk('complete', link),
  desk('complete-gone', '/completa/niente'),
];
export const totemScreens = (code: string): Screen[] => [
  desk('totem', `/totem/${code}`),
  desk('totem-new', `/totem/${code}?nuovo=1`),
];

/** The wall is measured by its own width, and paper is paper; the rest fits any screen. */
export const isOfAScreen = (s: Screen): boolean => s.size !== 'wall' && !s.name.startsWith('desk-print-');
