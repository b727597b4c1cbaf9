/** The parts of the book beside the circles: prompts and ideas, speakers, handouts, minutes, the day's news, the map. */
import { hasMap, SHEET } from '@/domain/gathering/state/floor-map';
import { type Block, heading, list, prose, quote, text } from '../document';
import type { Book } from './proceedings';
import { word } from './document-parts';

/** The ideas to each prompt, in the order of arrival; an unanswered prompt stays. */
export function ideas({ data, say }: Book): Block[] {
  const asked: (string | null)[] = [...data.programme.prompts.map((p) => p.text)];
  for (const i of data.ideas) if (!asked.includes(i.prompt)) asked.push(i.prompt);
  return asked.flatMap((prompt) => {
    const said = data.ideas.filter((i) => i.prompt === prompt);
    return [
      heading(2, prompt ?? say('record.otherIdeas')),
      text(say('record.ideaCount', { n: said.length })),
      ...said.map((i) =>
        quote(
          i.text ?? say('record.hiddenVersion'),
          [
            i.kind === 'altro' ? '' : word(say, i.kind),
            i.author ?? '',
            i.origin !== 'telefono' && say.has(`record.origin.${i.origin}`)
              ? say.dynamic(`record.origin.${i.origin}`)
              : '',
          ]
            .filter(Boolean)
            .join(' · '),
          { id: i.number },
        ),
      ),
    ];
  });
}

export function minutes({ data, say }: Book): Block[] {
  const { speakers, materials, minutes: words } = data.programme;
  return [
    ...(speakers.length === 0 ? [] : [heading(2, say('record.speakers')), ...list(speakers)]),
    ...(materials.length === 0
      ? []
      : [
          heading(2, say('record.materials')),
          ...materials.flatMap((m): Block[] =>
            /^https?:\/\//i.test(m.href)
              ? [
                  {
                    is: 'text',
                    of: [
                      {
                        is: 'paragraph',
                        of: [{ is: 'link', href: m.href, of: [{ is: 'words', text: m.title }] }],
                      },
                    ],
                  },
                ]
              : [text([m.title, m.href].filter(Boolean).join(' · '))],
          ),
        ]),
    ...(words === '' ? [] : [heading(2, say('record.minutes')), ...prose(words)]),
  ];
}

/** Announcements with their time; withdrawn ones are left out. */
export function news({ data, say }: Book): Block[] {
  const { timezone } = data.gathering;
  const told = data.announcements.filter((a) => !a.withdrawn);
  if (told.length === 0) return [];
  const when = (at: string | null): string =>
    at ? `${say.date(Date.parse(at), 'long', timezone)}, ${say.time(Date.parse(at), timezone)}` : '';
  return [
    heading(2, say('documents.news')),
    ...told.map((a) =>
      quote(a.text, [say.dynamic(`documents.newsKind.${a.kind}`), when(a.at)].filter(Boolean).join(' · ')),
    ),
  ];
}

/** The map of the hall, with the numbered names of its spaces beneath it. */
export function floorMap({ data: { gathering: g }, say }: Book): Block[] {
  if (!hasMap(g.map)) return [];
  const { picture, spots } = g.map;
  const marked = g.spaces.flatMap((s) => {
    const at = spots[s.id];
    return s.released && at ? [{ name: s.name, at }] : [];
  });
  const { w, h } = picture ?? SHEET;
  return [
    heading(2, say('record.map')),
    {
      is: 'photo',
      hash: 'map',
      caption: say('record.mapHow'),
      width: w,
      height: h,
      map: { picture: picture?.hash ?? null, spots: marked.map((s) => s.at) },
    },
    ...list(marked.map((s, i) => `${i + 1} · ${s.name}`)),
  ];
}
