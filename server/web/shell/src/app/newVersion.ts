// SPDX-License-Identifier: Apache-2.0
/**
 * After the server was updated, a tab from before asks for files that are no longer there. Going to another page then loads that
 * page anew from the server, once; a part of the page that is open only offers to reload, so that nothing typed is lost.
 */
import { apiUrl } from '@congvu/sdk';
import { toast } from '@congvu/ui';
import { translate } from './i18n';

const rememberedKey = 'congvu.reloaded';
const triedFor = 60_000;

/** What browsers say when a module, or the style of one, cannot be fetched. */
const words =
  /dynamically imported module|importing a module script failed|unable to preload|failed to load module/i;

export function isMissingFile(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return words.test(error.message) || isMissingFile(error.cause);
}

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch(apiUrl('/readyz'), { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

function wasTried(path: string): boolean {
  const [tried, at] = (sessionStorage.getItem(rememberedKey) ?? '').split('\n');
  return tried === path && Date.now() - Number(at) < triedFor;
}

/** Loads the page of that path anew from the server. False when that was just tried, or the server cannot be reached. */
export async function loadAnew(
  path: string,
  leave = (to: string) => globalThis.location.assign(to),
): Promise<boolean> {
  if (wasTried(path) || !(await serverAnswers())) return false;
  sessionStorage.setItem(rememberedKey, `${path}\n${Date.now()}`);
  leave(path);
  return true;
}

let isOffered = false;

/** Says that a part of the page is missing; reloading is left to the person. */
export async function offerReload(): Promise<void> {
  if (isOffered) return;
  isOffered = true;
  const isNew = await serverAnswers();
  toast(translate(isNew ? 'newVersion.title' : 'newVersion.noServer'), {
    text: translate(isNew ? 'newVersion.text' : 'newVersion.noServerText'),
    tone: isNew ? 'blue' : 'amber',
    duration: 0,
    action: { label: translate('newVersion.reload'), run: () => globalThis.location.reload() },
  });
  setTimeout(() => {
    isOffered = false;
  }, triedFor);
}
