// SPDX-License-Identifier: Apache-2.0
import { http, isProblem } from '@congvu/sdk';
import { useQuery } from '@tanstack/vue-query';
import { computed, ref } from 'vue';
import type { Batch } from './types';

/** How many documents of a batch have a result. */
export const doneOf = (batch: Batch): number => batch.signed + batch.failed;

/** Where a batch stands; refreshed by the server's events while it runs. */
export function useBatch(id: () => string) {
  const query = useQuery({
    queryKey: computed(() => ['signing', 'batches', id()]),
    queryFn: ({ signal }) => http.get<Batch>(`/signing/batches/${id()}`, { signal }),
    // Events tell the progress at once; a page that missed them (a phone that slept) asks by itself.
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 5_000 : false),
  });
  const busy = ref(false);
  const refusal = ref('');

  /** Goes on with the batch under the PIN; false when it was refused, for the reason in `refusal`. */
  async function resume(pin: string): Promise<boolean> {
    busy.value = true;
    refusal.value = '';
    try {
      await http.post(`/signing/batches/${id()}/resumption`, { pin });
      await query.refetch();
      return true;
    } catch (refused) {
      if (!isProblem(refused)) throw refused;
      refusal.value = refused.fieldMessage('/pin') ?? (refused.detail || refused.title);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { query, batch: query.data, busy, refusal, resume };
}
