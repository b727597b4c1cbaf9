'use client';
/**
 * The hall in one frame of the day's replay: circles in their spaces, sized by their number of people; how many, never
 * who (I12).
 */
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import type { Film, FilmCircle, FilmPicture } from '@/reports/day-film';

export function FilmHall({ film, picture }: { film: Film; picture: FilmPicture }) {
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
            className="absolute -translate-x-1/2 -translate-y-full text-ink-soft text-sm leading-[1.15] transition-opacity duration-700"
            style={{
              left: `${left * 100}%`,
              top: `${(top + 0.5 / rows) * 100}%`,
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
        <p className="absolute end-6 bottom-3 text-base">{say('wall.roaming', { n: picture.roaming })}</p>
      )}
    </div>
  );
}

/** Informal spaces hold several circles side by side. */
const besides = (picture: FilmPicture, c: FilmCircle): number =>
  picture.circles.filter((x) => x.space === c.space).findIndex((x) => x.session === c.session);

type Point = { left: number; top: number };
function Circle({
  circle,
  place,
  beside,
  widest,
}: {
  circle: FilmCircle;
  place: Point;
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
}: Point & { size: number; n: number; label: string; strong: boolean }) {
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
