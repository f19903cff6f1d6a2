// SPDX-License-Identifier: Apache-2.0
import { onScopeDispose, type Ref, ref, watch } from 'vue';

/** Follows `source` once it has rested for `milliseconds`. */
export function refDebounced<T>(source: Ref<T>, milliseconds: number): Readonly<Ref<T>> {
  const settled = ref(source.value) as Ref<T>;
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(source, (now) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      settled.value = now;
    }, milliseconds);
  });
  onScopeDispose(() => clearTimeout(timer));
  return settled;
}

export function useMediaQuery(query: string): Readonly<Ref<boolean>> {
  const media = matchMedia(query);
  const matches = ref(media.matches);
  const onChange = () => {
    matches.value = media.matches;
  };
  media.addEventListener('change', onChange);
  onScopeDispose(() => media.removeEventListener('change', onChange));
  return matches;
}
