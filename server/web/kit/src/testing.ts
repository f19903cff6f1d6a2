// SPDX-License-Identifier: Apache-2.0
/** For tests: an i18n with the kit's texts, as the shell gives it. */
import { createI18n } from 'vue-i18n';
import en from './texts/en.json';
import vi from './texts/vi.json';

export function testI18n(locale: 'vi' | 'en' = 'vi') {
  return createI18n({ legacy: false, locale, messages: { vi, en } });
}
