// SPDX-License-Identifier: Apache-2.0
import type { Session } from '@congvu/sdk';
import { toast } from '@congvu/ui';
import { useQueryClient } from '@tanstack/vue-query';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { loadManifest } from './plugins';
import { actByMandate, session, switchPost } from './session';

const day = 86_400_000;
const vietnamOffset = 7 * 3_600_000;

/** How long a mandate still lasts at that instant: it is over at midnight in Viet Nam after its last day ("YYYY-MM-DD"). */
export function millisecondsUntilOver(until: string, now: number): number {
  return Math.max(0, Date.parse(`${until}T00:00:00Z`) + day - vietnamOffset - now);
}

/** True while the person himself changes whom he acts for; an end at any other moment is the mandate's. */
export const isChanging = ref(false);

/** Changing the post or the person one acts for: menus, lists and pages are asked for anew. */
export function useActing() {
  const { t } = useI18n();
  const router = useRouter();
  const queryClient = useQueryClient();

  async function change(act: () => Promise<Session>, path: string) {
    isChanging.value = true;
    try {
      const next = await act();
      await loadManifest();
      await router.push(path);
      void queryClient.resetQueries();
      const acting = next.actingFor;
      toast(
        acting
          ? t('acting.began', { title: acting.giverTitle, name: acting.giverName })
          : t('app.postChanged', { post: next.post?.title ?? '' }),
        { text: next.post?.unitName },
      );
    } catch (error) {
      toast(t('app.postNotChanged'), { text: error instanceof Error ? error.message : '', tone: 'red' });
    } finally {
      isChanging.value = false;
    }
  }
  async function actAs(postId: string, path = '/') {
    if (postId === session.value?.post?.id && !session.value.actingFor) return;
    await change(() => switchPost(postId), path);
  }
  /** `path` is what the person wants to do there. */
  async function actFor(mandateId: string, path = '/') {
    if (session.value?.actingFor?.mandateId === mandateId) await router.push(path);
    else await change(() => actByMandate(mandateId), path);
  }
  /** News and settings are of the own post: who acts for another goes back to it to open them. */
  async function openOwn(path: string) {
    const acting = session.value?.actingFor;
    if (acting) await actAs(acting.ownPostId, path);
    else await router.push(path);
  }
  return { actAs, actFor, openOwn };
}
