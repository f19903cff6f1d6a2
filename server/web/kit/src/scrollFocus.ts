// SPDX-License-Identifier: Apache-2.0
import { type Ref, watchEffect } from 'vue';

/** A box that scrolls can be reached by the keyboard; one that does not is no extra stop on the way. */
export function useScrollFocus(box: Ref<HTMLElement | null>): void {
  watchEffect((onCleanup) => {
    const element = box.value;
    if (!element) return;
    const update = () => {
      if (element.scrollHeight > element.clientHeight + 1) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    const resized = new ResizeObserver(update);
    resized.observe(element);
    const changed = new MutationObserver(update);
    changed.observe(element, { childList: true, subtree: true });
    update();
    onCleanup(() => {
      resized.disconnect();
      changed.disconnect();
    });
  });
}

/** A dialog begins at its first field, not at its close button. On touch screens that would raise the keyboard. */
export function focusFirstField(event: Event, body: HTMLElement | null): void {
  const field = body?.querySelector<HTMLElement>(
    'input:not([readonly], [type="file"]), textarea, [role="combobox"]',
  );
  if (!field || matchMedia('(pointer: coarse)').matches) return;
  event.preventDefault();
  field.focus();
}
