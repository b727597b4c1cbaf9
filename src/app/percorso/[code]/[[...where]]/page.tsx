/** One part of the planners' pages, by its address. */
import type { Metadata } from 'next';
import { reader } from '@/app/_shared/page-reader';
import { titleOf } from '@/app/_shared/title';
import { placeInAddress } from './places';
import { Planning } from './planning';

type Props = { params: Promise<{ code: string; where?: string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, where } = await params;
  const { window, accountIn, say } = await reader(['planning']);
  const row = window.find(code);
  return row && accountIn(row)
    ? { title: titleOf(window, code, say(`planning.${placeInAddress(where)}`)) }
    : {};
}

export default async function Page({ params }: Props) {
  const { code, where = [] } = await params;
  return <Planning code={code.toUpperCase()} where={where} />;
}
