// SPDX-License-Identifier: Apache-2.0
import { http, useHost } from '@congvu/sdk';
import type { Option } from '@congvu/ui';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import type { Counters, DeadlineChoice, Items, LeaderChoice, TypeChoice } from './types';

const longFresh = 10 * 60 * 1000;

/** Document types as choices, in the user's language. */
export function useTypes() {
  const host = useHost();
  const query = useQuery({
    queryKey: ['incoming', 'types'],
    queryFn: ({ signal }) => http.get<Items<TypeChoice>>('/incoming/types', { signal }),
    staleTime: longFresh,
  });
  const nameOf = (type: TypeChoice) => (host.locale.value === 'en' ? type.englishName : type.name);
  const options = computed<Option[]>(() =>
    (query.data.value?.items ?? []).map((type) => ({ value: type.id, label: nameOf(type) })),
  );
  const typeName = (id: string) => options.value.find((option) => option.value === id)?.label ?? '';
  return { options, typeName };
}

/** Leaders to submit to. */
export function useLeaders() {
  const query = useQuery({
    queryKey: ['incoming', 'leaders'],
    queryFn: ({ signal }) => http.get<Items<LeaderChoice>>('/incoming/leaders', { signal }),
    staleTime: longFresh,
  });
  const leaders = computed(() => query.data.value?.items ?? []);
  const options = computed<Option[]>(() =>
    leaders.value.map((leader) => ({ value: leader.postId, label: `${leader.name} – ${leader.title}` })),
  );
  return { leaders, options };
}

/** Deadlines in working days, for chips. */
export function useDeadlines() {
  const query = useQuery({
    queryKey: ['incoming', 'deadlines'],
    queryFn: ({ signal }) => http.get<Items<DeadlineChoice>>('/incoming/deadlines', { signal }),
  });
  return computed(() =>
    (query.data.value?.items ?? []).filter((one) => [1, 3, 5, 10].includes(one.workingDays)),
  );
}

export function useListCounters() {
  return useQuery({
    queryKey: ['incoming', 'list', 'counters'],
    queryFn: ({ signal }) => http.get<Counters>('/incoming/documents/counters', { signal }),
  });
}
