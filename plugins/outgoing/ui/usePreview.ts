// SPDX-License-Identifier: Apache-2.0
import { http, isProblem, type Problem } from '@congvu/sdk';
import { type MaybeRefOrGetter, onScopeDispose, ref, shallowRef, toValue, watch } from 'vue';
import type { FieldValues } from './types';

const pause = 500;

/**
 * Lays the values out while they are typed: half a second after the last key the newest values are
 * sent, an older request is given up. The last good picture stays when the values are wrong. Nothing is
 * laid out while `isOn` is false: a file is the body then.
 */
export function usePreview(
  formId: MaybeRefOrGetter<string>,
  fields: MaybeRefOrGetter<FieldValues>,
  isOn: MaybeRefOrGetter<boolean> = true,
) {
  const pdf = shallowRef<Blob | null>(null);
  const problem = ref<Problem | null>(null);
  const failure = ref<Problem | null>(null);
  const busy = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;

  async function layOut() {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    busy.value = true;
    try {
      const body = { formId: toValue(formId), fields: toValue(fields) };
      const made = await http.postBlob('/outgoing/preview', body, { signal: mine.signal });
      if (running !== mine) return;
      pdf.value = made;
      problem.value = failure.value = null;
    } catch (refused) {
      if (running !== mine || mine.signal.aborted) return;
      if (!isProblem(refused)) throw refused;
      problem.value = refused.errors.length ? refused : null;
      failure.value = refused.errors.length ? null : refused;
    } finally {
      if (running === mine) busy.value = false;
    }
  }
  function schedule(delay: number) {
    clearTimeout(timer);
    if (!toValue(isOn)) {
      running?.abort();
      problem.value = failure.value = null;
      return;
    }
    timer = setTimeout(() => void layOut(), delay);
  }
  watch(
    () => JSON.stringify([toValue(formId), toValue(fields), toValue(isOn)]),
    (_now, before) => schedule(before === undefined ? 0 : pause),
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(timer);
    running?.abort();
  });
  return {
    pdf,
    /** Values that cannot be printed, with their pointers. */
    problem,
    /** Anything else: no connection, the form is gone. */
    failure,
    busy,
    retry: () => schedule(0),
  };
}
