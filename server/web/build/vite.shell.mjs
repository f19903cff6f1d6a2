// SPDX-License-Identifier: Apache-2.0
/**
 * Vite configuration of the shell: one build whose inputs are index.html and one virtual entry per
 * shared module. Result in `outDir`:
 *   index.html, offline.html, sw.js, app.webmanifest, ui-build.json   (fixed names: serve no-cache)
 *   assets/**                                                          (hashed names: immutable)
 * ui-build.json holds the hash of the inline import map for the Content-Security-Policy header.
 */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vue from '@vitejs/plugin-vue';
import { compressFolder } from './compress.mjs';
import { buildSprite } from './icons.mjs';
import { shellFolder, webFolder } from './paths.mjs';
import { entryName, FRAMEWORK_DEFINES, SHARED, UI_API } from './shared.mjs';

const virtualPrefix = 'congvu-shared:';
const kitRequire = createRequire(path.join(webFolder, 'kit/package.json'));
const pdfjsFolder = path.dirname(kitRequire.resolve('pdfjs-dist/package.json'));
const pdfjsVersion = JSON.parse(readFileSync(path.join(pdfjsFolder, 'package.json'), 'utf8')).version;

function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function sourceFile(name) {
  return readFileSync(path.join(shellFolder, 'static', name), 'utf8');
}

/** Replaces a placeholder; a missing one fails the build instead of shipping it unfilled. */
function fillIn(text, placeholder, value) {
  if (!placeholder.test(text)) throw new Error(`placeholder ${placeholder} not found`);
  return text.replace(placeholder, () => value);
}

/** Gives every shared module its own entry; writes the import map and ui-build.json. */
function sharedModules() {
  return {
    name: 'congvu-shared-modules',
    resolveId: (source) => (source.startsWith(virtualPrefix) ? `\0${source}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${virtualPrefix}`)) return undefined;
      return `export * from '${id.slice(virtualPrefix.length + 1)}';`;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const imports = {};
        for (const name of SHARED) {
          const chunk = Object.values(bundle).find(
            (file) => file.type === 'chunk' && file.isEntry && file.name === entryName(name),
          );
          imports[name] = `/${chunk.fileName}`;
        }
        const importMap = JSON.stringify({ imports });
        const html = bundle['index.html'];
        // The import map must stand before every module script and every modulepreload.
        html.source = String(html.source).replace(
          '<head>',
          () => `<head>\n<script type="importmap">${importMap}</script>`,
        );
        const digest = createHash('sha256').update(importMap).digest('base64');
        const description = { api: UI_API, imports, importMapSha256: `sha256-${digest}` };
        this.emitFile({
          type: 'asset',
          fileName: 'ui-build.json',
          source: `${JSON.stringify(description, null, 2)}\n`,
        });
      },
    },
  };
}

/** Files that are not modules: sprite, logo, early theme script, service worker, web app manifest. */
function staticFiles(sprite, names) {
  return {
    name: 'congvu-static-files',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const withBoot = fillIn(html, /<\/title>/, `</title>\n<script src="/${names.boot}"></script>`);
        // In the page itself, so that it is drawn as soon as the styles are there and long before the modules.
        return fillIn(withBoot, /(?<=<div class="boot" aria-hidden="true">)/, sourceFile('logo.svg').trim());
      },
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
        emit(names.sprite, sprite);
        emit(names.boot, sourceFile('boot.js'));
        emit(names.offlineStyle, sourceFile('offline.css'));
        for (const name of ['logo.svg', 'icon-maskable.svg']) emit(`assets/${name}`, sourceFile(name));
        emit('offline.html', fillIn(sourceFile('offline.html'), /%STYLE%/, `/${names.offlineStyle}`));
        emit('app.webmanifest', sourceFile('app.webmanifest'));
        const precache = ['/offline.html', `/${names.offlineStyle}`, '/assets/logo.svg', `/${names.sprite}`];
        for (const file of Object.values(bundle)) {
          const wanted =
            file.type === 'chunk'
              ? file.isEntry && file.name === 'index'
              : /-(vietnamese|latin)-wght/.test(file.fileName);
          if (wanted) precache.push(`/${file.fileName}`);
        }
        const list = JSON.stringify(precache.sort());
        const version = shortHash(list + bundle['index.html'].source);
        const worker = fillIn(fillIn(sourceFile('sw.js'), /(['"])%PRECACHE%\1/, list), /%VERSION%/, version);
        emit('sw.js', worker);
      },
    },
  };
}

/** Copies pdf.js helper files beside the bundle and compresses everything, after all files are written. */
function finish(outDir) {
  return {
    name: 'congvu-finish',
    closeBundle() {
      for (const folder of ['wasm', 'cmaps', 'standard_fonts']) {
        cpSync(path.join(pdfjsFolder, folder), path.join(outDir, 'assets', `pdfjs-${pdfjsVersion}`, folder), {
          recursive: true,
        });
      }
      compressFolder(outDir);
    },
  };
}

/** @param {string} outDir */
export default function shellConfig(outDir) {
  const sprite = buildSprite();
  const names = {
    sprite: `assets/icons-${shortHash(sprite)}.svg`,
    boot: `assets/boot-${shortHash(sourceFile('boot.js'))}.js`,
    offlineStyle: `assets/offline-${shortHash(sourceFile('offline.css'))}.css`,
  };
  return {
    root: shellFolder,
    configFile: false,
    base: '/',
    publicDir: false,
    plugins: [
      vue({ template: { transformAssetUrls: false } }),
      sharedModules(),
      staticFiles(sprite, names),
      finish(outDir),
    ],
    define: {
      ...FRAMEWORK_DEFINES,
      __CONGVU_ICONS__: JSON.stringify(`/${names.sprite}`),
      __CONGVU_PDFJS__: JSON.stringify(`/assets/pdfjs-${pdfjsVersion}/`),
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 900,
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        input: {
          index: path.join(shellFolder, 'index.html'),
          ...Object.fromEntries(SHARED.map((name) => [entryName(name), virtualPrefix + name])),
        },
      },
    },
  };
}
