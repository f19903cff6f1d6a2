// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const repository = path.resolve(import.meta.dirname, '../../..');
export const webFolder = path.join(repository, 'server/web');
export const shellFolder = path.join(webFolder, 'shell');
export const pluginsFolder = path.join(repository, 'plugins');

/** The entry file of a plugin's UI (`ui/src/index.ts` or `ui/index.ts`), or null if it has none. */
export function pluginEntry(uiFolder) {
  const candidates = ['src/index.ts', 'index.ts'].map((name) => path.join(uiFolder, name));
  return candidates.find((file) => existsSync(file)) ?? null;
}

/** The entry file of a plugin's pages that need no session (`ui/public.ts`), or null if it has none. */
export function publicEntry(uiFolder) {
  const file = path.join(uiFolder, 'public.ts');
  return existsSync(file) ? file : null;
}

/** Every in-tree plugin that has a UI: `[{ id, folder, entry, publicEntry }]`, sorted by id. */
export function pluginsWithUi() {
  if (!existsSync(pluginsFolder)) return [];
  return readdirSync(pluginsFolder)
    .sort()
    .map((id) => ({ id, folder: path.join(pluginsFolder, id, 'ui') }))
    .map((plugin) => ({
      ...plugin,
      entry: pluginEntry(plugin.folder),
      publicEntry: publicEntry(plugin.folder),
    }))
    .filter((plugin) => plugin.entry !== null);
}
