// SPDX-License-Identifier: Apache-2.0
/**
 * Vite preset for the UI of one plugin. Result in `outDir`:
 *   index.js            the entry (an ES module that imports the shared names only)
 *   c/<name>-<hash>.js  pages loaded on demand
 *   index.css           all styles, wrapped in `@layer plugin`
 *   ui.json             {id, api, entry, css[], build} read by the server
 * The build fails when the plugin imports something that is neither bundled nor shared.
 */
import { createHash } from 'node:crypto';
import vue from '@vitejs/plugin-vue';
import { compressFolder } from './compress.mjs';
import { FRAMEWORK_DEFINES, SHARED, UI_API } from './shared.mjs';

function bytesOf(file) {
  return file.type === 'chunk' ? file.code : file.source;
}

/** First 12 hex digits of the SHA-256 over all files: the path segment that makes the files immutable. */
function contentHash(bundle) {
  const hash = createHash('sha256');
  for (const name of Object.keys(bundle).sort()) hash.update(name).update(bytesOf(bundle[name]));
  return hash.digest('hex').slice(0, 12);
}

function foreignImports(bundle) {
  const imports = Object.values(bundle).flatMap((file) =>
    file.type === 'chunk' ? [...file.imports, ...file.dynamicImports] : [],
  );
  return [...new Set(imports)].filter((name) => !bundle[name] && !SHARED.includes(name));
}

function uiManifest(id) {
  return {
    name: 'congvu-ui-manifest',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const foreign = foreignImports(bundle);
        if (foreign.length > 0) {
          this.error(`plugin ${id} imports what the shell does not share: ${foreign.join(', ')}`);
        }
        const css = Object.keys(bundle).filter((name) => name.endsWith('.css'));
        for (const name of css) bundle[name].source = `@layer plugin{${bundle[name].source}}`;
        const manifest = { id, api: UI_API, entry: 'index.js', css, build: contentHash(bundle) };
        this.emitFile({
          type: 'asset',
          fileName: 'ui.json',
          source: `${JSON.stringify(manifest, null, 2)}\n`,
        });
      },
    },
  };
}

function compression(outDir) {
  return { name: 'congvu-compress', closeBundle: () => compressFolder(outDir) };
}

/**
 * @param {{id: string, folder: string, entry: string}} plugin
 * @param {string} outDir
 */
export default function pluginConfig(plugin, outDir) {
  return {
    root: plugin.folder,
    configFile: false,
    base: './',
    publicDir: false,
    plugins: [vue({ template: { transformAssetUrls: false } }), uiManifest(plugin.id), compression(outDir)],
    define: { ...FRAMEWORK_DEFINES, 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: true,
      cssCodeSplit: false,
      reportCompressedSize: false,
      lib: {
        entry: plugin.entry,
        formats: ['es'],
        fileName: () => 'index.js',
        cssFileName: 'index',
      },
      rolldownOptions: {
        external: SHARED,
        output: { chunkFileNames: 'c/[name]-[hash].js' },
      },
    },
  };
}
