/** The accessibility statement: aims, what was tested, what was not. */
import type { Metadata } from 'next';
import { type Part, PlainPage } from '@/app/_page/plain-page';
import { reader } from '@/app/_page/reader';

const PARTS: readonly Part[] = [
  { title: 'pages.access.aimTitle', body: 'pages.access.aim' },
  { title: 'pages.access.doneTitle', body: 'pages.access.done' },
  { title: 'pages.access.notTitle', body: 'pages.access.not' },
  { title: 'pages.access.contactTitle', body: 'pages.access.contact' },
];

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await reader(['common', 'pages']);
  return { title: say('pages.access.title') };
}

export default async function Page() {
  const { say } = await reader(['common', 'pages']);
  return (
    <PlainPage
      say={say}
      title="pages.access.title"
      intro="pages.access.intro"
      parts={PARTS}
      back="/accessibilita"
    />
  );
}
