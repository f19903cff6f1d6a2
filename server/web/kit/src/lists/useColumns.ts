// SPDX-License-Identifier: Apache-2.0
import { useListOptions } from '@congvu/sdk';
import { type ComputedRef, computed, type MaybeRefOrGetter, toValue } from 'vue';
import type { Column } from '../types';
import { arranged } from './columns';

/** The columns that the person has chosen for a list, or the list's own. */
export function useColumns(
  list: MaybeRefOrGetter<string>,
  all: MaybeRefOrGetter<Column[]>,
): ComputedRef<Column[]> {
  const { columns } = useListOptions(list);
  return computed(() => arranged(toValue(all), columns.value));
}
