// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery } from '@tanstack/vue-query';
import { type ComputedRef, computed, type MaybeRefOrGetter, type Ref, toValue } from 'vue';
import { http, type Query } from './http';
import type { Page } from './types';

export interface CursorList<T> {
  items: ComputedRef<T[]>;
  /** Capped at 1001; null when the server does not count. */
  total: ComputedRef<number | null>;
  loading: Ref<boolean>;
  loadingMore: Ref<boolean>;
  error: Ref<Error | null>;
  hasMore: ComputedRef<boolean>;
  loadMore(): void;
  /** Loads page after page until so many rows are there, or all; for printing. */
  loadUpTo(rows: number): Promise<void>;
  reload(): void;
}

/**
 * A list with cursor paging. `key` starts with the words of the server's `invalidate` events, for
 * example ['incoming', 'documents']; the query's values are part of the cache key by themselves.
 * While `enabled` is false nothing is asked.
 */
export function useCursorList<T>(
  key: MaybeRefOrGetter<readonly unknown[]>,
  path: MaybeRefOrGetter<string>,
  query: MaybeRefOrGetter<Query> = {},
  enabled: MaybeRefOrGetter<boolean> = true,
): CursorList<T> {
  const result = useInfiniteQuery({
    queryKey: computed(() => [...toValue(key), toValue(path), { ...toValue(query) }]),
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<T>>(toValue(path), { query: { ...toValue(query), cursor: pageParam }, signal }),
    enabled: computed(() => toValue(enabled)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (previous) => previous,
  });
  return {
    items: computed(() => result.data.value?.pages.flatMap((page) => page.items) ?? []),
    total: computed(() => result.data.value?.pages[0]?.total ?? null),
    loading: result.isLoading,
    loadingMore: result.isFetchingNextPage,
    error: result.error,
    hasMore: computed(() => result.hasNextPage.value ?? false),
    loadMore: () => {
      if (result.hasNextPage.value && !result.isFetching.value) void result.fetchNextPage();
    },
    loadUpTo: async (rows) => {
      const count = () => result.data.value?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
      while (result.hasNextPage.value && count() < rows) {
        const before = count();
        await result.fetchNextPage();
        // A page that could not be loaded ends it; the table shows why.
        if (count() === before) return;
      }
    },
    reload: () => void result.refetch(),
  };
}

/** "incoming/documents/ID" of an `invalidate` event → the query key ['incoming', 'documents', 'ID']. */
export function queryKeyOf(eventKey: string): string[] {
  return eventKey.split('/').filter((part) => part !== '');
}
