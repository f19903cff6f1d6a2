// SPDX-License-Identifier: Apache-2.0
/** @congvu/ui/pdf: the document viewer, the comparison and the signature box; loaded only by pages that show a PDF. */
export * from './coords';
export { type DifferenceBox, differencesOf, type PagePicture } from './difference';
export { default as VPdf } from './VPdf.vue';
export { default as VPdfCompare } from './VPdfCompare.vue';
export { default as VSignBox } from './VSignBox.vue';
