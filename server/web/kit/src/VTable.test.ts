// SPDX-License-Identifier: Apache-2.0
import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { printPage } from './printing';
import { testI18n } from './testing';
import VTable from './VTable.vue';

const rows = Array.from({ length: 5 }, (_unused, index) => ({ id: `r${index}`, name: `Văn bản ${index}` }));
const columns = [{ key: 'name', title: 'Tên', sortable: true }];

function table(props = {}) {
  return mount(VTable, {
    props: { rows, columns, label: 'Danh sách', autoHeight: true, ...props },
    global: { plugins: [testI18n()] },
    attachTo: document.body,
  });
}

describe('VTable', () => {
  it('counts its header among the rows that it announces', () => {
    const grid = table().get('[role=grid]');
    expect(grid.attributes('aria-rowcount')).toBe('6');
    expect(grid.findAll('tbody tr')[0]?.attributes('aria-rowindex')).toBe('2');
  });

  it('has exactly one row in the tab order', () => {
    expect(table().findAll('tbody tr[tabindex="0"]')).toHaveLength(1);
  });

  it('opens a row with Enter', async () => {
    const wrapper = table();
    await wrapper.findAll('tbody tr')[2]?.trigger('keydown', { key: 'Enter' });
    expect(wrapper.emitted('open')?.[0]).toEqual([rows[2]]);
  });

  it('moves to the last row with End', async () => {
    const wrapper = table();
    await wrapper.findAll('tbody tr')[0]?.trigger('keydown', { key: 'End' });
    expect(wrapper.emitted('active')?.at(-1)).toEqual([rows[4]]);
  });

  it('selects with Space only when rows can be selected', async () => {
    const plain = table();
    await plain.findAll('tbody tr')[1]?.trigger('keydown', { key: ' ' });
    expect(plain.emitted('update:selected')).toBeUndefined();
    const selectable = table({ selectable: true });
    await selectable.findAll('tbody tr')[1]?.trigger('keydown', { key: ' ' });
    expect(selectable.emitted('update:selected')?.[0]).toEqual([new Set(['r1'])]);
  });

  it('turns the direction when the same column is chosen again', async () => {
    const wrapper = table({ sort: { key: 'name', descending: false } });
    await wrapper.get('.v-sort').trigger('click');
    expect(wrapper.emitted('update:sort')?.[0]).toEqual([{ key: 'name', descending: true }]);
  });

  it('says that there is nothing when there are no rows', () => {
    expect(table({ rows: [] }).text()).toContain('Không tìm thấy kết quả nào.');
  });

  it('is a plain table of every loaded row on paper, and virtual again afterwards', async () => {
    const many = Array.from({ length: 300 }, (_unused, index) => ({
      id: `m${index}`,
      name: `Văn bản ${index}`,
    }));
    const more = vi.fn();
    const wrapper = table({ rows: many, autoHeight: false, onMore: more });
    await wrapper.vm.$nextTick();
    const before = wrapper.findAll('tbody tr[data-index]').length;
    expect(before).toBeLessThan(300);
    more.mockClear();
    window.dispatchEvent(new Event('beforeprint'));
    await wrapper.vm.$nextTick();
    expect(wrapper.findAll('tbody tr[data-index]')).toHaveLength(300);
    expect(more).not.toHaveBeenCalled();
    window.dispatchEvent(new Event('afterprint'));
    await wrapper.vm.$nextTick();
    expect(wrapper.findAll('tbody tr[data-index]').length).toBeLessThan(300);
  });

  it('has every loaded row when a button prints the page', async () => {
    vi.useFakeTimers();
    const many = Array.from({ length: 300 }, (_unused, index) => ({ id: `p${index}`, name: `${index}` }));
    const wrapper = table({ rows: many, autoHeight: false });
    let printed = 0;
    vi.stubGlobal('print', () => {
      printed = wrapper.findAll('tbody tr[data-index]').length;
    });
    await printPage();
    expect(printed).toBe(300);
    await vi.runAllTimersAsync();
    expect(wrapper.findAll('tbody tr[data-index]').length).toBeLessThan(300);
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('asks for more rows when its end is near', async () => {
    const more = vi.fn();
    const wrapper = table({ onMore: more });
    await wrapper.setProps({ rows: [...rows, { id: 'r5', name: 'Mới' }] });
    expect(more).toHaveBeenCalled();
  });
});
