// SPDX-License-Identifier: Apache-2.0
/** Address of the icon sprite; set by the shell's build (with a content hash), by dev.mjs and by the tests. */
declare const __CONGVU_ICONS__: string;
/** Folder with the pdf.js helper files (wasm, character maps, standard fonts), ending in a slash. */
declare const __CONGVU_PDFJS__: string;
