// SPDX-License-Identifier: Apache-2.0
/** Text for comparing: no marks, đ as d, lower case. "Đề nghị" and "de nghi" become equal. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .trim();
}
