// SPDX-License-Identifier: Apache-2.0
import { computed, ref } from 'vue';
import { isProblem, type Problem } from './problem';

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

  /** The answer of the act; null when it was refused or another one is still running. */
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

  /** For acts whose answer says nothing: whether it was done. */
  async function succeeds(act: () => Promise<unknown>): Promise<boolean> {
    const done = await attempt(async () => {
      await act();
      return true;
    });
    return done === true;
  }
  return { busy, problem, errors, attempt, succeeds };
}
