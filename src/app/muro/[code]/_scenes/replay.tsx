'use client';
/** The day again in a minute: the board fills, circles grow and move; how many, never who (I12). */
import { useEffect, useState } from 'react';
import { useShown } from '@/client/provider';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import type { Film, FilmCircle, FilmPicture } from '@/reports/day-film';
import { QrCode } from '@/ui/qr-code';
import { Heading } from './heading';
import type { SceneProps } from './scene-for';

const PICTURE_MS = 500;
/** For those who asked for less motion: a few stills, each long enough to be read. */
const STILLS = 6;
const STILL_MS = 10_000;

function useFilm(): Film | null {
  const code = useShown((s) => s.view.code);
  const [film, setFilm] = useState<Film | null>(null);
  useEffect(() => {
    let gone = false;
    fetch(`/api/film/${code}`)
      .then((r) => r.json())
      .then((made: Film) => !gone && setFilm(made.pictures ? made : null))
      .catch(() => {
        // Without the network the wall waits; showing the scene again asks again.
      });
    return () => {
      gone = true;
    };
  }, [code]);
  return film;
}

/** Runs once to the end and rests there. */
function usePicture(film: Film | null): FilmPicture | null {
  const [at, setAt] = useState(0);
  const last = (film?.pictures.length ?? 1) - 1;
  useEffect(() => {
    setAt(0);
    if (last < 1) return;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const step = calm ? Math.ceil(last / (STILLS - 1)) : 1;
    const timer = setInterval(() => setAt((n) => Math.min(last, n + step)), calm ? STILL_MS : PICTURE_MS);
    return () => clearInterval(timer);
  }, [last]);
  return film?.pictures[Math.min(at, last)] ?? null;
}

export function Replay({ address }: SceneProps) {
  const say = useSay();
  const film = useFilm();
  const picture = usePicture(film);
  if (!film || !picture || film.topics.length === 0)
    return (
      <p className="grid h-full place-items-center text-3xl">
        {say(film ? 'wall.replayEmpty' : 'wall.replay')}
      </p>
    );
  return (
    <div className="flex h-full flex-col">
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
      <div className="grid min-h-0 flex-1 grid-cols-[26%_1fr] gap-10 pb-3">
        <Board film={film} picture={picture} />
        <div className="relative grid min-h-0">
          <Hall film={film} picture={picture} />
          {picture === film.pictures.at(-1) && <Onward address={address} />}
        </div>
      </div>
    </div>
  );
}

/** When it is over: where the words of the day are. */
function Onward({ address }: { address: string }) {
  const say = useSay();
  const code = useShown((s) => s.view.code);
  const link = `${address}/atti/${code}`;
  return (
    <div className="absolute right-6 bottom-6 grid animate-arrive justify-items-center gap-2">
      <p className="font-bold text-base">{say('wall.reading')}</p>
      <QrCode value={link} label={link} className="size-[calc(var(--u)*14)]" />
    </div>
  );
}

type Props = { film: Film; picture: FilmPicture };
/** With this many topics their titles can still be read; with more the numbers stand alone. */
const TITLED = 15;

function Board({ film, picture }: Props) {
  const say = useSay();
  const titled = film.topics.length <= TITLED;
  const live = new Set(picture.circles.map((c) => c.topic));
  return (
    <ol
      aria-label={say('wall.board')}
      className={`grid min-h-0 content-start gap-2 overflow-hidden ${titled ? 'grid-cols-1' : 'grid-cols-5'}`}
    >
      {picture.board.map((n) => (
        <li
          key={n}
          className={`animate-arrive truncate rounded-md border-2 px-3 text-sm ${live.has(n) ? 'border-accent bg-accent-soft' : 'border-line bg-raised'}`}
        >
          <b className="mr-3 text-accent">{topicNumber(n)}</b>
          {titled && (film.topics.find((t) => t.n === n)?.title || say('wall.hidden'))}
        </li>
      ))}
    </ol>
  );
}

function Hall({ film, picture }: Props) {
  const say = useSay();
  const columns = Math.max(1, Math.round(Math.sqrt(film.spaces.length * 1.4)));
  const rows = Math.ceil(film.spaces.length / columns) || 1;
  const at = (space: string) => {
    const i = Math.max(
      0,
      film.spaces.findIndex((s) => s.id === space),
    );
    return { left: ((i % columns) + 0.5) / columns, top: (Math.floor(i / columns) + 0.44) / rows };
  };
  // A circle never grows beyond its cell: 66 is the hall's width, 40 its height, in hundredths of the wall.
  const widest = Math.min(66 / columns, 40 / rows) * 0.72;
  const together = picture.circles.length === 0;
  return (
    <div
      className="relative min-h-0 rounded-xl bg-sunken"
      role="img"
      aria-label={say('wall.replayNow', { n: picture.circles.length, people: picture.people })}
    >
      {film.spaces.map((s) => {
        const { left, top } = at(s.id);
        return (
          <span
            key={s.id}
            aria-hidden="true"
            className="absolute -translate-x-1/2 text-ink-soft text-sm transition-opacity duration-700"
            style={{
              left: `${left * 100}%`,
              top: `${(top + 0.42 / rows) * 100}%`,
              opacity: together ? 0 : 1,
            }}
          >
            {s.name}
          </span>
        );
      })}
      <Bubble
        left={0.5}
        top={0.5}
        size={together && picture.people > 0 ? 10 + Math.min(20, Math.sqrt(picture.people) * 1.6) : 0}
        n={picture.people}
        label=""
        strong
      />
      {picture.circles.map((c) => (
        <Circle key={c.session} circle={c} place={at(c.space)} beside={besides(picture, c)} widest={widest} />
      ))}
      {picture.roaming > 0 && (
        <p className="absolute right-6 bottom-3 text-base">{say('wall.roaming', { n: picture.roaming })}</p>
      )}
    </div>
  );
}

/** Informal spaces hold several circles side by side. */
const besides = (picture: FilmPicture, c: FilmCircle): number =>
  picture.circles.filter((x) => x.space === c.space).findIndex((x) => x.session === c.session);

type Place = { left: number; top: number };
function Circle({
  circle,
  place,
  beside,
  widest,
}: {
  circle: FilmCircle;
  place: Place;
  beside: number;
  widest: number;
}) {
  const size = Math.min(widest, 4.4 + Math.sqrt(circle.present) * 1.9);
  return (
    <Bubble
      left={place.left + beside * 0.05}
      top={place.top}
      size={size}
      n={circle.present}
      label={topicNumber(circle.topic)}
      strong={circle.running}
    />
  );
}

function Bubble({
  left,
  top,
  size,
  n,
  label,
  strong,
}: Place & { size: number; n: number; label: string; strong: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute grid -translate-x-1/2 -translate-y-1/2 animate-arrive content-center justify-items-center overflow-hidden rounded-full border-accent text-center leading-tight transition-all duration-500 ease-linear ${strong ? 'border-[0.25em] bg-accent-soft' : 'border-[0.12em] bg-raised'}`}
      style={{
        left: `${left * 100}%`,
        top: `${top * 100}%`,
        width: `calc(var(--u) * ${size})`,
        height: `calc(var(--u) * ${size})`,
        opacity: size === 0 ? 0 : 1,
      }}
    >
      {label && <span className="font-bold text-accent text-sm">{label}</span>}
      <b className="text-xl tabular-nums">{n}</b>
    </span>
  );
}
