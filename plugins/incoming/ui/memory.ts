// SPDX-License-Identifier: Apache-2.0
/** What this browser tab remembers between pages: the leader last submitted to, files dropped on the list. */
let leader: string | null = null;
let dropped: File[] = [];

export function rememberLeader(postId: string): void {
  leader = postId;
}
export function rememberedLeader(): string | null {
  return leader;
}

/** Files dropped on the list page go on to the intake page. */
export function handOver(files: File[]): void {
  dropped = files;
}
export function takeOver(): File[] {
  const files = dropped;
  dropped = [];
  return files;
}
