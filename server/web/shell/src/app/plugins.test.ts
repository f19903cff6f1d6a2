// SPDX-License-Identifier: Apache-2.0
import type { UiManifest } from '@congvu/sdk';
import { afterEach, expect, it, vi } from 'vitest';
import { hasPlugin, loadManifest, manifest, wasTurnedOff } from './plugins';
import { createAppRouter, followManifest } from './router';

const withPlugins = (...ids: string[]) => ({
  plugins: ids.map((id) => ({ id, base: `/${id}`, slots: [] })),
  badges: {},
  unread: 0,
});
const answering = (body: unknown, status = 200) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }));

afterEach(() => vi.unstubAllGlobals());

it('a plugin whose file is refused was turned off when a fresh manifest no longer has it', async () => {
  answering(withPlugins('incoming', 'tasks'));
  await loadManifest();
  answering(withPlugins('incoming'));
  expect(await wasTurnedOff('tasks')).toBe(true);
  expect(hasPlugin('tasks')).toBe(false);
});

it('a manifest that still has the plugin, or none at all, changes nothing', async () => {
  answering(withPlugins('tasks'));
  const known: UiManifest = await loadManifest();
  expect(await wasTurnedOff('tasks')).toBe(false);
  answering({ code: 'unavailable' }, 503);
  expect(await wasTurnedOff('tasks')).toBe(false);
  expect(manifest.value).toBe(known);
});

it('the open page of a plugin goes with its plugin, at the same address, and comes back with it', async () => {
  const router = createAppRouter();
  const page = { template: '<p>tasks</p>' };
  router.addRoute('shell', { path: '/tasks', name: 'tasks', component: page, meta: { plugin: 'tasks' } });
  answering(withPlugins());
  await loadManifest();
  const replace = vi.spyOn(router, 'replace').mockResolvedValue(undefined);
  router.currentRoute.value = router.resolve('/tasks') as typeof router.currentRoute.value;
  await followManifest(router);
  expect(replace).toHaveBeenCalledWith({ name: 'missing', params: { rest: ['tasks'] } });
  expect(router.resolve({ name: 'missing', params: { rest: ['tasks'] } }).fullPath).toBe('/tasks');

  answering(withPlugins('tasks'));
  await loadManifest();
  router.currentRoute.value = router.resolve({
    name: 'missing',
    params: { rest: ['tasks'] },
  }) as typeof router.currentRoute.value;
  await followManifest(router);
  expect(replace).toHaveBeenLastCalledWith({ path: '/tasks', force: true });
});
