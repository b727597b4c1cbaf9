/** Projects with the office's judgement and their euro, with totals: of a whole path, or of one table. */
import { type Block, table } from '../document';
import { euros, type Setting, word } from './document-parts';

type Project = Setting['data']['projects'][number];

export function projectTable({ say }: Setting, projects: readonly Project[]): Block {
  const sum = (key: 'total' | 'floating' | 'untouchable') =>
    euros(
      say,
      projects.reduce((n, p) => n + p[key], 0),
    );
  return table(
    say('documents.projects'),
    [
      say('documents.code'),
      say('documents.project'),
      say('documents.assessment'),
      say('documents.total'),
      say('documents.floating'),
      say('documents.untouchable'),
    ],
    [
      ...projects.map((p) => [
        p.code,
        p.title,
        word(say, p.assessment),
        euros(say, p.total),
        euros(say, p.floating),
        euros(say, p.untouchable),
      ]),
      ['', say('documents.sum'), '', sum('total'), sum('floating'), sum('untouchable')],
    ],
    { figures: [3, 4, 5], widths: [1, 4, 2, 2.2, 2.2, 2.2], total: true },
  );
}
