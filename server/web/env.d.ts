// SPDX-License-Identifier: Apache-2.0
import 'vue-router';

declare global {
  /** Address of the icon sprite; set by the shell's build (with a content hash), by dev.mjs and by the tests. */
  const __CONGVU_ICONS__: string;
  /** Folder with the pdf.js helper files (wasm, character maps, standard fonts), ending in a slash. */
  const __CONGVU_PDFJS__: string;
}

declare module 'vue-router' {
  interface RouteMeta {
    /** May be seen without being signed in. */
    public?: boolean;
    /** Id of the plugin that owns the route. */
    plugin?: string;
  }
}
