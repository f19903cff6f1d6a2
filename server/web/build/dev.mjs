// SPDX-License-Identifier: Apache-2.0
/**
 * One Vite dev server for the shell and every in-tree plugin: hot module replacement across all of
 * them, no import map needed. API calls go to the server named by CONGVU_BACKEND.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vue from '@vitejs/plugin-vue';
import { createServer } from 'vite';
import { buildSprite } from './icons.mjs';
import { pluginsWithUi, repository, shellFolder } from './paths.mjs';
import { FRAMEWORK_DEFINES } from './shared.mjs';

const backend = process.env.CONGVU_BACKEND ?? 'http://127.0.0.1:8080';

/** Lets the manifest's entries point at the plugins' sources, and serves the sprite from memory. */
function developmentRoutes() {
  return {
    name: 'congvu-dev-routes',
    configureServer(server) {
      server.middlewares.use('/assets/icons.svg', (_request, response) => {
        response.setHeader('content-type', 'image/svg+xml');
        response.end(buildSprite());
      });
      server.middlewares.use('/assets/logo.svg', (_request, response) => {
        response.setHeader('content-type', 'image/svg+xml');
        response.end(readFileSync(path.join(shellFolder, 'static/logo.svg')));
      });
      const fromSources = (address, entryOf) => async (request, response) => {
        const answer = await fetch(`${backend}${address}`, {
          headers: { cookie: request.headers.cookie ?? '' },
        });
        const manifest = await answer.json();
        const sources = new Map(pluginsWithUi().map((plugin) => [plugin.id, entryOf(plugin)]));
        for (const plugin of manifest.plugins ?? []) {
          if (!sources.get(plugin.id)) continue;
          plugin.entry = `/@fs${sources.get(plugin.id)}`;
          plugin.css = [];
        }
        response.statusCode = answer.status;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(manifest));
      };
      for (const [address, entryOf] of [
        ['/api/v1/ui/manifest', (plugin) => plugin.entry],
        ['/api/v1/ui/public', (plugin) => plugin.publicEntry],
      ]) {
        server.middlewares.use(address, fromSources(address, entryOf));
      }
    },
  };
}

const server = await createServer({
  root: shellFolder,
  configFile: false,
  publicDir: false,
  plugins: [vue({ template: { transformAssetUrls: false } }), developmentRoutes()],
  define: {
    ...FRAMEWORK_DEFINES,
    __CONGVU_ICONS__: JSON.stringify('/assets/icons.svg'),
    __CONGVU_PDFJS__: JSON.stringify(`/@fs${path.join(repository, 'node_modules/pdfjs-dist')}/`),
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 5173),
    fs: { allow: [repository] },
    proxy: { '/api': backend },
  },
});
await server.listen();
console.log(server.resolvedUrls.local[0]);
