// SPDX-License-Identifier: Apache-2.0
import '@congvu/ui/styles.css';
import './styles/shell.css';
import { HOST, isProblem } from '@congvu/sdk';
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import App from './App.vue';
import { restoreAppearance } from './app/appearance';
import { i18n } from './app/i18n';
import { isMissingFile, offerReload } from './app/newVersion';
import { createHost, loadManifest } from './app/plugins';
import { createAppRouter } from './app/router';
import { loadSession, watchExpiry } from './app/session';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // Refusals do not get better by repeating; a broken connection may.
      retry: (count, error) => count < 2 && isProblem(error, 'network'),
    },
  },
});

/** Parts of a page that are loaded later: after an update of the server they may be gone. */
function watchMissingFiles(): void {
  window.addEventListener('unhandledrejection', (event) => {
    if (isMissingFile(event.reason)) void offerReload();
  });
}

async function start(): Promise<void> {
  restoreAppearance();
  watchMissingFiles();
  watchExpiry();
  let startError: unknown = null;
  try {
    const session = await loadSession();
    if (session && !session.mustChangePassword) await loadManifest();
  } catch (error) {
    startError = error;
  }
  const router = createAppRouter();
  const app = createApp(App, { startError });
  app.provide(HOST, createHost(router));
  app.use(i18n).use(VueQueryPlugin, { queryClient }).use(router);
  app.config.errorHandler = (error) => {
    console.error(error);
    if (isMissingFile(error)) void offerReload();
  };
  await router.isReady().catch((error) => console.error(error));
  app.mount('#app');
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    navigator.serviceWorker.register('/sw.js').catch((error) => console.warn('service worker', error));
  }
}

void start();
