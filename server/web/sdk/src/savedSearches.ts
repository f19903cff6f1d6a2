// SPDX-License-Identifier: Apache-2.0
/** What a person has arranged for lists: named filters and chosen columns, kept on the server. */
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { type ComputedRef, computed, type MaybeRefOrGetter, toValue } from 'vue';
import { http, type Query } from './http';
import type { LocalText } from './types';

/** What a page's address says: only what differs from its default. */
export type Address = Record<string, string>;

export interface SavedSearch {
  id: string;
  /** "<plugin>.<list>" of the manifest. */
  list: string;
  listTitle: LocalText;
  /** Page of the list. */
  path: string;
  name: string;
  /** The filter as the page's address has it, and as the list's route is asked. */
  address: Address;
  query: Record<string, string>;
}

export interface ListOptions {
  /** Keys in their order; empty for the list's own choice. */
  columns: string[];
  searches: SavedSearch[];
}

/** The parameters of a query that say something, as texts. */
export function queryTexts(query: Query): Record<string, string> {
  const said = Object.entries(query).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
}

export function sameAddress(a: Address, b: Address): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => (a[name] ?? '') === (b[name] ?? ''));
}

/** Where a saved search leads. */
export const linkOf = (search: Pick<SavedSearch, 'path' | 'address'>) => ({
  path: search.path,
  query: search.address,
});

/** Acts on the person's saved searches; the queries that show them are refreshed. */
export function useSavedSearchActs() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['saved-searches'] }),
      client.invalidateQueries({ queryKey: ['lists'] }),
    ]);
  const after = async (act: Promise<unknown>) => {
    await act;
    await refresh();
  };
  return {
    save: (search: { list: string; name: string; address: Address; query: Query }) =>
      after(http.post('/saved-searches', { ...search, query: queryTexts(search.query) })),
    rename: (id: string, name: string) => after(http.patch(`/saved-searches/${id}`, { name })),
    remove: (id: string) => after(http.del(`/saved-searches/${id}`)),
    order: (ids: string[]) => after(http.put('/saved-searches/order', { ids })),
    chooseColumns: (list: string, columns: string[]) =>
      after(http.put(`/lists/${encodeURIComponent(list)}/columns`, { columns })),
  };
}

/** All saved searches of the person, in the person's order. */
export function useSavedSearches() {
  const query = useQuery({
    queryKey: ['saved-searches', 'all'],
    queryFn: ({ signal }) => http.get<{ items: SavedSearch[] }>('/saved-searches', { signal }),
  });
  return { query, searches: computed(() => query.data.value?.items ?? []) };
}

/** How many each of them finds now; searches whose number would be dear are left out. */
export function useSearchCounts(enabled: MaybeRefOrGetter<boolean> = true): ComputedRef<Map<string, number>> {
  const query = useQuery({
    queryKey: ['saved-searches', 'counts'],
    queryFn: ({ signal }) =>
      http.get<{ items: { id: string; count: number | null }[] }>('/saved-searches/counts', { signal }),
    enabled: computed(() => toValue(enabled)),
  });
  return computed(
    () =>
      new Map(
        (query.data.value?.items ?? []).flatMap(({ id, count }) =>
          count === null ? [] : [[id, count] as const],
        ),
      ),
  );
}

/** Chosen columns and saved searches of one list. */
export function useListOptions(list: MaybeRefOrGetter<string>) {
  const query = useQuery({
    queryKey: computed(() => ['lists', toValue(list)]),
    queryFn: ({ signal }) => http.get<ListOptions>(`/lists/${encodeURIComponent(toValue(list))}`, { signal }),
  });
  return {
    query,
    columns: computed(() => query.data.value?.columns ?? []),
    searches: computed(() => query.data.value?.searches ?? []),
  };
}
