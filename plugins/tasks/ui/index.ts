// SPDX-License-Identifier: Apache-2.0
import { definePlugin } from '@congvu/sdk';
import en from './en.json';
import vi from './vi.json';

export default definePlugin({
  id: 'tasks',
  messages: { vi, en },
  routes: [
    { path: '', component: () => import('./pages/TasksPage.vue') },
    { path: 'plans', component: () => import('./pages/PlansPage.vue') },
    { path: 'plans/:id', component: () => import('./pages/PlanPage.vue'), props: true },
    { path: 'report', component: () => import('./pages/ReportPage.vue') },
    { path: 'import', component: () => import('./pages/ImportPage.vue') },
    { path: 'transfer', component: () => import('./pages/TransferPage.vue') },
    { path: ':id', component: () => import('./pages/TaskPage.vue'), props: true },
  ],
  slots: {
    'home.widgets': [{ order: 30, component: () => import('./parts/HomeWidget.vue') }],
    'document.panels': [{ order: 20, component: () => import('./parts/DocumentPanel.vue') }],
  },
});
