// @vitest-environment happy-dom
/** Fields: tied to their label, their hint and their error. */
import { describe, expect, it } from 'vitest';
import { TextInput, Select } from '@/ui/field';
import { attribute, html } from './markup';
import { mount } from './mount';

describe('a field', () => {
  it('ties hint and error to the input, and calls it invalid', () => {
    const page = html(<TextInput id="t" label="Titolo" hint="In una frase" error="Manca il titolo" />);
    expect(attribute(page, 'for')).toBe('t');
    const input = /<input[^>]*>/.exec(page)![0];
    expect(attribute(input, 'aria-invalid')).toBe('true');
    for (const id of attribute(input, 'aria-describedby')!.split(' '))
      expect(page).toContain(`<p id="${id}"`);
  });

  it('says nothing of errors when there are none', () => {
    expect(html(<TextInput label="Titolo" />)).not.toMatch(/aria-(invalid|describedby)=/);
  });

  const described = (at: HTMLElement, field: Element) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter(Boolean)
      .map((id) => at.querySelector(`[id="${id}"]`)?.textContent);
  it('is described by its hint and its error, in this order, and by nothing else', () => {
    const { again, at, one } = mount(<TextInput label="Titolo" hint="In una frase" error="Manca" />);
    expect(described(at, one('input'))).toEqual(['In una frase', 'Manca']);
    expect(one('input').getAttribute('aria-invalid')).toBe('true');
    expect(one<HTMLLabelElement>('label').htmlFor).toBe(one('input').id);
    again(<TextInput label="Titolo" hint="In una frase" />);
    expect(described(at, one('input'))).toEqual(['In una frase']);
    expect(one('input').hasAttribute('aria-invalid')).toBe(false);
    again(<Select label="Settore" error="Scegli" options={[{ value: 'a', label: 'A' }]} />);
    expect(described(at, one('select'))).toEqual(['Scegli']);
  });

  it('keeps a hidden label for ears, takes what a form needs of it, and offers no disabled choice', () => {
    const { again, at, one } = mount(
      <TextInput label="Nome" labelHidden name="name" maxLength={40} required />,
    );
    expect([one('label').className, one('label').textContent]).toEqual(['sr-only', 'Nome']);
    expect([one<HTMLInputElement>('input').name, one<HTMLInputElement>('input').maxLength]).toEqual([
      'name',
      40,
    ]);
    again(
      <Select
        label="Sala"
        name="room"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B', disabled: true },
        ]}
      />,
    );
    expect(one('label').className).not.toContain('sr-only');
    expect(one<HTMLSelectElement>('select').name).toBe('room');
    expect([...at.querySelectorAll('option')].map((o) => o.disabled)).toEqual([false, true]);
  });
});

describe('a name for ears', () => {
  it('keeps the label and the word beside it apart', () => {
    const { one } = mount(<TextInput label="Comune" aside="facoltativo" />);
    expect(one('label').textContent).toBe('Comune facoltativo');
    // In the word's own text: Chromium leaves a space that stands alone out of the name.
    expect(one('label span').firstChild?.textContent).toBe(' facoltativo');
  });
});
