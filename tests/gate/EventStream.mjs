// SPDX-License-Identifier: Apache-2.0

/** Reads the events that the server pushes to a session (text/event-stream, HTML Living Standard §9.2), as an open page does. */
export class EventStream {
  /** What has come so far: {event, data}. */
  events = [];
  #end = new AbortController();
  #reading;

  static async open(url, cookie) {
    const stream = new EventStream();
    const answer = await fetch(`${url}/api/v1/events`, { headers: { Cookie: cookie }, signal: stream.#end.signal });
    if (answer.status !== 200) throw new Error(`the event stream: ${answer.status}`);
    stream.#reading = stream.#read(answer.body).catch(() => undefined); // aborted by close()
    return stream;
  }

  async #read(body) {
    let rest = '';
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      const frames = (rest + text).split('\n\n');
      rest = frames.pop();
      for (const frame of frames) this.#take(frame);
    }
  }

  #take(frame) {
    const field = (name) => frame.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    if (field('event')) this.events.push({ event: field('event'), data: JSON.parse(field('data')) });
  }

  async close() {
    this.#end.abort();
    await this.#reading;
  }
}
