// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectServerEvents, onServerEvent } from './events';

class FakeSource {
  static all: FakeSource[] = [];
  listeners = new Map<string, (event: MessageEvent<string>) => void>();
  closed = false;
  readonly url: string;
  constructor(url: string) {
    this.url = url;
    FakeSource.all.push(this);
  }
  addEventListener(name: string, listener: (event: MessageEvent<string>) => void) {
    this.listeners.set(name, listener);
  }
  close() {
    this.closed = true;
  }
  send(name: string, data: string) {
    this.listeners.get(name)?.(new MessageEvent(name, { data }));
  }
}
afterEach(() => {
  FakeSource.all = [];
  vi.unstubAllGlobals();
});

describe('connectServerEvents', () => {
  it('hands each event to those who asked for its name, until they leave', () => {
    vi.stubGlobal('EventSource', FakeSource);
    vi.stubGlobal('BroadcastChannel', undefined);
    const seen: unknown[] = [];
    const leave = onServerEvent('badge', (counts) => seen.push(counts));
    const stop = connectServerEvents('/api/v1/events', 'p1');
    FakeSource.all[0]?.send('badge', '{"incoming.open":3}');
    FakeSource.all[0]?.send('notify', '{"title":"x"}');
    leave();
    FakeSource.all[0]?.send('badge', '{"incoming.open":4}');
    expect(seen).toEqual([{ 'incoming.open': 3 }]);
    stop();
    expect(FakeSource.all[0]?.closed).toBe(true);
  });

  it('opens no stream in a tab that does not hold the lock', () => {
    vi.stubGlobal('EventSource', FakeSource);
    vi.stubGlobal('navigator', { locks: { request: () => new Promise(() => undefined) } });
    const stop = connectServerEvents('/api/v1/events', 'p2');
    expect(FakeSource.all).toHaveLength(0);
    stop();
  });

  it('survives data that is not JSON', () => {
    vi.stubGlobal('EventSource', FakeSource);
    const seen: unknown[] = [];
    onServerEvent('resync', (data) => seen.push(data));
    connectServerEvents('/api/v1/events', 'p3');
    FakeSource.all[0]?.send('resync', '<html>');
    expect(seen).toEqual([{}]);
  });
});
