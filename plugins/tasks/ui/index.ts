// SPDX-License-Identifier: Apache-2.0
import { definePlugin } from '@congvu/sdk';
import en from './en.json';
import vi from './vi.json';

export default definePlugin({
  id: 'tasks',
  messages: { vi, en },
  routes: [
    { path: '', component: () => import('./pages/TasksPage.vue') },
    { path: ':id', component: () => import('./pages/TaskPage.vue'), props: true },
  ],
  slots: {
    'home.widgets': [{ order: 30, component: () => import('./parts/HomeWidget.vue') }],
    'document.panels': [{ order: 20, component: () => import('./parts/DocumentPanel.vue') }],
  },
});
