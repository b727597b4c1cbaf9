// @vitest-environment happy-dom
/** Fields of many lines: their height, and how much is left. */
import { describe, expect, it, vi } from 'vitest';
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
