/** The map of the hall as one picture for books: the building or a blank sheet, with a numbered disc on each space. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OverlayOptions, Sharp } from 'sharp';
import type { Block } from '@/reports/document';
import { MAP_SIDE, SHEET } from '@/domain/gathering/state/floor-map';
import { projectRoot } from '../files/project-root';
import { PAPER } from '@/tokens/colours';

export type MapBlock = NonNullable<Extract<Block, { is: 'photo' }>['map']>;

/** The longest side, and the radius of a disc, in pixels: its number is 3 mm high where the map is as wide as A4. */
const LONGEST = 1200;
const RADIUS = 26;

// The numbers are drawn with a font of ours: a server may have none.
const FONT = join(projectRoot, 'src/server/file-formats/fonts/NotoSans-Bold.ttf');

/** Throws when the building's picture is not in `folder`. */
export async function mapPicture({ picture, spots }: MapBlock, folder: string): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  const [width, height] = [LONGEST, Math.round((LONGEST * SHEET.h) / SHEET.w)];
  const sheet = picture
    ? sharp(await readFile(join(folder, `${picture}.webp`))).resize({
        width: LONGEST,
        height: LONGEST,
        fit: 'inside',
      })
    : sharp({ create: { width, height, channels: 3, background: PAPER.ground } });
  const { data, info } = await sheet
    .flatten({ background: PAPER.ground })
    .png()
    .toBuffer({ resolveWithObject: true });
  const disc = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * RADIUS}" height="${2 * RADIUS}"><circle cx="${RADIUS}" cy="${RADIUS}" r="${RADIUS - 2}" fill="${PAPER.ink}" stroke="${PAPER.ground}" stroke-width="3"/></svg>`,
  );
  const marks = await Promise.all(
    spots.map(async ({ x, y }, i): Promise<OverlayOptions[]> => {
      const number = await sharp({
        text: {
          text: `<span foreground="${PAPER.ground}">${i + 1}</span>`,
          font: 'Noto Sans Bold',
          fontfile: FONT,
          dpi: 170,
          rgba: true,
        },
      })
        .png()
        .toBuffer({ resolveWithObject: true });
      const centre = (at: number, whole: number) =>
        Math.min(whole - RADIUS, Math.max(RADIUS, Math.round((at / MAP_SIDE) * whole)));
      const [left, top] = [centre(x, info.width), centre(y, info.height)];
      return [
        { input: disc, left: left - RADIUS, top: top - RADIUS },
        {
          input: number.data,
          left: left - Math.round(number.info.width / 2),
          top: top - Math.round(number.info.height / 2),
        },
      ];
    }),
  );
  // Decoded again: in one pipeline sharp would resize before it draws the marks.
  return sharp(await sharp(data).composite(marks.flat()).png().toBuffer());
}
