// SPDX-License-Identifier: Apache-2.0
/** When a key pressed on a page is meant for the page itself. */

/** True where letters are text: fields, editors, and lists that search by letter. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"]',
    ) !== null
  );
}

const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** True while a dialog, a menu or a list lies over the element. */
export function isCovered(element: Element | null): boolean {
  return [...document.querySelectorAll(overlays)].some((overlay) => !overlay.contains(element));
}
