'use client';
/** The day's replay in a minute: the board fills, circles grow and move; how many, never who (I12). */
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import type { Film, FilmPicture } from '@/reports/day-film';
import { BookCode } from './book-code';
import { useFilm, usePicture } from './film';
import { FilmHall } from './film-hall';
import { Heading } from './heading';
import type { SceneProps } from './scene';

export function Replay({ address }: SceneProps) {
  const say = useSay();
  const film = useFilm();
  const picture = usePicture(film);
  if (!film || !picture || film.topics.length === 0)
    return (
      <p className="grid size-full place-items-center text-center text-3xl">
        {say(film ? 'wall.replayEmpty' : 'wall.replay')}
      </p>
    );
  return (
    <div className="flex size-full flex-col">
      <Heading
        title={say('wall.replay')}
        aside={
          <>
            <span>{say('wall.topics', { n: picture.board.length })}</span>
            <span>{say('wall.notes', { n: picture.notes })}</span>
            <b className="text-ink">
              {say.date(picture.at, 'short', film.timezone)} {say.time(picture.at, film.timezone)}
            </b>
          </>
        }
      />
      <div className="grid min-h-0 flex-1 grid-cols-[30%_1fr] gap-10 upright-wall:grid-cols-1 upright-wall:grid-rows-[1fr_2fr]">
        <Board film={film} picture={picture} />
        <div className="relative grid min-h-0">
          <FilmHall film={film} picture={picture} />
          {picture === film.pictures.at(-1) && (
            <BookCode address={address} className="absolute end-6 bottom-6 animate-arrive" />
          )}
        </div>
      </div>
    </div>
  );
}

type Props = { film: Film; picture: FilmPicture };
/** With this many topics their titles can still be read; with more only numbers are shown. */
const TITLED = 12;

function Board({ film, picture }: Props) {
  const say = useSay();
  const titled = film.topics.length <= TITLED;
  const live = new Set(picture.circles.map((c) => c.topic));
  return (
    <ol
      aria-label={say('wall.board')}
      className={`grid min-h-0 content-start gap-2 overflow-hidden ${titled ? 'grid-cols-1' : 'grid-cols-4'}`}
    >
      {picture.board.map((n) => (
        <li
          key={n}
          className={`animate-arrive truncate rounded-md border-2 px-3 pb-[0.1em] text-sm leading-[1.3] ${live.has(n) ? 'border-accent bg-accent-soft' : 'border-line bg-raised'}`}
        >
          <b className="me-3 text-accent">{topicNumber(n)}</b>
          {titled && (film.topics.find((t) => t.n === n)?.title || say('wall.hidden'))}
        </li>
      ))}
    </ol>
  );
}
