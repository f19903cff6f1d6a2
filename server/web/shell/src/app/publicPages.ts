// SPDX-License-Identifier: Apache-2.0
/** Pages of plugins that need no session: anyone who has their address may open them. */
import { http, type PublicPages, type UiPlugin } from '@congvu/sdk';
import { shallowRef } from 'vue';
import type { RouteLocationNormalized, Router } from 'vue-router';
import { importBuild, pluginAt } from './plugins';

/** What the server offers; empty until it was asked. */
export const publicPages = shallowRef<PublicPages[]>([]);

let asked: Promise<PublicPages[]> | null = null;
const loaded = new Map<string, Promise<UiPlugin>>();

/** Asks the server once; when it cannot be reached there are none, and it is asked again the next time. */
export function loadPublicPages(): Promise<PublicPages[]> {
  asked ??= http
    .get<{ plugins: PublicPages[] }>('/ui/public', { handleExpiry: false })
    .then(({ plugins }) => {
      publicPages.value = plugins;
      return plugins;
    })
    .catch((error) => {
      console.error(error);
      asked = null;
      return [];
    });
  return asked;
}

async function addPages(pages: PublicPages, router: Router): Promise<UiPlugin> {
  const definition = await importBuild(pages);
  for (const route of definition.routes) {
    const path = route.path === '' ? pages.base : `${pages.base}/${route.path}`;
    router.addRoute('public', { ...route, path, meta: { ...route.meta, public: true } });
  }
  return definition;
}

/** Loads the pages at an address that nothing else has, and goes there; everything else passes. */
export async function guardPublicPages(to: RouteLocationNormalized, router: Router) {
  if (to.name !== 'missing' || pluginAt(to.path)) return true;
  const isAt = ({ base }: PublicPages) => to.path === base || to.path.startsWith(`${base}/`);
  const pages = (await loadPublicPages()).find(isAt);
  if (!pages || loaded.has(pages.id)) return true;
  try {
    const adding = addPages(pages, router);
    loaded.set(pages.id, adding);
    await adding;
    return to.fullPath;
  } catch (error) {
    loaded.delete(pages.id);
    console.error(error);
    return true;
  }
}
