// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount, ref } from 'vue';

/** True as long as the window has the width of a phone. */
export function useNarrow() {
  const media = globalThis.matchMedia('(max-width: 760px)');
  const isNarrow = ref(media.matches);
  const update = () => {
    isNarrow.value = media.matches;
  };
  media.addEventListener('change', update);
  onBeforeUnmount(() => media.removeEventListener('change', update));
  return isNarrow;
}
