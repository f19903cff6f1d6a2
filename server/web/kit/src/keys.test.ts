// SPDX-License-Identifier: Apache-2.0
import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { h, nextTick, ref } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { testI18n } from './testing';
import VCombobox from './VCombobox.vue';
import VDate from './VDate.vue';
import VDialog from './VDialog.vue';
import VPage from './VPage.vue';
import VTable from './VTable.vue';

const press = (target: EventTarget, key: string, more: KeyboardEventInit = {}) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
const rows = Array.from({ length: 3 }, (_unused, index) => ({ id: `r${index}`, name: `Văn bản ${index}` }));

afterEach(() => {
  document.body.innerHTML = '';
});

describe('a page', () => {
  async function pageAt(content: () => unknown) {
    const empty = { template: '<p></p>' };
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [
        { path: '/', component: empty },
        { path: '/one', component: empty },
      ],
    });
    await router.push('/one');
    mount(() => h(VPage, { title: 'Một', back: '/' }, { default: content }), {
      global: { plugins: [testI18n(), router] },
      attachTo: document.body,
    });
    return router;
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it('leads back with Escape', async () => {
    const router = await pageAt(() => h('button', 'x'));
    press(document.querySelector('button:last-of-type') as Element, 'Escape');
    await settled();
    expect(router.currentRoute.value.path).toBe('/');
  });

  it('stays with Escape while somebody types or a dialog is open', async () => {
    const router = await pageAt(() => h('input'));
    press(document.querySelector('input') as Element, 'Escape');
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    document.body.append(dialog);
    press(document.body, 'Escape');
    await settled();
    expect(router.currentRoute.value.path).toBe('/one');
  });
});

describe('a list', () => {
  function list() {
    return mount(VTable, {
      props: { rows, columns: [{ key: 'name', title: 'Tên' }], label: 'Danh sách', autoHeight: true },
      global: { plugins: [testI18n()] },
      attachTo: document.body,
    });
  }

  it('moves with j and k', async () => {
    const table = list();
    await table.findAll('tbody tr')[0]?.trigger('keydown', { key: 'j' });
    await table.findAll('tbody tr')[1]?.trigger('keydown', { key: 'k' });
    expect(table.emitted('active')).toEqual([[rows[1]], [rows[0]]]);
    table.unmount();
  });

  it('is reached with j from the page, but not from a field', () => {
    const table = list();
    const input = document.body.appendChild(document.createElement('input'));
    press(input, 'j');
    expect(table.emitted('active')).toBeUndefined();
    press(document.body, 'j');
    expect(table.emitted('active')).toEqual([[rows[0]]]);
    table.unmount();
  });

  it('gives its peek pane up with Escape', async () => {
    const table = list();
    await table.setProps({ activeId: 'r1' });
    await table.findAll('tbody tr')[1]?.trigger('keydown', { key: 'Escape' });
    expect(table.emitted('leave')).toHaveLength(1);
    table.unmount();
  });

  it('leaves shortcuts of the browser alone', async () => {
    const table = list();
    await table.findAll('tbody tr')[0]?.trigger('keydown', { key: 'j', ctrlKey: true });
    expect(table.emitted('active')).toBeUndefined();
    table.unmount();
  });
});

describe('a field in a dialog', () => {
  it('lets Escape close the dialog from within a date', async () => {
    const open = ref(true);
    const close = (next: boolean | undefined) => {
      open.value = next === true;
    };
    mount(
      () =>
        h(VDialog, { open: open.value, title: 'Hạn', 'onUpdate:open': close }, () =>
          h(VDate, { modelValue: '2026-11-23', label: 'Hạn' }),
        ),
      { global: { plugins: [testI18n()] }, attachTo: document.body },
    );
    await nextTick();
    press(document.querySelector('.v-date-segment') as Element, 'Escape');
    expect(open.value).toBe(false);
  });

  it('names the list it controls only while the list is open', async () => {
    const wrapper = mount(VCombobox, {
      props: { options: [{ value: 'a', label: 'Sở Nội vụ' }], label: 'Cơ quan' },
      global: { plugins: [testI18n()] },
      attachTo: document.body,
    });
    const field = wrapper.get('input');
    expect(field.attributes('aria-controls')).toBeUndefined();
    await field.trigger('keydown', { key: 'ArrowDown' });
    const controlled = () => document.getElementById(field.attributes('aria-controls') ?? '');
    await vi.waitFor(() => expect(controlled()?.getAttribute('role')).toBe('listbox'));
    await wrapper.setProps({ modelValue: { value: 'a', label: 'Sở Nội vụ' } });
    document.querySelector<HTMLElement>('[role=option]')?.click();
    await vi.waitFor(() => expect(field.attributes('aria-controls')).toBeUndefined());
    wrapper.unmount();
  });
});
