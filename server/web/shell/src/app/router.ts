// SPDX-License-Identifier: Apache-2.0
import { createRouter, createWebHistory, type RouteLocationNormalized, type Router } from 'vue-router';
import ShellLayout from '../layout/ShellLayout.vue';
import { adminPages } from './admin';
import { isMissingFile, loadAnew, offerReload } from './newVersion';
import { hasPlugin, isLoaded, loadPlugin, PluginLoadError, pluginAt, wasTurnedOff } from './plugins';
import { guardPublicPages } from './publicPages';
import { session } from './session';

/** Where to go after signing in; only paths of this site, so a link cannot lead elsewhere. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}

function guardSession(to: RouteLocationNormalized) {
  if (to.meta.public) return session.value && to.name === 'sign-in' ? safeNext(to.query.next) : true;
  if (!session.value) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
  if (session.value.mustChangePassword && to.name !== 'password') return { name: 'password' };
  return true;
}

/** The page that says that there is no such page here, at the same address. */
const missingAt = (path: string) => ({ name: 'missing', params: { rest: path.slice(1).split('/') } });

async function guardPlugin(to: RouteLocationNormalized, router: Router) {
  const owner = to.meta.plugin;
  if (owner && !hasPlugin(owner)) return missingAt(to.path);
  if (to.name !== 'missing') return true;
  const plugin = pluginAt(to.path);
  if (!plugin || isLoaded(plugin.id)) return true;
  try {
    await loadPlugin(plugin, router);
    return to.fullPath;
  } catch (error) {
    const reason = error instanceof PluginLoadError ? error.reason : 'unreachable';
    console.error(error);
    if (reason === 'unreachable' && (await wasTurnedOff(plugin.id))) return true;
    if (reason === 'unreachable' && (await loadAnew(to.fullPath))) return false;
    return { name: 'plugin-problem', query: { plugin: plugin.id, reason, path: to.fullPath } };
  }
}

/** After a new manifest: the open page goes when its plugin is off now, and comes back when it is on again. */
export async function followManifest(router: Router): Promise<void> {
  const { name, path, fullPath, meta } = router.currentRoute.value;
  if (meta.plugin && !hasPlugin(meta.plugin)) await router.replace(missingAt(path));
  else if (name === 'missing' && pluginAt(path)) await router.replace({ path: fullPath, force: true });
}

export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      {
        path: '/sign-in',
        name: 'sign-in',
        component: () => import('../pages/SignInPage.vue'),
        meta: { public: true },
      },
      { path: '/password', name: 'password', component: () => import('../pages/PasswordPage.vue') },
      // The frame of pages that need no session; plugins add theirs.
      {
        path: '/public',
        name: 'public',
        component: () => import('../layout/PublicLayout.vue'),
        redirect: '/',
        children: [],
      },
      {
        path: '/',
        name: 'shell',
        component: ShellLayout,
        children: [
          { path: '', name: 'home', component: () => import('../pages/HomePage.vue') },
          { path: 'work', name: 'work', component: () => import('../pages/WorkPage.vue') },
          { path: 'search', name: 'search', component: () => import('../pages/SearchPage.vue') },
          { path: 'profile', name: 'profile', component: () => import('../pages/ProfilePage.vue') },
          { path: 'mandates', name: 'mandates', component: () => import('../pages/MandatesPage.vue') },
          {
            path: 'notifications',
            name: 'notifications',
            component: () => import('../pages/NotificationsPage.vue'),
          },
          { path: 'following', name: 'following', component: () => import('../pages/FollowingPage.vue') },
          ...adminPages.map((page) => ({
            path: page.path.slice(1),
            name: page.name,
            component: page.component,
          })),
          ...(import.meta.env.DEV
            ? [{ path: 'gallery', name: 'gallery', component: () => import('../pages/GalleryPage.vue') }]
            : []),
          {
            path: 'plugin-problem',
            name: 'plugin-problem',
            component: () => import('../pages/PluginProblemPage.vue'),
          },
          { path: ':rest(.*)*', name: 'missing', component: () => import('../pages/MissingPage.vue') },
        ],
      },
    ],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  router.beforeEach((to) => guardPublicPages(to, router));
  router.beforeEach((to) => guardSession(to));
  router.beforeEach((to) => (to.meta.public ? true : guardPlugin(to, router)));
  router.onError(async (error, to) => {
    console.error(error);
    if (!isMissingFile(error)) return;
    if (to.meta.plugin && (await wasTurnedOff(to.meta.plugin))) await router.replace(missingAt(to.path));
    else if (!(await loadAnew(to.fullPath))) await offerReload();
  });
  return router;
}
