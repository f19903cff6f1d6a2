// SPDX-License-Identifier: Apache-2.0
import { definePlugin } from '@congvu/sdk';
import en from './en.json';
import vi from './vi.json';

export default definePlugin({
  id: 'signing',
  messages: { vi, en },
  routes: [
    { path: '', component: () => import('./pages/DeskPage.vue') },
    { path: 'batches/:id', component: () => import('./pages/BatchPage.vue'), props: true },
    { path: 'keys', component: () => import('./pages/KeysPage.vue') },
    { path: 'verify', component: () => import('./pages/VerifyPage.vue') },
    { path: 'admin', component: () => import('./pages/AdminPage.vue') },
  ],
  slots: {
    'home.widgets': [{ order: 30, component: () => import('./parts/HomeWidget.vue') }],
    'document.panels': [{ order: 60, component: () => import('./parts/CheckPanel.vue') }],
  },
});
