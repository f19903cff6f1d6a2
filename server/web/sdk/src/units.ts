// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { http } from './http';
import type { Page } from './types';

/**
 * Names of units whose ids a filter names, for chips: "A,B" → the two names. Nothing is asked while there is no id; "-" stands for no
 * unit and has no name.
 */
export function useUnitNames(list: MaybeRefOrGetter<string>) {
  const ids = computed(() =>
    toValue(list)
      .split(',')
      .filter((id) => id !== '' && id !== '-'),
  );
  const query = useQuery({
    queryKey: ['units', 'names'],
    queryFn: ({ signal }) => http.get<Page<{ id: string; name: string }>>('/units', { signal }),
    enabled: computed(() => ids.value.length > 0),
    staleTime: 10 * 60 * 1000,
  });
  return computed(() => {
    const names = new Map((query.data.value?.items ?? []).map((unit) => [unit.id, unit.name]));
    return ids.value.map((id) => names.get(id) ?? id);
  });
}
