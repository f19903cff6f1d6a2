// SPDX-License-Identifier: Apache-2.0
import * as pdfjs from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** Begins to read a PDF, from its address or its bytes; whoever calls destroys the task. */
export async function openPdf(src: string | Blob): Promise<pdfjs.PDFDocumentLoadingTask> {
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const source = typeof src === 'string' ? { url: src } : { data: new Uint8Array(await src.arrayBuffer()) };
  return pdfjs.getDocument({
    ...source,
    wasmUrl: `${__CONGVU_PDFJS__}wasm/`,
    cMapUrl: `${__CONGVU_PDFJS__}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${__CONGVU_PDFJS__}standard_fonts/`,
    enableXfa: false,
  });
}
