// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount, onMounted } from 'vue';

/** Paper is white: while the page is printed it has its light colours. */
export function useLightPrint(): void {
  const root = document.documentElement;
  let theme: string | undefined;
  const before = () => {
    theme = root.dataset.theme;
    root.dataset.theme = 'light';
  };
  const after = () => {
    if (theme !== undefined) root.dataset.theme = theme;
  };
  onMounted(() => {
    globalThis.addEventListener('beforeprint', before);
    globalThis.addEventListener('afterprint', after);
  });
  onBeforeUnmount(() => {
    globalThis.removeEventListener('beforeprint', before);
    globalThis.removeEventListener('afterprint', after);
  });
}
