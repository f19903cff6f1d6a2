// SPDX-License-Identifier: Apache-2.0
import { http } from '@congvu/sdk';
import { useQuery } from '@tanstack/vue-query';
import { computed, ref, watch } from 'vue';
import { keysFor } from './place';
import type { KeyOwner, SigningKey } from './types';
import { isHandheld } from './useAgent';

/** Tokens are for computers: a phone begins with a key on the server, if there is one. */
const usualOf = (keys: SigningKey[]) =>
  (isHandheld() && keys.find((key) => key.kind === 'server' && key.usable === 'yes')) || keys[0];

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
      if (!all.some((one) => one.id === keyId.value)) keyId.value = usualOf(all)?.id ?? '';
    },
    { immediate: true },
  );
  return { keys, keyId, key };
}

export type Keys = ReturnType<typeof useKeys>;
