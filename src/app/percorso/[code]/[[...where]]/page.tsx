/** One part of the planners' pages, by its address. */
import { Planning } from './planning';

type Props = { params: Promise<{ code: string; where?: string[] }> };

export default async function Page({ params }: Props) {
  const { code, where = [] } = await params;
  return <Planning code={code.toUpperCase()} where={where} />;
}
