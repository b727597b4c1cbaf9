// @vitest-environment happy-dom
/** Fields of many lines: their height, and how much is left. */
import { act, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { TextArea } from '@/ui/text-area';
import { html, text } from './markup';
import { mount } from './mount';

describe('a field', () => {
  it('counts what is left as people count: an emoji is one', () => {
    const page = html(
      <TextArea label="Nota" value="👋👋" onText={() => {}} max={10} sayLeft={(n) => `ancora ${n}`} />,
    );
    expect(text(page)).toContain('ancora 8');
  });

  it('of many lines gives back what is typed, and says what is left only when little is', () => {
    const typed = vi.fn();
    const area = (value: string) => (
      <TextArea label="Nota" value={value} onText={typed} max={100} sayLeft={(n) => `ancora ${n}`} />
    );
    const { again, at, type } = mount(area(''));
    type('textarea', 'ciao');
    expect(typed).toHaveBeenCalledWith('ciao');
    expect(at.textContent).not.toContain('ancora');
    again(area('x'.repeat(79)));
    expect(at.textContent).not.toContain('ancora');
    again(area('x'.repeat(80)));
    expect(at.textContent).toContain('ancora 20');
  });

  it('of many lines leaves its height to a browser that fits it to its text', () => {
    vi.stubGlobal('CSS', { supports: () => true });
    vi.spyOn(HTMLTextAreaElement.prototype, 'scrollHeight', 'get').mockReturnValue(90);
    const { one } = mount(<TextArea label="Nota" value={'x\n'.repeat(6)} rows={2} onText={() => {}} />);
    const { style, className } = one<HTMLTextAreaElement>('textarea');
    expect([style.height, style.getPropertyValue('--rows')]).toEqual(['', '2']);
    expect(className).toContain('field-sizing-content');
  });

  it('of many lines grows with its text in other browsers, and says by how much it is too long', () => {
    vi.stubGlobal('CSS', { supports: () => false });
    let tall = 40;
    vi.spyOn(HTMLTextAreaElement.prototype, 'scrollHeight', 'get').mockImplementation(() => tall);
    const area = (value: string) => (
      <TextArea label="Nota" value={value} onText={() => {}} max={10} sayLeft={(n) => `ancora ${n}`} />
    );
    const { again, at, one } = mount(area('x'));
    expect(one<HTMLTextAreaElement>('textarea').style.height).toBe('44px');
    tall = 90;
    again(area('x\n'.repeat(6)));
    expect(one<HTMLTextAreaElement>('textarea').style.height).toBe('94px');
    const said = [...at.querySelectorAll('p')].at(-1);
    expect([said?.textContent, said?.className.includes('text-bad')]).toEqual(['ancora -2', true]);
    again(area('x'));
    expect([...at.querySelectorAll('p')].at(-1)?.className).not.toContain('text-bad');
  });
});

/** A form that keeps what is typed, each line break as a space, and can be emptied. */
function Form({ first = '' }: { first?: string }) {
  const [value, set] = useState(first);
  return (
    <>
      <TextArea label="Nota" value={value} onText={(t) => set(t.replace(/\n/g, ' '))} />
      <button type="button" onClick={() => set('')}>
        {value}
      </button>
    </>
  );
}
const box = 'textarea';
const settled = () => act(() => Promise.resolve());

describe('the text of a field of many lines', () => {
  it('is what was typed, and no letter changes the page beside the box', async () => {
    const { one, type } = mount(<Form first="prima" />);
    type(box, 'prima di');
    await settled();
    const { value, defaultValue } = one<HTMLTextAreaElement>(box);
    expect([value, one('button').textContent, defaultValue]).toEqual(['prima di', 'prima di', 'prima']);
  });

  it('is what the form gives it, also where the form takes what was typed in another way or not at all', async () => {
    const { one, type, click } = mount(<Form />);
    const shown = () => one<HTMLTextAreaElement>(box).value;
    type(box, 'due\nrighe');
    expect(shown()).toBe('due righe');
    // The form holds this already, so it draws nothing.
    type(box, 'due\nrighe');
    await settled();
    expect(shown()).toBe('due righe');
    click('button');
    expect([shown(), one('button').textContent]).toEqual(['', '']);
    const deaf = mount(<TextArea label="Nota" value="resta" onText={() => {}} />);
    deaf.type(box, 'altro');
    await settled();
    expect(deaf.one<HTMLTextAreaElement>(box).value).toBe('resta');
  });

  it('typed before the page was hydrated stays', () => {
    (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
    const at = document.createElement('div');
    at.innerHTML = renderToString(<Form />);
    document.body.append(at);
    const field = at.querySelector(box) as HTMLTextAreaElement;
    field.value = 'scritto presto';
    let leave = () => {};
    act(() => {
      const root = hydrateRoot(at, <Form />);
      leave = () => root.unmount();
    });
    onTestFinished(() => {
      act(leave);
      at.remove();
    });
    expect(field.value).toBe('scritto presto');
  });
});
