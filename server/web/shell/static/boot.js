// SPDX-License-Identifier: Apache-2.0
// Runs before anything is drawn, so that a dark page is not white for a moment. No inline script is
// allowed by the content security policy, hence this small file.
(() => {
  const root = document.documentElement;
  let saved = {};
  try {
    saved = JSON.parse(localStorage.getItem('congvu.appearance') ?? '{}');
  } catch {
    saved = {};
  }
  const dark =
    saved.theme === 'dark' || (saved.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  if (saved.density) root.dataset.density = saved.density;
  if (saved.locale === 'en') root.lang = 'en';
})();
