// SPDX-License-Identifier: Apache-2.0
import { type ComputedRef, computed, nextTick, onBeforeUnmount, onMounted, ref } from 'vue';

/** Whether a button has asked for paper. Shared, for every part of the page lays itself out anew. */
const asked = ref(false);
/** Where window.print() does not wait for its dialog, the browser still looks at the page a while. */
const pause = 1000;

/**
 * Prints the page as it is on paper. A script that calls window.print() itself holds back the page's own changes until it returns, those that
 * answer `beforeprint` too; so they are made first.
 */
export async function printPage(): Promise<void> {
  asked.value = true;
  await nextTick();
  try {
    window.print();
  } finally {
    setTimeout(() => {
      asked.value = false;
    }, pause);
  }
}

/**
 * True while the page is laid out for paper. The browser lays it out right after `beforeprint`; the media query tells the same to whoever
 * looks at the print view without printing.
 */
export function usePrinting(): ComputedRef<boolean> {
  const told = ref(false);
  const begin = () => {
    told.value = true;
  };
  const end = () => {
    told.value = false;
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
  return computed(() => asked.value || told.value);
}
