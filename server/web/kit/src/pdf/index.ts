// SPDX-License-Identifier: Apache-2.0
/** @congvu/ui/pdf: the document viewer and the signature box; loaded only by pages that show a PDF. */
export * from './coords';
export { default as VPdf } from './VPdf.vue';
export { default as VSignBox } from './VSignBox.vue';
