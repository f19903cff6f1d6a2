// SPDX-License-Identifier: Apache-2.0
import { http, type Page } from '@congvu/sdk';
import { useQuery } from '@tanstack/vue-query';
import { computed, ref, watch } from 'vue';
import { batchOf, type Mark, markOfAll, ofKind, toggled } from './selection';
import type { DeskRequest } from './types';

/** As many as one act signs. */
const mostRequests = 1000;

/** Page after page, until there is no more or as many are there as one act takes. */
async function waitingRequests(signal: AbortSignal): Promise<DeskRequest[]> {
  const all: DeskRequest[] = [];
  let cursor: string | undefined;
  do {
    const page = await http.get<Page<DeskRequest>>('/signing/requests', {
      query: { limit: 200, cursor },
      signal,
    });
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor && all.length < mostRequests);
  return all.slice(0, mostRequests);
}

/**
 * The requests that wait, the one that is shown and those that are ticked. `wanted` is a request that the address asks for: it is
 * opened and ticked once.
 */
export function useQueue(wanted: () => unknown) {
  const list = useQuery({
    queryKey: ['signing', 'requests', 'desk'],
    queryFn: ({ signal }) => waitingRequests(signal),
  });
  const requests = computed(() => list.data.value ?? []);
  const currentId = ref('');
  const current = computed(() => requests.value.find((request) => request.id === currentId.value));
  const selected = ref(new Set<string>());

  watch(
    [requests, wanted],
    ([all, asked]) => {
      if (
        typeof asked === 'string' &&
        currentId.value === '' &&
        all.some((request) => request.id === asked)
      ) {
        currentId.value = asked;
        selected.value = new Set([asked]);
      }
      if (!current.value) currentId.value = all[0]?.id ?? '';
      selected.value = new Set([...selected.value].filter((id) => all.some((request) => request.id === id)));
    },
    { immediate: true },
  );

  /** One act has one key, so a selection is of one kind. */
  const kind = computed(
    () =>
      requests.value.find((request) => selected.value.has(request.id))?.signer ??
      current.value?.signer ??
      'person',
  );
  const sameKind = computed(() => ofKind(requests.value, kind.value));
  const mark = computed<Mark>(() => markOfAll(selected.value, sameKind.value));

  function toggle(request: DeskRequest) {
    selected.value = toggled(selected.value, request, kind.value);
  }
  function toggleAll() {
    selected.value = mark.value === true ? new Set() : new Set(sameKind.value.map((request) => request.id));
  }
  /** What one act would sign now: the ticked requests, or else the one that is shown. */
  const batch = computed(() => batchOf(requests.value, selected.value, currentId.value));

  return { list, requests, currentId, current, selected, kind, sameKind, mark, toggle, toggleAll, batch };
}

export type Queue = ReturnType<typeof useQueue>;
