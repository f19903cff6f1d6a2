// SPDX-License-Identifier: Apache-2.0
/** Who is signed in, and what happens when the session ends while a page is open. */
import { http, isProblem, onSessionExpired, type Session } from '@congvu/sdk';
import { shallowRef } from 'vue';
import { applyAppearance, rememberAppearance } from './appearance';

export const session = shallowRef<Session | null>(null);

/** Set while the sign-in dialog lies over the page; `done(true)` repeats the requests that wait. */
export const expired = shallowRef<{ username: string; done: (again: boolean) => void } | null>(null);
let waiting: Promise<boolean> | null = null;

function adopt(next: Session): Session {
  session.value = next;
  applyAppearance(next);
  rememberAppearance();
  return next;
}

/** Null when nobody is signed in. */
export async function loadSession(): Promise<Session | null> {
  try {
    return adopt(await http.get<Session>('/session', { handleExpiry: false }));
  } catch (error) {
    if (isProblem(error) && error.status === 401) return null;
    throw error;
  }
}

export async function signIn(username: string, password: string): Promise<Session> {
  return adopt(await http.post<Session>('/session', { username, password }, { handleExpiry: false }));
}

export async function switchPost(postId: string): Promise<Session> {
  return adopt(await http.put<Session>('/session/post', { postId }));
}

/** Acts for another until one switches back or the mandate ends. */
export async function actByMandate(mandateId: string): Promise<Session> {
  return adopt(await http.put<Session>('/session/post', { mandateId }));
}

/** Leaves nothing of the person in the page: the document is loaded anew. */
export async function signOut(): Promise<void> {
  await http.del('/session', { handleExpiry: false }).catch(() => undefined);
  location.assign('/sign-in');
}

/** All requests that find the session gone share one question. */
function askAgain(): Promise<boolean> {
  const person = session.value;
  if (!person) return Promise.resolve(false);
  waiting ??= new Promise<boolean>((resolve) => {
    expired.value = {
      username: person.username,
      done: (again) => {
        expired.value = null;
        waiting = null;
        resolve(again);
      },
    };
  });
  return waiting;
}

export function watchExpiry(): void {
  onSessionExpired(askAgain);
}

/** The server ended the session (signed out elsewhere, post removed): ask at once, not at the next click. */
export function sessionEnded(): void {
  void askAgain();
}
