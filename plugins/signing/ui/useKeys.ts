// SPDX-License-Identifier: Apache-2.0
import { http } from '@congvu/sdk';
import { useQuery } from '@tanstack/vue-query';
import { computed, ref, watch } from 'vue';
import { keysFor } from './place';
import type { KeyOwner, SigningKey } from './types';

/** The caller's keys that fit a kind of request, and the one that is chosen. */
export function useKeys(kind: () => KeyOwner) {
  const list = useQuery({
    queryKey: ['signing', 'keys'],
    queryFn: ({ signal }) => http.get<{ items: SigningKey[] }>('/signing/keys', { signal }),
  });
  const keys = computed(() => keysFor(list.data.value?.items ?? [], { signer: kind() }));
  const keyId = ref('');
  const key = computed(() => keys.value.find((one) => one.id === keyId.value));
  watch(
    keys,
    (all) => {
      if (!all.some((one) => one.id === keyId.value)) keyId.value = all[0]?.id ?? '';
    },
    { immediate: true },
  );
  return { keys, keyId, key };
}

export type Keys = ReturnType<typeof useKeys>;
