// SPDX-License-Identifier: Apache-2.0
/** Language, theme and density of the page. The last choice is kept for boot.js, so nothing flashes. */
import { http, type Locale, type Session } from '@congvu/sdk';
import { ref } from 'vue';
import { i18n } from './i18n';

export type Theme = Session['theme'];
export type Density = Session['density'];

export interface Appearance {
  locale: Locale;
  theme: Theme;
  density: Density;
}

const storageKey = 'congvu.appearance';
const prefersDark = () => matchMedia('(prefers-color-scheme: dark)').matches;

export const locale = ref<Locale>('vi');
export const theme = ref<Theme>('auto');
export const density = ref<Density>('normal');

export function applyAppearance(next: Partial<Appearance>): void {
  if (next.locale) locale.value = next.locale;
  if (next.theme) theme.value = next.theme;
  if (next.density) density.value = next.density;
  i18n.global.locale.value = locale.value;
  const root = document.documentElement;
  root.lang = locale.value;
  root.dataset.theme = theme.value === 'auto' ? (prefersDark() ? 'dark' : 'light') : theme.value;
  root.dataset.density = density.value;
  const colour = getComputedStyle(root).getPropertyValue('--ground').trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', colour);
}

/** What was chosen last on this computer: the sign-in page has no session to ask. */
export function restoreAppearance(): void {
  let saved: Partial<Appearance> = {};
  try {
    saved = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Appearance>;
  } catch {
    saved = {};
  }
  applyAppearance(saved);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applyAppearance({}));
}

export function rememberAppearance(): void {
  const saved: Appearance = { locale: locale.value, theme: theme.value, density: density.value };
  try {
    localStorage.setItem(storageKey, JSON.stringify(saved));
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
}

/** A choice of the user: takes effect at once, and is stored with his account when he is signed in. */
export async function chooseAppearance(next: Partial<Appearance>, signedIn: boolean): Promise<void> {
  applyAppearance(next);
  rememberAppearance();
  if (signedIn) await http.put('/session/preferences', next);
}
