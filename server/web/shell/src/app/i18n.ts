// SPDX-License-Identifier: Apache-2.0
import { kitMessages } from '@congvu/ui';
import { createI18n } from 'vue-i18n';
import en from '../texts/en.json';
import vi from '../texts/vi.json';

export const i18n = createI18n({
  legacy: false,
  locale: 'vi',
  fallbackLocale: 'vi',
  messages: { vi: { ...kitMessages.vi, ...vi }, en: { ...kitMessages.en, ...en } },
  missingWarn: false,
  fallbackWarn: false,
});

/** Puts a plugin's texts under its id: its key "title" becomes `incoming.title`. */
export function addPluginMessages(id: string, messages: { vi: object; en: object }): void {
  for (const locale of ['vi', 'en'] as const) {
    i18n.global.mergeLocaleMessage(locale, { [id]: messages[locale] });
  }
}

export function translate(key: string, values: Record<string, unknown> = {}): string {
  return i18n.global.t(key, values);
}
