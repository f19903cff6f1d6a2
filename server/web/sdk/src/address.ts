// SPDX-License-Identifier: Apache-2.0
import { onScopeDispose, type Ref, ref, watch } from 'vue';
import { type LocationQuery, useRoute, useRouter } from 'vue-router';
import { type Address, sameAddress } from './savedSearches';

/** The single texts of an address. */
export function addressTexts(query: LocationQuery): Address {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first ? [[name, first] as const] : [];
    }),
  );
}

/** Texts of `filters` that say something. */
export function addressOf(filters: object): Address {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value] as const] : [],
    ),
  );
}

/** The filters that an address asks for: of it only the names of `none` are read. */
export function filtersIn<F extends object>(query: LocationQuery, none: F): F {
  const texts = addressTexts(query);
  const found = Object.keys(none).flatMap((name) => (texts[name] ? [[name, texts[name]] as const] : []));
  return { ...none, ...Object.fromEntries(found) };
}

const pause = 250;

/**
 * Filters of a list that stand in the page's address, so that saved searches, bookmarks and the back button lead to them. `none` makes the
 * filters that narrow nothing; what else the address says (a tab, a view) stays as it is. Typing reaches the address once it pauses.
 */
export function useAddressFilters<F extends object>(none: () => F): Ref<F> {
  const route = useRoute();
  const router = useRouter();
  const path = route.path;
  const names = Object.keys(none());
  const filters = ref(filtersIn(route.query, none())) as Ref<F>;
  let known = addressOf(filters.value);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write() {
    const now = addressOf(filters.value);
    if (route.path !== path || sameAddress(now, known)) return;
    known = now;
    const others = Object.entries(route.query).filter(([name]) => !names.includes(name));
    void router.replace({ query: { ...Object.fromEntries(others), ...now } });
  }
  watch(
    filters,
    () => {
      clearTimeout(timer);
      timer = setTimeout(write, pause);
    },
    { deep: true },
  );
  watch(
    () => route.query,
    () => {
      // While the page is left, the address is another page's already; a new tab alone changes no filter.
      const asked = filtersIn(route.query, none());
      if (route.path !== path || sameAddress(addressOf(asked), known)) return;
      known = addressOf(asked);
      filters.value = asked;
    },
  );
  onScopeDispose(() => clearTimeout(timer));
  return filters;
}
