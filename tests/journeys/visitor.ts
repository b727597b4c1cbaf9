/** A device without a window: its identity through each entrance, and how an office opens a gathering. */
import type { Format } from '@/domain/gathering/state/format';

const JSON_BOTH = { 'content-type': 'application/json', accept: 'application/json' };

/** A cookie jar of one cookie: the device's identity after each entrance. */
export class Visitor {
  cookie = '';
  constructor(readonly url: string) {}

  async post(path: string, body: object): Promise<Record<string, unknown>> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...JSON_BOTH, cookie: this.cookie },
      body: JSON.stringify(body),
    });
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    if (response.status >= 400) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.status === 200 ? ((await response.json()) as Record<string, unknown>) : {};
  }

  async read(path: string): Promise<string> {
    return (await fetch(this.url + path, { headers: { cookie: this.cookie } })).text();
  }

  /** The same device in another language. */
  async speaking(lang: string): Promise<Visitor> {
    const other = new Visitor(this.url);
    other.cookie = this.cookie;
    await other.post('/api/lang', { lang, back: '/' });
    return other;
  }
}

/** The office, by the one-time link of the first start. */
export async function office(url: string, setup: string): Promise<Visitor> {
  const one = new Visitor(url);
  await one.post('/api/enter', {
    token: setup,
    name: 'Chi tiene lo spazio',
    passphrase: 'quattro parole a caso',
  });
  return one;
}

/** A zone in which it is about noon: a day given in minutes from now fits in it at any hour the tests run. */
function noonZone(): string {
  const west = new Date().getUTCHours() - 12;
  return `Etc/GMT${west < 0 ? west : `+${west}`}`;
}

/** The hour in the zone, `minutes` from now. */
function hour(minutes: number, timeZone: string): string {
  return new Date(Date.now() + minutes * 60_000).toLocaleTimeString('sv-SE', { timeZone }).slice(0, 5);
}

/** Minutes from now at which each slot begins and ends. */
const SPANS = [
  [-40, 20],
  [21, 60],
  [61, 100],
] as const;
const SPACES = [
  ...['Tiglio', 'Gelso', 'Quercia', 'Pioppo'].map((name, i) => ({ id: `spazio-000${i}`, name })),
  { id: 'spazio-olmo', name: 'Olmo', stepFree: false },
  { id: 'portico', name: 'Portico', kind: 'informal' },
];

type Place = { id: string; name: string; stepFree?: boolean; kind?: string };
type Room = {
  spans?: readonly (readonly [number, number])[];
  spaces?: readonly Place[];
  question?: string;
  /** Another meeting than an Open Space. */
  format?: Format;
  /** The id of the path it belongs to. */
  path?: string;
};

export async function newGathering(by: Visitor, title: string, room: Room = {}): Promise<string> {
  const { spans = SPANS, spaces = SPACES, path, format } = room;
  const timezone = noonZone();
  const day = new Date().toLocaleDateString('sv-SE', { timeZone: timezone });
  const { code } = await by.post('/api/gatherings', {
    ...(path ? { path } : {}),
    ask: {
      title,
      question: room.question ?? 'Quale welfare vogliamo costruire insieme nel 2015?',
      sponsor: 'Ufficio di Piano',
      days: [day],
      timezone,
      demo: true,
      ...(format ? { format } : {}),
      slots: spans.map(([from, to], i) => ({
        id: `turno-000${i}`,
        day,
        label: `Turno ${i + 1}`,
        start: hour(from, timezone),
        end: hour(to, timezone),
      })),
      spaces,
    },
  });
  return String(code);
}
