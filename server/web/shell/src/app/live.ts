// SPDX-License-Identifier: Apache-2.0
/** Joins the server's events to the page: badges, notifications, refreshing of queries, forced sign-out. */
import { apiUrl, connectServerEvents, onServerEvent, queryKeyOf } from '@congvu/sdk';
import { toast } from '@congvu/ui';
import type { QueryClient } from '@tanstack/vue-query';
import type { Router } from 'vue-router';
import { translate } from './i18n';
import { badges, loadManifest, unread } from './plugins';
import { followManifest } from './router';
import { loadSession, session, sessionEnded } from './session';

const largestRefreshDelay = 400;

/** Queries of one burst of events are refreshed together. */
function refresher(queryClient: QueryClient) {
  const keys = new Set<string>();
  const flush = () => {
    for (const key of keys) void queryClient.invalidateQueries({ queryKey: queryKeyOf(key) });
    keys.clear();
  };
  return (more: string[]) => {
    if (keys.size === 0 && more.length > 0) setTimeout(flush, largestRefreshDelay);
    for (const key of more) keys.add(key);
  };
}

/** Returns the function that stops it. */
export function startLive(queryClient: QueryClient, router: Router): () => void {
  const refresh = refresher(queryClient);
  const ends = [
    onServerEvent('badge', (counts) => {
      badges.value = { ...badges.value, ...counts };
      refresh(['work-items']);
    }),
    onServerEvent('notify', (message) => {
      unread.value += 1;
      refresh(['notifications', 'work-items']);
      toast(message.title, {
        text: message.text,
        tone: 'blue',
        icon: 'bell',
        action: message.link
          ? { label: translate('app.open'), run: () => void router.push(message.link) }
          : undefined,
      });
    }),
    onServerEvent('invalidate', (data) => refresh(data.keys ?? [])),
    onServerEvent('resync', () => {
      void loadSession()
        .then(loadManifest)
        .then(() => followManifest(router))
        .catch(() => undefined);
      void queryClient.invalidateQueries();
    }),
    onServerEvent('signed-out', sessionEnded),
    connectServerEvents(apiUrl('/events'), `${session.value?.personId}:${session.value?.post?.id ?? ''}`),
  ];
  return () => {
    for (const end of ends) end();
  };
}
