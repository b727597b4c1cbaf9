/** The accessibility statement: aims, what was tested, what was not. */
import type { Metadata } from 'next';
import { type PageSection, PlainPage } from '@/app/_shared/plain-page';
import { reader } from '@/app/_shared/page-reader';

const PARTS: readonly PageSection[] = [
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
  const { say, window } = await reader(['common', 'pages']);
  const { declaration, feedback, ombudsman } = window.officeDetails();
  const own: PageSection[] = [
    ...(feedback
      ? [
          {
            title: 'pages.access.feedbackTitle',
            body: 'pages.access.feedback',
            params: { feedback },
          } as const,
        ]
      : []),
    ...(ombudsman
      ? [
          {
            title: 'pages.access.ombudsmanTitle',
            body: 'pages.access.ombudsman',
            params: { ombudsman },
          } as const,
        ]
      : []),
  ];
  return (
    <PlainPage
      say={say}
      title="pages.access.title"
      intro="pages.access.intro"
      parts={[...PARTS, ...own]}
      more={
        declaration && (
          <a className="inline-flex min-h-11 items-center justify-self-start underline" href={declaration}>
            {say('pages.access.declaration')}
          </a>
        )
      }
      back="/accessibilita"
    />
  );
}
