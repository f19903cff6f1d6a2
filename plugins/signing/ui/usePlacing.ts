// SPDX-License-Identifier: Apache-2.0
import { http } from '@congvu/sdk';
import type { PdfRect } from '@congvu/ui/pdf';
import { useQuery } from '@tanstack/vue-query';
import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { toPlace, toRect, usualPlace } from './place';
import type { DeskRequest, Outline } from './types';
import type { Queue } from './useQueue';

/** Where the signature of the shown request stands: in its reserved field until the signer drags the box. */
export function usePlacing({ currentId, current }: Queue) {
  const { t } = useI18n();
  const outline = useQuery({
    queryKey: computed(() => ['signing', 'outline', currentId.value]),
    queryFn: ({ signal }) => http.get<Outline>(`/signing/requests/${currentId.value}/outline`, { signal }),
    enabled: computed(() => currentId.value !== ''),
  });
  const pages = computed(() => outline.data.value?.pages.length ?? 0);

  /** Places that the signer chose, by request. */
  const chosen = ref<Record<string, PdfRect>>({});
  const isPlacing = ref(false);
  watch(currentId, () => {
    isPlacing.value = false;
  });
  const isMoved = computed(() => isPlacing.value || chosen.value[currentId.value] !== undefined);
  const reserved = computed(() =>
    current.value && outline.data.value ? usualPlace(current.value, outline.data.value) : null,
  );
  const rect = computed<PdfRect | null>({
    get: () => chosen.value[currentId.value] ?? (reserved.value ? toRect(reserved.value) : null),
    set: (next) => {
      if (next) chosen.value = { ...chosen.value, [currentId.value]: next };
    },
  });
  const highlights = computed(() =>
    reserved.value && !isMoved.value
      ? [
          {
            id: 'place',
            ...toRect(reserved.value),
            label: t('signing.reservedPlace'),
            tone: 'violet' as const,
            active: true,
          },
        ]
      : [],
  );
  function reset() {
    chosen.value = Object.fromEntries(Object.entries(chosen.value).filter(([id]) => id !== currentId.value));
    isPlacing.value = false;
  }
  /** The chosen places of these requests, as the act takes them. */
  const placesOf = (requests: DeskRequest[]) =>
    requests.flatMap(({ id }) => {
      const place = chosen.value[id];
      return place ? [{ requestId: id, place: toPlace(place) }] : [];
    });

  return { pages, isPlacing, isMoved, rect, highlights, reset, placesOf };
}

export type Placing = ReturnType<typeof usePlacing>;
