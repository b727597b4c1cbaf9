/**
 * `npm run -s hall -- --people 300`: the stress day of the domain reference, in a few minutes, with every assert. With
 * `--region` on two processes, PostgreSQL and HAProxy.
 */
import { stressDay, stressDayOfRegion } from './stress/run';

const argument = (name: string, otherwise: number): number => {
  const i = process.argv.indexOf(`--${name}`);
  return i < 0 ? otherwise : Number(process.argv[i + 1]);
};
const people = argument('people', 300);
const speed = argument('speed', people > 500 ? 80 : 120);
const region = process.argv.includes('--region');
const report = await (region ? stressDayOfRegion : stressDay)(people, speed, argument('seed', 2014));

const { plan } = report;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
console.log(
  [
    '',
    `${plan.people} people (${plan.phoneless} without a phone, ${plan.totems} totems, ${plan.walls} walls), ${plan.slots} × ${plan.spaces} cells,`,
    `${report.facts} facts in ${report.seconds} s: a day ${speed} times faster than it is.`,
    `Everyone lost the link for ${(report.cutMs / 1000).toFixed(1)} s; the server was killed and ${region ? 'the other one had taken over' : 'was back'} after ${seconds(report.fallMs)}.`,
    `After that kill somebody was answered in ${seconds(report.again.first)}, half of the devices were back in ${seconds(report.again.half)}, all in ${seconds(report.again.all)}.`,
    ...(report.checkIn.server && report.checkIn.devices
      ? [
          `While people came in the server ran ${seconds(report.checkIn.server.ranMs)} and was kept waiting for a processor ` +
            `${seconds(report.checkIn.server.waitedMs)}; the devices, in one process, ${seconds(report.checkIn.devices.ranMs)} and ` +
            `${seconds(report.checkIn.devices.waitedMs)}: where the waiting is long, timed claims speak of the machine.`,
        ]
      : []),
    '',
    ...report.claims.map((c) => `${c.holds ? '✓' : '✗'} ${c.claim}: ${c.found}`),
    '',
    ...Object.entries(report.refusals).map(([what, n]) => `refused, as it should be: ${what} × ${n}`),
    '',
  ].join('\n'),
);
if (process.argv.includes('--json')) console.log(JSON.stringify(report));
process.exit(report.claims.every((c) => c.holds) ? 0 : 1);
