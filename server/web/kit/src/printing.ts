// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue';

/**
 * True while the page is laid out for paper. The browser lays it out right after `beforeprint`; the media query tells the same to whoever
 * looks at the print view without printing.
 */
export function usePrinting(): Ref<boolean> {
  const printing = ref(false);
  const begin = () => {
    printing.value = true;
  };
  const end = () => {
    printing.value = false;
  };
  let paper: MediaQueryList | undefined;
  const follow = (event: MediaQueryListEvent) => (event.matches ? begin() : end());
  onMounted(() => {
    paper = window.matchMedia?.('print');
    if (paper?.matches) begin();
    paper?.addEventListener('change', follow);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
  });
  onBeforeUnmount(() => {
    paper?.removeEventListener('change', follow);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  });
  return printing;
}
