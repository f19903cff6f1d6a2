// SPDX-License-Identifier: Apache-2.0
import { formatDateTime, isProblem } from '@congvu/sdk';

type Translate = (key: string, values: Record<string, unknown>) => string;

/** Why signing in failed, in words for the person in front of the screen. */
export function signInMessage(error: unknown, t: Translate): string {
  if (isProblem(error, 'account-locked')) {
    return t('signIn.locked', { until: formatDateTime(String(error.params.until ?? '')) });
  }
  if (isProblem(error, 'too-many')) return t('signIn.tooMany', {});
  if (isProblem(error) && error.status === 401) return error.detail || t('signIn.wrong', {});
  if (isProblem(error, 'network')) return t('signIn.unreachable', {});
  return isProblem(error) && error.message ? error.message : t('signIn.failed', {});
}
