// SPDX-License-Identifier: Apache-2.0
/**
 * Plugins at run time: what the manifest says, loading an entry on first need, and slots. A plugin
 * that cannot be loaded is remembered as broken and tried again on the next visit.
 */
import {
  type Host,
  http,
  type LoadedSlot,
  type PluginEntry,
  type SlotItem,
  UI_API,
  type UiManifest,
  type UiPlugin,
} from '@congvu/sdk';
import { defineAsyncComponent, markRaw, ref, shallowRef } from 'vue';
import type { Router } from 'vue-router';
import { locale } from './appearance';
import { addPluginMessages } from './i18n';
import { isMissingFile, offerReload } from './newVersion';
import { session } from './session';

export const manifest = shallowRef<UiManifest | null>(null);
export const badges = ref<Record<string, number>>({});
export const unread = ref(0);

export type LoadFailure = 'newer-shell' | 'unreachable';

export class PluginLoadError extends Error {
  readonly reason: LoadFailure;

  constructor(plugin: string, reason: LoadFailure, options?: ErrorOptions) {
    super(`plugin ${plugin}: ${reason}`, options);
    this.reason = reason;
  }
}

const fetchManifest = () => http.get<UiManifest>('/ui/manifest');

function adopt(next: UiManifest): UiManifest {
  manifest.value = next;
  badges.value = next.badges ?? {};
  unread.value = next.unread ?? 0;
  return next;
}

export async function loadManifest(): Promise<UiManifest> {
  return adopt(await fetchManifest());
}

export const hasPlugin = (id: string) => manifest.value?.plugins.some((plugin) => plugin.id === id) ?? false;

/**
 * After a file of the plugin was refused: true when the plugin was turned off under the open page, whose manifest is then the new one.
 * Otherwise the manifest stays, so that the parts of the page do not ask for the missing file over and over.
 */
export async function wasTurnedOff(id: string): Promise<boolean> {
  const next = await fetchManifest().catch(() => null);
  if (!next || next.plugins.some((plugin) => plugin.id === id)) return false;
  adopt(next);
  return true;
}

/** The plugin whose pages begin with this path. */
export function pluginAt(path: string): PluginEntry | undefined {
  return manifest.value?.plugins.find((plugin) => path === plugin.base || path.startsWith(`${plugin.base}/`));
}

const loaded = new Map<string, Promise<UiPlugin>>();

/** What is needed to load a build of a plugin's UI. */
type Build = Pick<PluginEntry, 'id' | 'api' | 'entry' | 'css'>;

function addStyles(plugin: Build): void {
  for (const href of plugin.css) {
    if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) continue;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    document.head.append(link);
  }
}

/** Loads an entry file with its styles and texts. Throws PluginLoadError. */
export async function importBuild(plugin: Build): Promise<UiPlugin> {
  if (plugin.api !== UI_API) throw new PluginLoadError(plugin.id, 'newer-shell');
  addStyles(plugin);
  let definition: UiPlugin;
  try {
    definition = (await import(/* @vite-ignore */ plugin.entry)).default as UiPlugin;
  } catch (error) {
    throw new PluginLoadError(plugin.id, 'unreachable', { cause: error });
  }
  if (definition.messages) addPluginMessages(plugin.id, definition.messages);
  return definition;
}

async function importPlugin(plugin: PluginEntry, router: Router): Promise<UiPlugin> {
  const definition = await importBuild(plugin);
  for (const route of definition.routes) {
    const path = route.path === '' ? plugin.base : `${plugin.base}/${route.path.replace(/^\//, '')}`;
    router.addRoute('shell', { ...route, path, meta: { ...route.meta, plugin: plugin.id } });
  }
  return definition;
}

export function loadPlugin(plugin: PluginEntry, router: Router): Promise<UiPlugin> {
  const present = loaded.get(plugin.id);
  if (present) return present;
  const promise = importPlugin(plugin, router);
  loaded.set(plugin.id, promise);
  promise.catch(() => loaded.delete(plugin.id));
  return promise;
}

export const isLoaded = (id: string) => loaded.has(id);

const components = new Map<string, LoadedSlot>();

/** A part of the page whose file is missing: it was replaced by a new version, unless its plugin is off now. */
async function offerReloadFor(plugin: PluginEntry): Promise<void> {
  if (!(await wasTurnedOff(plugin.id))) await offerReload();
}

async function partOf(plugin: PluginEntry, item: SlotItem) {
  try {
    return (await item.component()).default;
  } catch (error) {
    if (isMissingFile(error)) void offerReloadFor(plugin);
    throw error;
  }
}

function slotsOf(plugin: PluginEntry, definition: UiPlugin, name: string): LoadedSlot[] {
  return (definition.slots?.[name] ?? []).map((item, index) => {
    const key = `${plugin.id}:${name}:${index}`;
    const present = components.get(key);
    if (present) return present;
    const component = markRaw(defineAsyncComponent(() => partOf(plugin, item)));
    const slot = { plugin, key, order: item.order ?? 0, component };
    components.set(key, slot);
    return slot;
  });
}

async function loadSlot(name: string, router: Router): Promise<LoadedSlot[]> {
  const plugins = (manifest.value?.plugins ?? []).filter((plugin) => plugin.slots?.includes(name));
  const parts = await Promise.all(
    plugins.map(async (plugin) => {
      try {
        return slotsOf(plugin, await loadPlugin(plugin, router), name);
      } catch (error) {
        console.error(`slot ${name}: left out plugin ${plugin.id}`, error);
        if (isMissingFile(error)) void offerReloadFor(plugin);
        return [];
      }
    }),
  );
  return parts.flat().sort((a, b) => a.order - b.order);
}

export function createHost(router: Router): Host {
  return {
    session,
    manifest,
    locale,
    badges,
    unread,
    can: (permission) => session.value?.post?.permissions.includes(permission) ?? false,
    hasPlugin,
    text: (value) => (value ? (value[locale.value] ?? value.vi) : ''),
    loadSlot: (name) => loadSlot(name, router),
  };
}
