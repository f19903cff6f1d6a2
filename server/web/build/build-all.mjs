// SPDX-License-Identifier: Apache-2.0
/**
 * Builds the web UI.   node server/web/build/build-all.mjs [shell | <plugin id>]
 * UI_OUT names the output folder (default build/web): <UI_OUT>/ui/shell, <UI_OUT>/plugins/<id>/ui and, for a plugin with pages that
 * need no session, <UI_OUT>/plugins/<id>/public.
 */
import path from 'node:path';
import { build } from 'vite';
import { pluginsWithUi, repository } from './paths.mjs';
import pluginConfig from './vite.plugin.mjs';
import shellConfig from './vite.shell.mjs';

const out = path.resolve(process.env.UI_OUT ?? path.join(repository, 'build/web'));
const only = process.argv[2];

async function timed(name, config) {
  const started = performance.now();
  await build({ ...config, logLevel: 'warn' });
  console.log(`${name}: ${Math.round(performance.now() - started)} ms`);
}

const plugins = pluginsWithUi().filter((plugin) => !only || plugin.id === only);
if (only && only !== 'shell' && plugins.length === 0) {
  console.error(`no plugin "${only}" with a file ui/src/index.ts or ui/index.ts`);
  process.exit(1);
}
if (!only || only === 'shell') await timed('shell', shellConfig(path.join(out, 'ui/shell')));
for (const plugin of plugins) {
  const folder = path.join(out, 'plugins', plugin.id);
  await timed(plugin.id, pluginConfig(plugin, path.join(folder, 'ui')));
  if (!plugin.publicEntry) continue;
  const pages = { ...plugin, entry: plugin.publicEntry };
  await timed(`${plugin.id} (public)`, pluginConfig(pages, path.join(folder, 'public')));
}
