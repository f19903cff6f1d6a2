// SPDX-License-Identifier: Apache-2.0
import { VToasts } from '@congvu/ui';
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { i18n } from './i18n';
import { isMissingFile, loadAnew, offerReload } from './newVersion';

const answering = (ok: boolean) =>
  vi.stubGlobal('fetch', async () => new Response('{}', { status: ok ? 200 : 503 }));

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('a missing file of an older version', () => {
  it.each([
    'Failed to fetch dynamically imported module: http://h/plugins/tasks/ui/1/c/TaskPage.js',
    'error loading dynamically imported module: http://h/x.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/x.css',
  ])('is told by "%s"', (message) => {
    expect(isMissingFile(new TypeError(message))).toBe(true);
    expect(isMissingFile(new Error('plugin tasks: unreachable', { cause: new TypeError(message) }))).toBe(
      true,
    );
  });
  it('is not told by errors of the page itself', () => {
    expect(isMissingFile(new TypeError("Cannot read properties of undefined (reading 'id')"))).toBe(false);
    expect(isMissingFile('Failed to fetch dynamically imported module')).toBe(false);
  });
});

describe('going to a page whose file is gone', () => {
  it('loads the page anew from the server, once', async () => {
    answering(true);
    const leave = vi.fn();
    expect(await loadAnew('/tasks/7', leave)).toBe(true);
    expect(await loadAnew('/tasks/7', leave)).toBe(false);
    expect(leave).toHaveBeenCalledExactlyOnceWith('/tasks/7');
  });
  it('tries another page all the same', async () => {
    answering(true);
    const leave = vi.fn();
    await loadAnew('/tasks/7', leave);
    expect(await loadAnew('/incoming', leave)).toBe(true);
  });
  it('stays where it is while the server does not answer', async () => {
    const leave = vi.fn();
    answering(false);
    expect(await loadAnew('/tasks/7', leave)).toBe(false);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await loadAnew('/tasks/7', leave)).toBe(false);
    expect(leave).not.toHaveBeenCalled();
  });
});

describe('a missing part of the open page', () => {
  it('offers to reload once and leaves it to the person', async () => {
    answering(true);
    await offerReload();
    await offerReload();
    const corner = mount(VToasts, { global: { plugins: [i18n] } });
    expect(corner.findAll('.v-toast')).toHaveLength(1);
    expect(corner.text()).toContain('Có phiên bản mới');
    expect(corner.get('button.v-link').text()).toBe('Tải lại trang');
  });
});
