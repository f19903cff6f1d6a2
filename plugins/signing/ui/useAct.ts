// SPDX-License-Identifier: Apache-2.0
import { isProblem, type Problem } from '@congvu/sdk';
import { computed, ref } from 'vue';

/** One act at a time, with the problem it met. What is not a refusal of the server goes on upwards. */
export function useAct() {
  const busy = ref(false);
  const problem = ref<Problem | null>(null);
  const errors = computed(() => {
    const refused = problem.value;
    if (!refused) return [];
    return refused.errors.length ? refused.errors : [{ message: refused.detail || refused.title }];
  });

  /** True when the act was done. */
  async function attempt(act: () => Promise<unknown>): Promise<boolean> {
    busy.value = true;
    problem.value = null;
    try {
      await act();
      return true;
    } catch (refused) {
      if (!isProblem(refused)) throw refused;
      problem.value = refused;
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, problem, errors, attempt };
}
