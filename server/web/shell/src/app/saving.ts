// SPDX-License-Identifier: Apache-2.0
import { Problem } from '@congvu/sdk';
import type { SummaryError } from '@congvu/ui';
import { computed, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';

/** One form's way to the server: busy while it runs, and its refusal as errors for VErrorSummary and fields. */
export function useSaving() {
  const { t } = useI18n();
  const problem = shallowRef<Problem | null>(null);
  const busy = ref(false);

  const errors = computed<SummaryError[]>(() => {
    const refused = problem.value;
    if (!refused) return [];
    if (refused.code === 'stale') return [{ message: t('app.stale') }];
    return refused.errors.length > 0 ? refused.errors : [{ message: refused.message }];
  });

  /** Resolves to true when `act` succeeded. */
  async function save(act: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = null;
    try {
      await act();
      return true;
    } catch (error) {
      problem.value = error instanceof Problem ? error : new Problem(0, { title: t('kit.problem.unknown') });
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { problem, busy, errors, save };
}
