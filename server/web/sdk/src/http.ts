// SPDX-License-Identifier: Apache-2.0
/**
 * The client of the REST interface. Paths are relative to /api/v1: `http.get('/incoming/documents')`.
 *
 * Every failure is thrown as `Problem`. When the session has expired, the request waits while the
 * shell asks the user to sign in again over the page, and is then repeated once; text typed into
 * the page survives. State-changing requests carry the CSRF token of the cookie.
 */
import { Problem, parseProblem, problemFrom } from './problem';

export const API_BASE = '/api/v1';

export type QueryValue = string | number | boolean | null | undefined | (string | number)[];
export type Query = Record<string, QueryValue>;

export interface RequestOptions {
  query?: Query;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** The entity's tag for optimistic locking; sent as If-Match. */
  ifMatch?: string;
  /** False for requests that may be made without a session (signing in). */
  handleExpiry?: boolean;
}

export interface Tagged<T> {
  data: T;
  /** Pass it as `ifMatch` when changing the entity. Empty when the server sent none. */
  etag: string;
}

export interface UploadOptions extends RequestOptions {
  /** From 0 to 1. */
  onProgress?: (fraction: number) => void;
  /** Sent as the JSON part `data`. */
  data?: unknown;
  method?: 'POST' | 'PUT';
}

type ExpiryHandler = () => Promise<boolean>;
let expiryHandler: ExpiryHandler | null = null;

/** The shell's part: `handler` resolves to true once the same person has signed in again. */
export function onSessionExpired(handler: ExpiryHandler | null): void {
  expiryHandler = handler;
}

export function cookie(name: string): string {
  const prefix = `${name}=`;
  const found = document.cookie.split('; ').find((part) => part.startsWith(prefix));
  return found ? decodeURIComponent(found.slice(prefix.length)) : '';
}

/** The address of a path below /api/v1, for links, images and downloads. */
export function apiUrl(path: string, query?: Query): string {
  const url = `${API_BASE}${path}`;
  const search = queryString(query);
  return search ? `${url}${url.includes('?') ? '&' : '?'}${search}` : url;
}

/** Leaves out null, undefined and ""; repeats the name for a list. */
export function queryString(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.toString();
}

function headersFor(method: string, options: RequestOptions): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': document.documentElement.lang || 'vi',
    ...options.headers,
  };
  if (method !== 'GET') headers['X-CSRF-Token'] = cookie('congvu_csrf');
  if (options.ifMatch) headers['If-Match'] = options.ifMatch;
  return headers;
}

async function sendOnce(
  method: string,
  path: string,
  body: unknown,
  options: RequestOptions,
): Promise<Response> {
  const headers = headersFor(method, options);
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(apiUrl(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      signal: options.signal ?? null,
      body: body === undefined ? null : isForm ? body : JSON.stringify(body),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, { code: 'network' });
  }
}

/** Asks the user to sign in again if `problem` says the session is gone; true if it is worth repeating. */
async function recovered(problem: Problem, options: RequestOptions): Promise<boolean> {
  const expired = problem.status === 401 && options.handleExpiry !== false;
  return expired && expiryHandler !== null && (await expiryHandler());
}

async function send(method: string, path: string, body: unknown, options: RequestOptions): Promise<Response> {
  const response = await sendOnce(method, path, body, options);
  if (response.ok) return response;
  const problem = await problemFrom(response);
  if (!(await recovered(problem, options))) throw problem;
  const repeated = await sendOnce(method, path, body, options);
  if (!repeated.ok) throw await problemFrom(repeated);
  return repeated;
}

async function read<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  if (text === '') return undefined as T;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Problem(response.status, { code: 'unreadable-answer' });
  }
}

async function request<T>(
  method: string,
  path: string,
  body: unknown,
  options: RequestOptions = {},
): Promise<T> {
  return read<T>(await send(method, path, body, options));
}

async function getTagged<T>(path: string, options: RequestOptions = {}): Promise<Tagged<T>> {
  const response = await send('GET', path, undefined, options);
  return { data: await read<T>(response), etag: response.headers.get('ETag') ?? '' };
}

function formOf(files: File | Blob | (File | Blob)[], data: unknown): FormData {
  const form = new FormData();
  // As text: a Blob would get a file name, and the server would take the part for a file.
  if (data !== undefined) form.append('data', JSON.stringify(data));
  for (const file of Array.isArray(files) ? files : [files]) form.append('file', file);
  return form;
}

/** fetch() cannot report upload progress, so uploads use XMLHttpRequest. */
function uploadOnce<T>(path: string, form: FormData, options: UploadOptions): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const call = new XMLHttpRequest();
    const method = options.method ?? 'POST';
    call.open(method, apiUrl(path, options.query));
    for (const [name, value] of Object.entries(headersFor(method, options)))
      call.setRequestHeader(name, value);
    call.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    call.onerror = () => reject(new Problem(0, { code: 'network' }));
    call.onabort = () => reject(new DOMException('Upload cancelled', 'AbortError'));
    call.onload = () => {
      if (call.status >= 400) reject(new Problem(call.status, parseProblem(call.responseText)));
      else resolve((call.responseText === '' ? undefined : JSON.parse(call.responseText)) as T);
    };
    options.signal?.addEventListener('abort', () => call.abort(), { once: true });
    call.send(form);
  });
}

async function upload<T>(
  path: string,
  files: File | Blob | (File | Blob)[],
  options: UploadOptions = {},
): Promise<T> {
  try {
    return await uploadOnce<T>(path, formOf(files, options.data), options);
  } catch (error) {
    if (!(error instanceof Problem) || !(await recovered(error, options))) throw error;
    return uploadOnce<T>(path, formOf(files, options.data), options);
  }
}

/** The bytes of a file answer, for documents that are shown or checked inside the page. */
async function blob(path: string, options: RequestOptions = {}): Promise<Blob> {
  return (await send('GET', path, undefined, options)).blob();
}

/** A file made from what is sent, for example the preview of a form. */
async function postBlob(path: string, body: unknown, options: RequestOptions = {}): Promise<Blob> {
  return (await send('POST', path, body, options)).blob();
}

export const http = {
  get: <T>(path: string, options?: RequestOptions) => request<T>('GET', path, undefined, options),
  getTagged,
  post: <T = void>(path: string, body?: unknown, options?: RequestOptions) =>
    request<T>('POST', path, body, options),
  put: <T = void>(path: string, body?: unknown, options?: RequestOptions) =>
    request<T>('PUT', path, body, options),
  patch: <T = void>(path: string, body?: unknown, options?: RequestOptions) =>
    request<T>('PATCH', path, body, options),
  del: <T = void>(path: string, options?: RequestOptions) => request<T>('DELETE', path, undefined, options),
  upload,
  blob,
  postBlob,
};
