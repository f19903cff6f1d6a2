// SPDX-License-Identifier: Apache-2.0
import { http } from '@congvu/sdk';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { session } from './session';

export interface WorkCounters {
  open: number;
  overdue: number;
  dueSoon: number;
  unread: number;
  byPlugin: Record<string, number>;
  byKind: Record<string, number>;
  /** Work of others under mandates; not among the numbers above. */
  onBehalf: { mandateId: string; onBehalfOf: string; open: number }[];
}

/** How much waits for the acting post; one request shared by menu, home and list. */
export function useCounters() {
  return useQuery({
    queryKey: computed(() => ['work-items', 'counters', session.value?.post?.id]),
    queryFn: ({ signal }) => http.get<WorkCounters>('/work-items/counters', { signal }),
    enabled: computed(() => session.value !== null && !session.value.mustChangePassword),
  });
}
