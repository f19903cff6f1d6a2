// SPDX-License-Identifier: Apache-2.0
/**
 * Server-sent events, once per browser and not once per tab: HTTP/1.1 allows six connections per
 * host over all tabs. The tab that holds a Web Lock reads the stream and rebroadcasts it; when it
 * closes, another takes over. Where Web Locks are missing (no secure context) each tab reads itself.
 */
export interface ServerEventData {
  badge: Record<string, number>;
  notify: { id: string; title: string; text: string; link: string; createdAt: string };
  invalidate: { keys: string[] };
  resync: Record<string, never>;
  'signed-out': Record<string, never>;
}

export type ServerEventName = keyof ServerEventData;
type Handler<N extends ServerEventName> = (data: ServerEventData[N]) => void;

const eventNames: ServerEventName[] = ['badge', 'notify', 'invalidate', 'resync', 'signed-out'];
const handlers = new Map<ServerEventName, Set<(data: never) => void>>();

/** Calls `handler` for each event of that name; returns the function that ends it. */
export function onServerEvent<N extends ServerEventName>(name: N, handler: Handler<N>): () => void {
  const set = handlers.get(name) ?? new Set();
  handlers.set(name, set);
  set.add(handler as (data: never) => void);
  return () => set.delete(handler as (data: never) => void);
}

export function dispatchServerEvent(name: string, data: unknown): void {
  for (const handler of handlers.get(name as ServerEventName) ?? []) handler(data as never);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text || '{}');
  } catch {
    return {};
  }
}

/** Starts listening; returns the function that stops it. The shell calls it once after signing in. */
export function connectServerEvents(url: string, scope: string): () => void {
  const name = `congvu-events:${scope}`;
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
  const stop = new AbortController();
  let source: EventSource | null = null;

  const receive = (event: MessageEvent<string>) => {
    const data = parse(event.data);
    dispatchServerEvent(event.type, data);
    channel?.postMessage({ type: event.type, data });
  };
  const open = () => {
    source = new EventSource(url);
    for (const eventName of eventNames) source.addEventListener(eventName, receive);
  };
  if (channel) {
    channel.onmessage = (message) => dispatchServerEvent(message.data.type, message.data.data);
  }
  if (navigator.locks) {
    const leader = () =>
      new Promise<void>((release) => {
        open();
        stop.signal.addEventListener('abort', () => release(), { once: true });
      });
    navigator.locks.request(name, { signal: stop.signal }, leader).catch(() => undefined);
  } else {
    open();
  }
  return () => {
    stop.abort();
    source?.close();
    channel?.close();
  };
}
