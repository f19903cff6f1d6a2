// SPDX-License-Identifier: Apache-2.0
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, nextTick, type Ref } from 'vue';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import { addressOf, filtersIn, useAddressFilters } from './address';
import { queryTexts, sameAddress } from './savedSearches';

interface Filters {
  text: string;
  dueTo: string | null;
}
const none = (): Filters => ({ text: '', dueTo: null });

async function page(address: string) {
  let filters!: Ref<Filters>;
  const list = defineComponent({
    setup() {
      filters = useAddressFilters(none);
      return () => null;
    },
  });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/list', component: list },
      { path: '/other', component: { render: () => null } },
    ],
  });
  await router.push(address);
  mount({ render: () => h(RouterView) }, { global: { plugins: [router] } });
  await nextTick();
  return { filters, router };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the address of a list', () => {
  it('says only what narrows', () => {
    expect(addressOf({ text: 'a', dueTo: null, page: 3, type: '' })).toEqual({ text: 'a' });
    expect(queryTexts({ q: '', open: true, limit: 5, tab: undefined })).toEqual({ open: 'true', limit: '5' });
    expect(filtersIn({ text: ['a', 'b'], tab: 'waiting' }, none())).toEqual({ text: 'a', dueTo: null });
  });
  it('is the same whatever the order, and whether nothing is said or left out', () => {
    expect(sameAddress({ a: '1', b: '' }, { a: '1' })).toBe(true);
    expect(sameAddress({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
    expect(sameAddress({ a: '1' }, { a: '2' })).toBe(false);
  });
});

describe('useAddressFilters', () => {
  it('begins with what the address asks for', async () => {
    const { filters } = await page('/list?text=van&tab=waiting');
    expect(filters.value).toEqual({ text: 'van', dueTo: null });
  });
  it('writes filters beside what else the address says, once typing pauses', async () => {
    const { filters, router } = await page('/list?tab=waiting');
    filters.value.text = 'v';
    filters.value.text = 'văn thư';
    await nextTick();
    expect(router.currentRoute.value.query).toEqual({ tab: 'waiting' });
    await vi.runAllTimersAsync();
    expect(router.currentRoute.value.query).toEqual({ tab: 'waiting', text: 'văn thư' });
  });
  it('follows a saved search that is opened on the same page', async () => {
    const { filters, router } = await page('/list?text=van');
    await router.push('/list?dueTo=2026-03-09');
    await nextTick();
    expect(filters.value).toEqual({ text: '', dueTo: '2026-03-09' });
  });
  it('keeps what is being typed while only the tab changes', async () => {
    const { filters, router } = await page('/list');
    filters.value.text = 'văn';
    await router.push('/list?tab=waiting');
    await nextTick();
    expect(filters.value.text).toBe('văn');
    await vi.runAllTimersAsync();
    expect(router.currentRoute.value.query).toEqual({ tab: 'waiting', text: 'văn' });
  });
  it('leaves the address of another page alone', async () => {
    const { filters, router } = await page('/list');
    filters.value.text = 'văn';
    await nextTick();
    await router.push('/other');
    await vi.runAllTimersAsync();
    expect(router.currentRoute.value.fullPath).toBe('/other');
  });
});
