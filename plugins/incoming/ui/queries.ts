// SPDX-License-Identifier: Apache-2.0
import { http, useHost } from '@congvu/sdk';
import type { Option } from '@congvu/ui';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { commonRegister, type RegisterBook, type SenderCategory } from './routing';
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

/** The registers of the agency, those out of use included. */
export function useBooks() {
  const query = useQuery({
    queryKey: ['incoming', 'registers'],
    queryFn: ({ signal }) => http.get<Items<RegisterBook>>('/incoming/registers', { signal }),
  });
  const books = computed(() => query.data.value?.items ?? []);
  const bookName = (code: string) => books.value.find((book) => book.code === code)?.name ?? code;
  /** Whether documents stand in more than one register, so that a number alone says too little. */
  const hasOwn = computed(() => books.value.some((book) => book.code !== commonRegister));
  return { query, books, bookName, hasOwn };
}

/** The groups of senders. */
export function useSenderCategories() {
  const query = useQuery({
    queryKey: ['incoming', 'sender-categories'],
    queryFn: ({ signal }) => http.get<Items<SenderCategory>>('/incoming/sender-categories', { signal }),
    staleTime: longFresh,
  });
  const categories = computed(() => query.data.value?.items ?? []);
  const options = computed<Option[]>(() =>
    categories.value.map((one) => ({ value: one.id, label: one.name })),
  );
  return { categories, options };
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
