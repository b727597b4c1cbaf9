/** Cards, badges and notices show each part when it was given, and only then. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Badge, KIND_ICONS, KindBadge, STRAND_SYMBOLS, StrandBadge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { CheckPills, ChoicePills, Toggle } from '@/ui/choice';
import { chairs, CircleBubble } from '@/ui/circle-bubble';
import { DataTable } from '@/ui/data-table';
import { DeliveryMark } from '@/ui/delivery-mark';
import { Fold } from '@/ui/fold';
import { ICON_PATHS, type IconName } from '@/ui/icon-paths';
import { Icon } from '@/ui/icons';
import { KeyHint } from '@/ui/key-hint';
import { Mark, Wordmark } from '@/ui/mark';
import { NoteCard } from '@/ui/note-card';
import { Banner, type BannerKind, DemoRibbon, EmptyState, Progress, Skeleton } from '@/ui/notice';
import { QrCode } from '@/ui/qr-code';
import { PageHeader, Section, Stat } from '@/ui/surface';
import { TopicCard } from '@/ui/topic-card';
import { type MatrixCell, matrixPages, type MatrixSlot, WallMatrix } from '@/ui/wall-matrix';
import { WallRing } from '@/ui/wall-ring';
import { seatsAround, WallSeats } from '@/ui/wall-seats';
import { TopicLine, TopicNumber } from '@/ui/wall-strands';

const html = (node: ReactElement) => renderToStaticMarkup(node);
const words = (node: ReactElement) =>
  html(node)
    .replace(/<[^>]+>/g, '|')
    .split('|')
    .map((w) => w.trim())
    .filter(Boolean);
const all = (node: ReactElement, name: string) =>
  [...html(node).matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map((m) => m[1]);
const draws = (node: ReactElement, icon: IconName) =>
  ICON_PATHS[icon].every((d) => html(node).includes(`d="${d}"`));
const count = (node: ReactElement, tag: string) =>
  [...html(node).matchAll(new RegExp(`<${tag}[ >]`, 'g'))].length;

describe('[E34] a small label', () => {
  it('has a word, and an icon only where one is given', () => {
    expect(words(<Badge>in corso</Badge>)).toEqual(['in corso']);
    expect(count(<Badge>in corso</Badge>, 'svg')).toBe(0);
    expect(draws(<Badge icon="check">fatto</Badge>, 'check')).toBe(true);
  });

  it('of a strand has its letter, its symbol and its name, which a short one keeps in its tip too', () => {
    expect(STRAND_SYMBOLS).toEqual({ A: '●', B: '▲', C: '■' });
    const shapes = (['A', 'B', 'C'] as const).map((s) => {
      const badge = <StrandBadge strand={s} label={`Asse ${s}`} short />;
      expect([words(badge), all(badge, 'title')]).toEqual([[s, `Asse ${s}`], [`Asse ${s}`]]);
      expect(all(<StrandBadge strand={s} label="x" />, 'title')).toEqual([]);
      return html(badge)
        .match(/<svg.*<\/svg>/)?.[0]
        .replace(/data-symbol="."/, '');
    });
    expect(new Set(shapes).size).toBe(3);
    expect(shapes.every((s) => /<(circle|path) /.test(s ?? ''))).toBe(true);
  });

  it('of a kind has the kind’s own icon', () => {
    for (const kind of ['esperienza', 'proposta', 'domanda'] as const) {
      expect(draws(<KindBadge kind={kind} label={kind} />, KIND_ICONS[kind])).toBe(true);
      expect(words(<KindBadge kind={kind} label={kind} />)).toEqual([kind]);
    }
    const kinds = Object.values(KIND_ICONS);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('of a key says the key and what it does', () => {
    expect(words(<KeyHint keys={['Alt', 'N']} does="nuovo" />)).toEqual(['Alt', 'N', 'nuovo']);
    expect(count(<KeyHint keys={['Alt', 'N']} does="nuovo" />, 'kbd')).toBe(2);
  });
});

describe('[E34] a drawing', () => {
  it('is silent beside a text, and is an image with a name where it stands alone', () => {
    for (const drawn of [<Icon key="i" name="info" />, <Mark key="m" />])
      expect([all(drawn, 'aria-hidden'), all(drawn, 'role'), count(drawn, 'title')]).toEqual([
        ['true'],
        [],
        0,
      ]);
    for (const named of [<Icon key="i" name="info" label="Nota" />, <Mark key="m" label="Nota" />])
      expect([all(named, 'aria-hidden'), all(named, 'role'), words(named)]).toEqual([[], ['img'], ['Nota']]);
    expect(words(<Wordmark name="Cerchi" />)).toEqual(['Cerchi']);
  });

  it('that points along the lines turns with the script; the others do not', () => {
    for (const name of ['left', 'right', 'forward', 'undo', 'out'] as const)
      expect(html(<Icon name={name} />), name).toContain('rtl:-scale-x-100');
    expect(html(<Icon name="check" />)).not.toContain('rtl:');
  });

  it('of a delivery says its state in words that are seen, or in its tip', () => {
    for (const state of ['saved', 'sent', 'seen'] as const) {
      const mark = <DeliveryMark state={state} label="inviata" />;
      expect([words(mark), all(mark, 'title'), all(mark, 'data-delivery')]).toEqual([
        ['inviata'],
        ['inviata'],
        [state],
      ]);
      expect(html(mark)).toContain('sr-only');
      const said = <DeliveryMark state={state} label="inviata" words />;
      expect([all(said, 'title'), html(said).includes('sr-only')]).toEqual([[], false]);
    }
  });

  it('of an address is dark on white with a quiet zone of four modules', () => {
    const code = html(<QrCode value="http://192.168.1.20:3000/i/CARPI" label="Entra" />);
    const [, size = ''] = /viewBox="0 0 (\d+) \1"/.exec(code) ?? [];
    expect(code).toContain(`d="M0 0h${size}v${size}H0z"`);
    const dark = [...code.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map((m) => [Number(m[1]), Number(m[2])]);
    expect(dark.length).toBeGreaterThan(200);
    expect(dark).toContainEqual([4, 4]);
    const edge = Number(size) - 4;
    expect(dark.flat().filter((n) => n < 4 || n >= edge)).toEqual([]);
  });
});

describe('a topic’s card', () => {
  const bare = <TopicCard number="T05" title="Chi cura chi cura?" convener="Ada" />;
  const whole = (
    <TopicCard
      number="T05"
      title="Chi cura chi cura?"
      convener="Ada"
      line="In una frase"
      strands={[{ strand: 'A', label: 'Casa' }]}
      interest="27 persone interessate"
      where="Turno 1 · Gelso"
      flag="Nuovo"
      state={<Badge>unito a T07</Badge>}
      delivery="inviato"
      actions={<button type="button">Mi interessa</button>}
      href="/i/DEMO/temi/T05"
      level={2}
    />
  );

  it('says its number, its title and its convener, and nothing that it was not given', () => {
    expect(words(bare)).toEqual(['T05', 'Chi cura chi cura?', 'Ada']);
    expect([count(bare, 'h3'), count(bare, 'a'), count(bare, 'svg')]).toEqual([1, 0, 0]);
    expect(count(bare, 'p')).toBe(1);
  });

  it('says all that it was given, and its title leads to it', () => {
    expect(words(whole)).toEqual([
      'T05',
      'Chi cura chi cura?',
      'Ada',
      'In una frase',
      'Nuovo',
      'unito a T07',
      'A',
      'Casa',
      'Turno 1 · Gelso',
      '27 persone interessate',
      'inviato',
      'Mi interessa',
    ]);
    expect(all(whole, 'href')).toEqual(['/i/DEMO/temi/T05']);
    expect(count(whole, 'h2')).toBe(1);
    expect([draws(whole, 'place'), draws(whole, 'heart')]).toEqual([true, true]);
  });

  it.each([
    { strands: [{ strand: 'B' as const, label: 'Salute' }], said: 'Salute' },
    { state: 'ritirato', said: 'ritirato' },
    { flag: 'Nuovo', said: 'Nuovo' },
    { interest: '2 persone', said: '2 persone' },
    { where: 'Gelso', said: 'Gelso' },
    { delivery: 'inviato', said: 'inviato' },
  ])('says $said also when it is all that there is', ({ said, ...one }) => {
    expect(words(<TopicCard number="T01" title="x" convener="Ada" {...one} />)).toContain(said);
  });
});

describe('a note’s card', () => {
  const note = { kind: 'bisogno', kindLabel: 'Bisogno', text: 'Le panchine', author: 'Ada' } as const;

  it('says its kind, its words and its author; one without a kind bears none', () => {
    expect(words(<NoteCard {...note} />)).toEqual(['Bisogno', 'Le panchine', 'Ada']);
    expect(words(<NoteCard {...note} kind="altro" />)).toEqual(['Le panchine', 'Ada']);
  });

  it('says when, its delivery and its flags where they were given', () => {
    const card = (
      <NoteCard
        {...note}
        when="10:45"
        flags={[{ label: 'corretta', tone: 'warn' }]}
        actions={<button type="button">Correggi</button>}
        delivery="sent"
        deliveryLabel="inviata"
      />
    );
    expect(words(card)).toEqual([
      'Bisogno',
      'corretta',
      'Le panchine',
      'Ada',
      '10:45',
      'inviata',
      'Correggi',
    ]);
    expect(words(<NoteCard {...note} delivery="sent" />)).not.toContain('inviata');
    expect(all(card, 'data-delivery')).toEqual(['sent']);
    expect(all(card, 'dir')).toEqual(['auto']);
  });

  it('that is withheld looks different from one that is not', () => {
    expect(html(<NoteCard {...note} withheld />)).not.toBe(html(<NoteCard {...note} />));
  });
});

describe('a part of a page', () => {
  it('has a heading of its level, and its aside and introduction where there are any', () => {
    const bare = (
      <Section title="Temi" id="temi">
        dentro
      </Section>
    );
    expect([words(bare), count(bare, 'h2'), count(bare, 'p'), all(bare, 'id')]).toEqual([
      ['Temi', 'dentro'],
      1,
      0,
      ['temi'],
    ]);
    const whole = (
      <Section title="Temi" level={3} intro="In breve" aside="12">
        dentro
      </Section>
    );
    expect([words(whole), count(whole, 'h3'), count(whole, 'h2')]).toEqual([
      ['Temi', '12', 'In breve', 'dentro'],
      1,
      0,
    ]);
  });

  it('has one first heading, smaller where the title is long', () => {
    const header = <PageHeader title="Atti" over="Carpi" intro="In breve" actions="Scarica" />;
    expect([words(header), count(header, 'h1')]).toEqual([['Carpi', 'Atti', 'In breve', 'Scarica'], 1]);
    expect(words(<PageHeader title="Atti" />)).toEqual(['Atti']);
    expect(count(<PageHeader title="Atti" />, 'p')).toBe(0);
    const size = (n: number) => /<h1 class="([^"]*)"/.exec(html(<PageHeader title={'x'.repeat(n)} />))?.[1];
    expect(size(70)).toBe(size(4));
    expect(size(71)).not.toBe(size(70));
  });

  it('says a number with its name and its hint', () => {
    expect(words(<Stat value={12} label="temi" hint="tre nuovi" />)).toEqual(['temi', '12', 'tre nuovi']);
    expect(words(<Stat value={12} label="temi" />)).toEqual(['temi', '12']);
  });

  it('that folds is closed unless it is opened, and is a heading only among sections', () => {
    const fold = (open: boolean, large: boolean) => (
      <Fold title="Storia" open={open} large={large}>
        dentro
      </Fold>
    );
    expect([html(fold(false, false)).includes('open=""'), count(fold(false, false), 'h2')]).toEqual([
      false,
      0,
    ]);
    expect([html(fold(true, true)).includes('open=""'), count(fold(true, true), 'h2')]).toEqual([true, 1]);
    expect(words(fold(true, true))).toEqual(['Storia', 'dentro']);
  });
});

describe('a message of the screen', () => {
  it('has the icon of its kind, and is read aloud only where it is live', () => {
    const icons: Record<BannerKind, IconName> = {
      info: 'info',
      good: 'check',
      warn: 'warning',
      bad: 'warning',
      offline: 'offline',
      demo: 'info',
    };
    for (const kind of Object.keys(icons) as BannerKind[])
      expect(draws(<Banner kind={kind}>x</Banner>, icons[kind]), kind).toBe(true);
    expect(draws(<Banner>x</Banner>, 'info')).toBe(true);
    const banner = (
      <Banner title="Senza rete" action="Riprova" live>
        Quello che scrivi resta
      </Banner>
    );
    expect([words(banner), all(banner, 'role')]).toEqual([
      ['Senza rete', 'Quello che scrivi resta', 'Riprova'],
      ['status'],
    ]);
    expect([words(<Banner title="Senza rete" />), all(<Banner title="x" />, 'role')]).toEqual([
      ['Senza rete'],
      [],
    ]);
    expect(count(<Banner>x</Banner>, 'p')).toBe(0);
  });

  it('of a demonstration is a landmark with its text as name, stronger where it could be taken for true', () => {
    expect(all(<DemoRibbon text="Dati inventati" />, 'aria-label')).toEqual(['Dati inventati']);
    expect(html(<DemoRibbon text="x" strong />)).not.toBe(html(<DemoRibbon text="x" />));
  });

  it('of an empty place is the page’s heading where it is the whole page', () => {
    expect(count(<EmptyState title="Niente" />, 'h1')).toBe(0);
    const whole = (
      <EmptyState title="Niente" whole action="Proponi">
        Ancora
      </EmptyState>
    );
    expect([words(whole), count(whole, 'h1')]).toEqual([['Niente', 'Ancora', 'Proponi'], 1]);
    expect(words(<EmptyState title="Niente" />)).toEqual(['Niente']);
  });

  it('while content comes says so, and draws as many lines as asked', () => {
    const lines = (n?: number) => <Skeleton label="Arriva" {...(n === undefined ? {} : { lines: n })} />;
    expect([words(lines()), all(lines(), 'role')]).toEqual([['Arriva'], ['status']]);
    expect([all(lines(), 'style').length, all(lines(5), 'style')]).toEqual([
      3,
      ['width:92%', 'width:78%', 'width:85%', 'width:60%', 'width:92%'],
    ]);
  });

  it('of progress says the numbers in words, and is never drawn past its end', () => {
    const bar = (value: number, max: number) => (
      <Progress value={value} max={max} label="Schede" text="in parole" />
    );
    const said = (node: ReactElement) =>
      ['aria-valuemin', 'aria-valuemax', 'aria-valuenow', 'aria-valuetext', 'aria-label'].flatMap((a) =>
        all(node, a),
      );
    expect(said(bar(9, 12))).toEqual(['0', '12', '9', 'in parole', 'Schede']);
    expect(all(bar(9, 12), 'style')).toEqual(['width:75%']);
    expect(all(bar(13, 12), 'style')).toEqual(['width:100%']);
    expect(all(bar(3, 0), 'style')).toEqual(['width:0%']);
    const drawn = <Progress value={1} max={2} label={<b>Schede</b>} text="una su due" />;
    expect(all(drawn, 'aria-label')).toEqual(['una su due']);
  });
});

describe('a choice', () => {
  const TWO = [
    { value: 'a', label: 'Uno', icon: <Icon name="leaf" />, hint: 'il primo' },
    { value: 'b', label: 'Due', disabled: true },
  ];

  it('ties its hint and its error to the group, and marks what is chosen with more than a colour', () => {
    const pills = (value: string | null) => (
      <ChoicePills
        legend="Quale"
        hint="Uno solo"
        error="Manca"
        choices={TWO}
        value={value}
        onValue={() => {}}
      />
    );
    const [described = ''] = all(pills(null), 'aria-describedby');
    expect(described.split(' ').map((id) => all(pills(null), 'id').includes(id))).toEqual([true, true]);
    expect(words(pills(null))).toEqual(['Quale', 'Uno solo', 'Uno', 'il primo', 'Due', 'Manca']);
    expect([draws(pills(null), 'leaf'), draws(pills(null), 'check')]).toEqual([true, false]);
    expect([draws(pills('a'), 'leaf'), draws(pills('a'), 'check')]).toEqual([false, true]);
    expect([all(pills('a'), 'type'), all(pills('a'), 'value')]).toEqual([
      ['radio', 'radio'],
      ['a', 'b'],
    ]);
    expect([
      html(pills('a')).split('checked=""').length,
      html(pills('a')).split('disabled=""').length,
    ]).toEqual([2, 2]);
    expect(new Set(all(pills('a'), 'name')).size).toBe(1);
  });

  it('of several is boxes, described by nothing where there is nothing to say', () => {
    const boxes = (
      <CheckPills
        legend="Quali"
        legendHidden
        name="q"
        choices={TWO}
        values={['a', 'b']}
        onValues={() => {}}
      />
    );
    expect([all(boxes, 'type'), all(boxes, 'name'), all(boxes, 'aria-describedby')]).toEqual([
      ['checkbox', 'checkbox'],
      ['q', 'q'],
      [],
    ]);
    expect(html(boxes)).toMatch(/<legend class="sr-only"/);
    expect(html(boxes).split('checked=""').length).toBe(3);
    expect(count(boxes, 'p')).toBe(0);
  });

  it('of yes and no draws its state, and is described only by a hint', () => {
    const off = <Toggle label="Anonima" on={false} onToggle={() => {}} />;
    expect([draws(off, 'check'), all(off, 'aria-describedby'), words(off)]).toEqual([false, [], ['Anonima']]);
    const on = <Toggle label="Anonima" hint="Senza nome" on onToggle={() => {}} disabled />;
    expect([
      draws(on, 'check'),
      all(on, 'aria-describedby').length,
      html(on).includes('disabled=""'),
    ]).toEqual([true, 1, true]);
  });
});

describe('a button', () => {
  it('may be a link, with its icon and its own class', () => {
    const link = (
      <Button href="/i/DEMO" icon="forward" className="mia">
        Vai
      </Button>
    );
    expect([count(link, 'a'), count(link, 'button'), words(link), all(link, 'href')]).toEqual([
      1,
      0,
      ['Vai'],
      ['/i/DEMO'],
    ]);
    expect([draws(link, 'forward'), html(link).includes('mia')]).toEqual([true, true]);
    expect([count(<Button>Vai</Button>, 'svg'), all(<Button>Vai</Button>, 'type')]).toEqual([0, ['button']]);
  });

  it('of each kind and size looks its own way', () => {
    const looks = (['primary', 'quiet', 'plain', 'danger'] as const).map((kind) => (
      <Button key={kind} kind={kind}>
        x
      </Button>
    ));
    const sizes = (['small', 'normal', 'large', 'square'] as const).map((size) => (
      <Button key={size} size={size} wide={size === 'large'}>
        x
      </Button>
    ));
    expect(new Set(looks.map(html)).size).toBe(4);
    expect(new Set(sizes.map(html)).size).toBe(4);
    expect(html(<Button>x</Button>)).toBe(
      html(
        <Button kind="quiet" size="normal">
          x
        </Button>,
      ),
    );
  });
});

describe('[I12] a circle seen from above', () => {
  it('has a chair for each person, none upon another, all on their rings', () => {
    for (const n of [1, 2, 12, 20, 21, 40, 70, 96]) {
      const { places, radius } = chairs(n);
      expect(new Set(places.map((p) => p.key)).size, `${n} keys`).toBe(n);
      const apart = places.flatMap((a, i) =>
        places.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
      );
      expect(Math.min(...apart, 99), `${n} people`).toBeGreaterThan(2);
      const far = places.map((p) => Math.hypot(p.x, p.y));
      expect(Math.max(...far)).toBeCloseTo(radius, 1);
      expect(Math.min(...far)).toBeGreaterThan(12.9);
    }
    expect(chairs(1).places).toEqual([{ x: 0, y: -13.2, key: '0-0' }]);
    expect([chairs(0).radius, chairs(20).radius, chairs(21).radius]).toEqual([13, 17, 23.2]);
    expect(chairs(400).places).toHaveLength(chairs(4000).places.length);
  });

  it('says how many in words, draws nobody as a dashed ring, and writes its caption where it has one', () => {
    const bare = (n: number) => <CircleBubble count={n} says={`${n} persone`} />;
    expect([words(bare(3)), count(bare(3), 'figcaption'), count(bare(3), 'circle')]).toEqual([
      ['3', '3 persone'],
      0,
      4,
    ]);
    expect([count(bare(0), 'circle'), all(bare(0), 'stroke-dasharray')]).toEqual([1, ['3 4']]);
    expect(count(<CircleBubble count={3} says="x" still />, 'circle')).toBe(3);
    const here = (
      <CircleBubble count={1} says="una" title="Gelso" detail="in corso" here hereLabel="Sei qui" />
    );
    expect(words(here)).toEqual(['1', 'una', 'Gelso', 'in corso', 'Sei qui']);
    expect(words(<CircleBubble count={1} says="una" title="Gelso" hereLabel="Sei qui" />)).not.toContain(
      'Sei qui',
    );
    expect(count(<CircleBubble count={1} says="una" detail="in corso" />, 'figcaption')).toBe(1);
    expect(count(<CircleBubble count={1} says="una" here hereLabel="Sei qui" />, 'figcaption')).toBe(1);
  });

  it('is as large as its people, times its scale', () => {
    const width = (n: number, scale?: number) =>
      Number(
        /\* ([\d.]+)\)/.exec(html(<CircleBubble count={n} says="" {...(scale ? { scale } : {})} />))?.[1],
      );
    expect(width(0)).toBe(17.6);
    expect(width(20, 2)).toBeCloseTo(43.2, 1);
    expect(all(<CircleBubble count={20} says="" />, 'viewBox')).toEqual(['-21.6 -21.6 43.2 43.2']);
  });
});

describe('[I12] a circle on the wall', () => {
  it('seats people clockwise from the top, twelve seats at the least and sixty-one at the most', () => {
    const five = seatsAround(5);
    expect(five).toHaveLength(12);
    expect(five[0]).toEqual({ x: 0, y: -41, taken: true });
    expect(five[3]).toMatchObject({ x: 41, y: 0 });
    expect(five.map((s) => s.taken)).toEqual([...Array(5).fill(true), ...Array(7).fill(false)]);
    expect([seatsAround(11).length, seatsAround(12).length, seatsAround(99).length]).toEqual([12, 13, 61]);
    expect(seatsAround(99).filter((s) => s.taken)).toHaveLength(60);
  });

  it('shows its number until it is over, then a tick; planned, a dashed ring', () => {
    const seats = (is: 'running' | 'planned' | 'ended') => (
      <WallSeats count={5} says="5 qui" strand="A" is={is} />
    );
    expect([words(seats('running')), words(seats('planned')), words(seats('ended'))]).toEqual([
      ['5'],
      ['5'],
      [],
    ]);
    expect([count(seats('ended'), 'path'), count(seats('running'), 'path')]).toEqual([1, 0]);
    expect([all(seats('planned'), 'stroke-dasharray'), all(seats('running'), 'stroke-dasharray')]).toEqual([
      ['6 4'],
      [],
    ]);
    expect([all(seats('running'), 'role'), all(seats('running'), 'aria-label')]).toEqual([
      ['img'],
      ['5 qui'],
    ]);
    const radii = all(seats('running'), 'r').map(Number);
    expect(radii.filter((r) => r === 7.4)).toHaveLength(5);
    expect(radii.filter((r) => r === 2.2)).toHaveLength(7);
    expect(html(<WallSeats count={1} says="" strand={null} is="running" />)).toContain('fill-accent');
  });

  it('never lets its seats touch, however many', () => {
    const radii = all(<WallSeats count={60} says="" strand={null} is="running" />, 'r').map(Number);
    const [first, second] = seatsAround(60);
    expect(2 * (radii[0] ?? 0)).toBeLessThan(Math.hypot(first!.x - second!.x, first!.y - second!.y));
  });

  it('empties its ring with the time that is left, within its bounds', () => {
    const dash = (left: number) => all(<WallRing left={left}>9</WallRing>, 'stroke-dasharray');
    expect([dash(0.5), dash(1), dash(7), dash(0), dash(-1)]).toEqual([
      ['131.9 263.9'],
      ['263.9 263.9'],
      ['263.9 263.9'],
      ['0.0 263.9'],
      ['0.0 263.9'],
    ]);
    const cap = (left: number) => all(<WallRing left={left}>9</WallRing>, 'stroke-linecap');
    expect([cap(0.1), cap(0), words(<WallRing left={1}>9</WallRing>)]).toEqual([['round'], ['butt'], ['9']]);
  });
});

describe('the grid on the wall', () => {
  const slot = (id: string, is: MatrixSlot['is']): MatrixSlot => ({ id, start: id, says: `dice ${id}`, is });
  const topic = (n: number, strands: ('A' | 'B')[] = []) => ({
    number: `T0${n}`,
    title: `Titolo ${n}`,
    strands,
  });
  const cells: MatrixCell[] = [
    { slot: '9:00', space: 'gelso', label: 'Libero', topics: [] },
    { slot: '10:00', space: 'gelso', label: '', topics: [topic(1, ['A', 'B'])] },
    { slot: '11:00', space: 'gelso', label: '', topics: [topic(2), topic(3)] },
    { slot: '12:00', space: 'gelso', label: '', topics: [topic(4), topic(5), topic(6)] },
  ];
  const grid = (is: MatrixSlot['is']) => {
    const slots = [slot('9:00', is), slot('10:00', 'next'), slot('11:00', 'next'), slot('12:00', 'next')];
    const [page] = matrixPages(slots, [{ id: 'gelso', name: 'Gelso', note: 'con gradini' }], 'wide');
    return <WallMatrix caption="Griglia" page={page!} cells={cells} />;
  };

  it('says one topic or two whole, of more the numbers, and what a place lacks', () => {
    const said = words(grid('next'));
    for (const w of [
      'Griglia',
      'Gelso',
      'con gradini',
      '9:00',
      'dice 9:00',
      'Libero',
      'Titolo 1',
      'Titolo 3',
    ])
      expect(said, w).toContain(w);
    expect([said.includes('T05'), said.some((w) => w.includes('Titolo 5'))]).toEqual([true, false]);
    expect(all(grid('next'), 'data-symbol')).toEqual(['●', '▲']);
  });

  it('invites to a free place before the day begins, and is silent about one that is past', () => {
    expect(words(grid('open'))).toContain('+ Libero');
    expect(words(grid('now'))).toContain('Libero');
    expect(words(grid('past')).some((w) => w.includes('Libero'))).toBe(false);
  });

  it('shares spaces and slots among pages as evenly as can be', () => {
    const slots = (n: number, now: number) =>
      Array.from({ length: n }, (_, i) => slot(`s${i}`, i === now ? 'now' : 'next'));
    const spaces = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `p${i}`, name: `P${i}` }));
    const shape = (pages: ReturnType<typeof matrixPages>) =>
      pages.map((p) => [p.slots.map((s) => s.id).join(' '), p.blocks.map((b) => b.length).join('+')]);
    expect(shape(matrixPages(slots(4, 0), spaces(10), 'wide'))).toEqual([['s0 s1 s2 s3', '10']]);
    expect(shape(matrixPages(slots(5, -1), spaces(11), 'wide'))).toEqual([
      ['s0 s1', '6+5'],
      ['s2 s3', '6+5'],
      ['s4', '6+5'],
    ]);
    expect(shape(matrixPages(slots(6, 2), spaces(3), 'wide'))).toEqual([
      ['s0 s1 s2 s3', '3'],
      ['s2 s4 s5', '3'],
    ]);
    expect(shape(matrixPages(slots(3, 1), spaces(13), 'upright'))).toEqual([
      ['s1', '7+6'],
      ['s0', '7+6'],
      ['s2', '7+6'],
    ]);
  });

  it('is plain on a coloured ground, where the shape alone shows the strand', () => {
    const line = (plain: boolean) => <TopicLine topic={topic(1, ['A'])} plain={plain} />;
    expect([words(line(false)), html(line(false)).includes('text-strand-a')]).toEqual([
      ['T01', 'Titolo 1'],
      true,
    ]);
    expect([html(line(true)).includes('text-strand-a'), all(line(true), 'data-symbol')]).toEqual([
      false,
      ['●'],
    ]);
    expect(html(<TopicNumber number="T01" strands={[]} />)).toContain('text-accent');
  });
});

describe('a table', () => {
  const columns = [
    { key: 'n', label: 'Nome', heads: true },
    { key: 'd', label: 'Punti', align: 'right' as const },
    { key: 'w', label: 'Cosa' },
  ];
  const rows = [
    { id: 'r1', cells: { n: 'Ada', d: 0, w: <b>parti</b> } },
    { id: 'r2', cells: { n: 'Bo', d: 7, w: false } },
  ];

  it('writes every cell under its heading, a nought too, and its totals where there are rows', () => {
    const table = <DataTable caption="Temi" columns={columns} rows={rows} foot={{ n: 'In tutto', d: 7 }} />;
    const said = words(table);
    expect(said.slice(0, 4)).toEqual(['Temi', 'Nome', 'Punti', 'Cosa']);
    for (const cell of ['Ada', '0', 'parti', 'Bo', '7', 'In tutto']) expect(said).toContain(cell);
    expect([count(table, 'tfoot'), count(table, 'tr'), all(table, 'scope')]).toEqual([
      1,
      4,
      ['col', 'col', 'col', 'row', 'row', 'row'],
    ]);
    const none = (
      <DataTable caption="Temi" columns={columns} rows={[]} foot={{ n: 'In tutto' }} empty="Niente" />
    );
    expect([count(none, 'tfoot'), words(none).includes('Niente')]).toEqual([0, true]);
    expect(count(<DataTable caption="Temi" columns={columns} rows={rows} />, 'tfoot')).toBe(0);
  });

  it('gives a direction of its own to words alone', () => {
    const dirs = all(<DataTable caption="Temi" columns={columns} rows={rows} />, 'dir');
    expect(dirs).toEqual(['auto', 'auto']);
  });

  it('hides on a phone what is empty, never a nought', () => {
    const cell = (w: unknown) =>
      html(
        <DataTable
          caption="T"
          columns={columns}
          rows={[{ id: 'r', cells: { n: 'x', d: 'y', w: w as string } }]}
        />,
      ).includes('max-sm:hidden');
    expect([null, undefined, '', false].map(cell)).toEqual([true, true, true, true]);
    expect([0, 'x'].map(cell)).toEqual([false, false]);
  });

  it('has no button where nothing is sorted, and arrows that say which way', () => {
    const sorted = (direction: 'ascending' | 'descending') => (
      <DataTable
        caption="T"
        columns={columns.map((c) => ({ ...c, sortable: c.key !== 'w' }))}
        rows={rows}
        sort={{ key: 'd', direction }}
        onSort={() => {}}
      />
    );
    expect(
      count(
        <DataTable caption="T" columns={columns.map((c) => ({ ...c, sortable: true }))} rows={rows} />,
        'button',
      ),
    ).toBe(0);
    expect([count(sorted('ascending'), 'button'), draws(sorted('ascending'), 'up')]).toEqual([2, true]);
    expect([draws(sorted('descending'), 'down'), draws(sorted('descending'), 'up')]).toEqual([true, false]);
    expect(draws(sorted('ascending'), 'sort')).toBe(true);
  });
});
