/** The planners' pages: one page whose parts change without a network request. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { reader } from '@/app/_shared/page-reader';
import { titleOf } from '@/app/_shared/title';
import { placeInAddress } from './places';
import { Planning } from './planning';

type Props = { params: Promise<{ code: string; where?: string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, where } = await params;
  const { window, accountIn, say } = await reader(['planning']);
  const row = window.find(code);
  if (!row) notFound();
  return accountIn(row) ? { title: titleOf(window, code, say(`planning.${placeInAddress(where)}`)) } : {};
}

export default async function Page({ params }: Props) {
  return <Planning code={(await params).code.toUpperCase()} />;
}
