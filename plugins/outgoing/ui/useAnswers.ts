// SPDX-License-Identifier: Apache-2.0
import { http, type Page, useCan } from '@congvu/sdk';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { sourceQuery } from './source';
import type { DocumentRow } from './types';

/** The answers to what a page of another plugin shows, as far as the reader may see them. */
export function useAnswers(source: { plugin: string; type: string; id: string }) {
  const mayRead = useCan('outgoing.read');
  const query = computed(() => sourceQuery(source.plugin, source.type, source.id));
  const answers = useQuery({
    queryKey: computed(() => ['outgoing', 'list', 'answers', source.plugin, source.id]),
    queryFn: ({ signal }) =>
      http.get<Page<DocumentRow>>('/outgoing/documents', { query: { ...query.value, limit: 50 }, signal }),
    enabled: computed(() => mayRead.value && query.value !== null),
  });
  return computed(() => (answers.data.value?.items ?? []) as DocumentRow[]);
}
