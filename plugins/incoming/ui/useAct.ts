// SPDX-License-Identifier: Apache-2.0
import { isProblem, type Problem } from '@congvu/sdk';
import { computed, ref } from 'vue';

/** One act at a time, with the problem it met. What is no refusal of the server goes on upwards. */
export function useAct() {
  const busy = ref(false);
  const problem = ref<Problem | null>(null);
  /** For VErrorSummary: the wrong fields, or the one sentence that says what is wrong. */
  const errors = computed(() => {
    const refused = problem.value;
    if (!refused) return [];
    return refused.errors.length ? refused.errors : [{ message: refused.detail || refused.title }];
  });

  async function attempt<T>(act: () => Promise<T>): Promise<T | null> {
    if (busy.value) return null;
    busy.value = true;
    problem.value = null;
    try {
      return await act();
    } catch (refused) {
      if (!isProblem(refused)) throw refused;
      problem.value = refused;
      return null;
    } finally {
      busy.value = false;
    }
  }
  return { busy, problem, errors, attempt };
}
